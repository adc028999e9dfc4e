import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { append } from './benches/append.js';
import { growth } from './benches/growth.js';
import { http } from './benches/http.js';
import { load } from './benches/load.js';
import { peers } from './benches/peers.js';
import { replay } from './benches/replay.js';
import { report } from './benches/report.js';
import { type Bench, Contest, type Options } from './support/contest.js';
import { type Disk, plain, slow } from './support/disk.js';
import { machine } from './support/machine.js';
import { machineLine, shown } from './support/table.js';

/**
 * Measures, and prints ratios beside the goals. Nothing is asserted: it fails only when something cannot be run.
 *
 * `--only NAME` (again for more), `--quick`, `--rounds N`, `--events N`, `--json FILE`, `--save`, `--peers`.
 */
const usual: readonly Bench[] = [append, load, replay, http, report, growth];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    events: { type: 'string' },
    json: { type: 'string' },
    save: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
  },
});

const { quick } = values;
const options: Options = {
  quick,
  rounds: whole('rounds', values.rounds, quick ? 1 : 5),
  events: whole('events', values.events, quick ? 12_000 : 200_000),
};

if (!existsSync(new URL('../../dist/src/main.js', import.meta.url))) throw new Error('run `npm run build` first');
// Not the system's folder for such files: that one is often in memory, where a flush costs nothing.
const out = fileURLToPath(new URL('../../out', import.meta.url));
mkdirSync(out, { recursive: true });
const scratch = mkdtempSync(join(out, 'bench-'));
try {
  await main(values.peers ? [peers] : chosen(values.only));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main(benches: readonly Bench[]): Promise<void> {
  const about = machine();
  const date = new Date().toISOString();
  process.stdout.write(`${machineLine(about)}\n`);
  const slowDisk = benches.some(({ durable }) => durable) ? await slow(scratch) : undefined;
  const contests: Contest[] = [];
  for (const bench of benches) {
    process.stdout.write(`\n# ${bench.name}: ${bench.about}\n`);
    for (const disk of bench.durable ? [plain, slowDisk] : [plain]) {
      if (disk === undefined) continue;
      if (typeof disk === 'string') process.stdout.write(`\nskipped on a slow disk: ${disk}\n`);
      else contests.push(await measured(bench, disk));
    }
  }
  const result = `${JSON.stringify({ date, machine: about, options, contests }, null, 2)}\n`;
  const files = [
    ...(values.json === undefined ? [] : [values.json]),
    ...(values.save ? [saved(date, about.commit)] : []),
  ];
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, result);
    process.stdout.write(`\nwritten to ${file}\n`);
  }
}

async function measured(bench: Bench, disk: Disk): Promise<Contest> {
  const contest = new Contest(bench.name, disk, options, scratch);
  await bench.run(contest);
  process.stdout.write(`${shown(contest)}\n`);
  return contest;
}

function chosen(names: readonly string[] | undefined): readonly Bench[] {
  if (names === undefined) return usual;
  return names.map((name) => {
    const found = usual.find((bench) => bench.name === name);
    if (found === undefined)
      throw new Error(`no bench ${name}; there are ${usual.map((each) => each.name).join(', ')}`);
    return found;
  });
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1`);
  return number;
}

/** Kept beside the benches, named so that they sort by day. */
function saved(date: string, commit: string): string {
  const name = `${date.slice(0, 10)}-${commit.replace('+', '-changed')}.json`;
  return join(fileURLToPath(new URL('results', import.meta.url)), name);
}
