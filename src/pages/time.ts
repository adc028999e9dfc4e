import type { Instant } from '#event-log';
import { formatDate, formatInstant } from '#service';
import { endOfDay, instantOf, localDate } from '#terms';
import { localeNow, zoneNow } from '../country.js';
import { say } from './words.js';

const minute = 60_000;

/** A stretch of time in the one unit people say it in: minutes, from an hour on hours, from two days on days. */
function spoken(milliseconds: number): { readonly n: number; readonly unit: string } {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 60) return { n: minutes, unit: 'min' };
  if (minutes < 48 * 60) return { n: Math.floor(minutes / 60), unit: 'h' };
  return { n: Math.floor(minutes / (24 * 60)), unit: 'd' };
}

/** `quedan 5 h`, `venció hace 2 h`. */
export function timeLeft(due: Instant, now: Instant): string {
  const difference = Date.parse(due) - Date.parse(now);
  const stretch = spoken(Math.abs(difference));
  if (stretch.n === 0) return say('time.now');
  return say(difference > 0 ? 'time.left' : 'time.overdue', stretch);
}

/** Whether it fell due, or does before the day ends on the clocks of who asks. */
export const isDueToday = (due: Instant, now: Instant): boolean =>
  due <= endOfDay(localDate(now, zoneNow()), zoneNow());

export const isOverdue = (due: Instant, now: Instant): boolean => due < now;

/** `hace 40 min`. */
export function timeAgo(at: Instant, now: Instant): string {
  const stretch = spoken(Math.max(0, Date.parse(now) - Date.parse(at)));
  return stretch.n === 0 ? say('time.justNow') : say('time.ago', stretch);
}

/** `9 mar 2026, 10:00`, on the clocks of who asks. */
export const when = (at: Instant): string =>
  formatInstant(at, localeNow(), zoneNow(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** `10:00:59`: for what ends within minutes. */
export const toTheSecond = (at: Instant): string =>
  formatInstant(at, localeNow(), zoneNow(), { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** `9 mar 2026`. */
export const onDay = (at: Instant): string =>
  formatInstant(at, localeNow(), zoneNow(), { day: 'numeric', month: 'short', year: 'numeric' });

/** A day of the calendar, `2026-03-09`, as `9 mar 2026`. */
export const dayName = (day: string): string =>
  formatDate(day, localeNow(), { day: 'numeric', month: 'short', year: 'numeric' });

/** The same in full: `9 de marzo de 2026`. */
export const longDay = (day: string): string =>
  formatDate(day, localeNow(), { day: 'numeric', month: 'long', year: 'numeric' });

/** A month, `2025-10`, as `octubre de 2025`. */
export const monthName = (month: string): string =>
  formatDate(`${month}-15`, localeNow(), { month: 'long', year: 'numeric' });

/** The last instant of a day chosen in a form: `YYYY-MM-DD`, one the calendar has. */
export const untilEndOf = (day: string): Instant => endOfDay(day, zoneNow());

/** The instant of a day and an hour chosen in a form: `YYYY-MM-DD`, `HH:mm`. */
export const atHour = (day: string, hour: string): Instant => instantOf(`${day}T${hour}`, zoneNow());
