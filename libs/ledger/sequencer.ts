import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog, Position } from '#event-log';
import { type Divergence, divergenceOf } from './guard.js';
import { parseVerifierKey } from './keys.js';
import type { Ledger, LedgerReader, Sealed } from './ledger.js';
import { WitnessClient, type WitnessState } from './witness/asking.js';

export interface SequencerOptions {
  readonly log: EventLog;
  readonly ledger: Ledger;
  /** Addresses of witnesses; none unless told. */
  readonly witnesses?: readonly string[];
  /** Milliseconds between two looks at the log; 2 000 unless told. */
  readonly everyMs?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How far a ledger is, for those who look after it. */
export interface LedgerStatus {
  readonly origin: string;
  readonly size: number;
  /** The last place of the log that has a leaf. */
  readonly position: Position | undefined;
  /** Nothing is signed any more, and why. */
  readonly diverged: Divergence | undefined;
  /** Why the last look at the log failed; it is tried again. */
  readonly failing: string | undefined;
  readonly witnesses: readonly WitnessState[];
}

/** A log's tree as one looks at it. */
export interface LedgerView {
  readonly reader: LedgerReader;
  readonly status: LedgerStatus;
  /**
   * The first checkpoint that covers a place of the log, made now if there is none yet and this process signs.
   * @returns undefined: the log does not reach so far, or nothing is signed at present
   */
  covering(position: Position): Promise<Sealed | undefined>;
}

/** The view of a process that does not sign: another one does. */
export const lookingAt = (reader: LedgerReader): LedgerView => ({
  reader,
  get status(): LedgerStatus {
    const { size, position, verifierKey } = reader;
    const origin = verifierKey === undefined ? '' : parseVerifierKey(verifierKey).name;
    return { origin, size, position, diverged: undefined, failing: undefined, witnesses: [] };
  },
  covering: async (position) => reader.covering(position),
});

const usualMs = 2_000;
/** Of a look that nobody calls off: how long a witness may take is limited all the same. */
const untold = new AbortController().signal;

/**
 * The one that gives every event of a log its leaf, in log order, and signs how the tree stands.
 *
 * A log that is not the one its leaves were made from is neither followed nor signed: `status.diverged` says so.
 */
export class Sequencer implements LedgerView {
  readonly #witnesses: readonly WitnessClient[];
  #diverged: Divergence | undefined;
  #failing: string | undefined;
  #compared = false;
  #round: Promise<void> | undefined;
  #asking: Promise<void> | undefined;

  constructor(private readonly options: SequencerOptions) {
    this.#witnesses = (options.witnesses ?? []).map((url) => new WitnessClient(url, options.ledger));
  }

  get reader(): LedgerReader {
    return this.options.ledger;
  }

  get status(): LedgerStatus {
    const { origin, size, position } = this.options.ledger;
    const witnesses = this.#witnesses.map(({ state }) => state);
    return { origin, size, position, diverged: this.#diverged, failing: this.#failing, witnesses };
  }

  /** Compares log and ledger: to be called once, before anything else is written to either. */
  async check(): Promise<Divergence | undefined> {
    return (this.#diverged = await divergenceOf(this.options.ledger, this.options.log));
  }

  /** Goes on until `signal` aborts; signs once more then. Ends without an error. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#tried(signal);
      await pause(this.options.everyMs ?? usualMs, undefined, { signal }).catch(() => undefined);
    }
    await this.#asking;
    await this.#tried();
  }

  async covering(position: Position): Promise<Sealed | undefined> {
    const known = this.options.ledger.covering(position);
    if (known !== undefined) return known;
    await this.#tried();
    // The round that was under way may have begun before that place was written.
    if (this.options.ledger.covering(position) === undefined) await this.#tried();
    return this.options.ledger.covering(position);
  }

  async #tried(asking?: AbortSignal): Promise<void> {
    this.#round ??= this.#look(asking).finally(() => (this.#round = undefined));
    await this.#round;
  }

  async #look(asking: AbortSignal | undefined): Promise<void> {
    if (this.#diverged !== undefined) return;
    try {
      if (!this.#compared) await this.#compare(asking ?? untold);
      if (this.#diverged !== undefined) return;
      await this.#follow();
      this.options.ledger.seal(this.options.now());
      this.#failing = undefined;
    } catch (error) {
      this.#failing = error instanceof Error ? error.message : 'failed';
      return;
    }
    if (asking !== undefined) this.#askAll(asking);
  }

  /** Everything the log holds now. */
  async #follow(): Promise<void> {
    const { log, ledger } = this.options;
    const { position } = ledger;
    for await (const { events } of log.readAll(position === undefined ? {} : { after: position })) ledger.add(events);
  }

  /** Before the first signature of this process: after a restore, somebody else may know more. */
  async #compare(signal: AbortSignal): Promise<void> {
    await this.#follow();
    const found = await Promise.all(this.#witnesses.map((witness) => witness.compare(signal)));
    this.#diverged = found.find((each) => each !== undefined);
    // Told to end meanwhile, it heard nobody out.
    this.#compared = !signal.aborted;
  }

  /** Beside everything else: a slow witness holds up nobody. */
  #askAll(signal: AbortSignal): void {
    const { latest } = this.options.ledger;
    if (latest === undefined || this.#asking !== undefined || this.#witnesses.length === 0) return;
    this.#asking = this.#ask(latest, signal).finally(() => (this.#asking = undefined));
  }

  async #ask(latest: Sealed, signal: AbortSignal): Promise<void> {
    for (const witness of this.#witnesses) {
      const found = await witness.ask(latest, signal);
      if (found !== undefined) this.#diverged = found;
    }
  }
}
