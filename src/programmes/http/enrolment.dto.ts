import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsDay, Nested, PageQuery } from '#service';
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
import { StepTakenDto } from './participant.dto.js';

/** Who the participant is. Stored sealed under a key of his own, and erasable. */
export class ParticipantIdentityDto {
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  documentId?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  phone?: string;
}

/** A new file. It has no field for a case: whoever suffered violence is never named here. */
export class OpenEnrolmentDto extends StepTakenDto {
  @IsIn([...enrolmentEntries])
  entry: EnrolmentEntry;

  /** The court that ordered it, by its code in the directory. */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  court?: string;

  /** The number of its order. Stored sealed. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  order?: string;

  /** How many sessions there are to be. */
  @IsInt()
  @Min(1)
  @Max(200)
  sessions: number;

  /** The last day to begin that the order names. */
  @IsOptional()
  @IsDay()
  firstDayBy?: string;

  @IsOptional()
  @Nested(() => ParticipantIdentityDto)
  identity?: ParticipantIdentityDto;
}

export class SessionResultDto extends StepTakenDto {
  @IsDay()
  day: string;

  @IsIn([...attendanceResults])
  result: AttendanceResult;
}

export class CourtReportDto extends StepTakenDto {
  @IsIn([...courtReportKinds])
  kind: CourtReportKind;
}

export class EndingDto extends StepTakenDto {
  @IsIn([...enrolmentEnds])
  how: EnrolmentEnd;
}

export class EnrolmentsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'ended'])
  state?: 'open' | 'ended';
}

export class EnrolmentReadQuery {
  /** Opens who he is and the number of the order; that somebody looked is recorded. */
  @IsOptional()
  @IsIn(['identity'])
  reveal?: 'identity';
}
