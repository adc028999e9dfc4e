import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, Page, Position } from '#event-log';
import { backOff, type Pause, type Projection, reasonOf, type Views } from '#projection';
import { factMaker, type FactMaker } from '../../make-facts.js';
import type { Publication } from '../../publish.js';
import type { Broker, Outgoing } from './broker.js';
import { reachOf } from './head.js';
import { bytesOf, factMessage, watermarkMessage } from './messages.js';
import { ensureTopic, type Topic } from './topics.js';

export interface RelayOptions {
  readonly broker: Broker;
  readonly topic: Topic;
  /** Names this deployment in every message: the `source` of CloudEvents, a URI reference. */
  readonly source: string;
  /** Where it remembers how far it came. Lost, everything is sent again. */
  readonly checkpoints: Pick<Views, 'checkpoint' | 'writeAll'>;
  /** Ends it, without an error. */
  readonly signal: AbortSignal;
  readonly status?: RelayStatus;
  /** A watermark goes out at least this often, in milliseconds. Default 1 000. */
  readonly beatMs?: number;
  /** After something was sent, how long to gather before the next, in milliseconds. Default 25. */
  readonly gatherMs?: number;
  readonly pause?: Pause;
}

export interface RelayState {
  /**
   * `held`: something fails and is tried again. `superseded`: another relay runs. `stopped`: log and topic do not belong
   * together.
   */
  readonly state: 'running' | 'held' | 'superseded' | 'stopped' | 'ended';
  /** Told and confirmed up to there. */
  readonly upTo?: Position;
  /** Facts confirmed since it began. */
  readonly facts: number;
  readonly held?: { readonly attempt: number; readonly position?: Position; readonly reason: string };
}

/** For health pages. */
export class RelayStatus {
  state: RelayState = { state: 'running', facts: 0 };
}

/** Log and topic do not belong together: one of them was restored, emptied or exchanged. */
export class TopicMismatch extends Error {
  readonly reason: string;

  constructor(topic: string, what: string) {
    const reason = `topic ${topic} ${what}; begin a new generation`;
    super(reason);
    this.reason = reason;
    this.name = 'TopicMismatch';
  }
}

/** A fact is larger than its topic takes. */
export class FactTooLarge extends Error {
  readonly reason: string;

  constructor(
    readonly position: Position,
    bytes: number,
    limit: number,
  ) {
    const reason = `the fact at ${position} takes ${bytes} bytes, the topic ${limit}`;
    super(reason);
    this.reason = reason;
    this.name = 'FactTooLarge';
  }
}

/** What the relay's checkpoint is kept under in `Views`: a new generation of the topic begins at the start of the log. */
export const relayCheckpoint = ({ name }: Pick<Topic, 'name'>): Projection => ({
  name: `relay/${name}`,
  version: 1,
  types: [],
  keys: () => [],
  empty: () => ({}),
  fold: (document) => document,
  index: () => [],
});

/** Limits of one sending; what a topic takes is a limit for each partition's share of it. */
const batch = { messages: 1_000, bytes: 500_000 } as const;

/**
 * Follows a log and sends the facts of its events, for ever: resolves when the signal aborts, when another relay has
 * taken over, or when log and topic do not belong together.
 *
 * Each fact is sent at least once: after a crash, what was sent and not yet written down is sent again under the same id.
 * What cannot be told, or is not taken, holds it before that event and is tried again with pauses. Nothing is skipped.
 */
export async function relay(
  log: Pick<EventLog, 'follow' | 'head'>,
  publications: readonly Publication[],
  options: RelayOptions,
): Promise<RelayState['state']> {
  return new Relay(log, factMaker(publications), options).run();
}

class Relay {
  readonly #checkpoint: Projection;
  readonly #pause: Pause;
  readonly #status: RelayStatus;
  /** Confirmed by the broker and written down. */
  #reached: Position | undefined;
  #facts = 0;

  constructor(
    private readonly log: Pick<EventLog, 'follow' | 'head'>,
    private readonly maker: FactMaker,
    private readonly options: RelayOptions,
  ) {
    this.#checkpoint = relayCheckpoint(options.topic);
    this.#pause = options.pause ?? backOff;
    this.#status = options.status ?? new RelayStatus();
  }

