import { assumed, type Assumption, from } from './assumption.js';
import { days, hours, type Weights } from './random.js';

const endes =
  'ENDES survey, women who sought help at an institution, per cent by institution; several answers possible.';
const cem = 'Cases of the emergency centres (CEM), whole country, 2025: share of the principal type.';

/*
 * How many: the police complaints of a month are the official ones, exactly (series.ts), and so is their season. All
 * else is drawn from what stands here. Delays are log-normal, in hours.
 */

export const policeShare = from(endes, 83.9);

/** Cases by the other doors, on the same scale as the police. `SELF` stands for the services of the ministry. */
export const otherDoors: Assumption<Weights> = from(endes, {
  PROSECUTOR: 7.8,
  DEMUNA: 6.7,
  SELF: 6.0,
  COURT: 5.6,
  HEALTH: 4.9,
});

/** Who opens the case, by door. */
export const openers: Assumption<Readonly<Record<string, Weights>>> = assumed({
  POLICE: { 'comisaria-familia': 62, 'comisaria-central': 38 },
  PROSECUTOR: { fiscalia: 1 },
  DEMUNA: { demuna: 1 },
  SELF: { cem: 1 },
  CEM: { cem: 1 },
  COURT: { 'juzgado-familia': 1 },
  HEALTH: { salud: 1 },
});

export const newConditions: Assumption<Weights> = assumed({ NEW: 86, REPEAT_SAME: 11, REPEAT_OTHER: 3 });

/** Cases that are no new violence, per police complaint: they come in by other doors and are not counted as new. */
export const carriedOver = assumed({
  TRANSFERRED: { perComplaint: 0.012, door: 'CEM' },
  CONTINUED: { perComplaint: 0.008, door: 'SELF' },
});

export const principalTypes: Assumption<Weights> = from(cem, {
  PSYCHOLOGICAL: 43.7,
  PHYSICAL: 36.9,
  SEXUAL: 19.0,
  ECONOMIC: 0.4,
});

/** Violence of another type that also hurts the mind is named beside it this often. */
export const alsoPsychological = assumed(0.6);

export const womenShare = from('Cases of the emergency centres (CEM), whole country, January to May 2024.', 0.85);

export const ages: Assumption<Weights> = assumed({
  '0-5': 4,
  '6-11': 8,
  '12-17': 13,
  '18-25': 16,
  '26-29': 11,
  '30-35': 15,
  '36-45': 17,
  '46-59': 10,
  '60-plus': 5,
  UNKNOWN: 1,
});

export const minorAges: Assumption<Weights> = assumed({ '0-5': 20, '6-11': 35, '12-17': 45 });

export const risks: Assumption<Weights> = assumed({ MILD: 34, MODERATE: 40, SEVERE: 23, UNDETERMINED: 3 });

export const motherTongues: Assumption<Weights> = assumed({
  ES: 90,
  QU: 6,
  AY: 0.5,
  SHP: 0.4,
  CNI: 0.3,
  OTHER_FOREIGN: 0.3,
  UNKNOWN: 2.5,
});

/** The mother tongue was not asked. */
export const languageMissing = assumed(0.05);

export const disabilityShare = assumed(0.03);

/** What those who have a disability say it is. */
export const disabilityKinds: Assumption<Weights> = assumed({
  PHYSICAL: 38,
  VISUAL: 22,
  HEARING: 12,
  PSYCHOSOCIAL: 13,
  INTELLECTUAL: 12,
  SPEECH: 3,
});

/** How many are asked what they say of themselves, and answer. */
export const declares = assumed(0.72, 'a question many counters leave out, and nobody has to answer');

export const ethnicities: Assumption<Readonly<Record<'PE' | 'BO', Weights>>> = assumed(
  {
    PE: { MESTIZO: 57, QUECHUA: 22, WHITE: 5, AFROPERUVIAN: 4, AIMARA: 2, AMAZONIAN: 1, OTHER: 2, UNKNOWN: 7 },
    BO: { NONE: 42, AIMARA: 43, QUECHUA: 8, OTHER_INDIGENOUS: 2, UNKNOWN: 5 },
  },
  'roughly as grown people answered the last censuses of both countries; the same everywhere within one, which it is not',
);

/** How each item of a police report stands when the complaint is taken. */
export const reportItemStates: Assumption<Weights> = assumed({
  PRESENT: 84,
  NOT_KNOWN: 9,
  NOT_SAID: 3,
  NOT_SAFE: 1,
  NO_ANSWER_IN_TIME: 3,
});

