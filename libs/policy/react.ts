import { Refusal } from '#decider';
import { deriveId, type Entry, type EventLog, type Page, type Position } from '#event-log';
import { backOff, reasonOf, type Pause, type Projection, type Views } from '#projection';
import type { Consequence, Dispatch, Reaction } from './policy.js';

export interface ReactOptions {
  readonly dispatch: Dispatch;
  /**
   * Where each policy remembers how far it came. Not the store that is thrown away to rebuild views: a policy that
   * begins anew sends everything again.
   */
  readonly checkpoints: Pick<Views, 'checkpoint' | 'write'>;
  /** Ends it, without an error; what was not acknowledged is sent again next time, under the same ids. */
  readonly signal: AbortSignal;
  readonly status?: ReactStatus;
  readonly pause?: Pause;
}

/** How a policy is doing. */
export interface PolicyState {
  readonly dispatched: number;
  /** The world had moved on when the command came. */
  readonly refused: number;
  /** Set while it is held up: `attempt` failed at `position` (of an event), or while reading. */
  readonly held?: { readonly attempt: number; readonly position?: Position; readonly reason: string };
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
  await Promise.all(policies.map((policy) => new Reactor(log, policy, options).run()));
}

class Reactor {
  readonly #checkpoint: Projection;
  readonly #pause: Pause;
  readonly #status: ReactStatus;
  #from: Position | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly policy: Reaction,
    private readonly options: ReactOptions,
  ) {
    this.#checkpoint = policyCheckpoint(policy.name);
    this.#pause = options.pause ?? backOff;
    this.#status = options.status ?? new Map<string, PolicyState>();
    this.#status.set(policy.name, { dispatched: 0, refused: 0 });
  }

  async run(): Promise<void> {
    const { signal, checkpoints } = this.options;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        this.#from = await checkpoints.checkpoint(this.#checkpoint);
        for await (const page of this.log.follow(this.#from, signal, this.policy.types)) {
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

  async #page({ events, upTo }: Page): Promise<void> {
    const { signal, checkpoints } = this.options;
    for (const event of events) {
      if (signal.aborted) return;
      if (event.metadata['origin'] !== 'import' && event.position > (this.#from ?? '')) await this.#event(event);
    }
    if (signal.aborted || upTo <= (this.#from ?? '')) return;
    const written = await checkpoints.write({
      projection: this.#checkpoint,
      from: this.#from,
      upTo,
      changes: new Map(),
    });
    // Another process runs this policy too: go on from where it came to.
    this.#from = written ? upTo : await checkpoints.checkpoint(this.#checkpoint);
  }

  async #event(event: Entry): Promise<void> {
    let consequences: readonly Consequence[] = [];
    await this.#insist(event.position, async () => {
      consequences = this.policy.follows(event);
    });
    for (const [index, consequence] of consequences.entries()) {
      const commandId = deriveId(this.policy.name, event.id, index);
      const correlationId = event.metadata['correlationId'] ?? event.id;
      const cause = { commandId, causationId: event.id, correlationId };
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
    const { dispatched, refused } = this.#state;
    this.#status.set(this.policy.name, { dispatched, refused, [outcome]: this.#state[outcome] + 1 });
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
    const held = { attempt, reason: reasonOf(error), ...(position === undefined ? {} : { position }) };
    this.#status.set(this.policy.name, { ...this.#state, held });
    await this.#pause(Math.max(attempt, 1), this.options.signal);
  }

  #release(): void {
    const { dispatched, refused, held } = this.#state;
    if (held !== undefined) this.#status.set(this.policy.name, { dispatched, refused });
  }

  get #state(): PolicyState {
    return this.#status.get(this.policy.name) ?? { dispatched: 0, refused: 0 };
  }
}