  async run(): Promise<RelayState['state']> {
    const { signal } = this.options;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const before = this.#reached;
      try {
        await this.#begin();
        this.#show('running');
        await this.#forward();
      } catch (error) {
        if (error instanceof Superseded) return this.#show('superseded');
        const progressed = this.#reached !== before;
        if (progressed) attempt = 1;
        const held = { attempt, reason: reasonOf(error), ...positionOf(error) };
        if (error instanceof TopicMismatch) return this.#show('stopped', held);
        this.#show('held', held);
        await this.#pause(attempt, signal);
      }
    }
    return this.#show('ended');
  }

  /** Finds out from where to go on, and that the topic holds exactly what was told of this log. */
  async #begin(): Promise<void> {
    const { broker, topic, checkpoints, signal } = this.options;
    await ensureTopic(broker, topic);
    this.#reached = await checkpoints.checkpoint(this.#checkpoint);
    const reached = this.#reached ?? '';
    const head = (await this.log.head()) ?? '';
    for (const reach of await reachOf(broker, topic, signal)) {
      if (signal.aborted) return;
      if ((reach ?? '') < reached) throw new TopicMismatch(topic.name, 'lacks what was sent to it');
      if ((reach ?? '') > reached && (reach ?? '') > head)
        throw new TopicMismatch(topic.name, 'knows more than the log');
    }
  }

  async #forward(): Promise<void> {
    const { signal, beatMs = 1_000, gatherMs = 25 } = this.options;
    const ended = new AbortController();
    const following = AbortSignal.any([signal, ended.signal]);
    const pages = this.log.follow(this.#reached, following, this.maker.types)[Symbol.asyncIterator]();
    let next = pages.next();
    try {
      while (!signal.aborted) {
        const came = await within(next, beatMs);
        if (came === undefined) {
          await this.#send([], this.#reached);
          continue;
        }
        if (came.done === true) {
          if (signal.aborted) return;
          throw new Error('the log ended');
        }
        await this.#tell(came.value);
        await sleep(gatherMs, undefined, { signal }).catch(() => undefined);
        next = pages.next();
      }
    } finally {
      ended.abort();
      await next.catch(() => undefined);
    }
  }

  /** Everything of a page before an event that cannot be told is sent. */
  async #tell({ events, upTo }: Page): Promise<void> {
    const { source, topic } = this.options;
    let messages: Outgoing[] = [];
    let bytes = 0;
    let reach = this.#reached;
    const flush = async (position: Position | undefined) => {
      if (position !== undefined && position > (this.#reached ?? '')) await this.#confirm(messages, position);
      messages = [];
      bytes = 0;
    };
    for (const event of events) {
      // A long page must not hold up an end.
      if (this.options.signal.aborted) return;
      try {
        const fact = this.maker.make(event);
        if (fact !== undefined) {
          const message = factMessage(source, fact);
          const size = bytesOf(message);
          if (size > topic.maxMessageBytes) throw new FactTooLarge(event.position, size, topic.maxMessageBytes);
          if (messages.length >= batch.messages || bytes + size > batch.bytes) await flush(reach);
          messages.push(message);
          bytes += size;
        }
      } catch (error) {
        await flush(reach);
        throw error;
      }
      reach = event.position;
    }
    await flush(upTo);
  }

  /** Sends, then writes down: the order that loses nothing. */
  async #confirm(messages: readonly Outgoing[], upTo: Position): Promise<void> {
    await this.#send(messages, upTo);
    const write = { projection: this.#checkpoint, from: this.#reached, upTo, changes: new Map() };
    const [written] = await this.options.checkpoints.writeAll([write]);
    if (written !== true) throw new Superseded();
    this.#reached = upTo;
    this.#facts += messages.length;
    this.#show('running');
  }

  /** The facts, and behind them in every partition how far that partition now is complete. */
  async #send(messages: readonly Outgoing[], upTo: Position | undefined): Promise<void> {
    if (upTo === undefined) return;
    const { broker, topic, source } = this.options;
    const marks = Array.from({ length: topic.partitions }, (_, partition) => watermarkMessage(source, upTo, partition));
    await broker.send(topic.name, [...messages, ...marks]);
  }

  #show(state: RelayState['state'], held?: RelayState['held']): RelayState['state'] {
    this.#status.state = {
      state,
      facts: this.#facts,
      ...(this.#reached === undefined ? {} : { upTo: this.#reached }),
      ...(held === undefined ? {} : { held }),
    };
    return state;
  }
}

/** Another relay wrote the checkpoint. */
class Superseded extends Error {}

function positionOf(error: unknown): { readonly position?: Position } {
  const { position } = error as { readonly position?: Position };
  return position === undefined ? {} : { position };
}

/** What was promised, or undefined when it takes longer. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const enough = new AbortController();
  const late = sleep(ms, undefined, { signal: enough.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    enough.abort();
  }
}
