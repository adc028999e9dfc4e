import { assumed, type Assumption, from } from './assumption.js';
import { days, hours, type Weights } from './random.js';

/* What becomes of a referral, on what ground data goes along, and what is done for whoever was received. */

/** The steps of a hand-over: how often the next one is taken, and after how long. */
export const handOver = assumed({
  received: { share: 0.955, after: { SEVERE: hours(0.3, 0.9), other: hours(4, 0.9) } },
  /** Of those received, seen and answered at once. */
  answeredAtOnce: 0.3,
  answered: { share: 0.97, after: hours(5, 0.9) },
  declined: 0.075,
  attended: { share: 0.84, after: { SEVERE: hours(14, 0.8), other: hours(30, 0.9) } },
  reported: { attended: 0.83, unattended: 0.62, after: days(4, 0.7) },
  closed: { share: 0.84, after: days(2, 0.8) },
});

export const declineReasons: Assumption<Weights> = assumed({
  NO_CAPACITY: 34,
  NOT_ELIGIBLE: 16,
  OUTSIDE_COMPETENCE: 14,
  WRONG_SERVICE: 10,
  MISSING_DOCUMENT: 9,
  PERSON_DECLINED: 9,
  DUPLICATE: 8,
});

/** Appointments: most services that help see a person at once or call her in. */
export const meetings = assumed(
  {
    share: 0.2,
    agreed: hours(8, 0.7),
    ahead: days(1.5, 0.5),
    places: { AT_SERVICE: 88, BY_PHONE: 7, HOME_VISIT: 3, OTHER_SERVICE: 2 },
    missed: 0.2,
    contact: { after: hours(20, 0.6), results: { REACHED: 52, NO_ANSWER: 34, WRONG_CONTACT: 10, UNSAFE: 4 } },
  },
  'counselling is given by appointment, urgent care is not; about a fifth of first appointments are missed in such services',
);

/** Waiting lists are what a service without room has; rooms are scarce, but those who say yes mostly have one. */
export const holds = assumed(
  {
    share: 0.04,
    after: hours(6, 0.7),
    days: [5, 18] as const,
    resumedEarly: 0.55,
    reasons: {
      WAITING_LIST: 52,
      PERSON_ASKED: 18,
      MISSING_DOCUMENT: 14,
      OTHER_SERVICE_FIRST: 10,
      AWAITING_DECISION: 6,
    },
  },
  'who has no room mostly declines; a wait is the exception',
);

/** The sender calls it back after the yes; the receiver nearly always confirms. */
export const cancellations = assumed(
  {
    share: 0.02,
    after: hours(14, 0.8),
    by: { PERSON: 55, SENDER: 45 },
    reasons: { PERSON_CHANGED_MIND: 42, NEED_MET: 26, MOVED_AWAY: 14, DUPLICATE: 12, UNSAFE: 6 },
    confirmed: { share: 0.9, after: hours(10, 0.8) },
  },
  'duplicates and changed plans are few where each case has one file',
);

/** The person takes back what she allowed, before anybody attended her. */
export const withdrawals = assumed(
  { share: 0.012, after: hours(20, 0.8), modes: { VERBAL: 70, REMOTE: 18, SIGNATURE: 12 } },
  'rare once agreed, and never none',
);

/** Whether the sender hands on what came back, and when. What has no other service nearby is closed instead. */
export const reroutes = assumed(
  {
    ignored: { share: 0.3, after: days(2.5, 0.5) },
    declined: { share: 0.6, after: hours(16, 0.8) },
    unreachable: { share: 0.2, after: days(1.5, 0.6) },
  },
  'a clear no is acted on more often than silence',
);

/** Whether who attends refers on. */
export const referredOn = assumed({ share: 0.14, afterHours: [0.2, 30] as const });

export const consentModes: Assumption<Readonly<Record<'adult' | 'minor', Weights>>> = assumed(
  {
    adult: { SIGNATURE: 58, VERBAL_WITNESSED: 16, VERBAL: 14, THUMBPRINT: 8, REMOTE: 4 },
    minor: { GUARDIAN: 82, VERBAL_WITNESSED: 18 },
  },
  'most is signed at the counter; a child is spoken for, with its assent',
);

/** It is explained in the mother tongue where staff or an interpreter speaks it, and in Spanish otherwise. */
export const consentLanguages = assumed({ own: ['ES', 'QU', 'AY'] as readonly string[] }, 'interpreters there are');

export const attendedOutcomes: Assumption<Weights> = assumed({ SERVICE_RECEIVED: 86, PARTLY_RECEIVED: 14 });
export const unattendedOutcomes: Assumption<Weights> = assumed({
  NOT_RECEIVED_NO_SHOW: 42,
  NOT_RECEIVED_COULD_NOT_CONTACT: 30,
  NOT_RECEIVED_DECLINED: 17,
  NOT_RECEIVED_NO_CAPACITY: 6,
  NOT_RECEIVED_UNSAFE_CONTACT: 5,
});

/** What the sender makes of the answer, by what came of it. */
export const dispositions: Assumption<Readonly<Record<'helped' | 'notHelped' | 'declined' | 'unreachable', Weights>>> =
  assumed({
    helped: { NEED_MET: 64, FOLLOW_UP_HERE: 36 },
    notHelped: { LOST_CONTACT: 38, FOLLOW_UP_HERE: 24, REFER_AGAIN: 22, PERSON_DECLINED: 16 },
    declined: { REFER_AGAIN: 42, FOLLOW_UP_HERE: 42, PERSON_DECLINED: 16 },
    unreachable: { LOST_CONTACT: 78, FOLLOW_UP_HERE: 22 },
  });

type Basis = 'consented' | 'without-identity' | 'legal-duty';

/** On what ground data goes along; duty is what the law asks where a child or a life is in danger. */
export const consent: Assumption<Readonly<Record<'adult' | 'minor', Weights<Basis>>>> = assumed({
  adult: { consented: 91, 'without-identity': 6, 'legal-duty': 3 },
  minor: { consented: 48, 'without-identity': 2, 'legal-duty': 50 },
});

/** Service acts after the first one: set so that the district comes to about 500 a month. */
export const followUps = from(
  'A published count of the district’s emergency centre: more than 50,000 service acts in about eight years.',
  { share: 0.32, gap: days(9, 0.5) },
);
