import { Query } from '@nestjs/cqrs';
import type { Position } from '#event-log';
import type { Actor } from '#service';
import type { CaseState, Relation } from '../people/access/vocabulary.js';

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

/** The case, if the actor may see it. */
export class VisibleCase extends Query<KnownCase | undefined> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
  ) {
    super();
  }
}

/** The case of a code read aloud, if the actor may see it. */
export class CaseByCode extends Query<KnownCase | undefined> {
  constructor(
    readonly actor: Actor,
    readonly code: string,
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

/**
 * The case, and every other one of the same person: under the same record, or under one that is linked to it, directly or
 * over others. Whoever answers for them; no more than their ids.
 */
export class CasesOfSamePerson extends Query<readonly string[]> {
  constructor(readonly id: string) {
    super();
  }
}

/** A case of a person's record: who answers for it, and whether it is open. */
export interface RecordedCase {
  readonly id: string;
  readonly code: string;
  readonly institution: string;
  readonly open: boolean;
}

/** What is held under a person's random id, as far as whoever erases it has to know. */
export interface PersonRecord {
  readonly country: string;
  readonly cases: readonly RecordedCase[];
  /** Other records that are of the same person. */
  readonly linked: readonly { readonly person: string; readonly cases: readonly RecordedCase[] }[];
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
