import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList, PageQuery } from '#service';
import type { Consent } from '../domain/events.js';
import { standardStatus } from '../domain/standard.js';
import type { Stuck } from '../domain/stuck.js';
import type { ReferralCard } from '../views/referral-card.js';
import { AppointmentView, ConsentView, LegView, ReferralClockView, ReferralStepView } from './referral.parts.js';

export class ReferralQuery extends PageQuery {
  /** `to`: handed to the actor's institution; `from`: sent by it. */
  @IsIn(['to', 'from'])
  box: 'to' | 'from';

  /** `open`: waits for the receiver (default); `answered`: waits for the sender, only in `from`; `all`. */
  @IsOptional()
  @IsIn(['open', 'answered', 'all'])
  state?: 'open' | 'answered' | 'all';
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

export class StuckReferralView extends ReferralView {
  /** Why nobody has anything to do next. */
  @IsIn(['no-next-action', 'appointment-without-result', 'hold-without-wake', 'hold-not-resumed'])
  stuck: Stuck;
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

const basisOf = (basis = 'none'): string => (basis === 'none' ? 'without-identity' : basis);

/** What was agreed, without what names it inside. */
const termsOf = ({ duty, shares, until, language, mode }: Partial<Consent> = {}) => ({
  ...(duty === undefined ? {} : { duty }),
  ...(shares === undefined ? {} : { shares }),
  ...(until === undefined ? {} : { until }),
  ...(language === undefined ? {} : { language }),
  ...(mode === undefined ? {} : { mode }),
});

/** A card as the API tells it: no person, no words. */
export function viewOf(card: ReferralCard): ReferralView {
  const { id, code, country, district, leg, from, to, service, purpose, urgency, risk, status, lapsed, sentAt } = card;
  const { revision, legs, steps, bundle, due, reason, outcome, appointment, wakeAt } = card;
  const given = card.consents[leg];
  const standard = status === 'none' ? { task: 'draft' } : standardStatus[status];
  return {
    ...{ id, code, country, case: card.case, caseCode: card.caseCode, district, leg, from, to, service, purpose },
    ...{ urgency, risk, status, lapsed, sentAt, revision, legs, steps },
    basis: basisOf(given?.basis),
    fhirStatus: standard.task,
    ...(standard.business === undefined ? {} : { businessStatus: standard.business }),
    clocks: Object.values(card.clocks)
      .map(({ waitsFor, institution, due: at, rule, version }) => ({ waitsFor, institution, due: at, rule, version }))
      .sort((a, b) => (a.due < b.due ? -1 : 1)),
    consent: { ...termsOf(given), basis: basisOf(given?.basis), withdrawn: card.consent.withdrawn },
    ...(bundle === undefined ? {} : { bundle }),
    ...(due === undefined ? {} : { due }),
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(appointment === undefined ? {} : { appointment: appointmentOf(appointment) }),
    ...(wakeAt === undefined ? {} : { wakeAt }),
  };
}

const appointmentOf = ({ at, place, companion }: NonNullable<ReferralCard['appointment']>): AppointmentView => ({
  at,
  place,
  ...(companion === undefined ? {} : { companion }),
});
