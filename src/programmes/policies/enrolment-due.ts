import type { DuePolicy } from '#policy';
import { type EnrolmentCard, enrolments } from '../views/enrolments.js';

/** A clock of a participant's file whose time has come is recorded as missed, once, at the instant it fell due. */
export const missedEnrolmentDeadlines: DuePolicy<EnrolmentCard> = {
  name: 'missed-enrolment-deadlines',
  projection: enrolments,
  list: 'due',
  fire: ({ id, clocks }, _key, now) =>
    Object.values(clocks)
      .filter(({ due, missed }) => due <= now && missed !== true)
      .map(({ clock, due }) => ({
        ...{ category: 'enrolment', id, command: { do: 'miss-deadline', clock, due } },
        ...{ effectiveAt: due, once: clock },
      })),
};

/** Whom such a clock calls when nothing happens: every rung that is due, in order. */
export const enrolmentLadder: DuePolicy<EnrolmentCard> = {
  name: 'enrolment-ladder',
  projection: enrolments,
  list: 'rungs',
  fire: ({ id, clocks }, _key, now) =>
    Object.values(clocks).flatMap(({ clock, rungs }) =>
      rungs
        .filter(({ at }) => at <= now)
        .map(({ rung }) => ({
          ...{ category: 'enrolment', id, command: { do: 'escalate', clock, rung } },
          once: `${clock}/${rung}`,
        })),
    ),
};
