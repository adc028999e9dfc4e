import type { Position, RecordedEvent } from '#event-log';
import { Query } from '@nestjs/cqrs';
import type { Actor } from '#service';
import type { CaseState, Relation } from './people/access/vocabulary.js';

/**
 * What capabilities ask each other. Each question is answered by the capability it belongs to, so that nobody reads
 * another's views. Asked through the `QueryBus`.
 */

/** A case as far as another capability needs it to hand it over. */
export interface KnownCase {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly district: string;
  readonly person: string;
  readonly risk: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly status: 'none' | 'open' | 'closed';
  /** The person's mother tongue, where it is known. */
  readonly language?: string;
}

/** Somewhere a case can be handed to. */
export interface Destination {
  readonly organization: string;
  readonly organizationName: string;
  /** Institution type of the jurisdiction. */
  readonly organizationKind: string;
  readonly service: string;
  readonly serviceName: string;
  /** Service kind of the jurisdiction. */
  readonly serviceKind: string;
  /** Not by a body that takes none, nor by a service of conciliation. */
  readonly receivesReferrals: boolean;
  /** Today. */
  readonly status: 'active' | 'inactive' | 'temporarily-closed' | 'defunct';
}

/** A code, and what it says in Spanish, ready to be shown. */
export interface Remark {
  readonly code: string;
  readonly says: string;
}

/** A service, and whether it is offered to a need. */
export interface Offer extends Destination {
  readonly offered: boolean;
  /** Why it is not offered: `WRONG_AGE`, `OUT_OF_HOURS`… Empty where it is. */
  readonly bars: readonly Remark[];
  /** What to know of it all the same: closed now, not assured for long, ages to be asked. */
  readonly remarks: readonly Remark[];
  /** When it opens next, where it is closed: an instant. */
  readonly opensAt?: string;
  /** Made for violence or for families alone. */
  readonly specialised: boolean;
}

/** What help is looked for, and for whom. What is absent is not known, and bars nothing. */
export interface Need {
  /** Service kind of the jurisdiction: only services of this kind are answered; absent: of every kind. */
  readonly serviceKind?: string;
  readonly purpose?: string;
  /** Completed years, or else the band of the case. */
  readonly age?: number;
  readonly ageBand?: string;
  readonly sex?: string;
  readonly district?: string;
  readonly language?: string;
  readonly risk?: string;
  /** Help is needed now: what is closed is not offered. At severe risk it always is. */
  readonly urgent?: boolean;
  /** An instant; absent: now. */
  readonly at?: string;
}

/** The case, if this institution may see it: its own, one handed to it, or one reported to it. */
export class VisibleCase extends Query<KnownCase | undefined> {
  constructor(
    readonly id: string,
    readonly institution: string,
  ) {
    super();
  }
}

/** The case of a code read aloud, if this institution may see it. */
export class CaseByCode extends Query<KnownCase | undefined> {
  constructor(
    readonly code: string,
    readonly institution: string,
  ) {
    super();
  }
}

/** The cases the actor's institution answers for and touched last, newest first: those the actor may see. */
export class RecentCases extends Query<readonly KnownCase[]> {
  constructor(
    readonly actor: Actor,
    readonly limit: number,
  ) {
    super();
  }
}

/** Every service of the directory, by organization and name; or those of one organization, none if it is unknown. */
export class Destinations extends Query<readonly Destination[]> {
  constructor(readonly organization?: string) {
    super();
  }
}

/**
 * The services there are for a need: those offered first, specialised bodies before others, then those of the district;
 * after them the ones that are not offered, each with why.
 */
export class Offers extends Query<readonly Offer[]> {
  constructor(readonly need: Need) {
    super();
  }
}

/** What the directory knows of an organization; undefined where it knows none. */
export class KnownOrganization extends Query<
  { readonly name: string; readonly country: string; readonly district: string } | undefined
> {
  constructor(readonly organization: string) {
    super();
  }
}

/** The names institutions had on a day, by default today, by code; a code the directory does not know stands for itself. */
export class InstitutionNames extends Query<(code: string) => string> {
  constructor(
    readonly codes: readonly string[],
    /** On the calendar of the country: `YYYY-MM-DD`. */
    readonly day?: string,
  ) {
    super();
  }
}

/** How the owner of a thing would have shown it after these of its events: asked by audit, answered by one folder. */
export class Replay extends Query<object | undefined> {
  constructor(
    readonly kind: 'case' | 'referral' | 'organization' | 'board' | 'session' | 'agreement' | 'plan',
    readonly id: string,
    readonly events: readonly RecordedEvent[],
  ) {
    super();
  }
}

