import { catalogue, type Personal } from '#decider';
import type { Clock } from '../../protocol/index.js';
import type { Measured } from './participant-measure.js';

/** How somebody comes to the programme. */
export const enrolmentEntries = ['COURT_ORDER', 'VOLUNTARY'] as const;
export type EnrolmentEntry = (typeof enrolmentEntries)[number];

/** What became of a session he was expected at. */
export const attendanceResults = ['ATTENDED', 'MISSED', 'JUSTIFIED'] as const;
export type AttendanceResult = (typeof attendanceResults)[number];

export const courtReportKinds = ['PROGRESS', 'NON_COMPLIANCE', 'END'] as const;
export type CourtReportKind = (typeof courtReportKinds)[number];

export const enrolmentEnds = ['COMPLETED', 'ABANDONED', 'EXCLUDED'] as const;
export type EnrolmentEnd = (typeof enrolmentEnds)[number];

/** Who the participant is. Only ever stored sealed, under his own `programme` key. */
export interface ParticipantIdentity {
  readonly name?: string;
  readonly documentId?: string;
  readonly phone?: string;
}

/** Whose file it is: every event says so, so that each can be told by itself. */
export interface OfProgramme {
  readonly country: string;
  /** The centre that runs the programme. */
  readonly institution: string;
  /** The centre's district. Where the participant lives is no part of this. */
  readonly district: string;
}

/** The clocks a step begins, the ones it meets, and the ones it makes pointless. */
export interface Clocked {
  readonly starts?: readonly Clock[];
  readonly meets?: readonly string[];
  readonly drops?: readonly string[];
}

/** Counts of sessions, as a report to the court says them. */
export interface Attendance {
  readonly attended: number;
  readonly missed: number;
  readonly justified: number;
}

/**
 * What happens in a participant's file. Nothing here names a case, a referral or anybody who suffered violence, and
 * nothing may be added that does: the two sides are kept apart for ever.
 */
export type EnrolmentEvents = {
  EnrolmentOpened: OfProgramme & {
    /** Short code people read to each other. */
    readonly code: string;
    /** Random id his data is sealed under. It stands in no other file. */
    readonly subject: string;
    readonly entry: EnrolmentEntry;
    readonly court?: string;
    /** Sessions the order or the plan asks for. */
    readonly sessions: number;
    /** The last day to begin, where the order names one. */
    readonly firstDayBy?: string;
    readonly order?: Personal<string>;
    readonly identity?: Personal<ParticipantIdentity>;
    readonly imported?: boolean;
  } & Clocked;
  /** The first interview was held: the programme has begun. */
  IntakeHeld: OfProgramme & {
    /** The day it was held where the centre is: no session is before it. */
    readonly on?: string;
  } & Clocked;
  EnrolmentSessionRecorded: OfProgramme & {
    readonly day: string;
    readonly result: AttendanceResult;
    /** What was recorded of that day before. */
    readonly was?: AttendanceResult;
  } & Clocked;
  CourtReportSent: OfProgramme & { readonly kind: CourtReportKind; readonly court: string } & Attendance & Clocked;
  EnrolmentMeasured: OfProgramme & Measured & { readonly answers: Personal<Readonly<Record<string, number>>> };
  EnrolmentEnded: OfProgramme & { readonly how: EnrolmentEnd } & Attendance & Clocked;
  /** The due time of a clock came and went; recorded once. */
  EnrolmentDeadlineMissed: OfProgramme & {
    readonly clock: string;
    readonly waitsFor: string;
    readonly due: string;
    readonly imported?: boolean;
  };
  /** A rung of a clock's ladder was reached; `due` is when it should have been. */
  EnrolmentEscalated: OfProgramme & {
    readonly clock: string;
    readonly waitsFor: string;
    readonly rung: number;
    readonly role: string;
    readonly due: string;
  };
};

export const enrolmentEvents = catalogue<EnrolmentEvents>(
  {
    EnrolmentOpened: 1,
    IntakeHeld: 2,
    EnrolmentSessionRecorded: 1,
    CourtReportSent: 1,
    EnrolmentMeasured: 1,
    EnrolmentEnded: 1,
    EnrolmentDeadlineMissed: 1,
    EnrolmentEscalated: 1,
  },
  // The day was added: what was written before is read as it is.
  { IntakeHeld: { 1: (data: object) => data } },
);
