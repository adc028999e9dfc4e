import type { Calendar, LocalDate, RuleBook } from '#terms';
import type { CodeEntry, CodeList } from './codes.js';
import type { RiskInstrument } from './instrument.js';

/** What starts and stops the clocks of a case. Capabilities map their events to these. */
export const milestones = [
  'complaint-received',
  'report-received-by-court',
  'measures-issued',
  'measures-notified-to-executor',
  'execution-reported-to-court',
  'resolution-notified',
  'appeal-filed',
  'appeal-granted',
  'appeal-received-by-chamber',
  'appeal-opinion-given',
  'appeal-heard',
  'appeal-decided',
  'referral-sent',
  'referral-acknowledged',
] as const;
export type Milestone = (typeof milestones)[number];

/** What a norm says about a step beside its term. */
export interface StepRule {
  /** Whether the court hears the parties before it decides. */
  readonly hearing?: 'held' | 'may-be-skipped' | 'none';
  /** Set by a body's own protocol: a tenant may change it. */
  readonly policy?: boolean;
  /** The other event that shows the step is under way, though not done. */
  readonly progress_es?: string;
}

/** A kind of body. Its name may change; the code does not. */
export interface InstitutionType extends CodeEntry {
  /** May a case be handed to it at all. */
  readonly receivesReferrals: boolean;
  /** Its address must never be printed or sent. */
  readonly secretAddress?: boolean;
}

/** What a referral may never be made for, and why. */
export interface RefusedPurpose {
  readonly code: string;
  readonly label_es: string;
  readonly reason_es: string;
  readonly norm: string;
  readonly legalRef: string;
  readonly source: string;
  readonly verified: boolean;
}

/** An age partition: years, both ends included; the last band is open. */
export interface AgeBand {
  readonly code: string;
  readonly label_es: string;
  readonly from: number;
  readonly to?: number;
}

/** Everything that differs from country to country, as data. */
export interface Jurisdiction {
  /** Also the `jurisdiction` of its rules and instruments. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly zone: string;
  /** BCP 47: what numbers and dates are written in. */
  readonly locale: string;
  /** Code lists by name. */
  readonly codes: Readonly<Record<string, CodeList>>;
  readonly institutionTypes: readonly InstitutionType[];
  readonly ageBands: readonly AgeBand[];
  readonly refusedPurposes: readonly RefusedPurpose[];
  readonly calendar: Calendar;
  readonly rules: RuleBook<StepRule>;
  readonly instruments: readonly RiskInstrument[];
}

/** The instruments in force on a day. */
export const instrumentsOn = (jurisdiction: Jurisdiction, day: LocalDate): readonly RiskInstrument[] =>
  jurisdiction.instruments.filter((each) => each.validFrom <= day && day <= (each.validTo ?? day));