/** A clock that runs for an institution. */
export interface WaitingClock {
  readonly case: string;
  readonly caseCode: string;
  /** The step it waits for: a milestone of the jurisdiction. */
  readonly stop: string;
  readonly due: string;
}

/** The clocks that run for the actor's institution, those that fall due first: of cases the actor may see. */
export class WaitingClocks extends Query<readonly WaitingClock[]> {
  constructor(
    readonly actor: Actor,
    readonly limit: number,
  ) {
    super();
  }
}

/** A referral as a list shows it. */
export interface ListedReferral {
  readonly id: string;
  readonly code: string;
  readonly case: string;
  readonly caseCode: string;
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly urgency: string;
  readonly risk: string;
  readonly status: string;
  readonly lapsed: boolean;
  readonly due?: string;
  readonly sentAt: string;
  readonly reason?: string;
  readonly outcome?: string;
  /** What is waited for, what falls due first on top; none: no deadline. */
  readonly clocks: readonly { readonly waitsFor: string; readonly institution: string; readonly due: string }[];
  readonly appointment?: { readonly at: string; readonly place: string };
  /** The day on which a hold ends. */
  readonly wakeAt?: string;
}

/**
 * The referrals handed to the actor's institution, or sent by it, that the actor may see: open ones by when they fall due,
 * answered and all by when they were sent, newest first.
 */
export class ReferralBox extends Query<readonly ListedReferral[]> {
  constructor(
    readonly actor: Actor,
    readonly box: 'to' | 'from',
    readonly state: 'open' | 'answered' | 'all',
    readonly limit: number,
  ) {
    super();
  }
}

/**
 * The referrals the actor may see in which it is their institution's turn: `turn`, those with a clock running for it, what falls due first on
 * top; `undated`, those no clock runs for, the oldest first.
 */
export class ReferralsInTurn extends Query<readonly ListedReferral[]> {
  constructor(
    readonly actor: Actor,
    readonly kind: 'turn' | 'undated',
    readonly limit: number,
  ) {
    super();
  }
}

/** How many referrals of the actor's institution, of those the actor may see, nobody has a next action for. */
export class StuckReferrals extends Query<number> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** What has this code that people read to each other, or which board it is: asked by audit. */
export class FindByCode extends Query<
  { readonly kind: 'case' | 'referral' | 'board'; readonly id: string } | undefined
> {
  constructor(readonly code: string) {
    super();
  }
}

/** The organizations of some institution types, by name. */
export class OrganizationsOfKind extends Query<readonly { readonly id: string; readonly name: string }[]> {
  constructor(readonly kinds: readonly string[]) {
    super();
  }
}

/** A case or a referral as it stands to an institution, for whoever decides who may do what. */
export interface Stands {
  readonly id: string;
  /** The case it is, or is of. */
  readonly case: string;
  readonly relation: Relation;
  readonly state: CaseState;
  /** Who answers for the case. */
  readonly owner: string;
  readonly person: string;
  readonly country: string;
}

/** How a case stands to an institution, by its id or by the code people read aloud; undefined where there is none. */
export class CaseStanding extends Query<Stands | undefined> {
  constructor(
    readonly of: { readonly id: string } | { readonly code: string },
    readonly institution: string,
  ) {
    super();
  }
}

/** How a referral stands to an institution; undefined where there is none. */
export class ReferralStanding extends Query<Stands | undefined> {
  constructor(
    readonly id: string,
    readonly institution: string,
  ) {
    super();
  }
}

/** What an institution is to a case by the referrals it is an end of: the most that any of them makes it. */
export class PartyToCase extends Query<Extract<Relation, 'party' | 'expired' | 'withdrawn' | 'none'>> {
  constructor(
    readonly id: string,
    readonly institution: string,
  ) {
    super();
  }
}

/** The ids of the referrals of a case. */
export class ReferralsOfCase extends Query<readonly string[]> {
  constructor(readonly id: string) {
    super();
  }
}

/** Whether a training of somebody in a topic counts on a day: given by then, not lapsed, its certificate not ended. */
export class ValidTraining extends Query<boolean> {
  constructor(
    /** The pseudonymous code of the person. */
    readonly staff: string,
    /** A topic of the registers: `CARE_OF_CASES`. */
    readonly topic: string,
    /** On the calendar of the country: `YYYY-MM-DD`. */
    readonly day: string,
  ) {
    super();
  }
}

