import { Refusal } from '#decider';
import { deriveId, type Entry, type EventLog, type Page, type Position } from '#event-log';
import { backOff, reasonOf, type Pause, type Projection, type Views } from '#projection';
import type { Consequence, Dispatch, Reaction } from './policy.js';
import { type Progress, remember } from './remember.js';

export interface ReactOptions {
  readonly dispatch: Dispatch;
  /**
   * Where each policy remembers how far it came. Not the store that is thrown away to rebuild views: a policy that
   * begins anew sends everything again.
   */
  readonly checkpoints: Pick<Views, 'checkpoint' | 'writeAll'>;
  /** How often they are written, in milliseconds: as much is sent again after a crash. Default 250. */
  readonly saveEveryMs?: number;
  /** Ends it, without an error; what was not acknowledged is sent again next time, under the same ids. */
  readonly signal: AbortSignal;
  readonly status?: ReactStatus;
  readonly pause?: Pause;
}

/** Why a policy stands still, or cannot write down how far it came. */
interface Held {
  readonly attempt: number;
  readonly position?: Position;
  readonly reason: string;
}

/** How a policy is doing. */
export interface PolicyState {
  readonly dispatched: number;
  /** The world had moved on when the command came. */
  readonly refused: number;
  /** Set while it is held up: `attempt` failed at `position` (of an event), or while reading or saving. */
  readonly held?: Held;
}

/** For health pages: by policy name, since the process began. */
export type ReactStatus = Map<string, PolicyState>;

/**
 * What a policy's checkpoint is kept under in `Views`. A new policy begins at the start of the log; to begin elsewhere,
 * write its checkpoint first.
 */
export const policyCheckpoint = (name: string): Projection => ({
  name: `policy/${name}`,
  version: 1,
  types: [],
  keys: () => [],
  empty: () => ({}),
  fold: (document) => document,
  index: () => [],
});

/**
 * Follows the log and sends what follows from it, for ever: resolves when the signal aborts.
 *
 * Every policy goes at its own pace. An event is sent at least once; command ids are derived from policy, event and
 * place, so that once is also all that happens. A refusal is counted and passed. Any other failure holds the policy at
 * that command, and is tried again with pauses. Imported history is passed over.
 */
export async function react(log: EventLog, policies: readonly Reaction[], options: ReactOptions): Promise<void> {
  if (new Set(policies.map(({ name }) => name)).size < policies.length) throw new Error('a policy is given twice');
  const reactors = policies.map((policy) => new Reactor(log, policy, options));
  const ended = new AbortController();
  const remembering = remember(reactors, options.checkpoints, options.saveEveryMs ?? 250, ended.signal);
  await Promise.all(reactors.map((reactor) => reactor.run()));
  ended.abort();
  await remembering;
}

class Reactor implements Progress {
  readonly checkpoint: Projection;
  reached: Position | undefined;
  saved: Position | undefined;
  readonly #pause: Pause;
  readonly #status: ReactStatus;
  readonly #sent = { dispatched: 0, refused: 0 };
  #held: Held | undefined;
  #unsaved: Held | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly policy: Reaction,
    private readonly options: ReactOptions,
  ) {
    this.checkpoint = policyCheckpoint(policy.name);
    this.#pause = options.pause ?? backOff;
    this.#status = options.status ?? new Map<string, PolicyState>();
    this.#show();
  }

  async run(): Promise<void> {
    const { signal, checkpoints } = this.options;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        if (this.reached === undefined) this.reached = this.saved = await checkpoints.checkpoint(this.checkpoint);
        for await (const page of this.log.follow(this.reached, signal, this.policy.types)) {
          await this.#page(page);
          this.#release();
          attempt = 0;
          if (signal.aborted) return;
        }
        if (!signal.aborted) throw new Error('the log ended');
      } catch (error) {
        await this.#hold(attempt, error);
      }
    }
  }

  onSaved(failure: string | undefined): void {
    const attempt = (this.#unsaved?.attempt ?? 0) + 1;
    this.#unsaved = failure === undefined ? undefined : { attempt, reason: failure };
    this.#show();
  }

  async #page({ events, upTo }: Page): Promise<void> {
    const { signal } = this.options;
    for (const event of events) {
      if (signal.aborted) return;
      if (event.metadata['origin'] !== 'import' && event.position > (this.reached ?? '')) await this.#event(event);
    }
    if (!signal.aborted && upTo > (this.reached ?? '')) this.reached = upTo;
  }

  async #event(event: Entry): Promise<void> {
    let consequences: readonly Consequence[] = [];
    await this.#insist(event.position, async () => {
      consequences = this.policy.follows(event);
    });
    for (const [index, consequence] of consequences.entries()) {
      const commandId = deriveId(this.policy.name, event.id, index);
      const { correlationId = event.id, traceparent } = event.metadata;
      const ids = { commandId, causationId: event.id, correlationId };
      const cause = traceparent === undefined ? ids : { ...ids, traceparent };
      await this.#insist(event.position, () => this.#send(consequence, cause));
    }
  }

  async #send(consequence: Consequence, cause: Parameters<Dispatch>[1]): Promise<void> {
    let outcome: 'dispatched' | 'refused' = 'dispatched';
    try {
      await this.options.dispatch(consequence, cause);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome = 'refused';
    }
    this.#sent[outcome] += 1;
    this.#show();
  }

  /** Does it until it is done or the signal aborts. */
  async #insist(position: Position, work: () => Promise<void>): Promise<void> {
    for (let attempt = 1; !this.options.signal.aborted; attempt += 1) {
      try {
        await work();
        this.#release();
        return;
      } catch (error) {
        await this.#hold(attempt, error, position);
      }
    }
  }

  async #hold(attempt: number, error: unknown, position?: Position): Promise<void> {
    this.#held = { attempt, reason: reasonOf(error), ...(position === undefined ? {} : { position }) };
    this.#show();
    await this.#pause(Math.max(attempt, 1), this.options.signal);
  }

  #release(): void {
    if (this.#held === undefined) return;
    this.#held = undefined;
    this.#show();
  }

  #show(): void {
    const held = this.#held ?? this.#unsaved;
    this.#status.set(this.policy.name, { ...this.#sent, ...(held === undefined ? {} : { held }) });
  }
}
