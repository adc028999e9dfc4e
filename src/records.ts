import type { Handled } from '#event-log';
import { Command, Query } from '@nestjs/cqrs';
import type { Actor, Meta } from '#service';

/**
 * What other systems are told and ask for, whatever format they speak: records without a person and without words.
 * Each is answered by the capability it belongs to, through the buses.
 */

/** One service that was asked, and on which ground. */
export interface LegRecord {
  readonly leg: number;
  readonly to: string;
  readonly service: string;
  /** When it was asked. */
  readonly sentAt: string;
  /** When anything was last recorded of it. */
  readonly updatedAt: string;
  /** Why it went on to the next. */
  readonly left?: string;
  readonly consent: {
    /** Random. */
    readonly id: string;
    /** `consented`, `legal-duty`, `none`. */
    readonly basis: string;
    readonly duty?: string;
    readonly mode?: string;
    readonly language?: string;
    readonly shares?: readonly string[];
    readonly until?: string;
    readonly withdrawn: boolean;
  };
}

/** A referral, with every service that was asked. */
export interface ReferralRecord {
  readonly id: string;
  /** Read aloud: `25-7K2M-P9QX`. */
  readonly code: string;
  readonly country: string;
  readonly case: string;
  readonly caseCode: string;
  readonly from: string;
  readonly purpose: string;
  readonly urgency: string;
  readonly status: string;
  /** `Task.status` of FHIR R4, of the leg under way. */
  readonly fhirStatus: string;
  /** Business status of BSeR, of the leg under way. */
  readonly businessStatus?: string;
  readonly sentAt: string;
  readonly updatedAt: string;
  readonly due?: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly revision: number;
  /** The oldest first; the last is under way. */
  readonly legs: readonly LegRecord[];
}

/**
 * A referral this actor may read.
 * @throws Problem 404 there is none, or it is not theirs
 */
export class ReferralRecordOf extends Query<ReferralRecord> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
  ) {
    super();
  }
}

/** A page of what the actor's institution sent or was sent, newest first: what of it the actor may see. */
export class ReferralRecords extends Query<{ readonly records: readonly ReferralRecord[]; readonly next?: string }> {
  constructor(
    readonly actor: Actor,
    readonly box: 'to' | 'from',
    readonly page: { readonly limit: number; readonly after?: string },
  ) {
    super();
  }
}

/** What it takes to hand a case over; checked as any body is that asks for it. */
export interface HandOverOrder {
  readonly case: string;
  readonly to: { readonly organization: string; readonly service: string };
  readonly purpose: string;
  readonly urgency: string;
  readonly consent: Readonly<Record<string, unknown>>;
  readonly effectiveAt?: string;
}

/**
 * Hands a case over for somebody who speaks another format.
 * @throws Problem as the referral's own route does
 */
export class HandOver extends Command<Handled & { readonly id: string }> {
  constructor(
    readonly actor: Actor,
    readonly meta: Meta,
    readonly order: HandOverOrder,
  ) {
    super();
  }
}

/** A service of the directory; where it is, is not told here. */
export interface ServiceRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Today: `active`, `inactive`, `temporarily-closed`, `defunct`. */
  readonly status: string;
  readonly receivesReferrals: boolean;
}

export interface OrganizationRecord {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: string;
  readonly country: string;
  readonly modifiedAt: string;
  readonly services: readonly ServiceRecord[];
}

/** The organizations of the actor's country, by name; or the one of an id, of any country. */
export class OrganizationRecords extends Query<readonly OrganizationRecord[]> {
  constructor(readonly id?: string) {
    super();
  }
}
