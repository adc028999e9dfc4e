/** What one run of a contestant measured: figure → value. The unit is part of the name. */
export type Figures = Readonly<Record<string, number>>;

/** The value below which a share `q` of the values lies; NaN for none. */
export function quantile(values: Iterable<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]): number => {
  const half = values.length / 2;
  return Number.isInteger(half)
    ? (quantile(values, 0.5) + ([...values].sort((a, b) => a - b)[half - 1] ?? NaN)) / 2
    : quantile(values, 0.5);
};

/** The median of every figure over some runs. */
export function medians(runs: readonly Figures[]): Figures {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return Object.fromEntries(
    names.map((name) => [name, median(runs.flatMap((run) => (run[name] === undefined ? [] : [run[name]])))]),
  );
}

/** Measures some work that is done again and again: how often a second, how long each takes, how much CPU it needs. */
export class Watch {
  readonly #ms: number[] = [];
  readonly #cpu = process.cpuUsage();
  readonly #start = performance.now();

  /** Notes how long one took, in milliseconds. */
  took(ms: number): void {
    this.#ms.push(ms);
  }

  /** @param done how many were done; as many as were noted, if not told */
  figures(done = this.#ms.length): Figures {
    const seconds = (performance.now() - this.#start) / 1_000;
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      perSecond: done / seconds,
      cpuUs: (user + system) / done,
      ...(this.#ms.length === 0 ? {} : { p50Ms: quantile(this.#ms, 0.5), p99Ms: quantile(this.#ms, 0.99) }),
    };
  }
}
