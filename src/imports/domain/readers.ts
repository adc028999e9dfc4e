import type { Instant } from '#event-log';
import { instantOf, localDate } from '#terms';
import { ageBandOf, jurisdiction } from '../../protocol/index.js';
import { BadCell, type Reader } from './cells.js';
import { guessed } from './dates.js';

/** Clocks of the institutions a file comes from are a little off. */
const tolerance = 5 * 60_000;
const oldest = '1990-01-01T00:00:00.000Z';
const mostInList = 20;

/** Any text up to 80 characters without control characters. */
export const externalId: Reader<string> = matching(/^[^\p{C}\p{Zl}\p{Zp}]{1,80}$/u, 'too-long');

/** A note as it fits on a form. */
export const words: Reader<string> = matching(/^[^\p{C}\p{Zl}\p{Zp}]{1,280}$/u, 'too-long');

/** The form of the codes of institutions and services. */
export const directoryCode: Reader<string> = matching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u, 'unknown-code');

/** A district; a spreadsheet that took it for a number has lost its leading zero. */
export const district: Reader<string> = {
  read: (text) =>
    matching(/^\d{5,6}$/u, 'not-a-district')
      .read(text)
      .padStart(6, '0'),
  blank: '',
};

/** Completed years, as the band they fall in. */
export const age: Reader<string> = {
  read: (text) => {
    if (!/^\d{1,3}$/u.test(text) || Number(text) > 120) throw new BadCell('not-an-age');
    return ageBandOf(Number(text));
  },
  blank: '',
};

export const ageBand = (country: string): Reader<string> =>
  listed([...jurisdiction(country).ageBands.map(({ code }) => code), 'UNKNOWN']);

const yes = ['si', 'sí', 's', 'yes', 'y', 'true', '1'];
const no = ['no', 'n', 'false', '0'];

export const yesOrNo: Reader<boolean> = {
  read: (text) => {
    const word = text.toLowerCase();
    if (!yes.includes(word) && !no.includes(word)) throw new BadCell('not-yes-or-no');
    return yes.includes(word);
  },
  blank: false,
};

const codes = new Map<string, Reader<string>>();

/** A code of one of these lists of the jurisdiction, in capitals or not. */
export function codeOf(country: string, ...lists: readonly string[]): Reader<string> {
  const key = [country, ...lists].join(' ');
  const made = codes.get(key) ?? listed(lists.flatMap((name) => codesIn(country, name)));
  codes.set(key, made);
  return made;
}

/** @throws RangeError no such list */
function codesIn(country: string, name: string): readonly string[] {
  const list = jurisdiction(country).codes[name];
  if (list === undefined) throw new RangeError(`no code list ${name}`);
  return list.entries.map(({ code }) => code);
}

/** One of these, in capitals or not. */
export function listed<const C extends string>(codes: readonly C[]): Reader<C | ''> {
  const known = new Map(codes.map((code) => [code.toUpperCase(), code]));
  return {
    read: (text) => {
      const code = known.get(text.toUpperCase());
      if (code === undefined) throw new BadCell('unknown-code');
      return code;
    },
    blank: '',
  };
}

/** Several of them, separated by `|`; each counts once, in the order of the alphabet. */
export const many = (one: Reader<string>): Reader<readonly string[]> => ({
  read: (text) => {
    const parts = text.split('|').map((part) => part.trim());
    if (parts.length > mostInList) throw new BadCell('too-long');
    return [...new Set(parts.map((part) => one.read(part)))].sort();
  },
  blank: [],
});

const local = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)$/u;
const guess = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d) ${guessed}(?=\\d)`, 'u');
const zoned = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:\d\d)$/u;

/**
 * When something happened: on the wall clock of `zone`, or with an offset. Never later than `now`; where the hour is a
 * guess, never on a later day.
 */
export const stamp = (zone: string, now: Instant): Reader<Instant> => ({
  read: (text) => {
    const at = instant(text.replace(guess, '$1 '), zone);
    if (at < oldest) throw new BadCell('too-old');
    const isLater = guess.test(text)
      ? localDate(at, zone) > localDate(now, zone)
      : Date.parse(at) > Date.parse(now) + tolerance;
    if (isLater) throw new BadCell('in-future');
    return at;
  },
  blank: '',
});

function instant(text: string, zone: string): Instant {
  const [, day, time] = local.exec(text) ?? [];
  const [, dayThere, timeThere, offset] = zoned.exec(text) ?? [];
  try {
    if (day !== undefined && time !== undefined) return instantOf(`${day}T${time}`, zone);
    // Asked of the calendar too: a date of its own takes 31 February for 2 March.
    if (dayThere !== undefined) instantOf(`${dayThere}T00:00`, 'UTC');
    return new Date(`${dayThere}T${timeThere}${offset}`).toISOString();
  } catch (error) {
    if (error instanceof RangeError) throw new BadCell('not-a-time');
    throw error;
  }
}

function matching(pattern: RegExp, code: BadCell['code']): Reader<string> {
  return {
    read: (text) => {
      if (!pattern.test(text)) throw new BadCell(code);
      return text;
    },
    blank: '',
  };
}
