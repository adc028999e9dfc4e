import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { NestedList } from '#service';

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

  /** Whose staff did it; absent where the clock did. */
  @IsOptional()
  @IsString()
  institution?: string;

  @IsOptional()
  @IsInt()
  leg?: number;

  /** Reason, service, outcome, result or disposition. */
  @IsOptional()
  @IsString()
  code?: string;
}

export class LegView {
  @IsInt()
  leg: number;

  @IsString()
  to: string;

  @IsString()
  service: string;

  /** Why it went on to the next. */
  @IsOptional()
  @IsString()
  left?: string;
}

export class ReferralClockView {
  @IsString()
  waitsFor: string;

  /** Whose turn it is. */
  @IsString()
  institution: string;

  @IsString()
  due: string;

  @IsString()
  rule: string;

  @IsInt()
  version: number;
}

export class AppointmentView {
  @IsString()
  at: string;

  @IsString()
  place: string;

  /** Who goes with the person. */
  @IsOptional()
  @IsString()
  companion?: string;
}

export class ConsentView {
  @IsIn(['consented', 'legal-duty', 'without-identity'])
  basis: string;

  @IsOptional()
  @IsString()
  duty?: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  shares?: readonly string[];

  @IsOptional()
  @IsString()
  until?: string;

  @IsOptional()
  @IsString()
  language?: string;

  @IsOptional()
  @IsString()
  mode?: string;

  @IsBoolean()
  withdrawn: boolean;
}

/** What a step answers with. */
export class StepAnswerView {
  @IsInt()
  revision: number;

  /** Where it stands in the log. */
  @IsString()
  position: string;
}

export class SentReferralView extends StepAnswerView {
  @IsString()
  id: string;
}

export class BundledReferralView {
  @IsString()
  id: string;

  @IsInt()
  revision: number;
}

export class SentBundleView {
  @IsString()
  id: string;

  @NestedList(() => BundledReferralView, 10)
  referrals: readonly BundledReferralView[];
}
