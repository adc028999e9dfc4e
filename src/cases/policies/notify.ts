import { policy } from '#policy';
import { type CaseEvents, caseEvents } from '../domain/events.js';

/** A legal deadline that passed is told to the institution it bound, without a word of the case. */
export const notifyMissed = policy<CaseEvents>({
  name: 'notify-missed',
  events: caseEvents,
  on: {
    DeadlineMissed: ({ stream, data }) =>
      data.imported === true
        ? []
        : [
            {
              category: 'notice',
              id: stream.slice('case-'.length),
              command: { to: data.institution, kind: 'deadline-missed', ref: stream.slice('case-'.length) },
            },
          ],
  },
});
