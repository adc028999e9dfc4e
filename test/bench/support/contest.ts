import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from './disk.js';
import { type Figures, median, medians } from './figures.js';
import { quietMoment } from './machine.js';

export interface Options {
  /** Small counts: shows that everything runs, and no more. */
  readonly quick: boolean;
  readonly rounds: number;
  /** Events in the log of a replay, and of a command that is sent to a full log. */
  readonly events: number;
}

/** A measure and those it is compared with. */
export interface Bench {
  readonly name: string;
  /** What it does, in one line. */
  readonly about: string;
  /** It waits for the disk: it is run on every disk there is. */
  readonly durable: boolean;
  run(contest: Contest): Promise<void>;
}

/** All rounds of one contestant. */
export interface Run {
  readonly name: string;
  readonly figures: Figures;
  readonly rounds: readonly Figures[];
  /** Share of CPU that was idle before each round. */
  readonly idle: readonly number[];
}

/** A goal: the least, or the most, that a value should be. */
export type Goal = { readonly least: number } | { readonly most: number };

/** A value beside its goal; of a ratio, the median, the lowest and the highest of the rounds. */
export interface Comparison {
  readonly what: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly goal?: Goal;
}

/** A bench on one disk: runs contestants in turn and compares them. */
export class Contest {
  readonly runs: Run[] = [];
  readonly comparisons: Comparison[] = [];
  readonly bench: string;
  readonly disk: Disk;
  readonly options: Options;
  readonly #scratch: string;
  #folders = 0;

  constructor(bench: string, disk: Disk, options: Options, scratch: string) {
    this.bench = bench;
    this.disk = disk;
    this.options = options;
    this.#scratch = scratch;
  }

  /** A new folder; it goes away with the run. */
  folder(): string {
    this.#folders += 1;
    const path = join(this.#scratch, `${this.bench}-${this.disk.env['CHASKI_FLUSH_MS'] ?? 0}-${this.#folders}`);
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** A count: `full`, or a small one when it must be quick. */
  count(full: number, quick: number): number {
    return this.options.quick ? quick : full;
  }

  /** Runs everybody once a round, A B A B, each after waiting a little for the machine to be quiet. */
  async inTurn(contestants: Readonly<Record<string, (round: number) => Promise<Figures>>>): Promise<void> {
    const found = Object.entries(contestants).map(([name, measure]) => ({
      name,
      measure,
      rounds: [] as Figures[],
      idle: [] as number[],
    }));
    for (let round = 0; round < this.options.rounds; round += 1) {
      for (const each of found) {
        each.idle.push(await quietMoment(this.options.quick ? 0 : 4_000));
        each.rounds.push(await each.measure(round));
      }
    }
    this.runs.push(...found.map(({ name, rounds, idle }) => ({ name, rounds, idle, figures: medians(rounds) })));
  }

  /** How many times one contestant's figure is another's, round by round. */
  ratio(what: string, figure: string, of: string, to: string, goal?: Goal): void {
    const [ours, theirs] = [this.#rounds(of, figure), this.#rounds(to, figure)];
    this.#compare(
      what,
      ours.map((value, round) => value / (theirs[round] ?? NaN)),
      '×',
      goal,
    );
  }

  /** A contestant's figure beside a goal that is no ratio. */
  value(what: string, figure: string, of: string, unit: string, goal?: Goal): void {
    this.#compare(what, this.#rounds(of, figure), unit, goal);
  }

  #rounds(name: string, figure: string): readonly number[] {
    const run = this.runs.find((each) => each.name === name);
    if (run === undefined) throw new Error(`nobody called ${name} ran`);
    return run.rounds.map((each) => each[figure] ?? NaN);
  }

  #compare(what: string, values: readonly number[], unit: string, goal: Goal | undefined): void {
    this.comparisons.push({
      what,
      value: median(values),
      low: Math.min(...values),
      high: Math.max(...values),
      unit,
      ...(goal === undefined ? {} : { goal }),
    });
  }
}

/** Whether a value is where it should be; undefined where no goal is set or nothing was measured. */
export function reaches({ value, goal }: Pick<Comparison, 'value' | 'goal'>): boolean | undefined {
  if (goal === undefined || Number.isNaN(value)) return undefined;
  return 'least' in goal ? value >= goal.least : value <= goal.most;
}
