import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findings } from './support/rungs.js';

/**
 * Kills the scheduler, again and again, while referrals move and clocks run, and looks for a rung that fired twice or not
 * at all.
 *
 * `--times N` kills in all (20), `--state FOLDER` to keep what a run needs to go on: started again it continues, `--fresh`
 * starts anew. Exit code 1 when a rung or a notice was lost or doubled.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    state: { type: 'string', default: join(tmpdir(), 'chaski-scheduler') },
    fresh: { type: 'boolean', default: false },
  },
});

const times = Number(values.times);
if (!Number.isSafeInteger(times) || times < 1) throw new Error('--times is a whole number from 1');
const folder = values.state;
const killsFile = join(folder, 'kills');
const built = new URL('../bench/built.mjs', import.meta.url).href;
const scheduling = fileURLToPath(new URL('./support/scheduling.ts', import.meta.url));

if (values.fresh) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let kills = existsSync(killsFile) ? Number(readFileSync(killsFile, 'utf8')) : 0;

/** A scheduler that loads at once, and starts when it is told to. */
class Scheduler {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #said = new Map<string, () => void>();
  readonly loaded = this.#hears('loaded');
  readonly working = this.#hears('working');

  constructor() {
    const stderr = openSync(join(folder, 'stderr'), 'a');
    this.#child = spawn(process.execPath, ['--import', built, scheduling, folder], { stdio: ['pipe', 'pipe', stderr] });
    closeSync(stderr);
    this.#child.stdin?.on('error', () => undefined);
    this.#ended = once(this.#child, 'exit');
    if (this.#child.stdout === null) throw new Error('the scheduler says nothing');
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#said.get(line)?.());
  }

  tell(what: 'work' | 'settle'): void {
    this.#child.stdin?.write(`${what}\n`);
  }

  /** Ends it without a word. @throws Error it had ended by itself */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
    if (this.#child.signalCode !== 'SIGKILL') throw new Error(`it ended by itself: see ${join(folder, 'stderr')}`);
  }

  /** Waits until it has done what it was told. Answers with its exit code. */
  async end(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  /** Resolves once it says so, or ends. */
  #hears(word: string): Promise<void> {
    return new Promise((resolve) => {
      this.#said.set(word, resolve);
      queueMicrotask(() => void this.#ended.then(() => resolve()));
    });
  }
}

let next = new Scheduler();
const began = performance.now();
const before = kills;
try {
  while (kills < times) {
    const scheduler = next;
    next = new Scheduler();
    await scheduler.loaded;
    scheduler.tell('work');
    // Now and then while it still opens its store.
    if (randomInt(10) > 0) await scheduler.working;
    await wait(randomInt(600));
    await scheduler.kill();
    kills += 1;
    writeFileSync(killsFile, String(kills));
  }
  await next.loaded;
  next.tell('settle');
  const code = await next.end();
  report(await findings(folder), code, (performance.now() - began) / 1_000 / Math.max(1, kills - before));
} finally {
  await next.kill().catch(() => undefined);
}

function report(found: Awaited<ReturnType<typeof findings>>, code: number | null, secondsEach: number): void {
  const { events, referrals, clocks, rungs, notices, repeated, fired, told, lapses, wakes } = found;
  const figures = { kills, events, referrals, clocks, rungs, notices, repeated };
  for (const [name, value] of Object.entries({ ...figures, 'seconds a kill': Math.round(secondsEach * 100) / 100 })) {
    console.log(`${name.padEnd(22)}${String(value).padStart(10)}`);
  }
  const checks: readonly (readonly [string, readonly string[]])[] = [
    ['no rung fired twice', fired.twice],
    ['no rung that was due before its clock ended is missing', fired.lost],
    ['no rung fired early, or for a clock that did not run', fired.early],
    ['everybody was told at least once', told.lost],
    ['nobody was told what does not follow from the record', told.unasked],
    ['a notice sent again is the same, under the same id', told.differing],
    ['no leg lapsed twice', lapses],
    ['no hold was woken twice', wakes],
    ['a scheduler that is left alone ends in order', code === 0 ? [] : [`it ended with ${String(code)}`]],
    ['there was something to fire', rungs > 0 && notices > 0 ? [] : ['nothing was fired']],
  ];
  for (const [check, wrong] of checks) {
    console.log(`${wrong.length === 0 ? 'passed' : `FAILED ${wrong.length}`}  ${check}`);
    for (const each of wrong.slice(0, 5)) console.log(`        ${each}`);
  }
  const failed = checks.filter(([, wrong]) => wrong.length > 0).length;
  console.log(JSON.stringify({ ...figures, twice: fired.twice.length, lost: fired.lost.length }));
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
  else if (folder.startsWith(tmpdir())) rmSync(folder, { recursive: true });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
