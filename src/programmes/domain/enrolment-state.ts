import type { EventOf } from '#decider';
import { clocksAfter, type EnrolmentClocks } from './enrolment-clocks.js';
import type {
  Attendance,
  AttendanceResult,
  CourtReportKind,
  EnrolmentEnd,
  EnrolmentEvents,
} from './enrolment-events.js';
import type { Measures } from './participant-measure.js';

/** A participant's file as its rules need it. */
export interface Enrolment {
  readonly opened?: EnrolmentEvents['EnrolmentOpened'];
  readonly begun: boolean;
  /** The day of the first interview; of files begun before it was kept, none. */
  readonly begunOn?: string;
  /** What became of each session, by its day. */
  readonly sessions: Readonly<Record<string, AttendanceResult>>;
  /** The days of absences the court has heard of. */
  readonly told: readonly string[];
  readonly reports: readonly CourtReportKind[];
  readonly measures: Measures;
  readonly clocks: EnrolmentClocks;
  readonly ended?: EnrolmentEnd;
}

export const noEnrolment: Enrolment = { begun: false, sessions: {}, told: [], reports: [], measures: {}, clocks: {} };

/** The days he missed without excuse. */
export const missedDays = (sessions: Enrolment['sessions']): readonly string[] =>
  Object.keys(sessions).filter((day) => sessions[day] === 'MISSED');

/** The days he missed without excuse that the court has not heard of. */
export const untold = ({ sessions, told }: Pick<Enrolment, 'sessions' | 'told'>): readonly string[] =>
  missedDays(sessions).filter((day) => !told.includes(day));

/** How often he came, did not come, and had a reason not to. */
export function attendanceOf(sessions: Enrolment['sessions']): Attendance {
  const count = (result: AttendanceResult): number => Object.values(sessions).filter((each) => each === result).length;
  return { attended: count('ATTENDED'), missed: count('MISSED'), justified: count('JUSTIFIED') };
}

export function evolveEnrolment(state: Enrolment, event: EventOf<EnrolmentEvents>): Enrolment {
  const next = { ...state, clocks: clocksAfter(state.clocks, event) };
  switch (event.type) {
    case 'EnrolmentOpened':
      return { ...next, opened: event.data };
    case 'IntakeHeld':
      return { ...next, begun: true, ...(event.data.on === undefined ? {} : { begunOn: event.data.on }) };
    case 'EnrolmentSessionRecorded':
      return { ...next, sessions: { ...state.sessions, [event.data.day]: event.data.result } };
    case 'CourtReportSent': {
      const { kind } = event.data;
      const told = kind === 'NON_COMPLIANCE' ? missedDays(state.sessions) : state.told;
      return { ...next, told, reports: [...state.reports, kind] };
    }
    case 'EnrolmentMeasured': {
      const { phase, instrument, version, score } = event.data;
      return { ...next, measures: { ...state.measures, [phase]: { phase, instrument, version, score } } };
    }
    case 'EnrolmentEnded':
      return { ...next, ended: event.data.how };
    case 'EnrolmentDeadlineMissed':
    case 'EnrolmentEscalated':
      return next;
  }
}
