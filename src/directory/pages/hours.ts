import { formatDate } from '#service';
import { localeNow } from '../../country.js';
import { weekdays } from '../domain/checks.js';
import type { Exception, Schedule } from '../domain/events.js';
import { say } from './words.js';

const onDay = (day: string): string =>
  formatDate(day, localeNow(), { day: 'numeric', month: 'short', year: 'numeric' });

/** `lun a vie: 08:00 a 16:15`, with its days where it does not always hold. */
export function weekly({ byday, opensAt: from, closesAt: to, validFrom, validTo }: Schedule): string {
  const always = from === '00:00' && to === '24:00';
  const line = say(always ? 'hours.always' : 'hours.line', { days: daysOf(byday), from, to });
  if (validFrom !== undefined && validTo !== undefined) {
    return say('hours.within', { line, from: onDay(validFrom), to: onDay(validTo) });
  }
  if (validFrom !== undefined) return say('hours.from', { line, from: onDay(validFrom) });
  return validTo === undefined ? line : say('hours.to', { line, to: onDay(validTo) });
}

/** `28 jul 2026: cerrado`. */
export const special = ({ day, opensAt, closesAt }: Exception): string =>
  opensAt === undefined || closesAt === undefined
    ? say('exception.closed', { day: onDay(day) })
    : say('exception.hours', { day: onDay(day), from: opensAt, to: closesAt });

function daysOf(byday: readonly string[]): string {
  const days = weekdays.filter((day) => byday.includes(day));
  if (days.length === weekdays.length) return say('everyDay');
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const inARow = weekdays.indexOf(last) - weekdays.indexOf(first) === days.length - 1;
  return inARow && days.length > 2 ? `${say(first)} a ${say(last)}` : days.map((day) => say(day)).join(', ');
}
