import type { Calendar, DatedLadder, LocalDate, RuleBook } from '#terms';
import type { CodeEntry, CodeList } from './codes.js';
import type { RiskInstrument } from './instrument.js';
import type { Places } from './places.js';

/** What a norm says about a step beside its term. */
export interface StepRule {
  /** Whether the court hears the parties before it decides. */
  readonly hearing?: 'held' | 'may-be-skipped' | 'none';
  /** The norm gives no number, or there is no norm: the value is a board's own, to warn by. A tenant may change it. */
  readonly policy?: boolean;
  /** What the norm says where it gives no number. */
  readonly says_es?: string;
  /** The ladder its clocks climb, where it is not the usual one. */
  readonly ladder?: string;
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

/** How the types of violence of a country's law fall under the categories that are compared across countries. */
export interface ViolenceMap {
  /** Code of the country's list → one of the four common types. */
  readonly common: Readonly<Record<string, CommonViolence>>;
  /** Code of the country's list → the category of humanitarian incident records; the act may call for another. */
  readonly incident: Readonly<Record<string, IncidentKind>>;
}
export type CommonViolence = 'ECONOMIC' | 'PSYCHOLOGICAL' | 'PHYSICAL' | 'SEXUAL';
export type IncidentKind =
  'RAPE' | 'SEXUAL_ASSAULT' | 'PHYSICAL_ASSAULT' | 'FORCED_MARRIAGE' | 'DENIAL_OF_RESOURCES' | 'PSYCHOLOGICAL_ABUSE';

/** What a network decides for itself about handing on. */
export interface HandoverPolicy {
  /** How often a person is tried to be reached before a referral goes back to who sent it. */
  readonly contactAttempts: number;
  /** For how long a consent holds when the person named no day. */
  readonly consentMonths: number;
  readonly source: string;
  readonly verified: boolean;
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
  readonly places: Places;
  readonly calendar: Calendar;
  readonly rules: RuleBook<StepRule>;
  /** Whom a clock calls when nothing happens. The usual one is called `USUAL`. */
  readonly ladders: readonly DatedLadder[];
  readonly handover: HandoverPolicy;
  readonly violence: ViolenceMap;
  readonly instruments: readonly RiskInstrument[];
}

/** The instruments in force on a day. */
export const instrumentsOn = (jurisdiction: Jurisdiction, day: LocalDate): readonly RiskInstrument[] =>
  jurisdiction.instruments.filter((each) => each.validFrom <= day && day <= (each.validTo ?? day));

/** What the rules ask about: the name of a fact, and the code list its values come from. */
export const ruleFacts = {
  risk: 'riskLevels',
  urgency: 'urgencies',
  /** The kind of institution that took the complaint. */
  receivedBy: 'institutionTypes',
  /** Pass `ORDINARY` from the start: an unknown fact meets no condition. */
  investigation: 'investigationKinds',
} as const;
