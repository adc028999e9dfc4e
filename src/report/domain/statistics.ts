import type { Change, Value } from './model.js';
import { statisticFrom } from './profiles.js';

/**
 * Natural limits of a series of counts: centre and 2.66 mean moving ranges either side (an XmR chart). In whole counts:
 * the least and the largest that lie within.
 */
export interface Limits {
  readonly low: number;
  readonly centre: number;
  readonly high: number;
}

/** Points an XmR baseline needs. */
const baselineFrom = 12;

/**
 * Limits from the points before the last one, so that the last is judged by the others.
 * @returns undefined below 12 points, below 20 in all of them, or where any of them is not published
 */
export function naturalLimits(series: readonly Value[]): Limits | undefined {
  const known = series.filter((point) => point.status !== 'unmeasured');
  const baseline = known.slice(0, -1).map((point) => point.value);
  if (baseline.length < baselineFrom || baseline.includes(null)) return undefined;
  const points = baseline as readonly number[];
  const all = points.reduce((sum, point) => sum + point, 0);
  if (all < statisticFrom) return undefined;
  const centre = all / points.length;
  const ranges = points.slice(1).map((point, index) => Math.abs(point - (points[index] ?? point)));
  const width = (2.66 * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  return { low: Math.max(0, Math.ceil(centre - width)), centre: Math.round(centre), high: Math.floor(centre + width) };
}

/** Whether the last point lies outside what the months before it vary by. */
export function changeOfSeries(series: readonly Value[]): Change {
  const limits = naturalLimits(series);
  const last = series.at(-1)?.value;
  if (limits === undefined || last === null || last === undefined) return 'unclear';
  if (last > limits.high) return 'up';
  if (last < limits.low) return 'down';
  return 'steady';
}

/** The 95 % Wilson interval of a proportion, as fractions. */
export function wilson(numerator: number, denominator: number): { readonly low: number; readonly high: number } {
  const z = 1.96;
  const share = numerator / denominator;
  const scale = 1 + (z * z) / denominator;
  const middle = (share + (z * z) / (2 * denominator)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / denominator + (z * z) / (4 * denominator * denominator));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Two proportions moved apart only when their intervals do not touch. */
export function changeOfShare(now: Value, before: Value): Change {
  const a = intervalOf(now);
  const b = intervalOf(before);
  if (a === undefined || b === undefined) return 'unclear';
  if (a.low > b.high) return 'up';
  if (a.high < b.low) return 'down';
  return 'steady';
}

function intervalOf(value: Value): { readonly low: number; readonly high: number } | undefined {
  if (value.status !== 'published' || value.numerator === null || value.denominator === null) return undefined;
  return value.denominator < 20 ? undefined : wilson(value.numerator, value.denominator);
}

/** A waiting time: how long, and whether it ended in what was waited for or is still running. */
export interface Waiting {
  readonly hours: number;
  readonly ended: boolean;
}

/** The product of many shares is half only up to rounding. */
const medianShare = 0.5 + 1e-12;

/**
 * The median waiting time (Kaplan–Meier), with those still waiting kept in the denominator.
 * @returns undefined when fewer than half are known to have ended
 */
export function medianWaiting(waits: readonly Waiting[]): number | undefined {
  const sorted = [...waits].sort((a, b) => a.hours - b.hours || Number(b.ended) - Number(a.ended));
  let atRisk = sorted.length;
  let waitingShare = 1;
  for (const { hours, ended } of sorted) {
    if (ended) {
      waitingShare *= 1 - 1 / atRisk;
      if (waitingShare <= medianShare) return hours;
    }
    atRisk -= 1;
  }
  return undefined;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
