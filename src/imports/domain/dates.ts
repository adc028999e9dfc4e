import { BadCell } from './cells.js';

/** The ways of writing a day a mapping can name. `excel` is the number a spreadsheet keeps behind a date. */
export const dateFormats = ['dd/mm/yyyy', 'dd-mm-yyyy', 'dd.mm.yyyy', 'yyyy-mm-dd', 'yyyy/mm/dd', 'excel'] as const;
export type DateFormat = (typeof dateFormats)[number];

const written: Readonly<Record<Exclude<DateFormat, 'excel'>, RegExp>> = {
  'dd/mm/yyyy': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/u,
  'dd-mm-yyyy': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{4})$/u,
  'dd.mm.yyyy': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/u,
  'yyyy-mm-dd': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/u,
  'yyyy/mm/dd': /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/u,
};

/** Nobody knows which century, nor which of the three is the year. */
const twoDigitYear = /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/u;

const serial = /^\d{1,6}(?:[.,]\d+)?$/u;
/** Day 0 of spreadsheets as they count from March 1900 on; all dates that are taken are later. */
const dayZero = Date.UTC(1899, 11, 30);
const day = 86_400_000;
const minute = 60_000;

const hours = /^(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2}))?(?:\s*(?<half>[ap])\.?\s*m\.?)?$/iu;

/** How a list writes when something happened. */
export interface DateWriting {
  readonly formats: readonly DateFormat[];
  /** The hour of a day that comes without one: `HH:MM`. */
  readonly hour?: string | undefined;
}

/** Stands before an hour nobody wrote down. */
export const guessed = '~';

/**
 * When something happened, as every import writes it: `2026-03-09 15:30` on the clock of the place, or `2026-03-09 ~08:00`
 * where the hour is the usual one.
 * @param text a day, with or without its hour behind it
 * @param clock the hour, where it has a cell of its own
 * @throws BadCell `two-digit-year`, `not-in-format`, `no-hour`, `not-a-time` a day or an hour there is not
 */
export function localStamp(text: string, clock: string | undefined, { formats, hour }: DateWriting): string {
  if (formats.includes('excel') && serial.test(text)) return serialStamp(text, clock, hour);
  const [, date = '', rest] = /^(\S+)(?:[T\s]+(.+))?$/u.exec(text.replace('T', ' ')) ?? [];
  if (twoDigitYear.test(date)) throw new BadCell('two-digit-year');
  const found = formats.map((format) => (format === 'excel' ? null : written[format].exec(date))).find(Boolean);
  const { y = '', m = '', d = '' } = found?.groups ?? {};
  if (y === '') throw new BadCell('not-in-format');
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')} ${hourOf(rest ?? clock, hour)}`;
}

/** A whole number is a day, its fraction the hour: `45901.5` is noon. */
function serialStamp(text: string, clock: string | undefined, hour: string | undefined): string {
  const days = Number(text.replace(',', '.'));
  const whole = Number.isInteger(days);
  const at = new Date(dayZero + Math.round((days * day) / minute) * minute).toISOString();
  return `${at.slice(0, 10)} ${whole ? hourOf(clock, hour) : at.slice(11, 16)}`;
}

/** The hour that was written, or else the usual one, as a guess. */
const hourOf = (said: string | undefined, usual: string | undefined): string =>
  said === undefined && usual !== undefined ? `${guessed}${clockOf(usual)}` : clockOf(said);

/** `9:15`, `09:15:30`, `3:15 p. m.`, or the fraction of a day a spreadsheet keeps. */
function clockOf(text: string | undefined): string {
  if (text === undefined) throw new BadCell('no-hour');
  if (/^0[.,]\d+$/u.test(text)) {
    return new Date(Math.round((Number(text.replace(',', '.')) * day) / minute) * minute).toISOString().slice(11, 16);
  }
  const { h = '', min = '', s, half } = hours.exec(text)?.groups ?? {};
  if (h === '') throw new BadCell('not-in-format');
  const given = Number(h);
  if (half !== undefined && (given < 1 || given > 12)) throw new BadCell('not-a-time');
  const hour = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${min}${s === undefined ? '' : `:${s}`}`;
}
