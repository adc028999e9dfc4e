import { type Context, type Decider, deriveId, type EventOf, personal, Refusal } from '#decider';
import { localDate } from '#terms';
import {
  absencePolicy,
  type Clock,
  publicCode,
  reeducationClocks,
  type ReeducationStep,
  refuseBadCode,
  refuseBadDay,
  refuseBadDistrict,
  refuseOther,
  refuseUnknownCountry,
  zoneOf,
} from '../../protocol/index.js';
import { clocked, waitingFor } from './enrolment-clocks.js';
import {
  type AttendanceResult,
  attendanceResults,
  type CourtReportKind,
  courtReportKinds,
  type EnrolmentEnd,
  enrolmentEnds,
  enrolmentEntries,
  type EnrolmentEntry,
  type EnrolmentEvents,
  enrolmentEvents,
  type OfProgramme,
  type ParticipantIdentity,
} from './enrolment-events.js';
import { attendanceOf, type Enrolment, evolveEnrolment, noEnrolment, untold } from './enrolment-state.js';
import { measured, type MeasureCommand } from './participant-measure.js';
import { refuseBadNumber, refuseNotYet } from './refusing.js';

/** Opens a participant's file. There is no field for a case, and none for anybody but him. */
export type OpenEnrolment = { readonly do: 'open' } & OfProgramme & {
    readonly entry: EnrolmentEntry;
    readonly court?: string;
    readonly sessions: number;
    readonly firstDayBy?: string;
    /** The number of the order; stored sealed. */
    readonly order?: string;
    readonly identity?: ParticipantIdentity;
  };

export type EnrolmentCommand =
  | OpenEnrolment
  | { readonly do: 'hold-intake' }
  | { readonly do: 'record-session'; readonly day: string; readonly result: AttendanceResult }
  | { readonly do: 'report'; readonly kind: CourtReportKind }
  | MeasureCommand
  | { readonly do: 'end'; readonly how: EnrolmentEnd }
  | { readonly do: 'miss-deadline'; readonly clock: string; readonly due: string }
  | { readonly do: 'escalate'; readonly clock: string; readonly rung: number };

type Event = EventOf<EnrolmentEvents>;
type Of<C extends EnrolmentCommand['do']> = Extract<EnrolmentCommand, { do: C }>;
type Opened = EnrolmentEvents['EnrolmentOpened'];

/** The category of the keys that seal what is personal in a programme. */
export const programmeKey = 'programme';

const mostSessions = 200;

/** The subject of a file: random, made anew for each, so that nothing joins two files or a file and a case. */
export const subjectOf = (commandId: string): string => deriveId(commandId, 'programme-subject');

/** The rules of a participant's file: from the order or his own wish to the last report, with the clocks of each step. */
export const enrolmentDecider: Decider<EnrolmentCommand, EnrolmentEvents, Enrolment> = {
  category: 'enrolment',
  events: enrolmentEvents,
  initial: noEnrolment,
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'open') return open(command, state, context);
    const { opened } = state;
    if (opened === undefined) throw new Refusal('enrolment/unknown', 'there is no such file', 'unknown');
    const { country, institution, district } = opened;
    const step: Step = { state, opened, of: { country, institution, district }, context };
    switch (command.do) {
      case 'hold-intake':
        return holdIntake(step);
      case 'record-session':
        return recordSession(command, step);
      case 'report':
        return report(command, step);
      case 'measure':
        return measure(command, step);
      case 'end':
        return end(command, step);
      case 'miss-deadline':
        return missDeadline(command, step);
      case 'escalate':
        return escalate(command, step);
    }
  },
  evolve: evolveEnrolment,
};

/** What every step after the first is decided on. */
interface Step {
  readonly state: Enrolment;
  readonly opened: Opened;
  readonly of: OfProgramme;
  readonly context: Context;
}

/** The clock that starts with a step; none for who came by himself: he owes no court anything. */
const starting = ({ opened, of, context }: Pick<Step, 'opened' | 'of' | 'context'>, happened: ReeducationStep) =>
  opened.court === undefined ? [] : clocksOf(opened, of, context, happened);

