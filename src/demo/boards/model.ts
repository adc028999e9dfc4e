import type { CommunityKind } from '../../protocol/index.js';
import type { Assumption } from '../assumption.js';
import type { Weights } from '../random.js';
import type { Route } from '../routes.js';
import type { DistrictSeries } from '../series.js';

export interface ServiceModel {
  readonly suffix: string;
  readonly kind: string;
  readonly name: string;
  readonly confidential?: boolean;
  /** Codes of the languages it can be given in; left out: it was not said. */
  readonly languages?: readonly string[];
  /** Completed years, both included. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** What it has a number of, and how many. */
  readonly capacity?: { readonly unit: string; readonly total: number };
}

export interface InstitutionModel {
  readonly suffix: string;
  /** Institution type of the jurisdiction. */
  readonly kind: string;
  readonly name: (place: string) => string;
  /** What its seat at the board is called. */
  readonly seat: string;
  /** Open day and night; the others in office hours. */
  readonly always: boolean;
  readonly services: readonly ServiceModel[];
  /** Where it is, if not where the board is. */
  readonly district?: string;
  /** The institution it is a part of, by its suffix. */
  readonly parent?: string;
}

/** Who comes, through which door and with what, and how fast things go: what differs from place to place. */
export interface Mix {
  /** How many of the cases come by the police, on the scale of `doors`. */
  readonly policeShare: Assumption<number>;
  /** Cases by the other doors. */
  readonly doors: Assumption<Weights>;
  /** Cases a month by further doors, however many complaints there are. */
  readonly monthlyDoors?: Assumption<Weights>;
  /** Who opens the case, by door: suffixes of institutions. One in the district of the facts goes before the others. */
  readonly openers: Assumption<Readonly<Record<string, Weights>>>;
  /** How often who opens it takes a formal complaint, by door; never by those left out. */
  readonly complaints: Assumption<Readonly<Record<string, number>>>;
  /** Cases that are no new violence, per police complaint. */
  readonly carriedOver: Assumption<Readonly<Record<string, { readonly perComplaint: number; readonly door: string }>>>;
  readonly principalTypes: Assumption<Weights>;
  readonly risks: Assumption<Weights>;
  readonly motherTongues: Assumption<Weights>;
  /** How many times longer everything takes than in Independencia. */
  readonly slowness: Assumption<number>;
}

/** In the directory, without a seat at the board. */
export type Beside = Omit<InstitutionModel, 'seat'>;

/** Volunteers of communities, in the directory under this suffix. */
export interface CouncilModel {
  readonly suffix: string;
  readonly kind: CommunityKind;
  /** Codes of the communities it answers for. */
  readonly communities: readonly string[];
  /** The day it was founded, and by which act of the municipality it is recognised. */
  readonly since: string;
  readonly norm: string;
  readonly defenders: number;
}

/** What goes on around the cases of a place, and who does it: suffixes of institutions. */
export interface ProgrammesModel {
  readonly beside: readonly Beside[];
  /** Re-educates those a court sends. */
  readonly centre?: string;
  /** Holds a group of men committed to non-violence. */
  readonly men?: string;
  /** Approves and pays what the support fund is asked for. */
  readonly fund: string;
  readonly currency: 'PEN' | 'BOB';
  readonly councils: readonly CouncilModel[];
  /** The federation the councils belong to. */
  readonly network?: string;
  /** The languages its assemblies are held in. */
  readonly spoken: readonly string[];
  /** Watches over services for citizens, and which ones. */
  readonly watch: { readonly by: string; readonly over: readonly string[] };
  /** Who takes alerts down, and who answers them. */
  readonly alerts: { readonly by: readonly string[]; readonly to: readonly string[] };
  /** Who does most of what the board does in public. */
  readonly activities: readonly string[];
  /** Who issues norms and holds the money, and of which kind its norms are. */
  readonly government: string;
  readonly norm: 'MUNICIPAL_BYLAW' | 'MUNICIPAL_LAW';
}

/** A board of the demo: the place, its institutions and how cases go there. */
export interface DemoBoard {
  /** What `--board` calls it. */
  readonly id: string;
  readonly country: 'PE' | 'BO';
  /** Of the place: ubigeo of a district or province, code of a municipality. Organisations and reports are named by it. */
  readonly code: string;
  readonly name: string;
  /** How the place is printed. */
  readonly place: string;
  readonly title: string;
  readonly level: 'district' | 'provincial';
  /** The first is where its institutions are, unless they say otherwise. */
  readonly districts: readonly DistrictSeries[];
  readonly institutions: readonly InstitutionModel[];
  /** Where each institution refers to. */
  readonly routes: Readonly<Record<string, readonly Route[]>>;
  /** Who decides measures of protection. */
  readonly court: string;
  /** The court asks a station to execute what it ordered. */
  readonly execution: Route;
  readonly programmes: ProgrammesModel;
  readonly mix: Mix;
}

/** The code of one of its institutions, e.g. `pe-150112-cem`. */
export const organizationOf = ({ country, code }: Pick<DemoBoard, 'country' | 'code'>, suffix: string): string =>
  `${country.toLowerCase()}-${code}-${suffix}`;

/** @throws RangeError no such institution */
export function institutionOf({ id, institutions }: DemoBoard, suffix: string): InstitutionModel {
  const found = institutions.find((each) => each.suffix === suffix);
  if (found === undefined) throw new RangeError(`no institution ${suffix} in ${id}`);
  return found;
}

export const boardOf = ({ code }: Pick<DemoBoard, 'code'>): string => `mesa-${code}`;

/** The district whose institutions have workers with short codes. */
const home = 'pe-150112-';

/** The code of one of the two people who work at an institution: the same the demo's pages let one be. */
export function workerOf(organization: string, nth: 1 | 2): string {
  const short = organization.startsWith(home) ? organization.slice(home.length) : organization;
  return `demo-${short}-0${nth}`;
}
