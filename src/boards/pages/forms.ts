import { IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '#service';
import { type SessionKind, sessionKinds } from '../domain/codes.js';
import { codePattern } from '../http/session.dto.js';

/** A day and an hour on the clocks of the place. */
export class ConveneForm {
  @IsIn([...sessionKinds])
  kind: SessionKind;

  @IsDay()
  day: string;

  @IsString()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/u)
  hour: string;

  @IsString()
  @Matches(codePattern)
  place: string;
}

/** The organisations ticked in each column. */
export class AttendanceForm {
  @IsArray()
  @IsString({ each: true })
  present: string[];

  @IsArray()
  @IsString({ each: true })
  alternate: string[];

  @IsArray()
  @IsString({ each: true })
  remote: string[];
}

export class DecisionForm {
  @IsString()
  @MaxLength(160)
  text: string;

  @IsString()
  @Matches(codePattern)
  owner: string;

  @IsDay()
  due: string;

  /** Plan and action, with a space between. */
  @IsOptional()
  @IsString()
  @Matches(/^([0-9a-f-]{36} \S{1,80})?$/u)
  serves?: string;
}

export class ProgressForm {
  @IsString()
  @Matches(codePattern)
  action: string;

  @IsInt()
  @Min(0)
  @Max(100)
  progress: number;

  /** With two decimals at most: `1250.50`. */
  @IsString()
  @Matches(/^\d{1,11}([.,]\d{1,2})?$/u)
  spent: string;
}
