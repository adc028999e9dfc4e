import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsInstant, Nested, NestedList, PageQuery } from '#service';
import { IsCode } from '../../requests.js';

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
}

export class SendReferralDto extends Happened {
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

export class ReferralQuery extends PageQuery {
  /** `to`: handed to the actor's institution; `from`: sent by it. */
  @IsIn(['to', 'from'])
  box: 'to' | 'from';

  /** `open`: waits for the receiver (default); `answered`: waits for the sender, only in `from`; `all`. */
  @IsOptional()
  @IsIn(['open', 'answered', 'all'])
  state?: 'open' | 'answered' | 'all';
}

export class ReferralStepView {
  @IsString()
  type: string;

  @IsString()
  effectiveAt: string;

  @IsString()
  recordedAt: string;

  @IsString()
  position: string;

  @IsString()
  actor: string;

  /** Reason, service, outcome or disposition. */
  @IsOptional()
  @IsString()
  code?: string;
}

export class ReferralView {
  @IsString()
  id: string;

  @IsString()
  code: string;

  @IsString()
  country: string;

  @IsString()
  case: string;

  @IsString()
  caseCode: string;

  @IsString()
  district: string;

  @IsInt()
  leg: number;

  @IsString()
  from: string;

  @IsString()
  to: string;

  @IsString()
  service: string;

  @IsString()
  purpose: string;

  @IsString()
  urgency: string;

  @IsString()
  risk: string;

  @IsString()
  basis: string;

  @IsString()
  status: string;

  /** Nobody acknowledged it in time. */
  @IsBoolean()
  lapsed: boolean;

  /** When it must be acknowledged; absent: no deadline applies. */
  @IsOptional()
  @IsString()
  due?: string;

  @IsString()
  sentAt: string;

  @IsOptional()
  @IsString()
  reason?: string;

  @IsOptional()
  @IsString()
  outcome?: string;

  @IsInt()
  revision: number;

  @NestedList(() => ReferralStepView, 100)
  steps: readonly ReferralStepView[];
}

export class MessageView {
  @IsOptional()
  @IsString()
  note?: string;

  @IsOptional()
  @IsString()
  safeContact?: string;
}

export class ReferralWithMessageView extends ReferralView {
  /** `erased`: it was there, and is gone for ever; `none`: nothing was written. */
  @IsIn(['none', 'shown', 'erased'])
  messageState: 'none' | 'shown' | 'erased';

  @IsOptional()
  @Nested(() => MessageView)
  message?: MessageView;

  /** Steps this institution may take now. */
  @IsArray()
  @IsString({ each: true })
  allowed: readonly string[];
}
