import type { EventOf } from '#decider';
import type { CaseEvents } from '../domain/events.js';
import type { Clock } from '../domain/state.js';

/** A clock of a case as people look back at it: nothing it ever was is lost. */
export interface ClockRecord extends Omit<Clock, 'rungs' | 'reached'> {
  /** When the step was taken, in time or late. */
  readonly metAt?: string;
  /** Due times it had before, oldest first: by which rule, until when that stood, and what changed it. */
  readonly was: readonly {
    readonly rule: string;
    readonly due: string;
    readonly until: string;
    readonly because: string;
  }[];
  /** Rungs of its ladder that were reached: when they should have been, and when they were. */
  readonly reached: readonly { readonly role: string; readonly due: string; readonly at: string }[];
}

export type ClockRecords = Readonly<Record<string, ClockRecord>>;

type ClockEvent = EventOf<
  CaseEvents,
  'DeadlineSet' | 'DeadlineRecomputed' | 'DeadlineEscalated' | 'DeadlineMet' | 'DeadlineMissed' | 'DeadlineDropped'
>;

/**
 * The clocks of a case after one more event.
 * @param at its effective time
 */
export function withEvent(clocks: ClockRecords, event: ClockEvent, at: string): ClockRecords {
  const { clock: id } = event.data;
  if (event.type === 'DeadlineSet') return { ...clocks, [id]: fresh(event.data) };
  const clock = clocks[id];
  return clock === undefined ? clocks : { ...clocks, [id]: changed(clock, event, at) };
}

function fresh(data: CaseEvents['DeadlineSet']): ClockRecord {
  const { rule, version, stop, institution, trigger, due, imported } = data;
  const limits = { rule, version, stop, institution, trigger, due };
  return { ...limits, status: 'running', imported: imported === true, was: [], reached: [] };
}

function changed(clock: ClockRecord, event: Exclude<ClockEvent, { type: 'DeadlineSet' }>, at: string): ClockRecord {
  switch (event.type) {
    case 'DeadlineRecomputed': {
      const { rule, version, institution, trigger, due, was, because } = event.data;
      const before = { rule: was.rule, due: was.due, until: at, because };
      return { ...clock, rule, version, institution, trigger, due, was: [...clock.was, before] };
    }
    case 'DeadlineEscalated': {
      const { role, due } = event.data;
      return { ...clock, reached: [...clock.reached, { role, due, at }] };
    }
    case 'DeadlineMet':
      return { ...clock, status: 'met', metAt: at };
    case 'DeadlineMissed':
      return { ...clock, status: 'missed' };
    case 'DeadlineDropped':
      return { ...clock, status: 'dropped' };
  }
}
