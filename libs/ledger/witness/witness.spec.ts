import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLedgerStore } from '../adapters/memory/index.js';
import {
  keyTypes,
  Ledger,
  newSigner,
  parseNote,
  parseRequest,
  requestText,
  type Sealed,
  signed,
  verifierKeyText,
  verifyNote,
  Witness,
  type WitnessRecord,
  witnessRecord,
  witnessServer,
} from '../index.js';
import { sha256 } from '../bytes.js';
import { checkpointBody } from '../checkpoint.js';
import { noteText } from '../note.js';
import { recordedEvents } from '../testing/events.js';

const now = 1_700_000_000_000;
let folder: string;
let record: WitnessRecord;
let witness: Witness;
let ledger: Ledger;
const logKey = newSigner('log.example', keyTypes.log);
const witnessKey = newSigner('witness.example', keyTypes.witness);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'witness-'));
  record = witnessRecord(join(folder, 'witness.db'));
  witness = new Witness({ signer: witnessKey, logs: [logKey.key], record, now: () => now });
  ledger = new Ledger(memoryLedgerStore(), logKey);
});
afterEach(() => {
  record.close();
  rmSync(folder, { recursive: true });
});

/** The log, grown to a size and signed. */
function grown(size: number, of = ledger): Sealed {
  of.add(recordedEvents(of.size, size));
  of.seal(now);
  const { latest } = of;
  if (latest === undefined) throw new Error('nothing is signed');
  return latest;
}
const asked = (old: number, checkpoint: Sealed, of = ledger): string =>
  requestText({ old, consistency: of.consistency(old, checkpoint.size), checkpoint });
const statusOf = (text: string): number => witness.addCheckpoint(text).status;

describe('a witness', () => {
  it('signs a log that grows, and says when', () => {
    const three = grown(3);
    const answer = witness.addCheckpoint(asked(0, three));
    expect(answer.status).toBe(200);
    const note = parseNote(`${three.text}${answer.body}`);
    expect(verifyNote(note, [logKey.key, witnessKey.key])).toEqual([
      { key: logKey.key },
      { key: witnessKey.key, time: now / 1_000 },
    ]);
    expect(statusOf(asked(3, grown(10)))).toBe(200);
    expect(witness.addCheckpoint(asked(10, grown(10))).status).toBe(200);
  });

  it('says which size it knows to whoever is behind or ahead', () => {
    const three = grown(3);
    witness.addCheckpoint(asked(0, three));
    const ten = grown(10);
    for (const old of [0, 2, 4, 10]) {
      expect(witness.addCheckpoint(asked(old, ten))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '3\n' });
    }
  });

  it('knows no other logs', () => {
    const other = new Ledger(memoryLedgerStore(), newSigner('other.example', keyTypes.log));
    expect(statusOf(asked(0, grown(3, other), other))).toBe(404);
  });

  it('wants the signature of the log, and no other under its name', () => {
    const three = grown(3);
    const body = checkpointBody(three);
    const namesake = newSigner('log.example', keyTypes.log);
    const unsigned = noteText({ body, signatures: [signed(body, namesake)] });
    const forged = noteText({ body, signatures: [{ ...signed(body, logKey), signature: Buffer.alloc(64) }] });
    for (const text of [unsigned, forged]) {
      const request = asked(0, three).replace(three.text, text);
      expect(statusOf(request)).toBe(403);
    }
    // What others signed as well is none of its business.
    const both = noteText({ body, signatures: [signed(body, namesake), signed(body, logKey)] });
    expect(statusOf(asked(0, three).replace(three.text, both))).toBe(200);
  });

  it('understands requests only', () => {
    const three = grown(3);
    const fine = asked(0, three);
    for (const text of [
      '',
      'old\n\n',
      fine.replace('old 0', 'old 00'),
      fine.replace('old 0', 'older 0'),
      fine.replace('old 0', 'old -1'),
      fine.replace('old 0\n', `old 0\n${'A'.repeat(43)}\n`),
      fine.replace('old 0\n', `old 0\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}`),
      fine.replace('old 0', 'old 4'),
      fine.slice(0, -1),
    ]) {
      expect([text, statusOf(text)]).toEqual([text, 400]);
    }
    expect(requestText(parseRequest(fine))).toBe(fine);
  });

  it('refuses a log that is not the same one, grown, and keeps what it knew', () => {
    const three = grown(3);
    witness.addCheckpoint(asked(0, three));
    const fork = new Ledger(memoryLedgerStore(), logKey);
    fork.add(recordedEvents(50, 53));
    const other = grown(3, fork);
    expect(statusOf(asked(3, other, fork))).toBe(422);
    expect(statusOf(asked(3, grown(10, fork), fork))).toBe(422);
    const ten = grown(10);
    const { consistency } = parseRequest(asked(3, ten));
    expect(statusOf(requestText({ old: 3, consistency: consistency.slice(1), checkpoint: ten }))).toBe(422);
    expect(statusOf(requestText({ old: 3, consistency: [], checkpoint: ten }))).toBe(422);
    expect(record.last('log.example')?.size).toBe(3);
    expect(statusOf(asked(3, ten))).toBe(200);
  });

  it('wants no proof from nothing', () => {
    const three = grown(3);
    expect(statusOf(requestText({ old: 0, consistency: [three.root], checkpoint: three }))).toBe(422);
  });

  it('remembers across its own end, and what it shows holds its own signature', () => {
    witness.addCheckpoint(asked(0, grown(3)));
    record.close();
    record = witnessRecord(join(folder, 'witness.db'));
    witness = new Witness({ signer: witnessKey, logs: [logKey.key], record, now: () => now });
    expect(statusOf(asked(0, grown(5)))).toBe(409);
    const shown = witness.latest(sha256('log.example').toString('hex')) ?? '';
    expect(verifyNote(parseNote(shown), [logKey.key, witnessKey.key])).toHaveLength(2);
    expect(witness.latest(sha256('other.example').toString('hex'))).toBeUndefined();
  });

  it('is not led back by two requests that come at once, also from two programs', () => {
    const [three, ten] = [grown(3), grown(10)];
    const beside = witnessRecord(join(folder, 'witness.db'));
    const twin = new Witness({ signer: witnessKey, logs: [logKey.key], record: beside, now: () => now });
    const answers = [twin.addCheckpoint(asked(0, ten)).status, statusOf(asked(0, three))];
    expect(answers).toEqual([200, 409]);
    expect(record.last('log.example')?.size).toBe(10);
    beside.close();
  });
});

