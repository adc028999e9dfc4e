import type { Entry } from '#event-log';

declare const brand: unique symbol;

/** A string that was made on purpose: a code, an id, a date. A free string does not compile as a field of a fact. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A random id of ours; says nothing about anybody. */
export type RandomId = Branded<'RandomId'>;
/** An entry of a published code list (an institution, a district, a reason). */
export type Code = Branded<'Code'>;
/** ISO 8601 UTC with milliseconds. */
export type FactInstant = Branded<'FactInstant'>;
/** The public name of an institution or a place: never a person's. */
export type PublicName = Branded<'PublicName'>;

/** Fields facts may have: codes, ids, instants, numbers, booleans, literal unions, and lists or records of them. */
type Allowed<T> = T extends string
  ? string extends T
    ? never
    : T
  : T extends number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Allowed<Item>[]
      : T extends object
        ? { readonly [K in keyof T]: Allowed<T[K]> }
        : never;

/** The facts of one capability: versioned name → frozen shape, without a free string anywhere. */
export type FactMap<M> = { readonly [T in keyof M]: Allowed<M[T]> };

/** What others are told. Its position is the log position of the event it was made from; its id is that event's id. */
export type Fact = Entry;

// A value that is missing, as after an erasure, must not pass as the text "undefined".
const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);

/** @throws Error when it is not 1 to 80 letters, digits and `._:/-`, beginning with a letter or digit */
export const code = (value: string): Code => {
  if (!matches(value, /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/)) throw new Error('not a code');
  return value as Code;
};

/** @throws Error when it is not in UUID form */
export const randomId = (value: string): RandomId => {
  if (!matches(value, /^[0-9a-f-]{36}$/)) throw new Error('not a random id');
  return value as RandomId;
};

/** @throws Error when it is not ISO 8601, UTC, with milliseconds */
export const factInstant = (value: string): FactInstant => {
  if (!matches(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)) throw new Error('not an instant');
  return value as FactInstant;
};

/** @throws Error when it is empty, longer than 160 characters, or holds a line break, tab, `@` or seven digits in a row */
export const publicName = (value: string): PublicName => {
  if (!matches(value, /^.{1,160}$/su) || /[\n\r\t@]|\d{7,}/.test(value)) throw new Error('not a public name');
  return value as PublicName;
};