const clocksOf = (
  { imported = false, firstDayBy }: Pick<Opened, 'imported' | 'firstDayBy'>,
  { country, institution }: OfProgramme,
  { effectiveAt: at, commandId }: Context,
  happened: ReeducationStep,
): readonly Clock[] =>
  reeducationClocks({
    ...{ country, happened, at, institution, commandId, imported },
    ...(happened === 'programme-ordered' && firstDayBy !== undefined ? { orderedBy: firstDayBy } : {}),
  });

function open(command: OpenEnrolment, { opened }: Enrolment, context: Context): readonly Event[] {
  if (opened !== undefined) throw new Refusal('enrolment/exists', 'the file is open already');
  const { country, institution, district, entry, court, sessions, firstDayBy, order, identity } = command;
  refuseUnknownCountry('enrolment', country);
  refuseBadDistrict('enrolment', country, district);
  refuseBadCode('enrolment', institution);
  refuseOther(enrolmentEntries, entry);
  refuseBadNumber('enrolment', sessions, 1, mostSessions);
  if (firstDayBy !== undefined) refuseBadDay('enrolment', firstDayBy);
  const ordered = entry === 'COURT_ORDER';
  if (ordered !== (court !== undefined) || (!ordered && (order !== undefined || firstDayBy !== undefined))) {
    throw new Refusal('enrolment/order-or-wish', 'an order names its court, and a wish has neither', 'invalid');
  }
  if (court !== undefined) refuseBadCode('enrolment', court);
  const subject = subjectOf(context.commandId);
  const imported = context.origin === 'import' ? { imported: true } : {};
  const of = { country, institution, district };
  const dated = firstDayBy === undefined ? {} : { firstDayBy };
  const starts = ordered ? clocksOf({ ...imported, ...dated }, of, context, 'programme-ordered') : [];
  const data: Opened = {
    ...of,
    code: publicCode(context.commandId, context.effectiveAt, country),
    ...{ subject, entry, sessions },
    ...(court === undefined ? {} : { court }),
    ...dated,
    ...(order === undefined ? {} : { order: personal(subject, programmeKey, order) }),
    ...(identity === undefined ? {} : { identity: personal(subject, programmeKey, identity) }),
    ...imported,
    ...clocked({ starts, meets: [], drops: [] }),
  };
  return [{ type: 'EnrolmentOpened', data }];
}

/** @throws Refusal `enrolment/ended` */
function refuseEnded({ ended }: Enrolment): void {
  if (ended !== undefined) throw new Refusal('enrolment/ended', `the programme ended: ${ended}`);
}

function holdIntake(step: Step): readonly Event[] {
  const { state, of, context } = step;
  if (state.begun) return [];
  refuseEnded(state);
  const meets = waitingFor(state.clocks, 'programme-begun');
  const starts = starting(step, 'progress-owed');
  const on = localDate(context.effectiveAt, zoneOf(of.country));
  return [{ type: 'IntakeHeld', data: { ...of, on, ...clocked({ starts, meets, drops: [] }) } }];
}

/** A session of a day; recorded again, what was recorded is corrected, and a clock may have nothing to wait for any more. */
function recordSession({ day, result }: Of<'record-session'>, step: Step): readonly Event[] {
  const { state, of, context } = step;
  refuseEnded(state);
  if (!state.begun) throw new Refusal('enrolment/not-begun', 'the first interview was not held');
  refuseNotYet('enrolment', day, { country: of.country, recordedAt: context.recordedAt });
  if (state.begunOn !== undefined && day < state.begunOn) {
    throw new Refusal('enrolment/before-intake', `the first interview was held on ${state.begunOn}`, 'invalid');
  }
  refuseOther(attendanceResults, result);
  const was = state.sessions[day];
  if (was === result) return [];
  if (was === undefined) {
    refuseBadNumber('enrolment', Object.keys(state.sessions).length + 1, 1, mostSessions);
  }
  const sessions = { ...state.sessions, [day]: result };
  const due = untold({ ...state, sessions }).length >= absencePolicy.mostBeforeReport;
  const running = waitingFor(state.clocks, 'non-compliance-reported');
  const data = {
    ...{ ...of, day, result },
    ...(was === undefined ? {} : { was }),
    ...clocked({
      starts: due && running.length === 0 ? starting(step, 'absences-reached') : [],
      meets: [],
      drops: due ? [] : running,
    }),
  };
  return [{ type: 'EnrolmentSessionRecorded', data }];
}

