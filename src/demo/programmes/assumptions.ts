import { assumed } from '../assumption.js';
import type { DemoBoard } from '../boards/model.js';

/*
 * No series of what programmes do in these places was found. All of it is invented, so that each page shows each state;
 * where a norm or a habit stands behind a number, it says so.
 */

const invented = 'invented';

/** From and until, by what they are of. */
const ranges = (of: Readonly<Record<string, readonly [number, number]>>) => of;

/** Those a court sends to re-education, and those who come by themselves. Days, weeks and shares. */
export const reeducation = assumed(
  {
    aMonth: 2.5,
    ordered: 0.85,
    /** Ordered, and never seen there. */
    neverCame: 0.12,
    intakeAfterDays: [3, 12] as const,
    sessions: [12, 16] as const,
    results: { ATTENDED: 80, MISSED: 14, JUSTIFIED: 6 },
    /** Of reports that fall due, those that go out in time. */
    reportedInTime: 0.85,
    /** Whoever reaches the limit of absences does not come again this often. */
    givenUp: 0.45,
  },
  `${invented}: courts order it in few cases, a session a week for three to four months is usual, and about half of those who begin stay to the end`,
);

/** A group of men of one year, by their own wish. */
export const men = assumed(
  {
    size: 24,
    /** Months in which they join after the first meeting. */
    joining: 3,
    present: 0.74,
    leaves: 0.025,
    reasons: { MOVED: 30, NO_TIME: 55, OTHER: 15 },
    leaders: 2,
    /** Public activities, a month. */
    acts: 0.34,
    actKinds: { FAIR: 20, TALK: 30, MARCH: 10, RADIO: 15, THEATRE: 10, SCHOOL: 15 },
    reached: [25, 140] as const,
  },
  `${invented}: such groups meet once a month and a quarter of them is missing each time`,
);

/** What people need to get from a referral to help. Cents of the sol; in El Alto twice as many of the boliviano. */
export const support = assumed(
  {
    /** Of the referrals that are sent, where things go at the pace of Lima. */
    share: 0.028,
    /** Each year's money, from the municipality and from a donor. */
    lines: { municipal: 900_000, donor: 600_000 },
    fromDonor: 0.4,
    purposes: { TRANSPORT: 54, FOOD: 12, DOCUMENTS: 12, LODGING: 14, PROFESSIONAL_DAYS: 5, LAWYER_MONTH: 3 },
    cents: ranges({
      TRANSPORT: [1_200, 6_000],
      FOOD: [2_000, 6_000],
      DOCUMENTS: [800, 4_500],
      LODGING: [5_000, 18_000],
      PROFESSIONAL_DAYS: [12_000, 36_000],
      LAWYER_MONTH: [45_000, 75_000],
    }),
    askedAfterHours: [1, 30] as const,
    decidedAfterHours: [4, 70] as const,
    granted: 0.88,
    rejections: { NOT_COVERED: 55, OTHER_SOURCE: 30, MISTAKE: 15 },
    paidAfterHours: [3, 90] as const,
    notNeeded: 0.06,
    /** Part of it comes back: a ticket that was not used. */
    returned: 0.07,
  },
  `${invented}: a fund of this kind pays fares before anything else, and many cases need none`,
);

/** Volunteers of communities. */
export const communities = assumed(
  {
    /** What one council helps with in a month beside what it hands on. */
    helps: 5.5,
    matters: { PSYCHOLOGICAL: 24, PHYSICAL: 26, CHILD_MAINTENANCE: 26, ABANDONMENT: 12, OTHER_FAMILY: 12 },
    acts: { INFORMED: 55, ACCOMPANIED: 40, HELPED_EXECUTE: 5 },
    continued: 0.35,
    women: 0.9,
    ages: { '18-25': 22, '26-29': 16, '30-35': 22, '36-45': 24, '46-59': 12, '60-plus': 4 },
    trained: 0.6,
    attended: ranges({ F: [24, 60], M: [18, 55] }),
  },
  `${invented}; notebooks of defenders are known to hold as much about maintenance as about blows`,
);

/** Alerts about places and matters. */
export const alerting = assumed(
  {
    aMonth: 1.4,
    topics: {
      UNSAFE_PLACE: 30,
      BULLYING: 22,
      DRUGS: 16,
      ADOLESCENT_PREGNANCY: 12,
      SCHOOL_VIOLENCE: 10,
      TRAFFICKING: 10,
    },
    sources: { SCHOOL: 40, STUDENT_COUNCIL: 20, YOUTH_GROUP: 20, COMMUNITY: 20 },
    taken: 0.85,
    takenAfterDays: [0.3, 3] as const,
    inTime: 0.75,
    /** Days until the answer: in time, or after it was asked for once or twice more. */
    answeredAfterDays: ranges({ inTime: [3.2, 5], late: [9, 20] }),
    confirmed: 0.9,
    answers: { VISITED: 34, TALK_GIVEN: 26, PATROLLED: 18, PLAN_MADE: 12, REPORTED: 10 },
  },
  `${invented}; the working week they are to be answered in is the one of the referral rules`,
);

/** What boards do in public and write down. */
export const entries = assumed(
  {
    activities: 2.3,
    kinds: { AWARENESS: 34, WORKSHOP: 26, FAIR: 12, CAMPAIGN: 12, RADIO: 16 },
    topics: {
      RIGHTS_AND_ROUTES: 30,
      PREVENTION: 30,
      CHILDHOOD: 12,
      COEXISTENCE_AT_SCHOOL: 14,
      INTERCULTURAL_CARE: 8,
      PARTICIPATION: 6,
    },
    reached: ranges({ F: [14, 48], M: [10, 30] }),
    audience: [400, 3_500] as const,
    trainedAtOnce: [4, 9] as const,
    hours: [8, 40] as const,
    copies: [150, 900] as const,
    /** Cents of the sol a year, and how much of it is spent each quarter. */
    money: { agreement: 850_000, project: 4_200_000, participatory: 12_000_000, spent: [0.08, 0.24] as const },
    findings: {
      topics: {
        WAITING_TIME: 34,
        STAFF_MISSING: 22,
        LANGUAGE_NOT_SPOKEN: 14,
        TREATMENT_OF_PEOPLE: 18,
        NORM_NOT_APPLIED: 12,
      },
      answered: 0.75,
      answers: { ACCEPTED: 44, ACCEPTED_IN_PART: 38, NOT_ACCEPTED: 10, NOT_OURS: 8 },
      endings: { PUT_RIGHT: 60, NOT_PUT_RIGHT: 40 },
    },
  },
  `${invented}: two activities a month, a training a quarter, a finding a quarter is what minutes of such boards speak of`,
);

/** So many bolivianos for a sol, roughly. */
const solesIn = { PEN: 1, BOB: 2 } as const;

/** Cents of the sol in the money of a place. */
export function inMoneyOf({ programmes: { currency } }: DemoBoard, soles: number) {
  return { amount: soles * solesIn[currency], currency };
}
