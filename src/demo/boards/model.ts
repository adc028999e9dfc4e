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
