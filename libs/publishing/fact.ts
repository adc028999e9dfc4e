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

export const code = (value: string): Code => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/.test(value)) throw new Error('not a code');
  return value as Code;
};
export const randomId = (value: string): RandomId => {
  if (!/^[0-9a-f-]{36}$/.test(value)) throw new Error('not a random id');
  return value as RandomId;
};
export const factInstant = (value: string): FactInstant => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) throw new Error('not an instant');
  return value as FactInstant;
};

/** The public name of an institution or a place: never a person's. */
export type PublicName = Branded<'PublicName'>;

export const publicName = (value: string): PublicName => {
  if (value.length === 0 || value.length > 160 || /[\n\r\t@]|\d{7,}/.test(value)) throw new Error('not a public name');
  return value as PublicName;
};
