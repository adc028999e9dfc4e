import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '#service';
import { enrolmentEntries, type EnrolmentEntry } from '../domain/enrolment-events.js';
import { type FundPurpose, fundPurposes } from '../domain/fund-events.js';
import { codePattern } from '../http/community.dto.js';

const writtenAmount = /^\d{1,8}([.,]\d{1,2})?$/u;

/** A new file as the page sends it: flat. */
export class EnrolmentForm {
  @IsIn([...enrolmentEntries])
  entry: EnrolmentEntry;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  court?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  order?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  name?: string;

  @IsInt()
  @Min(1)
  @Max(200)
  sessions: number;

  @IsOptional()
  @IsDay()
  firstDayBy?: string;
}

/** A meeting: the participants who were ticked. */
export class MeetingForm {
  @IsDay()
  day: string;

  @IsArray()
  @IsUUID(undefined, { each: true })
  present: string[];
}

/** A request for support; the amount as people write it. */
export class SupportForm {
  @IsUUID()
  referral: string;

  @IsString()
  @MaxLength(80)
  line: string;

  @IsIn([...fundPurposes])
  purpose: FundPurpose;

  @IsInt()
  @Min(1)
  @Max(366)
  units: number;

  @IsString()
  @Matches(writtenAmount)
  amount: string;
}

/** What came back of a payment; the amount as people write it. */
export class ReimbursementForm {
  @IsString()
  @Matches(codePattern)
  voucher: string;

  @IsString()
  @Matches(writtenAmount)
  amount: string;
}
