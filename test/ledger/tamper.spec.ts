import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '#event-log';
import { cosign, Ledger, noteText, parseCheckpoint, parseNote, requestText, signed, type Signer } from '#ledger';
import { memoryLedgerStore } from '../../libs/ledger/adapters/memory/index.js';
import { lookedAt, RecordOnDisk } from '../../libs/ledger/testing/record.js';
import { bundled, noPython, verdict } from './verifiers.js';

/** Nine events sealed and signed by both witnesses, five more sealed and signed, two that wait. */
const [firstSeal, secondSeal, all] = [9, 14, 16];

let record: RecordOnDisk;
beforeEach(async () => {
  record = new RecordOnDisk();
  await record.write(firstSeal);
  await record.seal();
  record.cosign(0);
  await record.write(secondSeal - firstSeal);
  await record.seal();
  record.cosign(firstSeal);
  await record.write(all - secondSeal);
});
afterEach(() => record.dispose());

/** Changes a file behind the back of everybody. */
async function change(path: string, ...statements: readonly string[]): Promise<void> {
  await record.close();
  const db = new DatabaseSync(path);
  for (const statement of statements) db.exec(statement);
  db.close();
}

const inLog = (...statements: readonly string[]) => change(record.logPath, ...statements);
const inLedger = (...statements: readonly string[]) => change(record.ledgerPath, ...statements);
const free = 'DROP INDEX events_of_stream';
const found = async (...options: readonly string[]): Promise<string> =>
  verdict([...(await bundled(record)), ...options]).result;

/** A file for `--seen`. */
function kept(text: string): string {
  const path = join(record.folder, 'seen');
  writeFileSync(path, text);
  return path;
}

/** Puts another note in the place of the last checkpoint. */
async function replaceNote(make: (note: string) => string): Promise<void> {
  const note = make(record.ledger.latest?.text ?? '');
  await record.close();
  const db = new DatabaseSync(record.ledgerPath);
  db.prepare('UPDATE checkpoints SET note = ? WHERE size = ?').run(note, secondSeal);
  db.close();
}

const witness = (at: number): Signer => {
  const signer = record.witnessSigners[at];
  if (signer === undefined) throw new Error('no such witness');
  return signer;
};

it.each([[noPython ?? 'the second verifier runs']])('says whether both verifiers were asked: %s', (why) => {
  if (noPython !== undefined) process.stderr.write(`second verifier ${why}\n`);
  expect(why).toMatch(/runs|skipped: /);
});

describe('a record nobody touched', () => {
  it('is sound', async () => {
    expect(await found()).toBe('RESULTADO 0 sound');
    expect(await record.sequencer().check()).toBeUndefined();
  });

  it('agrees with what a witness kept', async () => {
    const [one] = record.witnesses;
    const seen = one?.latest(createHash('sha256').update(record.signer.key.name).digest('hex'));
    expect(parseCheckpoint(seen ?? '').size).toBe(secondSeal);
    expect(await found('--seen', kept(seen ?? ''))).toBe('RESULTADO 0 sound');
  });

  it('is fresh for as long as somebody says', async () => {
    const at = (hours: number) => ['--now', new Date((lookedAt + hours * 3_600) * 1_000).toISOString()];
    expect(await found('--max-age', '24', ...at(24))).toBe('RESULTADO 0 sound');
    expect(await found('--max-age', '24', ...at(25))).toBe(`RESULTADO 24 stale ${secondSeal}`);
  });
});