/** Each kind of report: the step it takes. */
const reported = {
  PROGRESS: 'progress-reported',
  NON_COMPLIANCE: 'non-compliance-reported',
  END: 'end-reported',
} as const satisfies { readonly [K in CourtReportKind]: ReeducationStep };

function report({ kind }: Of<'report'>, step: Step): readonly Event[] {
  const { state, opened, of } = step;
  const { court } = opened;
  refuseOther(courtReportKinds, kind);
  if (court === undefined) throw new Refusal('enrolment/no-court', 'no court ordered this');
  refuseUndue(kind, state);
  const meets = waitingFor(state.clocks, reported[kind]);
  const starts = kind === 'PROGRESS' ? starting(step, 'progress-owed') : [];
  const attendance = attendanceOf(state.sessions);
  return [
    { type: 'CourtReportSent', data: { ...of, kind, court, ...attendance, ...clocked({ starts, meets, drops: [] }) } },
  ];
}

/**
 * A report says what is: progress of what goes on, non-compliance of absences or of a beginning that never was, the end
 * of what ended, once.
 * @throws Refusal `enrolment/not-begun`, `enrolment/ended`, `enrolment/complies`, `enrolment/not-ended`
 */
function refuseUndue(kind: CourtReportKind, state: Enrolment): void {
  const { begun, ended, clocks } = state;
  if (kind === 'END') {
    if (ended === undefined) throw new Refusal('enrolment/not-ended', 'the programme goes on');
    if (state.reports.includes('END')) throw new Refusal('enrolment/ended', 'the court has heard of the end');
    return;
  }
  refuseEnded(state);
  if (kind === 'PROGRESS') {
    if (!begun) throw new Refusal('enrolment/not-begun', 'the first interview was not held');
    return;
  }
  const neverCame = Object.values(clocks).some(({ waitsFor, missed }) => waitsFor === 'programme-begun' && missed);
  if (!neverCame && untold(state).length === 0) {
    throw new Refusal('enrolment/complies', 'there is no absence the court has not heard of');
  }
}

function measure(command: MeasureCommand, { state, opened, of, context }: Step): readonly Event[] {
  if (command.phase === 'PRE') refuseEnded(state);
  const taken = measured(command, state.measures, of.country, context.effectiveAt);
  const answers = personal(opened.subject, programmeKey, command.answers);
  return [{ type: 'EnrolmentMeasured', data: { ...of, ...taken, answers } }];
}

function end({ how }: Of<'end'>, step: Step): readonly Event[] {
  const { state, opened, of } = step;
  if (state.ended === how) return [];
  refuseEnded(state);
  refuseOther(enrolmentEnds, how);
  const attendance = attendanceOf(state.sessions);
  if (how === 'COMPLETED' && attendance.attended < opened.sessions) {
    throw new Refusal('enrolment/sessions-left', `${opened.sessions - attendance.attended} sessions are left`);
  }
  const starts = starting(step, 'programme-ended');
  // What was owed on the way is said with the end.
  const drops = Object.keys(state.clocks);
  return [{ type: 'EnrolmentEnded', data: { ...of, how, ...attendance, ...clocked({ starts, meets: [], drops }) } }];
}

/** The clock may come late, or twice, or after the step was taken. */
function missDeadline({ clock: id, due }: Of<'miss-deadline'>, { state, opened, of }: Step): readonly Event[] {
  const clock = state.clocks[id];
  if (clock === undefined || clock.missed || clock.due !== due) return [];
  const { waitsFor } = clock;
  const history = opened.imported === true ? { imported: true } : {};
  return [{ type: 'EnrolmentDeadlineMissed', data: { ...of, clock: id, waitsFor, due, ...history } }];
}

function escalate({ clock: id, rung }: Of<'escalate'>, { state, of }: Step): readonly Event[] {
  const clock = state.clocks[id];
  const reached = clock?.rungs.find((each) => each.rung === rung);
  if (clock === undefined || reached === undefined) return [];
  const { waitsFor } = clock;
  const { role, at: due } = reached;
  return [{ type: 'EnrolmentEscalated', data: { ...of, clock: id, waitsFor, rung, role, due } }];
}
