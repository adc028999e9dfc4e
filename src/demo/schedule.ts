/** A command on its way: when it is sent, and what. Instants are milliseconds since 1970. */
export interface Planned {
  /** When the system learns of it. */
  readonly at: number;
  /** When it happened; not after `at`. */
  readonly effectiveAt: number;
  readonly category: string;
  readonly id: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: string;
  readonly command: object;
}

export interface Sending {
  readonly at: number;
  readonly send: Planned;
}

/** What a journey does next: send a command, or begin another journey. */
export type Moment = Sending | { readonly at: number; readonly start: Journey };

/** Somebody's way through the network, step by step; its moments never go back in time. */
export type Journey = Generator<Moment, void, undefined>;

interface Waiting {
  readonly moment: Moment;
  readonly journey: Journey;
  /** Among those of the same instant, first come first served. */
  readonly order: number;
}

/**
 * Many journeys as one stream of commands in the order of time. Of each journey only its next moment is known, so it
 * holds as many entries as there are journeys under way, however long they are.
 */
export class Schedule {
  readonly #heap: Waiting[] = [];
  #order = 0;
  #now = -Infinity;
  #longest = 0;

  begin(journey: Journey): void {
    const next = journey.next();
    if (next.done === true) return;
    if (next.value.at < this.#now) throw new Error('a journey went back in time');
    this.#push({ moment: next.value, journey, order: (this.#order += 1) });
    this.#longest = Math.max(this.#longest, this.#heap.length);
  }

  /** The next command before `until`, or undefined when there is none. */
  next(until: number): Planned | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined || first.moment.at >= until) return undefined;
      this.#pop();
      this.#now = first.moment.at;
      if ('start' in first.moment) this.begin(first.moment.start);
      this.begin(first.journey);
      if ('send' in first.moment) return first.moment.send;
    }
  }

  /** Commands before `until` that fall within `width` of the first of them. */
  slice(until: number, width: number): readonly Planned[] {
    const commands: Planned[] = [];
    let end = until;
    for (;;) {
      const command = this.next(end);
      if (command === undefined) return commands;
      if (commands.length === 0) end = Math.min(until, command.at + width);
      commands.push(command);
    }
  }

  /** Most entries it ever held. */
  get longest(): number {
    return this.#longest;
  }

  #push(waiting: Waiting): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || isBefore(parent, waiting)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = waiting;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let least = left;
      if (right !== undefined && isBefore(right, left)) {
        least = right;
        child += 1;
      }
      if (isBefore(last, least)) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = last;
  }
}

const isBefore = (a: Waiting, b: Waiting): boolean =>
  a.moment.at < b.moment.at || (a.moment.at === b.moment.at && a.order < b.order);
