import type { ClearSection, Context, Decider, EventMap, EventOf, Header, SealedSection } from '#decider';
import type { Clock } from './clock.js';
import { deriveId } from './ids.js';
import {
  Conflict,
  type EventLog,
  type Instant,
  type Metadata,
  type NewEvent,
  type Position,
  type Receipt,
} from './port.js';
import type { KnownStream, SeenCommand, StateCache } from './state-cache.js';

/** What is bound into the seal, so that a section cannot be moved to another event. */
export interface SealContext {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schema: number;
  readonly section: string;
}

/** Seals the clear sections of events. Its keys are durable before it answers. */
export interface Sealer {
  seal(
    sections: readonly { readonly section: ClearSection; readonly context: SealContext }[],
  ): Promise<readonly SealedSection[]>;
}

/** A command and its circumstances. */
export interface Request<Command> {
  /** Id of the thing: the stream is `<category>-<id>`. */
  readonly id: string;
  readonly command: Command;
  readonly commandId: string;
  readonly actor: string;
  /** Keyed digest of the body, to tell the same command sent again from another one under its id. */
  readonly fingerprint?: string;
  /** When it happened, if not now. */
  readonly effectiveAt?: Instant;
  /** The revision the caller saw (`If-Match`). A stream elsewhere is then refused, not retried. */
  readonly ifRevision?: number;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly origin?: 'import' | 'policy';
  /** The trace it belongs to (W3C Trace Context); its events carry it on. */
  readonly traceparent?: string;
}

/** A receipt; `repeated` when this command had been handled before, `changed` when events were appended now. */
export interface Handled extends Receipt {
  readonly changed: boolean;
  readonly repeated: boolean;
}

/** Sees every command go by: for those who trace and measure. */
export interface CommandWatch {
  /**
   * Runs a command, and answers or throws as `work` does.
   * @param from the trace of what caused it, as its request says
   * @param work is given the trace that the events carry on
   */
  around(
    category: string,
    from: string | undefined,
    work: (traceparent: string | undefined) => Promise<Handled>,
  ): Promise<Handled>;
}

export interface HandleDeps {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly sealer?: Sealer;
  readonly cache?: StateCache;
  readonly watch?: CommandWatch;
}

/** The caller's revision is not where the stream is: somebody else was first. */
export class PreconditionFailed extends Error {
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`revision ${actual}, ${expected} expected`);
    this.name = 'PreconditionFailed';
  }
}

/** A command id that was used before, for something else. */
export class CommandReused extends Error {
  constructor() {
    super('this command id was used before with another body');
    this.name = 'CommandReused';
  }
}

const attempts = 4;

/**
 * The way of a command: read the stream, fold, decide, append at the revision that was read.
 *
 * A command id already in the stream answers with its first receipt. A lost race is decided again on the newer state,
 * three times, unless the caller named a revision.
 * @throws Refusal a rule said no
 * @throws PreconditionFailed `ifRevision` is not the stream's revision
 * @throws CommandReused the command id was used with another fingerprint
 * @throws Conflict the race was lost four times
 * @throws LogUnavailable, AppendRefused from the log
 */
export async function handle<Command, M extends EventMap, State>(
  deps: HandleDeps,
  decider: Decider<Command, M, State>,
  request: Request<Command>,
): Promise<Handled> {
  if (deps.watch === undefined) return handleUnwatched(deps, decider, request);
  const { traceparent: from } = request;
  return deps.watch.around(decider.category, from, (traceparent = from) =>
    handleUnwatched(deps, decider, traceparent === undefined ? request : { ...request, traceparent }),
  );
}

async function handleUnwatched<Command, M extends EventMap, State>(
  deps: HandleDeps,
  decider: Decider<Command, M, State>,
  request: Request<Command>,
): Promise<Handled> {
  const stream = `${decider.category}-${request.id}`;
  for (let attempt = 1; ; attempt += 1) {
    const cached = deps.cache?.get(stream) as KnownStream<State> | undefined;
    // A cache that is behind must not refuse what the log would take.
    const usable = cached !== undefined && (request.ifRevision ?? cached.revision) === cached.revision;
    const known = usable ? cached : await load(deps, decider, stream);
    const seen = known.commands.get(request.commandId);
    if (seen !== undefined) return repeat(stream, request, seen);
    if (request.ifRevision !== undefined && request.ifRevision !== known.revision) {
      throw new PreconditionFailed(request.ifRevision, known.revision);
    }
    try {
      return await decideAndAppend(deps, decider, request, stream, known);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      deps.cache?.drop(stream);
      if (attempt === attempts) throw error;
    }
  }
}

