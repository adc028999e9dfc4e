import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { askAndApprove, eventsOf, openAll, tellOf } from './support.js';

const root = mkdtempSync(join(tmpdir(), 'chaski-erasing-'));
afterAll(() => rmSync(root, { recursive: true }));

const storeIn = (folder: string) => storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));

/** Carries the erasure out in a process that kills itself before the nth thing it does; says whether it was killed. */
async function carryOutIn(folder: string, person: string, nth: number): Promise<'killed' | 'done'> {
  const child = spawn(
    process.execPath,
    [
      ...['--conditions=source', `--import=${fileURLToPath(import.meta.resolve('../imports/support/typescript.mjs'))}`],
      ...[join(import.meta.dirname, 'carrying-child.ts'), folder, person, String(nth)],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(`the process ended with ${status}`);
  return signal === 'SIGKILL' ? 'killed' : 'done';
}

const whole = [
  ...['ErasureAsked', 'ErasureApproved', 'ErasureFenced', 'KeysDestroyed', 'TracesPurged', 'SubjectErased'],
];

it('goes on where it was cut off, whatever it was about to do, and is never certified with a live key', async () => {
  const first = join(root, 'first');
  const before = await openEmbedded({ paths: storeIn(first) });
  const person = await tellOf(before, 'killed', before.clock.now());
  const kept = await tellOf(before, 'kept', before.clock.now());
  await askAndApprove(before, person);
  await before.close();
  const seen = new Set<string>();
  for (let nth = 1; ; nth += 1) {
    const folder = join(root, String(nth));
    cpSync(first, folder, { recursive: true });
    const outcome = await carryOutIn(folder, person, nth);
    const between = await openEmbedded({ paths: storeIn(folder) });
    const events = await eventsOf(between, person);
    expect(events).toEqual(whole.slice(0, events.length));
    seen.add(events.at(-1) ?? '');
    if (events.includes('SubjectErased')) expect((await between.vault.keysOf(person)).live).toBe(0);
    await between.close();
    if (outcome === 'done') break;
    expect(await carryOutIn(folder, person, Infinity)).toBe('done');
    const after = await openEmbedded({ paths: storeIn(folder) });
    expect(await eventsOf(after, person)).toEqual(whole);
    expect(await after.vault.keysOf(person)).toEqual({ live: 0, destroyed: 9 });
    expect((await after.vault.keysOf(kept)).live).toBe(9);
    expect((await openAll(after)).filter((text) => text === 'erased')).toHaveLength(10);
    await after.close();
  }
  expect([...seen]).toEqual(whole.slice(1));
}, 120_000);
