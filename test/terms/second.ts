import type { Calendar, DatedRule, Facts, Term } from '#terms';

/**
 * The rules of time once more, written from what they say and from nothing else: plain loops over days and rows, an offset
 * of whole hours for a zone, no memory and no index. Slow on purpose; it shares only the shapes of data with the engine.
 */

export interface Clock {
  readonly rule: DatedRule;
  readonly from: string;
  readonly due: string;
  readonly before: readonly { readonly rule: DatedRule; readonly from: string; readonly due: string }[];
}

/** What happened, in the order in which it first did. */
export type Past = readonly (readonly [trigger: string, at: string])[];

export interface Place {
  readonly rules: readonly DatedRule[];
  readonly calendar: Calendar;
  /** Hours behind UTC, all year and every year. */
  readonly behind: number;
  /** Code of the district. */
  readonly district: string;
}

const HOUR = 3_600_000;
const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));
const text = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;
const parts = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function tomorrow(date: string): string {
  const [year, month, day] = parts(date);
  if (day < daysIn(year, month)) return text(year, month, day + 1);
  return month < 12 ? text(year, month + 1, 1) : text(year + 1, 1, 1);
}

const dayOf = (at: string, { behind }: Place): string =>
  new Date(Date.parse(at) - behind * HOUR).toISOString().slice(0, 10);

const lastInstant = (day: string, { behind }: Place): string =>
  new Date(Date.parse(`${tomorrow(day)}T00:00:00.000Z`) + behind * HOUR - 1).toISOString();

/** Whether anybody works on a day: the narrowest region that says something about it has the last word. */
function isWorked(day: string, { calendar, district }: Place): boolean {
  let free = false;
  for (const holiday of calendar.holidays) if (holiday.date === day) free = true;
  const said = (calendar.regional ?? []).filter(({ date }) => date === day);
  for (let length = 1; length <= district.length; length += 1) {
    for (const { region, kind } of said) if (region === district.slice(0, length)) free = kind === 'add';
  }
  const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay();
  return !free && calendar.workdays.includes(weekday === 0 ? 7 : weekday);
}

export function dueOf(at: string, term: Term, place: Place): string {
  if (term.unit === 'hours') {
    let ms = Date.parse(at);
    for (let hour = 0; hour < term.amount; hour += 1) ms += HOUR;
    return new Date(ms).toISOString();
  }
  let day = dayOf(at, place);
  if (term.unit === 'months') {
    let [year, month] = parts(day);
    const [, , wanted] = parts(day);
    for (let step = 0; step < term.amount; step += 1) {
      month += 1;
      if (month === 13) [year, month] = [year + 1, 1];
    }
    return lastInstant(text(year, month, Math.min(wanted, daysIn(year, month))), place);
  }
  let left = term.amount;
  while (left > 0) {
    day = tomorrow(day);
    if (term.unit === 'days' || isWorked(day, place)) left -= 1;
  }
  // No business days at all still end on a day that is worked.
  while (term.unit === 'business-days' && !isWorked(day, place)) day = tomorrow(day);
  return lastInstant(day, place);
}

/** The rows new clocks go by, in the order of the book: of each the highest version, or the one a clock runs under. */
function currentRows(rules: readonly DatedRule[], running?: DatedRule): DatedRule[] {
  const rows: DatedRule[] = running === undefined ? [] : [running];
  for (const { id } of rules) {
    if (rows.some((row) => row.id === id)) continue;
    let latest: DatedRule | undefined;
    for (const row of rules) {
      if (row.id === id && (latest === undefined || row.version > latest.version)) latest = row;
    }
    if (latest !== undefined) rows.push(latest);
  }
  return rows;
}

function applies(row: DatedRule, day: string, facts: Facts): boolean {
  if (day < row.validFrom) return false;
  if (row.validTo !== undefined && day > row.validTo) return false;
  for (const name of Object.keys(row.condition ?? {})) {
    const known = facts[name];
    if (known === undefined || !(row.condition?.[name] ?? []).includes(known)) return false;
  }
  return true;
}

/** The clock of one step; of two that are due at once, the one found first. */
export function clockFor(stop: string, past: Past, facts: Facts, place: Place, running?: DatedRule): Clock | undefined {
  const rows = currentRows(
    place.rules.filter((row) => row.stop === stop),
    running,
  );
  const own = past.filter(([trigger]) => trigger === running?.trigger);
  const others = past.filter(([trigger]) => trigger !== running?.trigger);
  let first: Clock | undefined;
  for (const [trigger, at] of [...own, ...others]) {
    for (const rule of rows) {
      if (rule.trigger !== trigger || !applies(rule, dayOf(at, place), facts)) continue;
      const due = dueOf(at, rule.term, place);
      if (first === undefined || Date.parse(due) < Date.parse(first.due)) first = { rule, from: at, due, before: [] };
    }
  }
  return first;
}

/** The clocks a happening starts, one for each step that is then waited for. */
export function clocksFrom(trigger: string, at: string, facts: Facts, place: Place): Clock[] {
  const stops: string[] = [];
  for (const row of place.rules) if (row.trigger === trigger && !stops.includes(row.stop)) stops.push(row.stop);
  return stops.flatMap((stop) => clockFor(stop, [[trigger, at]], facts, place) ?? []);
}

/** An open clock when something new is known. */
export function movedBy(facts: Facts, clock: Clock, past: Past, place: Place): Clock {
  const { rule, from, due, before } = clock;
  const seen = past.map(([trigger, at]) => [trigger, trigger === rule.trigger ? from : at] as const);
  const now = clockFor(rule.stop, seen, facts, place, rule);
  if (now === undefined) return clock;
  if (now.rule.id === rule.id && now.rule.version === rule.version && now.due === due) return clock;
  return { ...now, before: [...before, { rule, from, due }] };
}

/** The period after one that repeats. */
export function periodAfter(clock: Clock, facts: Facts, place: Place): Clock | undefined {
  if (!clock.rule.repeats) return undefined;
  const next = clockFor(clock.rule.stop, [[clock.rule.trigger, clock.due]], facts, place);
  return next?.rule.repeats ? next : undefined;
}
