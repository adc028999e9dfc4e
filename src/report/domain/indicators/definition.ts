import type { Month } from '#terms';
import type { ReportCase } from '../../views/report-cases.js';
import type { ReportReferral } from '../../views/report-referrals.js';

/** What indicators are counted over: the documents of a month, each with where it stood when the month was judged. */
export interface Documents {
  /** Cases opened in the month. */
  readonly cases: ReportCase;
  /** Referrals sent in the month. */
  readonly referrals: ReportReferral;
  /** Clocks of law that began in the month. */
  readonly clocks: { readonly stop?: string; readonly state: string };
  /** Cases of any month. */
  readonly caseload: { readonly state: 'open' | 'closed' };
  /** Days in the month on which an agreement was due. */
  readonly dues: { readonly state: 'kept' | 'late' | 'missed' | 'pending' | 'cancelled' };
}
export type Kind = keyof Documents;

/** The fields of a document that hold one text. */
type Field<D> = { [K in keyof D]-?: NonNullable<D[K]> extends string ? K : never }[keyof D] & string;

/** What must hold of one document. */
export type Test<D> =
  | { readonly field: Field<D>; readonly in: readonly string[] }
  | { readonly field: Field<D>; readonly known: boolean }
  /** At most so many hours lie between two instants, which are both there; the limit itself is within. */
  | { readonly from: Field<D>; readonly to: Field<D>; readonly atMostHours: number };

/** Documents that are counted, and what they are called. */
export interface Term<D> {
  readonly words_es: string;
  /** Names the count among all of a report: the same name is the same number. `@` is where the month goes. */
  readonly cell: string;
  /** Another count of the report it is a part of, so that what is left is protected as well. */
  readonly within?: string;
  /** All of them must hold. */
  readonly tests: readonly Test<D>[];
}

/** A document at a boundary, and where it counts: in both terms, below only, or nowhere. */
export interface Example<D> {
  readonly says_es: string;
  readonly given: Partial<D>;
  readonly counts: 'numerator' | 'denominator' | 'nowhere';
}

/**
 * What an indicator counts, from a month on. A definition that was used is never edited: a change is a new version with
 * a later first month, and if it counts differently, with cells of its own.
 */
export interface DefinitionOver<K extends Kind> {
  readonly id: string;
  readonly version: number;
  /** First month it is used for. */
  readonly validFrom: Month;
  readonly title_es: string;
  /** `share` is numerator over denominator; the others have no denominator. */
  readonly unit: 'cases' | 'share';
  readonly over: K;
  /** Of the documents of the denominator, where there is one. */
  readonly numerator: Term<Documents[K]>;
  readonly denominator?: Term<Documents[K]>;
  readonly exclusions_es: readonly string[];
  /** Where the definition comes from, and whether somebody of the trade has checked it. */
  readonly source: { readonly norm: string; readonly verified: boolean };
  /** `country`: what it counts rests on a country's own law or instrument, so that only its boards compare. */
  readonly comparable: 'anywhere' | 'country';
  /** Counts people: small counts are withheld. */
  readonly people: boolean;
  /** Withheld only where nothing else would protect somebody. */
  readonly headline: boolean;
  /** The column of the months' series it is also kept in. */
  readonly series?: 'cases' | 'complaints';
  readonly examples: readonly Example<Documents[K]>[];
}

export type Definition = { [K in Kind]: DefinitionOver<K> }[Kind];

/** How a definition is named in every file. */
export const nameOf = ({ id, version }: Pick<Definition, 'id' | 'version'>): string => `${id}@${version}`;
