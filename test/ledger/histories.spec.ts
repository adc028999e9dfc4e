import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundleOf, cosign, noteText, parseNote, signed } from '#ledger';
import { verifyBundle } from '../../libs/ledger/verifier/verify.js';
import { parsePolicy } from '../../libs/ledger/policy.js';
import { lookedAt, RecordOnDisk } from '../../libs/ledger/testing/record.js';
import { bundled, verdict } from './verifiers.js';

/** Nine events sealed and signed by both witnesses, five more sealed and signed by the log, two that wait. */
const [firstSeal, secondSeal, all] = [9, 14, 16];
const streams = ['thing-0', 'thing-2'];

let record: RecordOnDisk;
beforeEach(async () => {
  record = new RecordOnDisk();
  await record.write(firstSeal);
  await record.seal();
  record.cosign(0);
  await record.write(secondSeal - firstSeal);
  await record.seal();
  await record.write(all - secondSeal);
});
afterEach(() => record.dispose());

/** Changes the file of the log behind the back of everybody. */
async function inLog(...statements: readonly string[]): Promise<void> {
  await record.close();
  const db = new DatabaseSync(record.logPath);
  for (const statement of ['DROP INDEX IF EXISTS events_of_stream', ...statements]) db.exec(statement);
  db.close();
}

const found = async (...options: readonly string[]): Promise<string> =>
  verdict([...(await bundled(record, { streams })), ...options]).result;

const kept = (text: string): string => {
  const path = join(record.folder, 'seen');
  writeFileSync(path, text);
  return path;
};

const another = '00000000-0000-8000-8000-00000000ffff';

describe('the histories of one case', () => {
  it('are proved without the rest of the log', async () => {
    expect(await found()).toBe('RESULTADO 0 sound');
  });

  it('say which of their events no witness vouches for', async () => {
    const lines: string[] = [];
    const { ledger, log } = record;
    for await (const line of bundleOf({ ledger, log, origin: ledger.origin, madeAt: '', streams })) {
      lines.push(JSON.stringify(line));
    }
    const { leaves, unsealed, tail } = verifyBundle(lines, { policy: parsePolicy(record.policy), now: lookedAt });
    // Of events 9 to 13 the log alone signed 9, 11 and 12; 14 and 15 wait, and are of these histories too.
    expect({ leaves, unsealed, tail }).toEqual({ leaves: 9, unsealed: 3, tail: 2 });
  });

  it.each<readonly [string, (text: string) => string, string]>([
    ['a payload', (text) => text.replace('Y3Q6', 'Y3Q7'), '30 payload-altered 6'],
    ['an actor', (text) => text.replace('actor-0', 'actor-1'), '31 header-altered 0'],
    ['a proof', (text) => text.replace(/("proof":\[")./, '$1/'), '44 not-included 0'],
    [
      'an event between',
      (text) => text.replace(/\{"kind":"entry".*\\"n\\":3,.*\n/, '').replace('"entries":11', '"entries":10'),
      '36 revision-gap 6',
    ],
    [
      'a stream nobody asked for',
      (text) => text.replace('"streams":["thing-0",', '"streams":['),
      '10 bundle-malformed 0',
    ],
    [
      'an event that is said to wait, before others that do not',
      (text) => text.replace(/"leaf":"[^}]*\}"(?=,"event":\{"stream":"thing-0","revision":2,)/, '"leaf":null'),
      '33 inserted 6',
    ],
  ])('are refused with a change of %s', async (_what, change, finding) => {
    expect(verdict(await bundled(record, { streams, change })).result).toBe(`RESULTADO ${finding}`);
  });

  it.each([
    ['between others', 4, 3],
    ['at their end', 13, 12],
  ])('do not take for new an event that stands in the place of another, %s', async (_where, position, index) => {
    await inLog(`UPDATE events SET id = '${another}' WHERE position = ${position}`);
    expect(await found()).toBe(`RESULTADO 31 header-altered ${index}`);
    await inLog(`UPDATE events SET data = '{}' WHERE position = ${position}`);
    expect(await found()).toBe(`RESULTADO 30 payload-altered ${index}`);
  });

  it('do not take for new an event that came in later', async () => {
    await inLog(
      'UPDATE events SET position = -position - 1 WHERE position >= 14',
      'UPDATE events SET position = -position WHERE position < 0',
      `INSERT INTO events SELECT 14, stream, 6, type, unplaced, '${another}', data, metadata FROM events WHERE position = 13`,
      'UPDATE events SET revision = 7 WHERE position = 17',
    );
    expect(await found()).toBe('RESULTADO 30 payload-altered 13');
  });

  it('are refused with two events of one of them that changed places', async () => {
    await inLog(
      'UPDATE events SET revision = -1 WHERE position = 4',
      'UPDATE events SET revision = 2 WHERE position = 7',
      'UPDATE events SET revision = 3 WHERE position = 4',
    );
    expect(await found()).toBe('RESULTADO 31 header-altered 6');
    expect(verdict(await bundled(record)).result).toBe('RESULTADO 31 header-altered 3');
  });

  it('are compared with a checkpoint of their own sizes, and of no others', async () => {
    const [first, second] = [...record.ledger.checkpoints()].map(({ text }) => text);
    expect(await found('--seen', kept(first ?? ''))).toBe('RESULTADO 0 sound');
    expect(await found('--seen', kept(second ?? ''))).toBe('RESULTADO 0 sound');
    // Once witnesses signed the last one, the bundle holds no other.
    record.cosign(firstSeal);
    expect(await found('--seen', kept(first ?? ''))).toBe('RESULTADO 2 wrong-use 0');
  });
});

describe('the whole log', () => {
  it('is refused with an event that has the id of another', async () => {
    const id = '00000000-0000-8000-8000-000000000003';
    await inLog('DROP INDEX IF EXISTS events_by_id', `UPDATE events SET id = '${id}' WHERE position = 8`);
    expect(verdict(await bundled(record)).result).toBe('RESULTADO 32 missing 7');
  });

  it('is refused when the last to sign did so at an hour that is yet to come', async () => {
    const later = lookedAt + 2 * 3_600;
    const at = ({ hours }: { hours: number }) => ['--now', new Date((lookedAt + hours * 3_600) * 1_000).toISOString()];
    const note = [...record.ledger.checkpoints()].at(0)?.text ?? '';
    const { body } = parseNote(note);
    const [one, two] = record.witnessSigners.map((signer, nth) => cosign(body, signer, nth === 0 ? lookedAt : later));
    if (one === undefined || two === undefined) throw new Error('no witnesses');
    const ahead = noteText({ body, signatures: [signed(body, record.signer), one, two] });
    await record.close();
    const db = new DatabaseSync(record.ledgerPath);
    db.prepare('UPDATE checkpoints SET note = ? WHERE size = ?').run(ahead, firstSeal);
    db.close();
    const args = await bundled(record);
    expect(verdict([...args, ...at({ hours: 0 })]).result).toBe(`RESULTADO 25 from-the-future ${firstSeal}`);
    expect(verdict([...args, ...at({ hours: 1 })]).result).toBe('RESULTADO 0 sound');
  });
});
