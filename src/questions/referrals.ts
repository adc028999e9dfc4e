import { Query } from '@nestjs/cqrs';
import type { Actor } from '#service';
import type { Relation } from '../people/access/vocabulary.js';
import type { Stands } from './cases.js';

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
