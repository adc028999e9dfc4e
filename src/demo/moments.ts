import { addDays, type Month, monthRange, startOfDay, weekday, zoned } from '#terms';
import { hourProfile, weekdayProfile } from './assumptions.js';
import type { Random } from './random.js';

export const hour = 3_600_000;
export const minute = 60_000;

/** So many hours in milliseconds, to the second. */
export const span = (hours: number): number => Math.round(hours * 3_600) * 1_000;

export const instant = (ms: number): string => new Date(ms).toISOString();

/** `count` instants of a local month by the profiles of weekday and hour, to the second, in the order of time. */
export function instantsIn(month: Month, count: number, random: Random, zone: string): readonly number[] {
  if (count === 0) return [];
  const [from, until] = monthRange(month, zone);
  const days: { readonly start: number; readonly weight: number }[] = [];
  for (let date = `${month}-01`; startOfDay(date, zone) < until; date = addDays(date, 1)) {
    const weight = weekdayProfile.value[weekday(date) - 1] ?? 0;
    days.push({ start: Date.parse(startOfDay(date, zone)), weight });
  }
  const hours = hourProfile.value.map((weight, at) => ({ at, weight }));
  const drawn = Array.from({ length: count }, () => {
    const { start } = random.of(days, (day) => day.weight);
    const { at } = random.of(hours, (each) => each.weight);
    return start + at * hour + Math.floor(random.next() * 3_600) * 1_000;
  });
  if (drawn.some((at) => at < Date.parse(from))) throw new Error('an instant outside its month');
  return drawn.sort((a, b) => a - b);
}

const opens = 8 * hour;
const closes = 16.5 * hour;

/** The instant itself in office hours, else some time on the morning of the next working day. */
export function officeTime(at: number, random: Random, zone: string): number {
  let { date } = zoned(instant(at), zone);
  const midnight = Date.parse(startOfDay(date, zone));
  if (weekday(date) <= 5 && at >= midnight + opens && at < midnight + closes) return at;
  if (at >= midnight + opens) date = addDays(date, 1);
  while (weekday(date) > 5) date = addDays(date, 1);
  return Date.parse(startOfDay(date, zone)) + opens + Math.floor(random.next() * 2.5 * 3_600) * 1_000;
}
