import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newerThanBuilt } from '../../src/cli/built.js';
import { type Figures, full, type Proof, short } from './proofs.js';

/**
 * Runs what proves that the system can be trusted, one after the other, and prints one table; the same as JSON goes to
 * `test/prove/results/<date>-<commit>.json`.
 *
 * `--full` is the long form, which takes hours. Cut off, it goes on where it was: what has passed at this commit is not
 * run again; `--fresh` runs everything. `--only TEXT` runs what has TEXT in its name, and keeps no result.
 * Exit code 1 when anything failed.
 */
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

interface Row {
  readonly what: string;
  readonly outcome: 'held' | 'failed' | 'skipped';
  /** How many tests or runs there were, and how many of them failed. */
  readonly tests: number;
  readonly failed: number;
  readonly seconds: number;
  readonly why?: string;
  readonly figures: readonly Figures[];
}

const root = join(import.meta.dirname, '../..');
const results = join(import.meta.dirname, 'results');
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).stdout?.toString().trim() || 'none';
/** Files that differ from that commit: with any, it is not the commit that was measured. */
const changed = (spawnSync('git', ['status', '--porcelain'], { cwd: root }).stdout?.toString() ?? '')
  .split('\n')
  .filter((each) => each !== '').length;
const day = new Date().toISOString().slice(0, 10);
const underWay = join(root, 'data', `prove-${values.full ? 'full' : 'short'}.json`);
/** Somebody asked to stop. */
let interrupted = false;
const scratch = mkdtempSync(join(tmpdir(), 'chaski-prove-'));

try {
  const before = values.full && !values.fresh ? doneBefore() : [];
  const rows: Row[] = [];
  for (const proof of (values.full ? full : short).filter(({ what }) => what.includes(values.only))) {
    const known = before.find(({ what, outcome }) => what === proof.what && outcome === 'held');
    const row = known ?? (await rowOf(proof));
    if (interrupted) break;
    rows.push(row);
    console.log(line(row));
    if (values.full) keep(rows);
  }
  if (interrupted) process.exitCode = 130;
  else finish(rows);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function doneBefore(): readonly Row[] {
  if (!existsSync(underWay)) return [];
  const kept = JSON.parse(readFileSync(underWay, 'utf8')) as { readonly commit: string; readonly rows: readonly Row[] };
  return kept.commit === commit ? kept.rows : [];
}

function keep(rows: readonly Row[]): void {
  mkdirSync(join(root, 'data'), { recursive: true });
  writeFileSync(underWay, JSON.stringify({ commit, rows }));
}

async function rowOf(proof: Proof): Promise<Row> {
  const { what, run, judge } = proof;
  const missing = missingFor(proof);
  if (missing !== undefined)
    return { what, outcome: 'skipped', tests: 0, failed: 0, seconds: 0, why: missing, figures: [] };
  const began = performance.now();
  const notes = join(scratch, 'figures.jsonl');
  rmSync(notes, { force: true });
  const env = { ...process.env, CHASKI_FIGURES: notes };
  const { tests, failed, why } = 'specs' in run ? await specs(run, env) : await script(run, env);
  const figures = existsSync(notes)
    ? readFileSync(notes, 'utf8')
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as Figures)
    : [];
  const wrong = [...figures.flatMap((each) => judge?.(each) ?? []), ...(why === undefined ? [] : [why])];
  const skipped = figures.find(({ skipped }) => skipped !== undefined);
  return {
    ...{ what, tests, failed, figures },
    outcome: wrong.length > 0 || failed > 0 ? 'failed' : 'held',
    seconds: Math.round((performance.now() - began) / 100) / 10,
    ...(wrong.length > 0
      ? { why: wrong.join('; ') }
      : skipped === undefined
        ? {}
        : { why: String(skipped['skipped']) }),
  };
}

/** What a proof needs and this machine has not; undefined when it can run. */
function missingFor({ needs }: Proof): string | undefined {
  if (needs === undefined) return undefined;
  if (needs === 'built') {
    if (!existsSync(join(root, 'dist/src/main.js'))) return 'nothing is compiled: npm run build';
    const newer = newerThanBuilt(root);
    return newer === undefined ? undefined : `compiled before ${newer} was changed: npm run build`;
  }
  return spawnSync(needs, ['--version']).error === undefined ? undefined : `${needs} is not installed`;
}

interface Counted {
  readonly tests: number;
  readonly failed: number;
  readonly why?: string;
}

async function specs(
  { specs: files, env: more = {} }: Extract<Proof['run'], { specs: object }>,
  env: NodeJS.ProcessEnv,
): Promise<Counted> {
  const out = join(scratch, 'jest.json');
  rmSync(out, { force: true });
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const code = await ended([...args, '--json', `--outputFile=${out}`, ...files], { ...env, ...more });
  if (!existsSync(out)) return { tests: 0, failed: 1, why: `the test runner ended with ${code}` };
  const { numTotalTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(out, 'utf8')) as Record<
    string,
    number
  >;
  const failed = Math.max(numFailedTests ?? 0, numFailedTestSuites ?? 0);
  // A suite without a test shows nothing.
  const none = numTotalTests === 0 ? { why: 'no test ran' } : {};
  return { tests: numTotalTests ?? 0, failed, ...none };
}

async function script(
  { script: file, args = [], from }: Extract<Proof['run'], { script: string }>,
  env: NodeJS.ProcessEnv,
): Promise<Counted> {
  const hooks =
    from === 'built'
      ? ['--import', './test/bench/built.mjs']
      : [
          '--conditions=source',
          '--experimental-transform-types',
          '--no-warnings',
          '--import',
          './test/kafka/support/source.mjs',
        ];
  const code = await ended([...hooks, file, ...args], env);
  return { tests: 1, failed: code === 0 ? 0 : 1, ...(code === 0 ? {} : { why: `ended with ${code}: node ${file}` }) };
}

/** Runs node quietly. Answers with its exit code, or the signal it was ended by. */
async function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | string> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  const stop = (): void => {
    interrupted = true;
    child.kill('SIGTERM');
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return code ?? signal ?? 'nothing';
}

function line({ what, outcome, tests, failed, seconds, why = '' }: Row): string {
  const counts = `${String(tests).padStart(6)} ${String(failed).padStart(6)} ${seconds.toFixed(1).padStart(8)} s`;
  return `${what.padEnd(46)} ${outcome.padEnd(8)}${counts}  ${why}`.trimEnd();
}

function finish(rows: readonly Row[]): void {
  const count = (outcome: Row['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  console.log(`\n${'what'.padEnd(46)} ${'outcome'.padEnd(8)} tests failed  seconds`);
  for (const row of rows) console.log(line(row));
  console.log(
    `\n${count('held')} held, ${count('failed')} failed, ${count('skipped')} skipped, at ${commit}${changed === 0 ? '' : `, with ${changed} files changed`}`,
  );
  if (values.only === '') {
    mkdirSync(results, { recursive: true });
    const path = join(results, `${day}-${commit}.json`);
    const about = { day, commit, changed, form: values.full ? 'full' : 'short', node: process.version, rows };
    writeFileSync(path, `${JSON.stringify(about, null, 2)}\n`);
    console.log(path.slice(root.length + 1));
    rmSync(underWay, { force: true });
  }
  if (count('failed') > 0 || rows.length === 0) process.exitCode = 1;
}
