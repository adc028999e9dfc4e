import type { Instant } from '#event-log';

/** A day on the wall calendar of some place: `YYYY-MM-DD`. Sorts as text in time order. */
export type LocalDate = string;
/** A month on the wall calendar: `YYYY-MM`. */
export type Month = string;
/** A wall-clock time without a zone: `YYYY-MM-DDTHH:mm`, seconds and milliseconds optional. */
export type LocalDateTime = string;

/** What the wall clock and calendar of a zone show at an instant. `time` is `HH:mm`, cut down to the minute. */
export interface Zoned {
  readonly date: LocalDate;
  readonly time: string;
  readonly month: Month;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One UTC day of a zone: its offset, or the offsets either side of the change that falls in it. */
interface OffsetDay {
  readonly before: number;
  readonly after: number;
  readonly changeAt: number;
}

/** Offsets of one zone, asked of Intl once per UTC day and remembered. */
class Offsets {
  readonly #format: Intl.DateTimeFormat;
  readonly #days = new Map<number, OffsetDay>();
  readonly #midnights = new Map<number, number>();

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds to add to UTC to get local time. */
  at(ms: number): number {
    const index = Math.floor(ms / DAY);
    let day = this.#days.get(index);
    if (day === undefined) this.#days.set(index, (day = this.#load(index)));
    return ms < day.changeAt ? day.before : day.after;
  }

  #load(index: number): OffsetDay {
    const before = this.#midnight(index);
    const after = this.#midnight(index + 1);
    let low = index * DAY;
    if (before === after) return { before, after, changeAt: low };
    // Changes happen on whole seconds; the day holds one: halve until it is found.
    let high = low + DAY;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (this.#ask(middle) === before) low = middle;
      else high = middle;
    }
    return { before, after, changeAt: high };
  }

  #midnight(index: number): number {
    let offset = this.#midnights.get(index);
    if (offset === undefined) this.#midnights.set(index, (offset = this.#ask(index * DAY)));
    return offset;
  }

  #ask(ms: number): number {
    const part: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(ms)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
    local.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']));
    return local.getTime() - ms;
  }
}

const zones = new Map<string, Offsets>();

function offsets(zone: string): Offsets {
  let known = zones.get(zone);
  if (known === undefined) zones.set(zone, (known = new Offsets(zone)));
  return known;
}

/**
 * Milliseconds since 1970 of an instant.
 * @throws RangeError not an instant
 */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

export const toInstant = (ms: number): Instant => new Date(ms).toISOString();

const dates = new Map<number, LocalDate>();
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

function dateOfDay(day: number): LocalDate {
  let date = dates.get(day);
  if (date === undefined) dates.set(day, (date = new Date(day * DAY).toISOString().slice(0, 10)));
  return date;
}

/**
 * What calendar and clock of an IANA zone show at an instant. A remembered day costs no Intl call.
 * @throws RangeError not an instant, or no such zone
 */
export function zoned(instant: Instant, zone: string): Zoned {
  const ms = toMs(instant);
  const local = ms + offsets(zone).at(ms);
  const day = Math.floor(local / DAY);
  const minutes = Math.floor((local - day * DAY) / MINUTE);
  const date = dateOfDay(day);
  return {
    date,
    time: `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}`,
    month: date.slice(0, 7),
  };
}

/** A local date in a zone; the same as `zoned(instant, zone).date`. */
export const localDate = (instant: Instant, zone: string): LocalDate => zoned(instant, zone).date;

/**
 * The instant at which the wall clock of a zone shows `local`.
 *
 * Shown twice (clocks set back): the first. Never shown (clocks set forward): as much later as the clocks jumped.
 * @throws RangeError not a local date and time, or no such zone
 */
export function instantOf(local: LocalDateTime, zone: string): Instant {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(local))
    throw new RangeError(`not a local time: ${local}`);
  checkDate(local.slice(0, 10));
  const wall = toMs(`${local}Z`);
  const offset = offsets(zone);
  const before = offset.at(wall - DAY);
  const after = offset.at(wall + DAY);
  const shown = [wall - before, wall - after].filter((ms) => ms + offset.at(ms) === wall);
  return toInstant(shown.length === 0 ? wall - before : Math.min(...shown));
}

/**
 * A month in a zone as instants: from its first, until (exclusive) the first of the next month.
 * @throws RangeError not a month, or no such zone
 */
export function monthRange(month: Month, zone: string): readonly [from: Instant, until: Instant] {
  const first = `${month}-01`;
  return [startOfDay(first, zone), startOfDay(addMonths(first, 1), zone)];
}

/** The first instant of a local day. */
export const startOfDay = (date: LocalDate, zone: string): Instant => instantOf(`${date}T00:00`, zone);

/** The last millisecond of a local day. */
export const endOfDay = (date: LocalDate, zone: string): Instant =>
  toInstant(toMs(startOfDay(addDays(date, 1), zone)) - 1);

/** @throws RangeError not a day of the calendar */
function checkDate(date: LocalDate): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // Date.parse takes 31 February for 2 March.
  if (Number.isNaN(ms) || dateOfDay(ms / DAY) !== date) throw new RangeError(`not a date: ${date}`);
  return ms;
}

/** The local date `days` later (or earlier). */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(checkDate(date) / DAY + days);

/** The same day `months` later, or the last day of that month where it is shorter: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const day = new Date(checkDate(date));
  const first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).getUTCDate();
  return dateOfDay(first / DAY + Math.min(day.getUTCDate(), lastDay) - 1);
}

/** Monday 1 … Sunday 7. */
export const weekday = (date: LocalDate): number => ((((checkDate(date) / DAY + 3) % 7) + 7) % 7) + 1;