export const adultRelations: Assumption<Weights> = assumed({
  PARTNER: 30,
  EX_PARTNER: 23,
  SPOUSE: 11,
  EX_SPOUSE: 3,
  EX_SWEETHEART: 5,
  CHILD_IN_COMMON: 4,
  CHILD: 6,
  SIBLING: 6,
  IN_LAW: 4,
  OTHER_RELATIVE: 3,
  NEIGHBOUR: 2,
  ACQUAINTANCE: 2,
  STRANGER: 1,
});

export const minorRelations: Assumption<Weights> = assumed({
  PARENT: 42,
  STEP_PARENT: 20,
  OTHER_RELATIVE: 14,
  GRANDPARENT: 4,
  SIBLING: 5,
  TEACHER: 4,
  NEIGHBOUR: 5,
  ACQUAINTANCE: 6,
});

/** When complaints are made: weight of each hour of the day, midnight first, and of each weekday, Monday first. */
export const hourProfile = assumed([
  2, 2, 1, 1, 1, 1, 1, 2, 4, 6, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 4, 3,
] as readonly number[]);
export const weekdayProfile = assumed([16, 14, 13.5, 13, 13, 14, 16.5] as readonly number[]);

/** From what happened to its record, and the few records that come days late; never beyond the monthly cut-off. */
export const recording = assumed({
  usual: hours(0.15, 0.6),
  lateShare: 0.035,
  late: { fromHours: 50, untilHours: 90 },
});

export const riskAssessed = assumed({ share: 0.93, after: hours(0.8, 0.7) });

/** PE-03: the report is due at the court's desk 24 h after the complaint. PE-05: measures 24 h after that (48 h). */
export const court = assumed({
  reportSent: { share: 0.975, after: hours(8, 0.65) },
  reportReceived: { share: 0.985, after: hours(3.5, 0.8) },
  decided: { share: 0.97, after: hours(12, 0.65) },
  granted: 0.88,
  measures: {
    NO_ACERCAMIENTO: 34,
    NO_COMUNICACION: 26,
    RETIRO_AGRESOR: 16,
    TRATAMIENTO_PSICOLOGICO_VICTIMA: 12,
    TRATAMIENTO_REEDUCATIVO_AGRESOR: 8,
    ASIGNACION_ECONOMICA_EMERGENCIA: 3,
    ARMAS: 1,
  },
  /** Measures whose execution the court asks the police station for through the network. */
  executionReferred: 0.3,
  /** Hours from the measures to that request. */
  executionAfter: [0.5, 20] as const,
});

/** What the court's clerks do once measures are decided, and what share of it is written down in the network. */
export const notified = assumed(
  {
    'measures-notified-to-executor': { share: 0.9, after: hours(5, 0.8) },
    'victim-notified': { share: 0.88, after: hours(7, 0.9) },
    'accused-notified': { share: 0.7, after: hours(14, 0.9) },
    'file-received-by-prosecutor': { share: 0.8, after: hours(12, 0.8) },
  },
  'messages between offices go by wire; the accused is often not found at once',
);

/** What the station does when it was told, one after the other. */
export const executed = assumed(
  {
    'measures-executed': { share: 0.86, after: hours(9, 0.7) },
    'execution-reported-to-court': { share: 0.74, after: days(4, 0.7) },
  },
  'a patrol goes the same day or the next; the paper that says so is written later, and not always',
);

/** Hours until an institution that helps people attends those who came to it first. */
export const ownService = assumed([0.2, 3] as const);

/** How many referrals a case starts with, and when. */
export const referralsPerCase: Assumption<Weights> = assumed({ '0': 34, '1': 46, '2': 16, '3': 4 });
export const referralAfter = assumed(hours(6, 0.9));

/** Referrals made together at the counter are marked as one crisis. */
export const bundles = assumed(0.7, 'some are made hours apart, for needs that come up later');

export const caseClosed = assumed({ share: 0.72, after: days(24, 0.5) });

export const closingReasons: Assumption<Weights> = assumed({
  PLAN_COMPLETED: 46,
  PERSON_WITHDREW: 24,
  LOST_CONTACT: 20,
  MOVED_AWAY: 7,
  TRANSFERRED: 3,
});

/** One institution records nothing for two months: what a report has to show instead of a zero. */
export const silence = assumed({ organization: 'pe-150112-demuna', from: '2025-09', to: '2025-10' });
