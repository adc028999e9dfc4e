import { Matches, MaxLength } from 'class-validator';
import type { Position } from '#event-log';
import type { Until } from '../domain/replay.js';

const written = /^(?:position:\d{1,20}|(?:known|happened):\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)$/u;

/** A point of the past as one text: `position:42`, `known:2026-03-09T15:00:00Z`, `happened:2026-03-09T15:00:00Z`. */
export const IsPoint = (): PropertyDecorator => (target, name) => {
  Matches(written)(target, name);
  MaxLength(60)(target, name);
};

/** Instants are compared as text, so they are written one way: with milliseconds. @throws RangeError a day no calendar has */
export const canonical = (instant: string): string => new Date(instant).toISOString();

/** A position as logs write it. */
export const positionOf = (digits: string): Position => digits.padStart(20, '0') as Position;

/** @param point as `IsPoint` lets it through; left out: everything recorded */
export function untilOf(point: string | undefined): Until {
  if (point === undefined) return {};
  const at = point.indexOf(':');
  const value = point.slice(at + 1);
  switch (point.slice(0, at)) {
    case 'position':
      return { position: positionOf(value) };
    case 'known':
      return { known: canonical(value) };
    default:
      return { happened: canonical(value) };
  }
}

/** What an answer says of the point it is about, so that nobody takes the one for the other. */
export function modeOf({ position, known, happened }: Until): 'now' | 'position' | 'known' | 'happened' | 'both' {
  if (happened !== undefined) return known === undefined && position === undefined ? 'happened' : 'both';
  return known === undefined ? (position === undefined ? 'now' : 'position') : 'known';
}