describe('in the log', () => {
  it.each([
    [
      'a byte of a payload',
      `UPDATE events SET data = replace(data, 'Y3Q4', 'Y3Q5') WHERE position = 5`,
      '30 payload-altered 4',
    ],
    [
      'who did it',
      `UPDATE events SET metadata = replace(metadata, 'actor-0', 'actor-1') WHERE position = 5`,
      '31 header-altered 4',
    ],
    [
      'which command it was',
      `UPDATE events SET metadata = replace(metadata, 'command-4', 'command-5') WHERE position = 5`,
      '31 header-altered 4',
    ],
    [
      'when it was',
      `UPDATE events SET metadata = replace(metadata, 'T10:00:01', 'T09:00:01') WHERE position = 5`,
      '31 header-altered 4',
    ],
    ['a header that is none any more', `UPDATE events SET metadata = '{' WHERE position = 5`, '31 header-altered 4'],
    ['its type', 'UPDATE events SET type = 3 - type WHERE position = 5', '31 header-altered 4'],
    [
      'its stream',
      'UPDATE events SET stream = 1 + stream % 3, revision = 20 WHERE position = 5',
      '31 header-altered 4',
    ],
    ['its revision', 'UPDATE events SET revision = 20 WHERE position = 5', '31 header-altered 4'],
    ['a row that is gone', 'DELETE FROM events WHERE position = 5', '32 missing 4'],
    ['the first row that is gone', 'DELETE FROM events WHERE position = 1', '32 missing 0'],
    [
      'a row in the place of another',
      `UPDATE events SET id = '00000000-0000-8000-8000-00000000ffff' WHERE position = 5`,
      '32 missing 4',
    ],
    ['the tail that is gone', 'DELETE FROM events WHERE position > 12', '35 truncated 12'],
    ['everything that is gone', 'DELETE FROM events', '35 truncated 0'],
  ])('finds %s', async (_what, statement, finding) => {
    await inLog(free, statement);
    expect(await found()).toBe(`RESULTADO ${finding}`);
  });

  it('finds a row that came in later', async () => {
    await inLog(
      free,
      'UPDATE events SET position = -position - 1 WHERE position >= 5',
      'UPDATE events SET position = -position WHERE position < 0',
      `INSERT INTO events SELECT 5, stream, 9, type, unplaced, '00000000-0000-8000-8000-00000000ffff', data, metadata
         FROM events WHERE position = 4`,
    );
    expect(await found()).toBe('RESULTADO 33 inserted 4');
  });

  it('finds two rows that changed places', async () => {
    await inLog(
      free,
      'UPDATE events SET position = 100 WHERE position = 5',
      'UPDATE events SET position = 5 WHERE position = 8',
      'UPDATE events SET position = 8 WHERE position = 100',
    );
    expect(await found()).toBe('RESULTADO 34 reordered 4');
  });

  it('finds a history with a hole among the events that wait', async () => {
    await inLog(free, `UPDATE events SET revision = revision + 1 WHERE position = ${all}`);
    expect(await found()).toBe(`RESULTADO 36 revision-gap ${all - 1}`);
  });

  it('is not taken for the one that was signed when its server starts', async () => {
    await inLog(free, 'DELETE FROM events WHERE position > 12');
    expect(await record.sequencer().check()).toBe('shorter');
    await inLog(`UPDATE events SET data = '{}' WHERE position = 12`);
    expect(await record.sequencer().check()).toBe('inconsistent');
    await inLog(`UPDATE events SET metadata = '{' WHERE position = 12`);
    expect(await record.sequencer().check()).toBe('inconsistent');
  });
});

describe('in the ledger', () => {
  it('finds a leaf that was changed together with its event', async () => {
    await inLog(`UPDATE events SET data = '{}' WHERE position = 5`);
    const altered = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
    const old = JSON.parse(record.ledger.leaf(4)?.text ?? '{}') as { payloadDigest: string };
    await inLedger(`UPDATE leaves SET leaf = replace(leaf, '${old.payloadDigest}', '${altered}') WHERE "index" = 4`);
    expect(await found()).toBe(`RESULTADO 40 tree-altered ${firstSeal}`);
  });

  it('finds a leaf nobody can read, and leaves in another order', async () => {
    await inLedger(`UPDATE leaves SET leaf = ' ' || leaf WHERE "index" = 4`);
    expect(await found()).toBe('RESULTADO 40 tree-altered 4');
    await inLedger(`UPDATE leaves SET leaf = (SELECT leaf FROM leaves WHERE "index" = 5) WHERE "index" = 4`);
    expect(await found()).toBe('RESULTADO 34 reordered 4');
  });

  it('finds leaves that are gone', async () => {
    await inLedger('DELETE FROM leaves WHERE "index" >= 12');
    expect(await found()).toBe('RESULTADO 41 consistency 14');
    await inLedger(`DELETE FROM checkpoints WHERE size = ${firstSeal}`);
    expect(await found()).toBe('RESULTADO 35 truncated 12');
    expect(await record.sequencer().check()).toBe('ledger-altered');
  });

  it('finds a subtree that was changed', async () => {
    await inLedger(`UPDATE nodes SET hash = zeroblob(32) WHERE level = 3 AND "index" = 0`);
    expect(await found()).toBe(`RESULTADO 41 consistency ${secondSeal}`);
    expect(await record.sequencer().check()).toBe('ledger-altered');
  });
});

