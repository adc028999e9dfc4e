import { addDays, weekday, type LocalDate } from './zone.js';

/** A day on which nobody works, and who says so. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  /** The norm, decree or data set it comes from. */
  readonly source: string;
}

/** A decree that makes a day free (`add`) or a working day again (`remove`). */
export interface Override extends Holiday {
  readonly kind: 'add' | 'remove';
  /** Where it holds: the places whose code begins so. Left out: everywhere. */
  readonly region?: string;
}

/** Which days count as business days in a place. Plain data: edit a copy with `withOverrides`. */
export interface Calendar {
  /** IANA name: `America/Lima`. */
  readonly zone: string;
  /** Days of the week that are worked: Monday 1 … Sunday 7. */
  readonly workdays: readonly number[];
  readonly holidays: readonly Holiday[];
  /** What holds in some places only; counts nowhere until `inRegion` is asked. */
  readonly regional?: readonly Override[];
  /** The days, both included, whose holidays are known. */
  readonly covers: { readonly from: LocalDate; readonly to: LocalDate };
}

/** A due day was asked for beyond the days whose holidays are known. An answer would be a guess. */
export class OutsideCalendar extends Error {
  constructor(readonly date: LocalDate) {
    super(`no holidays known for ${date}`);
    this.name = 'OutsideCalendar';
  }
}

/** The calendar with decreed days added and removed; a later override of the same day wins. Regional ones wait for `inRegion`. */
export function withOverrides(calendar: Calendar, overrides: readonly Override[]): Calendar {
  const everywhere = overrides.filter(({ region }) => region === undefined);
  const regional = [...(calendar.regional ?? []), ...overrides.filter(({ region }) => region !== undefined)];
  return {
    ...calendar,
    holidays: edited(calendar.holidays, everywhere),
    ...(regional.length === 0 ? {} : { regional }),
  };
}

/**
 * The calendar of a place: what holds in its regions, too, the wider region first. The calendar itself where nothing does.
 * @param code of the place: a region holds it when its own code is the beginning of this one
 */
export function inRegion(calendar: Calendar, code: string): Calendar {
  const here = (calendar.regional ?? [])
    .filter(({ region = '' }) => code.startsWith(region))
    .sort((a, b) => (a.region ?? '').length - (b.region ?? '').length);
  return here.length === 0 ? calendar : { ...calendar, holidays: edited(calendar.holidays, here) };
}

function edited(holidays: readonly Holiday[], overrides: readonly Override[]): readonly Holiday[] {
  const days = new Map<LocalDate, Holiday>(holidays.map((holiday) => [holiday.date, holiday]));
  for (const { kind, date, name, source } of overrides) {
    if (kind === 'add') days.set(date, { date, name, source });
    else days.delete(date);
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const holidayDates = new WeakMap<readonly Holiday[], ReadonlySet<LocalDate>>();

/** @throws OutsideCalendar the calendar does not cover the day */
export function isBusinessDay(date: LocalDate, calendar: Calendar): boolean {
  if (date < calendar.covers.from || date > calendar.covers.to) throw new OutsideCalendar(date);
  let free = holidayDates.get(calendar.holidays);
  if (free === undefined) {
    free = new Set(calendar.holidays.map((holiday) => holiday.date));
    holidayDates.set(calendar.holidays, free);
  }
  return calendar.workdays.includes(weekday(date)) && !free.has(date);
}

/**
 * The `count`-th business day after `date`; 0 is the day itself, or the next business day where it is free.
 * @throws OutsideCalendar the count runs out of the days covered
 */
export function addBusinessDays(date: LocalDate, count: number, calendar: Calendar): LocalDate {
  let day = date;
  let left = count;
  while (left > 0 || !isBusinessDay(day, calendar)) {
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}
