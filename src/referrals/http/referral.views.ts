import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList, PageQuery } from '#service';
import { standardStatus } from '../domain/standard.js';
import type { ReferralCard } from '../views/referral-card.js';

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

  @IsOptional()
  @IsString()
  bundle?: string;

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

  /** The ground of the leg: `consented`, `legal-duty`, `without-identity`. */
  @IsString()
  basis: string;

  @IsString()
  status: string;

  /** `Task.status` of FHIR R4. */
  @IsString()
  fhirStatus: string;

  /** Business status of BSeR. */
  @IsOptional()
  @IsString()
  businessStatus?: string;

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

  @NestedList(() => LegView, 50)
  legs: readonly LegView[];

  /** What is waited for, what falls due first on top; none: no deadline. */
  @NestedList(() => ReferralClockView, 20)
  clocks: readonly ReferralClockView[];

  @IsOptional()
  @Nested(() => AppointmentView)
  appointment?: AppointmentView;

  /** The day on which a hold ends. */
  @IsOptional()
  @IsString()
  wakeAt?: string;

  @Nested(() => ConsentView)
  consent: ConsentView;

  @NestedList(() => ReferralStepView, 500)
  steps: readonly ReferralStepView[];
}

export class MessageView {
  /** Shown first, before any other contact detail. */
  @IsOptional()
  @IsString()
  safeContact?: string;

  @IsOptional()
  @IsString()
  note?: string;
}

export class ReferralWithMessageView extends ReferralView {
  /** `erased`: it was there, and is gone for ever; `ended`: the consent it was read on is over; `none`: nothing was written. */
  @IsIn(['none', 'shown', 'erased', 'ended'])
  messageState: 'none' | 'shown' | 'erased' | 'ended';

  @IsOptional()
  @Nested(() => MessageView)
  message?: MessageView;

  /** Steps this institution may take now. */
  @IsArray()
  @IsString({ each: true })
  allowed: readonly string[];
}

/** A service that could take a referral that was not taken. */
export class AlternativeView {
  @IsString()
  organization: string;

  @IsString()
  organizationName: string;

  @IsString()
  service: string;

  @IsString()
  serviceName: string;
}

const basisOf = (basis: string): string => (basis === 'none' ? 'without-identity' : basis);

/** A card as the API tells it: no person, no words. */
export function viewOf(card: ReferralCard): ReferralView {
  const { id, code, country, district, leg, from, to, service, purpose, urgency, risk, status, lapsed, sentAt } = card;
  const { revision, legs, steps, bundle, due, reason, outcome, appointment, wakeAt } = card;
  const { id: _, scope: __, basis = '', ...agreed } = card.consents[leg] ?? {};
  const standard = status === 'none' ? { task: 'draft' } : standardStatus[status];
  return {
    ...{ id, code, country, case: card.case, caseCode: card.caseCode, district, leg, from, to, service, purpose },
    ...{ urgency, risk, status, lapsed, sentAt, revision, legs, steps },
    basis: basisOf(basis),
    fhirStatus: standard.task,
    ...(standard.business === undefined ? {} : { businessStatus: standard.business }),
    clocks: Object.values(card.clocks)
      .map(({ waitsFor, institution, due: at, rule, version }) => ({ waitsFor, institution, due: at, rule, version }))
      .sort((a, b) => (a.due < b.due ? -1 : 1)),
    consent: { ...agreed, basis: basisOf(basis), withdrawn: card.consent.withdrawn },
    ...(bundle === undefined ? {} : { bundle }),
    ...(due === undefined ? {} : { due }),
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(appointment === undefined ? {} : { appointment: { at: appointment.at, place: appointment.place } }),
    ...(wakeAt === undefined ? {} : { wakeAt }),
  };
}
