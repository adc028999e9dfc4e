import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SimulatedClock } from '#event-log';
import { main as bundle } from '../../src/cli/bundle.js';
import { main as checkpoint } from '../../src/cli/checkpoint.js';
import { main as witness } from '../../src/cli/witness.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeFrom } from '../../src/modes/store.js';
import { recordRead } from '../../src/reads.js';
import { verdict } from './verifiers.js';

const reads = 6;
let folder: string;
let env: Record<string, string>;

const at = (name: string): string => join(folder, name);

/** Runs a tool that must succeed, and answers with what it said. */
async function told(run: (console: Parameters<typeof witness>[1]) => Promise<number>): Promise<string> {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const code = await run({ out: say, err: say, progress: () => undefined });
  expect([code, said.join('\n')]).toEqual([0, expect.any(String)]);
  return said.join('\n');
}
const onCheckpoint = (...args: string[]) => told((console) => checkpoint(args, env, console));
const onWitness = (...args: string[]) => told((console) => witness([...args, '--folder', at('witness')], console));

/** Who read what of two cases, sealed, and signed by a witness. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reads-'));
  env = {
    ...{ CHASKI_DATA: at('data'), CHASKI_VAULT: at('vault') },
    ...{ CHASKI_VAULT_COPY: at('copy'), CHASKI_LEDGER: at('ledger') },
  };
  const platform = await openEmbedded({ paths: storeFrom(env), clock: new SimulatedClock('2026-03-02T15:00:00.000Z') });
  for (let n = 0; n < reads; n += 1) {
    const stream = `case-${n % 2}`;
    await recordRead(platform, `worker-${n}`, 'Looked', { stream, action: 'readCase', purpose: 'attention' });
  }
  for (const run of Object.values(platform.ledger?.runners ?? {})) await run(AbortSignal.abort());
  await platform.close();
  const keys = (await onCheckpoint('show')).split('\n').filter((line) => /^\S+\+[0-9a-f]{8}\+/.test(line));
  const key = keys.find((each) => each.includes('/reads')) ?? '';
  const witnessKey = await onWitness('init', '--name', 'testigo.ejemplo');
  writeFileSync(join(at('witness'), 'logs'), `${key}\n`);
  writeFileSync(at('policy'), `log ${key}\nwitness W ${witnessKey}\nquorum W\n`);
  await onCheckpoint('request', '--reads', '--out', at('request'));
  await onWitness('sign', '--in', at('request'), '--out', at('line'));
  await onCheckpoint('cosign', '--reads', '--in', at('line'), '--witness', witnessKey);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function verified(): Promise<string> {
  rmSync(at('bundle'), { force: true });
  await told((console) => bundle(['--data', at('data'), '--out', at('bundle'), '--reads'], env, console));
  return verdict([at('bundle'), '--policy', at('policy')]).result;
}

function change(...statements: readonly string[]): void {
  const db = new DatabaseSync(join(at('data'), 'reads.db'));
  for (const statement of ['DROP INDEX IF EXISTS events_of_stream', ...statements]) db.exec(statement);
  db.close();
}

describe('who read what', () => {
  it('is verified like the record itself', async () => {
    expect(await verified()).toBe('RESULTADO 0 sound');
  });

  it.each([
    [
      'somebody else is said to have read',
      `UPDATE events SET metadata = replace(metadata, 'worker-2', 'worker-5') WHERE position = 3`,
      '31 header-altered 2',
    ],
    [
      'somebody is said to have read something else',
      `UPDATE events SET data = replace(data, 'case-0', 'case-1') WHERE position = 3`,
      '30 payload-altered 2',
    ],
    ['a reading is gone', 'DELETE FROM events WHERE position = 3', '32 missing 2'],
    ['the last reading is gone', `DELETE FROM events WHERE position = ${reads}`, `35 truncated ${reads - 1}`],
    ['all of it is gone', 'DELETE FROM events', '35 truncated 0'],
    [
      'two readings changed places',
      `UPDATE events SET position = 100 WHERE position = 3;
       UPDATE events SET position = 3 WHERE position = 4;
       UPDATE events SET position = 4 WHERE position = 100`,
      '34 reordered 2',
    ],
  ])('is found altered where %s', async (_what, statement, finding) => {
    change(statement);
    expect(await verified()).toBe(`RESULTADO ${finding}`);
  });

  it('takes nothing more once it is not what was signed', async () => {
    change(`DELETE FROM events WHERE position = ${reads}`);
    const platform = await openEmbedded({
      paths: storeFrom(env),
      clock: new SimulatedClock('2026-03-02T16:00:00.000Z'),
    });
    try {
      expect(platform.ledger?.reads.status.diverged).toBe('shorter');
      const read = { stream: 'case-0', action: 'readCase', purpose: 'attention' };
      await expect(recordRead(platform, 'worker-9', 'Looked', read)).rejects.toThrow('not the one signed');
    } finally {
      await platform.close();
    }
  });
});
