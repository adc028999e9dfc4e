import { runJest, type Result } from './jest-run.js';

/**
 * Prints the contract of the event log as a matrix: a row for each point, a column for each adapter. What runs on the
 * double never counts as passed on a server: that column stays `not run` until KURRENTDB_URL names one.
 */
const columns = [
  { name: 'memory', of: 'event log: memory' },
  { name: 'sqlite', of: 'event log: sqlite' },
  { name: 'double', of: 'event log: kurrent, protocol double' },
  { name: 'real', of: 'event log: kurrent, real server' },
] as const;
const specs = ['memory/memory', 'sqlite/contract', 'kurrent/contract'];
const hasServer = process.env['KURRENTDB_URL'] !== undefined;

const results = await runJest(specs.map((spec) => `libs/event-log/adapters/${spec}.spec.ts`));
const points = new Map<string, Result[]>();
for (const result of results) {
  const point = result.path.slice(1).join(' › ');
  if (result.path.length > 1) points.set(point, [...(points.get(point) ?? []), result]);
}

const rows = [...points].map(([point, found]) => ({
  point,
  cells: columns.map(({ of }) => verdict(found.filter(({ path }) => path[0]?.startsWith(of)))),
}));
const width = Math.max(...rows.map(({ point }) => point.length));
const line = (first: string, cells: readonly string[]) =>
  `${first.padEnd(width)}  ${cells.map((cell) => cell.padEnd(8)).join('  ')}\n`;
process.stdout.write(
  line(
    '',
    columns.map(({ name }) => name),
  ),
);
for (const { point, cells } of rows) process.stdout.write(line(point, cells));
for (const verdictOf of ['passed', 'failed', 'not run']) {
  const counts = columns.map((_, column) => String(rows.filter(({ cells }) => cells[column] === verdictOf).length));
  process.stdout.write(line(verdictOf, counts));
}
process.stdout.write(
  hasServer
    ? '\nreal: the server of KURRENTDB_URL\n'
    : '\nreal: not run, KURRENTDB_URL names no server. What passed on the double has not passed on KurrentDB.\n',
);
/** A log in memory forgets: its suite skips being opened again, and says so. */
const forgets = (point: string, column: number): boolean => column === 0 && point.startsWith('opening again');
const missing = rows.some(({ point, cells }) =>
  cells.some((cell, column) => cell === 'not run' && (column < 3 || hasServer) && !forgets(point, column)),
);
if (missing || rows.some(({ cells }) => cells.includes('failed'))) process.exitCode = 1;

/** A column can stand for several runs (the two durabilities of SQLite): it passed when all did. */
function verdict(found: readonly Result[]): 'passed' | 'failed' | 'not run' {
  if (found.length === 0) return 'not run';
  return found.every(({ status }) => status === 'passed') ? 'passed' : 'failed';
}
