import { Query } from '@nestjs/cqrs';

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
  { readonly name: string; readonly kind: string; readonly country: string; readonly district: string } | undefined
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

/** The organizations of some institution types, by name. */
export class OrganizationsOfKind extends Query<readonly { readonly id: string; readonly name: string }[]> {
  constructor(readonly kinds: readonly string[]) {
    super();
  }
}
