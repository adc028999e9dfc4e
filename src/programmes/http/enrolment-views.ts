import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsDay, IsInstant, Nested, NestedList } from '#service';
import {
  type AttendanceResult,
  attendanceResults,
  type CourtReportKind,
  courtReportKinds,
  type EnrolmentEnd,
  enrolmentEnds,
  enrolmentEntries,
  type EnrolmentEntry,
} from '../domain/enrolment-events.js';
import type { EnrolmentCard } from '../views/enrolments.js';
import { ParticipantIdentityDto } from './enrolment.dto.js';
import { MeasuredView } from './participant.dto.js';

export class AttendanceView {
  @IsInt()
  attended: number;

  @IsInt()
  missed: number;

  @IsInt()
  justified: number;
}

export class CourtReportView extends AttendanceView {
  @IsIn([...courtReportKinds])
  kind: CourtReportKind;

  @IsInstant()
  at: string;
}

export class RecordedSessionView {
  @IsDay()
  day: string;

  @IsIn([...attendanceResults])
  result: AttendanceResult;
}

export class EnrolmentClockView {
  @IsString()
  waitsFor: string;

  @IsInstant()
  due: string;

  @IsBoolean()
  missed: boolean;
}

export class EnrolmentMeasuresView {
  @IsOptional()
  @Nested(() => MeasuredView)
  PRE?: MeasuredView;

  @IsOptional()
  @Nested(() => MeasuredView)
  POST?: MeasuredView;
}

/** A participant's file, for the centre that keeps it. */
export class EnrolmentView {
  @IsUUID()
  id: string;

  @IsString()
  code: string;

  /** Random id his data is sealed under: what he asks about it is asked under this. */
  @IsUUID()
  subject: string;

  @IsIn([...enrolmentEntries])
  entry: EnrolmentEntry;

  @IsOptional()
  @IsString()
  court?: string;

  /** How many there are to be. */
  @IsInt()
  sessions: number;

  @IsOptional()
  @IsDay()
  firstDayBy?: string;

  @IsInstant()
  openedAt: string;

  @IsOptional()
  @IsInstant()
  begunAt?: string;

  @NestedList(() => RecordedSessionView, 200)
  recorded: readonly RecordedSessionView[];

  @Nested(() => AttendanceView)
  attendance: AttendanceView;

  @NestedList(() => CourtReportView, 200)
  reports: readonly CourtReportView[];

  @Nested(() => EnrolmentMeasuresView)
  measures: EnrolmentMeasuresView;

  /** What is waited for, what falls due first on top. */
  @NestedList(() => EnrolmentClockView, 20)
  clocks: readonly EnrolmentClockView[];

  @IsOptional()
  @IsIn([...enrolmentEnds])
  ended?: EnrolmentEnd;

  @IsOptional()
  @IsInstant()
  endedAt?: string;
}

export class RevealedEnrolmentView extends EnrolmentView {
  /** `none`: nothing was written down; `sealed`: it was not asked for. */
  @IsIn(['none', 'sealed', 'shown', 'erased'])
  identityState: 'none' | 'sealed' | 'shown' | 'erased';

  @IsOptional()
  @Nested(() => ParticipantIdentityDto)
  identity?: ParticipantIdentityDto;

  @IsOptional()
  @IsString()
  order?: string;
}

/** What a court is told of a file it ordered: codes and counts. It knows its own order. */
export class OrderedEnrolmentView {
  @IsUUID()
  id: string;

  @IsString()
  code: string;

  @IsString()
  institution: string;

  /** How many it ordered. */
  @IsInt()
  sessions: number;

  @NestedList(() => CourtReportView, 200)
  reports: readonly CourtReportView[];
}

export function enrolmentView(card: EnrolmentCard): EnrolmentView {
  const { id, code, subject, entry, court, sessions, firstDayBy, openedAt, begunAt, attendance } = card;
  const { reports, measures, ended, endedAt } = card;
  return {
    ...{ id, code, subject, entry, sessions, openedAt, attendance, reports, measures },
    ...(court === undefined ? {} : { court }),
    ...(firstDayBy === undefined ? {} : { firstDayBy }),
    ...(begunAt === undefined ? {} : { begunAt }),
    recorded: recordedIn(card),
    clocks: Object.values(card.clocks)
      .map(({ waitsFor, due, missed = false }) => ({ waitsFor, due, missed }))
      .sort((a, b) => (a.due < b.due ? -1 : 1)),
    ...(ended === undefined ? {} : { ended }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

/** The sessions of a file, the last first. */
export const recordedIn = ({ recorded }: Pick<EnrolmentCard, 'recorded'>): readonly RecordedSessionView[] =>
  Object.entries(recorded)
    .map(([day, result]) => ({ day, result }))
    .sort((a, b) => (a.day > b.day ? -1 : 1));

export const orderedView = ({ id, code, institution, sessions, reports }: EnrolmentCard): OrderedEnrolmentView => ({
  ...{ id, code, institution, sessions, reports },
});
