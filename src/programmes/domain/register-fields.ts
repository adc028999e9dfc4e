import { Refusal } from '#decider';
import {
  refuseAgeBand,
  refuseBadCode,
  refuseBadDay,
  refuseBadDistrict,
  refuseBadId,
  refuseBadName,
  refuseOther,
} from '../../protocol/index.js';
import { type Judged, refuseNotYet } from './refusing.js';

/** What a field of each kind holds. */
interface Kinds {
  /** One of a closed list, or several. */
  readonly one: string;
  readonly many: readonly string[];
  readonly code: string;
  readonly codes: readonly string[];
  readonly organization: string;
  readonly organizations: readonly string[];
  readonly district: string;
  readonly districts: readonly string[];
  /** Pseudonymous codes of staff. Others are told how many, never who. */
  readonly staff: readonly string[];
  readonly ageBand: string;
  /** `YYYY-MM-DD`; one that happened is not after the day it is recorded on. */
  readonly day: string;
  readonly happened: string;
  readonly count: number;
  readonly number: number;
  readonly cents: number;
  /** ISO 4217. */
  readonly currency: string;
  /** A public line of text. Never told. */
  readonly line: string;
  /** The id of an agreement, or of a project. */
  readonly agreement: string;
  readonly project: string;
  /** Lines of a table, each of the columns. */
  readonly rows: readonly Values[];
}
export type Kind = keyof Kinds;

/** A field of an entry, as data: what it holds, which codes it takes, what its lines are made of. */
export interface Field<
  K extends Kind = Kind,
  C extends string = string,
  O extends boolean = boolean,
  R extends object = object,
> {
  readonly kind: K;
  readonly optional: O;
  readonly of: readonly C[];
  readonly columns: R;
}
export type Fields = Readonly<Record<string, Field>>;
/** The values of some fields, whichever. */
export type Values = Readonly<Record<string, unknown>>;

export const field = <K extends Exclude<Kind, 'one' | 'many' | 'rows'>>(kind: K): Field<K, never, false> => ({
  ...{ kind, optional: false, of: [], columns: {} },
});
export const oneOf = <C extends string>(of: readonly C[]): Field<'one', C, false> => ({
  ...{ kind: 'one', optional: false, of, columns: {} },
});
export const manyOf = <C extends string>(of: readonly C[]): Field<'many', C, false> => ({
  ...{ kind: 'many', optional: false, of, columns: {} },
});
export const rowsOf = <R extends Fields>(columns: R): Field<'rows', never, false, R> => ({
  ...{ kind: 'rows', optional: false, of: [], columns },
});
export const optional = <K extends Kind, C extends string, R extends object>(
  one: Field<K, C, false, R>,
): Field<K, C, true, R> => ({ ...one, optional: true });

type ValueOf<F> =
  F extends Field<'one', infer C>
    ? C
    : F extends Field<'many', infer C>
      ? readonly C[]
      : F extends Field<'rows', string, boolean, infer R>
        ? readonly ValuesOf<R>[]
        : F extends Field<infer K>
          ? Kinds[K]
          : never;
type Left<F, O extends boolean> = { [N in keyof F]: F[N] extends Field<Kind, string, O> ? N : never }[keyof F];

/** The values of an entry with these fields. */
export type ValuesOf<F> = { readonly [N in Left<F, false>]: ValueOf<F[N]> } & {
  readonly [N in Left<F, true>]?: ValueOf<F[N]>;
};

/** A list of a field holds no more. */
const most = 200;

/**
 * The values in the order of the fields, so that the same entry is the same text.
 * @throws Refusal `register/unknown-field`, `register/missing-field`, or what is wrong with one: `register/bad-day` …
 */
export function checkedValues(fields: Fields, values: Values, judged: Judged): Values {
  for (const name of Object.keys(values)) {
    if (fields[name] === undefined) throw new Refusal('register/unknown-field', `there is no ${name}`, 'invalid');
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, one]) => {
      const value = values[name];
      if (value === undefined && one.optional) return [];
      if (value === undefined) throw new Refusal('register/missing-field', `${name} is missing`, 'invalid');
      return [[name, checked(one, value, judged)]];
    }),
  );
}

const refuse = (what: string, says: string): never => {
  throw new Refusal(`register/${what}`, says, 'invalid');
};

function checked(one: Field, value: unknown, judged: Judged): unknown {
  const { kind, of, columns } = one;
  if (kind === 'rows') return listOf(value).map((each) => checkedValues(columns as Fields, each as Values, judged));
  const items = itemsOf[kind];
  if (items === undefined) return singular({ kind, of }, value, judged);
  return listOf(value).map((each) => singular({ kind: items, of }, each, judged));
}

/** What the items of a list are. */
const itemsOf: { readonly [K in Kind]?: Kind } = {
  many: 'one',
  codes: 'code',
  organizations: 'code',
  districts: 'district',
  staff: 'code',
};

/** A list that is not empty, and says nothing twice. */
function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) refuse('bad-list', 'a list of 1 to 200');
  const list = value as readonly unknown[];
  if (new Set(list.map((each) => JSON.stringify(each))).size < list.length) refuse('bad-list', 'it says a thing twice');
  return list;
}

/** Numbers for counts and cents, texts for the rest. */
function singular({ kind, of }: Pick<Field, 'kind' | 'of'>, value: unknown, judged: Judged): unknown {
  if (kind === 'count' || kind === 'cents') {
    if (!Number.isSafeInteger(value) || (value as number) < 0) refuse('bad-count', 'whole numbers from 0');
    return value;
  }
  if (kind === 'number') {
    if (!Number.isFinite(value)) refuse('bad-number', 'a number');
    return value;
  }
  if (typeof value !== 'string') return refuse('bad-text', 'a text');
  checkText(kind, of, value, judged);
  return value;
}

function checkText(kind: Kind, of: readonly string[], text: string, judged: Judged): void {
  const { country } = judged;
  switch (kind) {
    case 'one':
      return refuseOther(of, text);
    case 'district':
      return refuseBadDistrict('register', country, text);
    case 'ageBand':
      return refuseAgeBand(country, text);
    case 'line':
      return refuseBadName('register', text);
    case 'currency':
      if (!/^[A-Z]{3}$/u.test(text)) refuse('bad-currency', 'three capital letters');
      return;
    case 'agreement':
    case 'project':
      return refuseBadId('register', text);
    case 'day':
      return refuseBadDay('register', text);
    case 'happened':
      return refuseNotYet('register', text, judged);
    case 'code':
    case 'codes':
    case 'count':
    case 'cents':
    case 'districts':
    case 'many':
    case 'number':
    case 'organization':
    case 'organizations':
    case 'rows':
    case 'staff':
      refuseBadCode('register', text);
  }
}
