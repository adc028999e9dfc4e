import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsInstant, Nested, NestedList } from '#service';
import { AreCodes, IsCode } from '../../requests.js';

const code = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;

class Happened {
  /** When it happened, if not now: ISO 8601 with an offset. */
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;
}

export class DestinationDto {
  /** An organization of the directory. */
  @IsString()
  @Matches(code)
  organization: string;

  /** One of its services. */
  @IsString()
  @Matches(code)
  service: string;
}

export class ConsentDto {
  /** `consented`: the person agreed; `without-identity`: she did not; `legal-duty`: the law requires it. */
  @IsIn(['consented', 'without-identity', 'legal-duty'])
  basis: 'consented' | 'without-identity' | 'legal-duty';

  /** Which duty; required with `legal-duty`. */
  @IsOptional()
  @IsCode('legalDuties')
  duty?: string;

  /** How it was given; required with `consented`. */
  @IsOptional()
  @IsCode('consentModes')
  mode?: string;

  /** The language it was explained in; required with `consented`. */
  @IsOptional()
  @IsCode('motherTongues')
  language?: string;

  /** What may be shared; absent: what goes along, no more. */
  @IsOptional()
  @IsArray()
  @AreCodes('dataCategories')
  shares?: string[];

  /** Until when; absent: the term that applies where it was given. */
  @IsOptional()
  @IsInstant()
  until?: string;
}

class Worded extends Happened {
  /** Stored sealed, and erasable; only the two ends read it. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(280)
  note?: string;

  /** How the person can be reached without harm. Stored sealed, and erasable. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  safeContact?: string;
}

export class SendReferralDto extends Worded {
  @IsUUID()
  case: string;

  @Nested(() => DestinationDto)
  to: DestinationDto;

  @IsCode('referralPurposes')
  purpose: string;

  @IsCode('urgencies')
  urgency: string;

  @Nested(() => ConsentDto)
  consent: ConsentDto;

  /** One crisis, several referrals: the id they share. */
  @IsOptional()
  @IsUUID()
  bundle?: string;
}

export class RerouteDto extends Worded {
  @Nested(() => DestinationDto)
  to: DestinationDto;

  @IsCode('rerouteReasons')
  reason: string;

  /** Asked anew: whoever gets it now is a new recipient. */
  @Nested(() => ConsentDto)
  consent: ConsentDto;

  /** Sends the words of the leg before along. */
  @IsOptional()
  @IsBoolean()
  sameWords?: boolean;
}

export class ReceiptDto extends Happened {}

export class AcceptanceDto extends Happened {}

export class DeclineDto extends Happened {
  @IsCode('declineReasons')
  reason: string;
}

export class AttendanceDto extends Happened {
  /** What was given. */
  @IsCode('services')
  service: string;
}

export class ReportBackDto extends Happened {
  @IsCode('outcomes')
  outcome: string;
}

export class ReferralClosureDto extends Happened {
  @IsCode('dispositions')
  disposition: string;
}

export class ChangeDto {
  /** By whose wish. */
  @IsCode('parties')
  by: string;

  @IsCode('appointmentChangeReasons')
  reason: string;
}

export class AppointmentDto extends Happened {
  @IsInstant()
  at: string;

  @IsCode('appointmentPlaces')
  place: string;

  @IsOptional()
  @IsCode('companions')
  companion?: string;

  /** Required where it takes the place of another appointment. */
  @IsOptional()
  @Nested(() => ChangeDto)
  change?: ChangeDto;
}

export class AppointmentCancellationDto extends Happened {
  @IsCode('parties')
  by: string;

  @IsCode('appointmentChangeReasons')
  reason: string;
}

export class AbsenceDto extends Happened {}

export class ContactDto extends Happened {
  @IsCode('contactResults')
  result: string;
}

export class HoldDto extends Happened {
  @IsCode('holdReasons')
  reason: string;

  /** The day on which somebody looks again. */
  @IsInstant()
  until: string;
}

export class ResumptionDto extends Happened {}

export class CancellationDto extends Happened {
  @IsCode('parties')
  by: string;

  @IsCode('cancelReasons')
  reason: string;
}

export class WithdrawalDto extends Happened {
  /** How she said it. */
  @IsOptional()
  @IsCode('consentModes')
  mode?: string;
}

export class NoteDto extends Happened {
  /** Stored sealed, and erasable; only the two ends read it. */
  @IsString()
  @MinLength(1)
  @MaxLength(280)
  note: string;
}

export class UndoDto extends Happened {}

/** A referral of several sent at once, each with a consent of its own. */
export class BundledDto {
  @Nested(() => DestinationDto)
  to: DestinationDto;

  @IsCode('referralPurposes')
  purpose: string;

  @IsCode('urgencies')
  urgency: string;

  @Nested(() => ConsentDto)
  consent: ConsentDto;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(280)
  note?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  safeContact?: string;
}

export class SendBundleDto extends Happened {
  @IsUUID()
  case: string;

  /** One for each service. */
  @ArrayMinSize(1)
  @NestedList(() => BundledDto, 10)
  referrals: BundledDto[];
}
