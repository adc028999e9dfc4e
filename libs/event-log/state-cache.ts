/** What is known of a stream: its folded state, and the commands already seen in it. */
export interface KnownStream<State = unknown> {
  readonly revision: number;
  readonly state: State;
  readonly commands: ReadonlyMap<string, SeenCommand>;
}

export interface SeenCommand {
  readonly revision: number;
  readonly position: string;
  readonly fingerprint: string | undefined;
}

/**
 * A bounded cache of folded streams (least recently used goes first). Only ever a short cut: an append checks the
 * revision in the log, and a lost race drops the entry.
 */
export class StateCache {
  readonly #streams = new Map<string, KnownStream>();

  constructor(private readonly capacity = 10_000) {}

  get(stream: string): KnownStream | undefined {
    const known = this.#streams.get(stream);
    if (known !== undefined) {
      this.#streams.delete(stream);
      this.#streams.set(stream, known);
    }
    return known;
  }

  set(stream: string, known: KnownStream): void {
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    if (this.#streams.size > this.capacity) {
      const oldest = this.#streams.keys().next();
      if (!oldest.done) this.#streams.delete(oldest.value);
    }
  }

  drop(stream: string): void {
    this.#streams.delete(stream);
  }
}
