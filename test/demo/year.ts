import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asOf, catchUp } from '#projection';
import { demoBoards } from '../../src/demo/boards/index.js';
import { boardOf, type DemoBoard } from '../../src/demo/boards/model.js';
import type { CutOff } from '../../src/demo/load.js';
import { main } from '../../src/demo/main.js';
import { monthsOf, type Plan } from '../../src/demo/openings.js';
import { demoStore, earlierLoad } from '../../src/demo/store.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { balances, flowsOf } from '../../src/report/domain/caseload.js';
import { isNew, policeDoor } from '../../src/report/domain/cohort.js';
import { inputsOf, reportProjections } from '../../src/report/report.js';
import { machine } from '../bench/support/machine.js';
import { machineLine } from '../bench/support/table.js';

/**
 * Plays a year of every demo board into a store of its own, and counts each month against what it was made of: the new
 * complaints of the police against the series, and the account of cases against itself.
 *
 * `--board NAME,…` (all), `--from`, `--to` (2025), `--state FOLDER` where the stores are kept: started again, a board that
 * was played to its end by the same program is only counted. Exit code 1 when a count differs, or a board did not come to
 * its end. The table is written to `test/demo/results/<date>-year.txt`.
 */
const { values } = parseArgs({
  options: {
    board: { type: 'string', default: 'all' },
    from: { type: 'string', default: '2025-01' },
    to: { type: 'string', default: '2025-12' },
    state: { type: 'string', default: join(tmpdir(), 'chaski-year') },
    out: { type: 'string' },
  },
});
const { from, to, state } = values;
const names = values.board === 'all' ? demoBoards.map(({ id }) => id) : values.board.split(',');
const boards = demoBoards.filter(({ id }) => names.includes(id));
if (boards.length < names.length) throw new Error(`boards are ${demoBoards.map(({ id }) => id).join(', ')}`);

const out = values.out ?? join(import.meta.dirname, 'results', `${new Date().toISOString().slice(0, 10)}-year.txt`);
mkdirSync(join(out, '..'), { recursive: true });
writeFileSync(out, '');
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
  appendFileSync(out, `${line}\n`);
};

/** A line of the table; the columns are as wide as what stands over them. */
const columns = [
  'board',
  'month',
  'series',
  'counted',
  'start',
  'opened',
  'reopened',
  'closed',
  'end',
  'found',
] as const;
const widths = columns.map((name) => Math.max(9, name.length));
widths[0] = 24;
const line = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, index) => (index < 2 ? String(cell).padEnd(widths[index] ?? 0) : String(cell).padStart(9)))
    .join(' ');

let wrong = 0;
say(`A year of the demo, board by board: ${from} to ${to}`);
say(machineLine(machine()));
say(line(columns));
for (const board of boards) {
  const store = join(state, board.id);
  const began = performance.now();
  const silent = { out: () => undefined, err: (text: string) => void process.stderr.write(`${text}\n`) };
  const code = await main(
    ['--board', board.id, '--from', from, '--to', to, '--data', store, '--no-reports', '--exit'],
    { ...silent, progress: () => undefined },
  );
  const seconds = Math.round((performance.now() - began) / 1_000);
  const load = code === 0 ? earlierLoad(demoStore(store), planOf(board)) : undefined;
  if (load === undefined) {
    wrong += 1;
    say(`${board.id}: did not come to its end (exit code ${code})`);
    continue;
  }
  wrong += await counted(board, store, load.cutOffs);
  const events = Number(load.cutOffs.at(-1)?.position ?? 0);
  say(`${board.id}: ${events} events, ${load.commands} commands, ${seconds} s`);
}
say(wrong === 0 ? 'every month counts what it was made of' : `${wrong} months differ`);
process.exitCode = wrong === 0 ? 0 : 1;

/** What the demo makes of its options: the same plan, or its store would not be known again. */
function planOf(board: DemoBoard): Plan {
  return { seed: 1, from, to, boards: [board] };
}

/** Counts each month as of its cut-off. @returns how many differ from the series, or do not balance */
async function counted(board: DemoBoard, store: string, cutOffs: readonly CutOff[]): Promise<number> {
  const platform = await openEmbedded({ paths: demoStore(store) });
  const [first] = cutOffs;
  if (first === undefined) throw new Error(`${board.id} has no months`);
  const views = await asOf(platform.facts, reportProjections, first.position);
  let differ = 0;
  try {
    for (const { month, cutoff, position } of cutOffs) {
      await catchUp(platform.facts, reportProjections, views, { until: position });
      const { cohort, previous, caseload } = await inputsOf(views, boardOf(board), month, cutoff);
      const complaints = cohort.cases.filter((each) => isNew(each) && each.entry === policeDoor).length;
      const series = seriesOf(board, month);
      const flows = flowsOf(caseload, cohort.cases, previous.end, cohort.end);
      const faults = [
        ...(series === undefined || series === complaints ? [] : ['not the series']),
        ...(balances(flows) ? [] : ['does not balance']),
      ];
      differ += faults.length === 0 ? 0 : 1;
      const { start, opened, reopened, closed, end } = flows;
      const account = [start, opened, reopened, closed, end];
      say(line([board.id, month, series ?? '–', complaints, ...account, faults.join(', ') || 'right']));
    }
    const missing = monthsOf({ from, to }).length - cutOffs.length;
    if (missing > 0) say(`${board.id}: ${missing} months were not played`);
    return differ + missing;
  } finally {
    await views.close();
    await platform.close();
  }
}

/** The complaints a month was made of; undefined where there is no figure of some district. */
function seriesOf({ districts }: DemoBoard, month: string): number | undefined {
  let sum = 0;
  for (const { complaints } of districts) {
    const known = complaints.get(month);
    if (known === undefined) return undefined;
    sum += known;
  }
  return sum;
}