describe('a witness over HTTP', () => {
  const failures: unknown[] = [];
  let base: string;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    const server = witnessServer(witness, (error) => failures.push(error));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    };
  });
  afterEach(() => stop());

  const post = async (body: string) => {
    const response = await fetch(`${base}/add-checkpoint`, { method: 'POST', body });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  it('answers with the statuses of the protocol', async () => {
    const three = grown(3);
    expect(await post('nothing')).toMatchObject({ status: 400 });
    expect(await post(asked(0, three))).toMatchObject({
      status: 200,
      body: expect.stringMatching(/^— witness\.example /),
    });
    expect(await post(asked(0, three))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '3\n' });
    expect(await post('x'.repeat(70_000))).toMatchObject({ status: 413 });
  });

  it('signs one of many that ask at once for the same step', async () => {
    const sizes = [3, 4, 5, 6, 7].map((size) => grown(size));
    const answers = await Promise.all(sizes.map((each) => post(asked(0, each))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it('shows its key and the last checkpoint, and nothing else', async () => {
    const hash = sha256('log.example').toString('hex');
    expect((await fetch(`${base}/${hash}/checkpoint`)).status).toBe(404);
    await post(asked(0, grown(3)));
    expect(await (await fetch(`${base}/key`)).text()).toBe(`${verifierKeyText(witnessKey.key)}\n`);
    expect(await (await fetch(`${base}/${hash}/checkpoint`)).text()).toContain('\n3\n');
    for (const path of ['/', '/add-checkpoint', `/${hash}`]) expect((await fetch(base + path)).status).toBe(404);
  });

  it('says that it failed, and no more', async () => {
    record.replace = () => {
      throw new Error('disk full');
    };
    const { status, body } = await post(asked(0, grown(3)));
    expect([status, body]).toEqual([500, 'failed\n']);
    expect(failures).toHaveLength(1);
  });
});