describe('older and other versions of the record', () => {
  it('finds an older copy by what a witness kept, and the witness refuses it', async () => {
    const seen = kept(record.ledger.latest?.text ?? '');
    await inLedger(
      `DELETE FROM leaves WHERE "index" >= ${firstSeal}`,
      `DELETE FROM checkpoints WHERE size > ${firstSeal}`,
      `DELETE FROM nodes WHERE ("index" + 1) << level > ${firstSeal}`,
    );
    await inLog(`DELETE FROM events WHERE position > ${firstSeal}`);
    expect(await found()).toBe('RESULTADO 0 sound');
    expect(await found('--seen', seen)).toBe(`RESULTADO 43 rolled-back ${secondSeal}`);
    const checkpoint = record.ledger.latest;
    if (checkpoint === undefined) throw new Error('nothing is signed');
    const answers = record.witnesses.map((each) =>
      each.addCheckpoint(requestText({ old: 9, consistency: [], checkpoint })),
    );
    expect(answers.map(({ status, type, body }) => [status, type, body])).toEqual([
      [409, 'text/x.tlog.size', `${secondSeal}\n`],
      [409, 'text/x.tlog.size', `${secondSeal}\n`],
    ]);
  });

  /** The record as its keeper would have liked it, signed with the real key. */
  async function forked(): Promise<Ledger> {
    const fork = new Ledger(memoryLedgerStore(), record.signer);
    for await (const { events } of record.log.readAll()) {
      fork.add(events.slice(0, secondSeal).map((event, at) => (at === 4 ? emptied(event) : event)));
    }
    fork.seal(lookedAt * 1_000);
    return fork;
  }
  const emptied = ({ id, type, stream, revision, position, metadata, metadataText }: RecordedEvent): RecordedEvent => ({
    ...{ id, type, stream, revision, position, metadata, metadataText },
    data: {},
    dataText: '{}',
  });

  it('finds a fork that the real key signed, and the witness refuses it', async () => {
    const fork = await forked();
    const checkpoint = fork.latest;
    if (checkpoint === undefined) throw new Error('nothing is signed');
    expect(await found('--seen', kept(checkpoint.text))).toBe(`RESULTADO 42 fork ${secondSeal}`);
    const [one] = record.witnesses;
    expect(one?.addCheckpoint(requestText({ old: secondSeal, consistency: [], checkpoint })).status).toBe(422);
    const consistency = fork.consistency(firstSeal, secondSeal);
    expect(one?.addCheckpoint(requestText({ old: firstSeal, consistency, checkpoint })).status).toBe(409);
    await replaceNote(() => checkpoint.text);
    expect(await found()).toBe(`RESULTADO 41 consistency ${secondSeal}`);
    await inLedger(`DELETE FROM checkpoints WHERE size = ${firstSeal}`);
    expect(await found()).toBe(`RESULTADO 23 quorum ${secondSeal}`);
  });

  it('finds two roots of one size in one bundle', async () => {
    const fork = await forked();
    const line = `${JSON.stringify({ kind: 'checkpoint', note: fork.latest?.text, consistency: [] })}\n`;
    const args = await bundled(record, { change: (text) => text.replace('{"kind":"entry"', `${line}{"kind":"entry"`) });
    expect(verdict(args).result).toBe(`RESULTADO 42 fork ${secondSeal}`);
  });
});