async function decideAndAppend<Command, M extends EventMap, State>(
  deps: HandleDeps,
  decider: Decider<Command, M, State>,
  request: Request<Command>,
  stream: string,
  known: KnownStream<State>,
): Promise<Handled> {
  const recordedAt = deps.clock.now();
  const context: Context = {
    effectiveAt: request.effectiveAt ?? recordedAt,
    recordedAt,
    actor: request.actor,
    commandId: request.commandId,
    ...(request.origin === undefined ? {} : { origin: request.origin }),
  };
  const decided = await decide(deps, stream, known.revision, () =>
    decider.decide(request.command, known.state, context),
  );
  if (decided.length === 0) {
    const now = await deps.log.append(stream, known.revision, []);
    return { ...now, changed: false, repeated: false };
  }
  const events = await sealed(deps, decider, request, stream, known.revision, decided, context);
  const receipt = await deps.log.append(stream, known.revision, events);
  // Only on top of what this was decided on: of two that sent the same command at once, one wrote the events.
  if (deps.cache?.get(stream)?.revision === known.revision) {
    let { state } = known;
    // Folded as the log will give it back, so that the cache cannot know more than a reader.
    for (const { type, data } of events) {
      const event = { type, data: JSON.parse(JSON.stringify(data)) as object } as EventOf<M>;
      state = decider.evolve(state, event, context);
    }
    const commands = new Map(known.commands);
    commands.set(request.commandId, { ...receipt, fingerprint: request.fingerprint });
    deps.cache.set(stream, { revision: receipt.revision, state, commands });
  }
  return { ...receipt, changed: true, repeated: false };
}

/** A rule may say no because the cache is behind. It is asked again then: the empty append is a conflict. */
async function decide<E>(
  deps: HandleDeps,
  stream: string,
  revision: number,
  rule: () => readonly E[],
): Promise<readonly E[]> {
  try {
    return rule();
  } catch (refusal) {
    if (deps.cache !== undefined) await deps.log.append(stream, revision, []);
    throw refusal;
  }
}

/** Reads and folds a stream. An event this decider does not know stops it: rules do not guess. */
async function load<Command, M extends EventMap, State>(
  deps: HandleDeps,
  decider: Decider<Command, M, State>,
  stream: string,
): Promise<KnownStream<State>> {
  let state = decider.initial;
  let revision = 0;
  const commands = new Map<string, SeenCommand>();
  for await (const event of deps.log.readStream(stream)) {
    const { metadata } = event;
    const decoded = decider.events.decode(event.type, Number(metadata['schema']), event.data);
    state = decider.evolve(state, decoded, headerOf(metadata));
    revision = event.revision;
    const commandId = metadata['commandId'];
    if (commandId !== undefined) {
      commands.set(commandId, { revision, position: event.position, fingerprint: metadata['fingerprint'] });
    }
  }
  const known: KnownStream<State> = { revision, state, commands };
  deps.cache?.set(stream, known);
  return known;
}

const headerOf = ({ commandId, recordedAt, actor }: Metadata): Header | undefined =>
  commandId === undefined || recordedAt === undefined || actor === undefined
    ? undefined
    : { commandId, recordedAt, actor };

function repeat(stream: string, request: Request<unknown>, seen: SeenCommand): Handled {
  if (seen.fingerprint !== request.fingerprint) throw new CommandReused();
  return { stream, revision: seen.revision, position: seen.position as Position, changed: false, repeated: true };
}

async function sealed<Command, M extends EventMap, State>(
  deps: HandleDeps,
  decider: Decider<Command, M, State>,
  request: Request<Command>,
  stream: string,
  revision: number,
  decided: readonly EventOf<M>[],
  context: Context,
): Promise<readonly NewEvent[]> {
  const open: { at: number; name: string; section: ClearSection; context: SealContext }[] = [];
  const events = decided.map(({ type, data }, index) => {
    const schema = decider.events.schema(type);
    // Another body or another moment makes another event: the log must not take it for a repetition.
    const id = deriveId(request.commandId, stream, index, context.recordedAt, request.fingerprint ?? '');
    for (const [name, value] of Object.entries(data)) {
      if (isClear(value)) {
        const seal = { stream, revision: revision + index + 1, eventId: id, type, schema, section: name };
        open.push({ at: index, name, section: value, context: seal });
      } else if (hidesClear(value)) {
        throw new Error(`${type}.${name} carries personal data below its top level, where nothing seals it`);
      }
    }
    return { id, type, data, metadata: header(request, context, schema) };
  });
  if (open.length === 0) return events;
  if (deps.sealer === undefined) throw new Error('an event carries personal data and no sealer is configured');
  const sections = await deps.sealer.seal(open);
  for (const [index, { at, name }] of open.entries()) {
    const event = events[at];
    const section = sections[index];
    if (event === undefined || section === undefined) throw new Error('the sealer left a section open');
    event.data = { ...event.data, [name]: section };
  }
  return events;
}

function header(request: Request<unknown>, context: Context, schema: number): Metadata {
  const metadata: Record<string, string> = {
    actor: context.actor,
    commandId: request.commandId,
    correlationId: request.correlationId ?? request.commandId,
    effectiveAt: context.effectiveAt,
    recordedAt: context.recordedAt,
    schema: String(schema),
  };
  if (request.causationId !== undefined) metadata['causationId'] = request.causationId;
  if (request.fingerprint !== undefined) metadata['fingerprint'] = request.fingerprint;
  if (request.origin !== undefined) metadata['origin'] = request.origin;
  if (request.traceparent !== undefined) metadata['traceparent'] = request.traceparent;
  return metadata;
}

function isClear(value: unknown): value is ClearSection {
  return typeof value === 'object' && value !== null && 'clear' in value && 'subject' in value && 'category' in value;
}

/** Whether personal data lies somewhere inside a value. */
function hidesClear(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => isClear(part) || hidesClear(part));
}
