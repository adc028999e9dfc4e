import { type EventOf, personal, type SealedSection } from '#decider';
import { publicCode, reeducationClocks, type ReeducationStep } from '../../protocol/index.js';
import { type EnrolmentCommand, programmeKey, subjectOf } from '../domain/enrolment.js';
import type { EnrolmentEvents } from '../domain/enrolment-events.js';
import type { Measured } from '../domain/participant-measure.js';

type Event<T extends keyof EnrolmentEvents = keyof EnrolmentEvents> = EventOf<EnrolmentEvents, T>;

/** Under which specifications decide. */
export const commandId = '00000000-0000-7000-8000-000000000000';
export const now = '2025-10-01T15:00:00.000Z';

export const enrolmentId = 'e4401000-0000-8000-8000-000000000001';
export const centre = 'pe-150112-cai';
export const orderingCourt = 'pe-150112-juzgado-familia';
export const ofCentre = { country: 'PE', institution: centre, district: '150112' } as const;

export const subject = subjectOf(commandId);

/** A section as the log holds it. */
export const sealedSection: SealedSection = {
  v: 1,
  dekId: 'f0000000-0000-8000-8000-000000000002',
  dekVersion: 1,
  iv: 'AAAAAAAAAAAAAAAA',
  ct: 'c2VhbGVk',
  tag: 'AAAAAAAAAAAAAAAAAAAAAA',
};

/** The clocks a step starts at that centre. */
export const clocksOf = (happened: ReeducationStep, at = now, id = commandId, orderedBy?: string) =>
  reeducationClocks({
    ...{ country: 'PE', happened, at, institution: centre, commandId: id, imported: false },
    ...(orderedBy === undefined ? {} : { orderedBy }),
  });

/** The one clock of them. */
export function clockOf(...of: Parameters<typeof clocksOf>) {
  const [clock] = clocksOf(...of);
  if (clock === undefined) throw new Error('no clock starts');
  return clock;
}

export const ordering = {
  ...{ do: 'open', ...ofCentre, entry: 'COURT_ORDER', court: orderingCourt, sessions: 4 },
} as const satisfies EnrolmentCommand;
export const ordered: Event<'EnrolmentOpened'> = {
  type: 'EnrolmentOpened',
  data: {
    ...ofCentre,
    code: publicCode(commandId, now, 'PE'),
    ...{ subject, entry: 'COURT_ORDER', sessions: 4, court: orderingCourt },
    starts: clocksOf('programme-ordered'),
  },
};
export const volunteering = { do: 'open', ...ofCentre, entry: 'VOLUNTARY', sessions: 4 } as const;
export const volunteered: Event<'EnrolmentOpened'> = {
  type: 'EnrolmentOpened',
  data: { ...ofCentre, code: publicCode(commandId, now, 'PE'), subject, entry: 'VOLUNTARY', sessions: 4 },
};

export const begun: Event<'IntakeHeld'> = {
  type: 'IntakeHeld',
  data: {
    ...{ ...ofCentre, on: '2025-10-01', starts: clocksOf('progress-owed') },
    meets: [clockOf('programme-ordered').clock],
  },
};
export const begunByWish: Event<'IntakeHeld'> = { type: 'IntakeHeld', data: { ...ofCentre, on: '2025-10-01' } };

/** A session of a day in October. */
export const session = (
  date: number,
  result: EnrolmentEvents['EnrolmentSessionRecorded']['result'],
  more: object = {},
): Event<'EnrolmentSessionRecorded'> => ({
  type: 'EnrolmentSessionRecorded',
  data: { ...ofCentre, day: `2025-10-${String(date).padStart(2, '0')}`, result, ...more },
});
export const thirdAbsence = session(16, 'MISSED', { starts: clocksOf('absences-reached') });

/** Every item answered in the middle, and as well as can be: 8 and 24 points. */
export const answers = { money: 1, chores: 1, outings: 2, anger: 1, blame: 2, secret: 2, refusal: 1, friends: 1 };
export const better = { money: 3, chores: 3, outings: 0, anger: 3, blame: 0, secret: 0, refusal: 3, friends: 3 };
export const before: Measured = { phase: 'PRE', instrument: 'MEN-NON-VIOLENCE', version: 1, score: 8 };
export const after: Measured = { ...before, phase: 'POST', score: 24, change: 16, favourable: true };

export const measuredWith = (taken: Measured, given: object): Event<'EnrolmentMeasured'> => ({
  type: 'EnrolmentMeasured',
  data: { ...ofCentre, ...taken, answers: personal(subject, programmeKey, given as Record<string, number>) },
});