describe('signatures', () => {
  const body = (note: string): string => parseNote(note).body;

  it('finds an old cosignature under a new checkpoint', async () => {
    const [old] = [...record.ledger.checkpoints()];
    const replayed = old?.note.signatures.slice(1) ?? [];
    await replaceNote((note) =>
      noteText({ body: body(note), signatures: [signed(body(note), record.signer), ...replayed] }),
    );
    expect(await found()).toBe(`RESULTADO 21 cosignature ${secondSeal}`);
  });

  it('does not take a witness under the name of another', async () => {
    await replaceNote((note) => {
      const [log, one, two] = parseNote(note).signatures;
      if (log === undefined || one === undefined || two === undefined) throw new Error('not signed');
      return noteText({ body: body(note), signatures: [log, { ...one, name: two.name }, { ...two, name: one.name }] });
    });
    // Name and key id do not belong together: nobody known signed. What was signed before still counts.
    const { result } = verdict(await bundled(record));
    expect(result).toBe('RESULTADO 0 sound');
    await inLedger(`DELETE FROM checkpoints WHERE size = ${firstSeal}`);
    expect(await found()).toBe(`RESULTADO 23 quorum ${secondSeal}`);
  });

  it('finds a witness that signs under name and id of another', async () => {
    await replaceNote((note) => {
      const [log, one, two] = parseNote(note).signatures;
      if (log === undefined || one === undefined || two === undefined) throw new Error('not signed');
      const swapped = [
        { ...one, signature: two.signature },
        { ...two, signature: one.signature },
      ];
      return noteText({ body: body(note), signatures: [log, ...swapped] });
    });
    expect(await found()).toBe(`RESULTADO 21 cosignature ${secondSeal}`);
  });

  it('finds one bad signature among three', async () => {
    await replaceNote((note) => {
      const forged = { ...cosign(body(note), witness(1), lookedAt), signature: Buffer.alloc(72, 7) };
      const lines = [signed(body(note), record.signer), cosign(body(note), witness(0), lookedAt), forged];
      return noteText({ body: body(note), signatures: lines });
    });
    expect(await found()).toBe(`RESULTADO 21 cosignature ${secondSeal}`);
  });

  it('finds a time that was changed', async () => {
    await replaceNote((note) => {
      const { signatures } = parseNote(note);
      const later = signatures.map((line, at) => {
        if (at === 0) return line;
        const signature = Buffer.from(line.signature);
        signature.writeBigUInt64BE(BigInt(lookedAt + 1));
        return { ...line, signature };
      });
      return noteText({ body: body(note), signatures: later });
    });
    expect(await found()).toBe(`RESULTADO 21 cosignature ${secondSeal}`);
  });

  it('finds a log signature that is false, or not there', async () => {
    await replaceNote((note) => {
      const { signatures } = parseNote(note);
      const forged = { ...signed(body(note), record.signer), signature: Buffer.alloc(64, 7) };
      return noteText({ body: body(note), signatures: [forged, ...signatures.slice(1)] });
    });
    expect(await found()).toBe(`RESULTADO 20 log-signature ${secondSeal}`);
    await replaceNote((note) => noteText({ body: body(note), signatures: parseNote(note).signatures.slice(1) }));
    expect(await found()).toBe(`RESULTADO 20 log-signature ${secondSeal}`);
  });

  it('wants the log to be one that is trusted', async () => {
    const args = await bundled(record);
    const policy = join(record.folder, 'policy');
    writeFileSync(policy, record.policy.replace(/^log .*\n/, ''));
    expect(verdict(args).result).toBe(`RESULTADO 22 unknown-log ${firstSeal}`);
    writeFileSync(policy, 'quorum\n');
    expect(verdict(args).result).toBe('RESULTADO 11 policy-malformed');
  });
});
