import type { EventMap } from '#decider';
import { type Code, code, type FactCatalogue, type Publication, publish, type RandomId, randomId } from '#publishing';
import {
  type CorrectionReason,
  correctionReasons,
  registerDecider,
  type RegisterSpec,
  type TakenBack,
  typesOf,
  type WithdrawalReason,
  withdrawalReasons,
} from '../domain/register.js';
import type { Field, Fields, Kind, Values } from '../domain/register-fields.js';
import { known } from './known.js';

/** What others are told of a field: codes, counts, cents. Of staff how many; of a line of text nothing. */
type ToldField<F> =
  F extends Field<'one', infer C>
    ? C
    : F extends Field<'many', infer C>
      ? C[]
      : F extends Field<'rows', string, boolean, infer R>
        ? Told<R>[]
        : F extends Field<'agreement' | 'project'>
          ? RandomId
          : F extends Field<'count' | 'number' | 'cents' | 'staff'>
            ? number
            : F extends Field<'codes' | 'organizations' | 'districts'>
              ? Code[]
              : Code;
type Names<F, O extends boolean> = {
  [N in keyof F]: F[N] extends Field<'line'> ? never : F[N] extends Field<Kind, string, O> ? N : never;
}[keyof F];
type Told<F> = { [N in Names<F, false>]: ToldField<F[N]> } & { [N in Names<F, true>]?: ToldField<F[N]> };

interface Of {
  board: Code;
  id: RandomId;
}

/** The facts of a register: each event under its own name, with what of the entry may be told. */
export type RegisterFacts<S extends RegisterSpec> = {
  [T in S['recorded'] as `${T}.v1`]: Of & { country: Code; institution: Code; entry: Told<S['fields']> };
} & {
  [T in S['corrected'] as `${T}.v1`]: Of & { reason: CorrectionReason; entry: Told<S['fields']> };
} & {
  [T in S['withdrawn'] as `${T}.v1`]: Of & { reason: WithdrawalReason };
} & {
  [T in keyof S['steps'] & string as `${T}.v1`]: Of & {
    step: RandomId;
    institution: Code;
    entry: Told<S['steps'][T]['fields']>;
  };
} & {
  [T in TakenBack<S> as `${T}.v1`]: Of & { step: RandomId; reason: WithdrawalReason };
};

/** The names of the facts of a register, as a catalogue of facts asks for them. */
export const factNames = <S extends RegisterSpec>(spec: S): Record<keyof RegisterFacts<S> & string, true> =>
  Object.fromEntries(typesOf(spec).map((type) => [`${type}.v1`, true])) as Record<
    keyof RegisterFacts<S> & string,
    true
  >;

/** Tells of every event of a register what of it may be told. */
export function registerPublication<S extends RegisterSpec>(spec: S, facts: FactCatalogue<EventMap>): Publication {
  const tellings = typesOf(spec).map((type) => [
    type,
    ({ stream, data }: { readonly stream: string; readonly data: object }) => ({
      type: `${type}.v1`,
      data: { ...head(spec, stream, data as Data), ...told(fieldsOf(spec, type), (data as Data).entry) },
    }),
  ]);
  return publish(registerDecider<RegisterSpec>(spec).events, facts, Object.fromEntries(tellings) as object);
}

interface Data {
  readonly board: string;
  readonly country?: string;
  readonly institution?: string;
  readonly reason?: string;
  readonly step?: string;
  readonly entry?: Values;
}

const fieldsOf = (spec: RegisterSpec, type: string): Fields =>
  (type === spec.recorded || type === spec.corrected ? spec.fields : (spec.steps[type]?.fields ?? {})) as Fields;

const reasons: readonly string[] = [...correctionReasons, ...withdrawalReasons];

/** What a fact begins with: whose it is, and why. A stream is `<category>-<id>`. */
const head = ({ category }: RegisterSpec, stream: string, { board, country, institution, reason, step }: Data) => ({
  ...{ board: code(board), id: randomId(stream.slice(category.length + 1)) },
  ...(country === undefined ? {} : { country: code(country) }),
  ...(institution === undefined ? {} : { institution: code(institution) }),
  ...(step === undefined ? {} : { step: randomId(step) }),
  ...(reason === undefined ? {} : { reason: known(reasons, reason) }),
});

const told = (fields: Fields, entry: Values | undefined): { readonly entry?: Values } =>
  entry === undefined ? {} : { entry: toldValues(fields, entry) };

const toldValues = (fields: Fields, values: Values): Values =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, one]) =>
      one.kind === 'line' || values[name] === undefined ? [] : [[name, toldValue(one, values[name])]],
    ),
  );

function toldValue({ kind, of, columns }: Field, value: unknown): unknown {
  switch (kind) {
    case 'one':
      return known<unknown>(of, value);
    case 'many':
      return (value as readonly unknown[]).map((each) => known<unknown>(of, each));
    case 'rows':
      return (value as readonly Values[]).map((each) => toldValues(columns as Fields, each));
    case 'staff':
      return (value as readonly unknown[]).length;
    case 'count':
    case 'number':
    case 'cents':
      return Number(value);
    case 'agreement':
    case 'project':
      return randomId(value as string);
    case 'codes':
    case 'organizations':
    case 'districts':
      return (value as readonly string[]).map(code);
    case 'ageBand':
    case 'code':
    case 'currency':
    case 'day':
    case 'district':
    case 'happened':
    case 'line':
    case 'organization':
      return code(value as string);
  }
}
