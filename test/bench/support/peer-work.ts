import type { EventOf } from '#decider';
import { deriveId, type NewEvent } from '#event-log';
import { caseDecider } from '../../../src/cases/domain/case.js';
import type { CaseEvents } from '../../../src/cases/domain/events.js';
import { caseEvents, caseId } from './sample.js';

/** What every store is given to do, so that it is the same. */
export interface PeerArgs {
  readonly what: 'append' | 'load' | 'rebuild';
  readonly folder: string;
  /** Appends or loads. */
  readonly count: number;
  readonly concurrent: number;
  readonly streams: number;
  readonly length: number;
}

export interface Appending {
  readonly stream: string;
  /** How many events the stream holds already. */
  readonly revision: number;
  readonly events: readonly NewEvent[];
}

const streamLength = 12;

export const { initial } = caseDecider;

export const evolve = (state: typeof initial, event: { readonly type: string; readonly data: object }) =>
  caseDecider.evolve(state, event as EventOf<CaseEvents>);

export const streamOf = {
  name: (index: number): string => `case-${caseId(index)}`,

  /** A case from beginning to end, in one append. */
  whole: (index: number, length: number): Appending => ({
    stream: streamOf.name(index),
    revision: 0,
    events: caseEvents(index, length),
  }),

  warmUp: (): Appending => streamOf.whole(-1, 1),

  /** Appends of one event each, for some callers: each goes on with a stream until it is long enough. */
  lanes: (count: number, concurrent: number): readonly (readonly Appending[])[] =>
    Array.from({ length: concurrent }, (_, lane) => {
      const appends = Math.floor(count / concurrent) + (lane < count % concurrent ? 1 : 0);
      return Array.from({ length: appends }, (_, index): Appending => {
        const revision = index % streamLength;
        const events = caseEvents(lane, streamLength).slice(revision, revision + 1);
        const stream = `case-${deriveId('lane', lane, Math.floor(index / streamLength))}`;
        return { stream, revision, events };
      });
    }),
};
