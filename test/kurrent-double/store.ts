import type { Fault } from './faults.js';

/** A record of the double's log. */
export interface Stored {
  /** Bytes from the beginning of the log: what KurrentDB calls commit and prepare position, equal without transactions. */
  readonly position: bigint;
  readonly stream: string;
  /** Counts from 0. */
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type Proposed = Pick<Stored, 'id' | 'type' | 'json' | 'data' | 'metadata'>;

export type ExpectedState = bigint | 'any' | 'no_stream' | 'stream_exists';

/** What came of an append; `current` is -1 for a stream that holds nothing. */
export type Outcome =
  | { readonly result: 'written' | 'repeated'; readonly last: Stored }
  | { readonly result: 'conflict'; readonly current: bigint }
  | { readonly result: 'deleted' };

/** How many ids the weak check of `any` remembers. KurrentDB's own cache is larger, and bounded too. */
const recentIds = 16;
const none = -1n;

/** The log behind the double: what outlives its server. Rules after KurrentDB's IndexWriter, see README. */
export class Store {
  readonly records: Stored[] = [];
  readonly tombstoned = new Set<string>();
  /** Revisions before these are gone from stream reads; $all shows them until the server scavenges. */
  readonly truncatedBefore = new Map<string, number>();
  readonly #streams = new Map<string, Stored[]>();
  readonly #recent = new Map<string, Stored>();
  readonly #waiting = new Set<() => void>();
  #end = 0n;

  fault: Fault | undefined;
  /** How many subscriptions are open. */
  subscriptions = 0;
  /** Called for every event a read sends. */
  onSent: () => void = () => undefined;
  /** Called after every append that was written, before it is answered. */
  onAppended: () => void = () => undefined;

  constructor() {
    // A server is never empty: it has written its own streams before anybody connects.
    const text = (value: object) => Buffer.from(JSON.stringify(value));
    for (const stream of ['$users', '$$$settings', '$scavenges']) {
      const id = `00000000-0000-0000-0000-${String(this.records.length).padStart(12, '0')}`;
      this.append(stream, 'any', [{ id, type: '$metadata', json: true, data: text({}), metadata: text({}) }]);
    }
  }

  stream(name: string): readonly Stored[] {
    return this.#streams.get(name) ?? [];
  }

  append(stream: string, expected: ExpectedState, events: readonly Proposed[]): Outcome {
    const checked = this.#check(stream, expected, events);
    if (checked.result !== 'written') return checked;
    const kept = this.fault === 'writes half of an append' && events.length > 1 ? events.slice(0, -1) : events;
    for (const event of kept) this.#add(stream, event);
    for (const wake of this.#waiting) wake();
    this.onAppended();
    const last = this.stream(stream).at(-1);
    return last === undefined ? { result: 'conflict', current: none } : { result: 'written', last };
  }

  /** What a server forgets when it is started again. */
  restarted(): void {
    this.#recent.clear();
  }

  /** Resolves when there are more than `count` records, or when `ended` does. */
  async grown(count: number, ended: Promise<void>): Promise<void> {
    if (this.records.length > count) return;
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    this.#waiting.add(wake);
    await Promise.race([woken, ended]);
    this.#waiting.delete(wake);
  }

  #add(stream: string, event: Proposed): void {
    const held = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, held);
    const data = this.fault === 'changes the bytes of an event' ? respaced(event) : event.data;
    const record = { ...event, data, stream, revision: BigInt(held.length), position: this.#end };
    held.push(record);
    this.records.push(record);
    this.#end += BigInt(100 + event.data.length + event.metadata.length + event.type.length * 2);
    this.#recent.set(event.id, record);
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined && this.#recent.size > recentIds) this.#recent.delete(oldest);
  }

  /** KurrentDB's CheckCommit: strong where the revision says where to look, weak where it does not. */
  #check(stream: string, expected: ExpectedState, events: readonly Proposed[]): Outcome | { result: 'written' } {
    if (this.tombstoned.has(stream)) return { result: 'deleted' };
    const held = this.stream(stream);
    const current = BigInt(held.length) - 1n;
    if (this.fault === 'takes any expected revision') return { result: 'written' };
    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && current === none) return { result: 'conflict', current };
      return this.#checkRecent(stream, events, current);
    }
    const after = expected === 'no_stream' ? none : expected;
    if (after === current) return { result: 'written' };
    if (after > current || events.length === 0) return { result: 'conflict', current };
    const there = held.slice(Number(after) + 1, Number(after) + 1 + events.length);
    const same = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
    const last = there.at(-1);
    if (!same || last === undefined || this.fault === 'forgets the ids of what it wrote') {
      return { result: 'conflict', current };
    }
    return { result: 'repeated', last };
  }

  #checkRecent(stream: string, events: readonly Proposed[], current: bigint): Outcome | { result: 'written' } {
    const known = events.map(({ id }) => this.#recent.get(id)).filter((record) => record?.stream === stream);
    const last = known.at(-1);
    if (last === undefined || this.fault === 'forgets recent ids') return { result: 'written' };
    return known.length === events.length ? { result: 'repeated', last } : { result: 'conflict', current };
  }
}

/** The same JSON in other bytes. */
function respaced({ data }: Proposed): Uint8Array {
  return Buffer.from(Buffer.from(data).toString().replace('{', '{ '));
}
