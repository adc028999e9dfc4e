import { catalogue, type Context, type Decider, deriveId, type EventMap, type EventOf, Refusal } from '#decider';
import { refuseBadCode, refuseOther, refuseUnknownCountry } from '../../protocol/index.js';
import { checkedValues, type Fields, type Values, type ValuesOf } from './register-fields.js';

/** Why an entry is said anew, and why it is taken out. */
export const correctionReasons = ['TYPING_ERROR', 'WRONG_COUNT', 'WRONG_DAY', 'MORE_IS_KNOWN', 'OTHER'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];
export const withdrawalReasons = ['ENTERED_TWICE', 'WRONG_BOARD', 'DID_NOT_HAPPEN', 'OTHER'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** Something that happened to an entry later: a transfer, a payment, an answer. */
export interface Step {
  readonly id: string;
  readonly type: string;
  readonly institution: string;
  readonly values: Values;
}

export interface Entry {
  readonly status: 'none' | 'held' | 'withdrawn';
  readonly board: string;
  readonly country: string;
  /** Who entered it. */
  readonly institution: string;
  readonly imported: boolean;
  readonly values: Values;
  readonly steps: readonly Step[];
}

/**
 * Who takes a step: whoever entered it, the board's coordination, the clock, or the institution a field of the entry names;
 * `alone`: where nobody else speaks for it, not even the coordination.
 */
export type Taker = 'enterer' | 'coordination' | 'clock' | { readonly field: string; readonly alone?: true };

/** A kind of step: its fields, and its own rule. */
export interface StepSpec<F extends object = object> {
  /** Last part of its address: `transfers`. */
  readonly path: string;
  readonly fields: F;
  readonly by: Taker;
  /** @returns `'already'` when nothing is left to record @throws Refusal */
  rule?(values: ValuesOf<F>, entry: Entry): 'already' | void;
}

/** A register, as data: what its entries hold, and what its events are called. */
export interface RegisterSpec {
  /** First part of the stream name: `activity`. */
  readonly category: string;
  /** Last part of its address: `activities`. */
  readonly path: string;
  readonly recorded: string;
  readonly corrected: string;
  readonly withdrawn: string;
  readonly takenBack?: string;
  readonly fields: Fields;
  /** The field whose day its entries are listed by. */
  readonly by: string;
  /** The field that names the institution that enters it, where one does. */
  readonly enterer?: string;
  readonly steps: Readonly<Record<string, StepSpec>>;
  /** A rule over the whole entry, as it would be. @throws Refusal */
  rule?(values: Values, steps: readonly Step[]): void;
}

interface Of {
  readonly board: string;
}
interface Begun extends Of {
  readonly country: string;
  readonly institution: string;
  readonly imported?: true;
}

type StepsOf<S extends RegisterSpec> = {
  [T in keyof S['steps'] & string]: Of & {
    readonly step: string;
    readonly institution: string;
    readonly entry: ValuesOf<S['steps'][T]['fields']>;
    readonly imported?: true;
  };
};

/** What the event is called that takes a step back, where a register has steps. */
export type TakenBack<S extends RegisterSpec> = S extends { readonly takenBack: infer T extends string } ? T : never;

/** The events of a register, by the names its description gives them. */
export type RegisterEvents<S extends RegisterSpec> = {
  [T in S['recorded']]: Begun & { readonly entry: ValuesOf<S['fields']> };
} & {
  [T in S['corrected']]: Of & { readonly reason: CorrectionReason; readonly entry: ValuesOf<S['fields']> };
} & {
  [T in S['withdrawn']]: Of & { readonly reason: WithdrawalReason };
} & StepsOf<S> & {
    [T in TakenBack<S>]: Of & { readonly step: string; readonly reason: WithdrawalReason };
  };

export type RegisterCommand =
  | ({ readonly do: 'record'; readonly entry: Values } & Omit<Begun, 'imported'>)
  | { readonly do: 'correct'; readonly reason: CorrectionReason; readonly entry: Values }
  | { readonly do: 'withdraw'; readonly reason: WithdrawalReason }
  | { readonly do: 'step'; readonly type: string; readonly institution: string; readonly entry: Values }
  | { readonly do: 'take-back'; readonly step: string; readonly reason: WithdrawalReason };

/** A kind of step of a register. */
export const step = <F extends Fields>(
  path: string,
  fields: F,
  rule?: StepSpec<F>['rule'],
  by: Taker = 'enterer',
): StepSpec<F> => ({ path, fields, by, ...(rule === undefined ? {} : { rule }) });

/** Every event type of a register. */
export const typesOf = (spec: RegisterSpec): readonly string[] => [
  ...[spec.recorded, spec.corrected, spec.withdrawn, ...Object.keys(spec.steps)],
  ...(spec.takenBack === undefined ? [] : [spec.takenBack]),
];

const none: Entry = {
  ...{ status: 'none', board: '', country: '', institution: '', imported: false, values: {}, steps: [] },
};

/**
 * The rules of a register: an entry is made once, said anew with a reason, taken out with a reason; what happens to it
 * later is added, step by step, and a step entered by mistake is taken back.
 */
export function registerDecider<S extends RegisterSpec>(
  spec: S,
): Decider<RegisterCommand, RegisterEvents<S> & EventMap, Entry> {
  const schemas = Object.fromEntries(typesOf(spec).map((type) => [type, 1]));
  const decider: Decider<RegisterCommand, EventMap, Entry> = {
    category: spec.category,
    events: catalogue<EventMap>(schemas),
    initial: none,
    decide: (command, entry, context) =>
      command.do === 'record' ? record(spec, command, entry, context) : change(spec, command, entry, context),
    evolve: (entry, event) => evolve(spec, entry, event),
  };
  // The names and shapes of the events are in the description: the compiler reads them there.
  return decider as unknown as Decider<RegisterCommand, RegisterEvents<S> & EventMap, Entry>;
}

type Made = EventOf<EventMap>;
type Command<D extends RegisterCommand['do']> = Extract<RegisterCommand, { do: D }>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function record(
  spec: RegisterSpec,
  { board, country, institution, entry: given }: Command<'record'>,
  entry: Entry,
  { recordedAt, origin }: Context,
): readonly Made[] {
  refuseUnknownCountry('register', country);
  for (const code of [board, institution]) refuseBadCode('register', code);
  const values = checkedValues(spec.fields, given, { country, recordedAt });
  if (entry.status !== 'none') {
    if (entry.board === board && same(entry.values, values)) return [];
    throw new Refusal('register/taken', 'another entry has this id');
  }
  spec.rule?.(values, []);
  const history = origin === 'import' ? { imported: true as const } : {};
  return [{ type: spec.recorded, data: { board, country, institution, ...history, entry: values } }];
}

function change(
  spec: RegisterSpec,
  command: Exclude<RegisterCommand, { do: 'record' }>,
  entry: Entry,
  { recordedAt, commandId }: Context,
): readonly Made[] {
  const { board, country, imported } = entry;
  if (entry.status === 'none') throw new Refusal('register/unknown', 'there is no such entry', 'unknown');
  if (entry.status === 'withdrawn') {
    if (command.do === 'withdraw') return [];
    throw new Refusal('register/withdrawn', 'the entry was taken out');
  }
  switch (command.do) {
    case 'correct': {
      refuseOther(correctionReasons, command.reason);
      const values = checkedValues(spec.fields, command.entry, { country, recordedAt });
      if (same(values, entry.values)) return [];
      spec.rule?.(values, entry.steps);
      return [{ type: spec.corrected, data: { board, reason: command.reason, entry: values } }];
    }
    case 'withdraw':
      refuseOther(withdrawalReasons, command.reason);
      return [{ type: spec.withdrawn, data: { board, reason: command.reason } }];
    case 'step': {
      const { type, institution } = command;
      const known = Object.hasOwn(spec.steps, type) ? spec.steps[type] : undefined;
      if (known === undefined) throw new Refusal('code/not-listed', 'there is no such step', 'invalid');
      refuseBadCode('register', institution);
      const values = checkedValues(known.fields as Fields, command.entry, { country, recordedAt });
      if (known.rule?.(values, entry) === 'already') return [];
      const history = imported ? { imported: true as const } : {};
      return [{ type, data: { board, step: deriveId(commandId, type), institution, ...history, entry: values } }];
    }
    case 'take-back': {
      const { step: id, reason } = command;
      refuseOther(withdrawalReasons, reason);
      const taken = entry.steps.find((each) => each.id === id);
      if (spec.takenBack === undefined || taken === undefined || spec.steps[taken.type]?.by === 'clock') {
        throw new Refusal('register/unknown-step', 'the entry has no such step', 'unknown');
      }
      return [{ type: spec.takenBack, data: { board, step: id, reason } }];
    }
  }
}

function evolve(spec: RegisterSpec, entry: Entry, { type, data }: Made): Entry {
  if (type === spec.recorded) {
    const { board, country, institution, imported = false, entry: values } = data as Begun & { entry: Values };
    return { ...entry, status: 'held', board, country, institution, imported, values };
  }
  if (type === spec.corrected) return { ...entry, values: (data as { entry: Values }).entry };
  if (type === spec.withdrawn) return { ...entry, status: 'withdrawn' };
  const { step: id } = data as { step: string };
  if (type === spec.takenBack) return { ...entry, steps: entry.steps.filter((each) => each.id !== id) };
  const { institution, entry: values } = data as { institution: string; entry: Values };
  return { ...entry, steps: [...entry.steps, { id, type, institution, values }] };
}
