import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  fundCurrencies,
  type FundCurrency,
  type FundPurpose,
  fundPurposes,
  type FundReason,
  fundReasons,
} from '../domain/fund-events.js';
import { StepTakenDto } from './participant.dto.js';

const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;
const mostCents = 10_000_000_000;

export class OpenFundDto extends StepTakenDto {
  @IsString()
  @Matches(codePattern)
  id: string;

  /** Public: 1 to 160 characters on one line. */
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  name: string;

  /** The institution that approves and pays. */
  @IsString()
  @Matches(codePattern)
  administrator: string;
}

export class FundLineDto extends StepTakenDto {
  @IsString()
  @Matches(codePattern)
  line: string;

  @IsString()
  @MinLength(1)
  @MaxLength(160)
  name: string;

  /** Who brings the money: a board or an institution, by its code. */
  @IsString()
  @Matches(codePattern)
  source: string;

  @IsOptional()
  @IsString()
  @Matches(codePattern)
  donor?: string;

  @IsIn([...fundCurrencies])
  currency: FundCurrency;

  /** Whole cents. */
  @IsInt()
  @Min(1)
  @Max(mostCents)
  cents: number;
}

export class SupportRequestDto extends StepTakenDto {
  /** The referral it helps along: one of the actor's institution. */
  @IsUUID()
  referral: string;

  @IsString()
  @Matches(codePattern)
  line: string;

  @IsIn([...fundPurposes])
  purpose: FundPurpose;

  /** How many days, months, tickets. */
  @IsInt()
  @Min(1)
  @Max(366)
  units: number;

  @IsInt()
  @Min(1)
  @Max(mostCents)
  cents: number;
}

export class SupportApprovalDto extends StepTakenDto {
  /** All that was asked for, if left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(mostCents)
  cents?: number;
}

export class SupportReasonDto extends StepTakenDto {
  @IsIn([...fundReasons])
  reason: FundReason;
}

export class SupportPaymentDto extends SupportApprovalDto {
  /** Number of the voucher. */
  @IsString()
  @Matches(codePattern)
  voucher: string;
}

export class SupportReimbursementDto extends StepTakenDto {
  @IsString()
  @Matches(codePattern)
  voucher: string;

  @IsInt()
  @Min(1)
  @Max(mostCents)
  cents: number;
}