/** What is held under a person's random id, as far as whoever erases it has to know. */
export interface PersonRecord {
  readonly country: string;
  /** Those that answer for a case of theirs. */
  readonly institutions: readonly string[];
  /** Codes of the cases that are not closed. */
  readonly openCases: readonly string[];
  readonly cases: number;
  /** Other records that are of the same person. */
  readonly linked: readonly string[];
}

/** The record of a person; undefined where no case is theirs. */
export class RecordOfPerson extends Query<PersonRecord | undefined> {
  constructor(readonly person: string) {
    super();
  }
}

/**
 * Has everything forgotten that was derived from a person's data, up to a position of the log: answered when it is done,
 * by the places it was in.
 */
export class ForgetPerson extends Query<readonly string[]> {
  constructor(
    readonly person: string,
    readonly upTo: Position,
  ) {
    super();
  }
}

/** The person whose case has this code that people read to each other: asked by whoever looks after personal data. */
export class PersonOfCase extends Query<string | undefined> {
  constructor(readonly code: string) {
    super();
  }
}

/** A figure of a board's report as it is printed: null where it is withheld, or nobody measures it. */
export interface PrintedFigure {
  readonly id: string;
  readonly version: number;
  /** In Spanish. */
  readonly title: string;
  readonly status: 'published' | 'hidden' | 'unmeasured';
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * The indicators of a board in a month, as its report prints them for its members, or for everybody: then there are none
 * of a month that still runs. Answered where reports are made.
 */
export class PrintedFigures extends Query<readonly PrintedFigure[]> {
  constructor(
    readonly board: string,
    /** `YYYY-MM` */
    readonly month: string,
    readonly readers: 'board' | 'public',
  ) {
    super();
  }
}

/** A point of the past: as the record stood, as it was known, or as it had happened; judged at `cutoff` where that is said. */
export interface MonthPoint {
  readonly position?: Position;
  readonly known?: string;
  readonly happened?: string;
  readonly cutoff?: string;
}

/** A month's figures as they would have been printed for the board at a point of the past. */
export interface ReplayedFigures {
  /** Clocks and waiting times were judged at this instant. */
  readonly cutoff: string;
  /** SHA-256 of the canonical JSON of `figures`, hex. */
  readonly digest: string;
  readonly figures: object;
  /** Every figure by where it stands: `section/table/row/column`, or the id of an indicator. Null: withheld. */
  readonly cells: Readonly<Record<string, number | null>>;
}

/** What was recorded that made a figure another: codes and ids. */
export interface FactRef {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly institution: string | null;
}

/** A figure that is another at one point than at the other, and why. */
export interface ReplayedChange {
  readonly figure: string;
  readonly was: number | null;
  readonly now: number | null;
  /**
   * `RECORDED` by these facts; `JUDGED` at a later instant, with nothing recorded; between versions also `LATE` (recorded
   * after the first), `CORRECTED` (what is recorded corrects), `DEFINITION` (counted in another way) and `WITHHELD` (the
   * count is the same, and less or more of it is told).
   */
  readonly cause: 'RECORDED' | 'JUDGED' | 'LATE' | 'CORRECTED' | 'DEFINITION' | 'WITHHELD';
  /** One, or as many as had to be looked at together. */
  readonly by: readonly FactRef[];
}

/** A board's month as it was at a point of the past. Refused as reports are. */
export class ReplayedMonth extends Query<ReplayedFigures> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly at: MonthPoint,
  ) {
    super();
  }
}

/** What makes a board's month another at one point than at the other. */
export class ReplayedMonthChanges extends Query<readonly ReplayedChange[]> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly points: readonly [from: MonthPoint, to: MonthPoint],
  ) {
    super();
  }
}

/** An issued edition made again from the record, beside what was issued. Undefined: nothing was issued. */
export class IssuedMadeAgain extends Query<
  | {
      readonly issuedDigest: string;
      readonly digest: string;
      readonly equal: boolean;
      readonly position: string;
      readonly cutoff: string;
      /** Where they differ: `was` as issued, `now` as made again. */
      readonly cells: readonly Omit<ReplayedChange, 'cause' | 'by'>[];
    }
  | undefined
> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly version: number,
    readonly profile: 'board' | 'public',
  ) {
    super();
  }
}

/** What two issued versions of a month print otherwise, and why. Undefined: one of them was not issued. */
export class IssuedVersionChanges extends Query<readonly ReplayedChange[] | undefined> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly profile: 'board' | 'public',
    readonly versions: readonly [from: number, to: number],
  ) {
    super();
  }
}
