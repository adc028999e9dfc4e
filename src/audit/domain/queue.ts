import type { RecordedEvent } from '#event-log';
import type { Projection } from '#projection';
import { type EventRef, refOf } from './cause.js';
import { foldOf, type Until, within } from './replay.js';

/** A list of an institution as the views keep it: which projection, and the name of the list in it. */
export interface QueueOf {
  readonly projection: string;
  readonly list: (institution: string) => string;
}

/** What waits at an institution, by the names auditors ask for it. */
export const queues = {
  turn: { projection: 'referral-cards', list: (at) => `turn/${at}` },
  undated: { projection: 'referral-cards', list: (at) => `undated/${at}` },
  received: { projection: 'referral-cards', list: (at) => `to/${at}/open` },
  sent: { projection: 'referral-cards', list: (at) => `from/${at}/open` },
  answered: { projection: 'referral-cards', list: (at) => `from/${at}/answered` },
  stuck: { projection: 'referral-cards', list: (at) => `stuck/${at}` },
  cases: { projection: 'case-cards', list: (at) => `institution/${at}/open` },
  clocks: { projection: 'running-clocks', list: (at) => `institution/${at}` },
  late: { projection: 'running-clocks', list: (at) => `late/${at}` },
} as const satisfies Readonly<Record<string, QueueOf>>;
export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as readonly QueueName[];

/** Fields of a document that a queue shows: codes, instants and random ids, never a section. */
const fields = [
  'code',
  'case',
  'caseCode',
  'status',
  'risk',
  'urgency',
  'from',
  'to',
  'purpose',
  'rule',
  'stop',
  'due',
];

/** Something that waits. */
export interface QueueRow {
  readonly key: string;
  /** What the queue is sorted by. */
  readonly sort: string;
  readonly shown: Readonly<Record<string, string>>;
}

export function rowOf(key: string, sort: string, document: object): QueueRow {
  const all = document as Readonly<Record<string, unknown>>;
  const shown = fields.flatMap((name) => {
    const value = all[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return { key, sort, shown: Object.fromEntries(shown) };
}

/** The stream of the case that waits, or that what waits is of. */
export const aboutRow = ({ key, shown }: QueueRow): readonly string[] => [`case-${shown['case'] ?? key}`];

/** The streams a row tells of: the case, and of a referral it as well. */
export function linesOf(name: QueueName, row: QueueRow): readonly string[] {
  return queues[name].projection === 'referral-cards' ? [`referral-${row.key}`, ...aboutRow(row)] : aboutRow(row);
}

/** What is another in a queue at one point than at the other, and the event it comes from. */
export interface QueueChange {
  readonly key: string;
  readonly change: 'came' | 'left' | 'moved';
  readonly before: QueueRow | null;
  readonly after: QueueRow | null;
  readonly by: EventRef;
}

export const aboutChange = ({ before, after }: QueueChange): readonly string[] =>
  [before, after].flatMap((row) => (row === null ? [] : aboutRow(row)));

/** The streams a change tells of. */
export const linesOfChange = (name: QueueName, { before, after }: QueueChange): readonly string[] =>
  [before, after].flatMap((row) => (row === null ? [] : linesOf(name, row)));

/** A document on its way: at either point, and with what belongs to any of them. */
interface Way<D> {
  before?: D | undefined;
  after?: D | undefined;
  walked?: D | undefined;
  /** Of the events that belong to one point only: the last that moved its row, and the last. */
  moved?: RecordedEvent;
  last?: RecordedEvent;
  /** Recorded of it with the last command. */
  command: readonly RecordedEvent[];
}

/**
 * Follows every document of a projection through the events that belong to either of two points, and tells what its queue
 * holds at both. Events must come in the order of the record.
 */
export class QueueDifference<D extends object> {
  readonly #ways = new Map<string, Way<D>>();

  constructor(
    private readonly projection: Projection<D>,
    private readonly list: string,
    private readonly points: readonly [from: Until, to: Until],
  ) {}

  take(event: RecordedEvent): void {
    const [isBefore, isAfter] = this.points.map((point) => within(event, point));
    if (!isBefore && !isAfter) return;
    for (const key of this.projection.keys(event)) {
      const way = this.#ways.get(key) ?? { command: [] };
      this.#ways.set(key, way);
      const folded = (document: D | undefined): D | undefined => foldOf(this.projection, key, [event], document);
      if (isBefore) way.before = folded(way.before);
      if (isAfter) way.after = folded(way.after);
      const was = this.#row(key, way.walked);
      way.walked = folded(way.walked);
      const [first] = way.command;
      const isSame = first?.metadata['commandId'] === event.metadata['commandId'];
      way.command = isSame ? [...way.command, event] : [event];
      if (isBefore === isAfter) continue;
      way.last = event;
      if (!isAlike(was, this.#row(key, way.walked))) way.moved = event;
    }
  }

  /** By key. */
  changes(): readonly QueueChange[] {
    const found: QueueChange[] = [];
    for (const [key, { before, after, moved, last, command }] of this.#ways) {
      const [was, is] = [this.#row(key, before), this.#row(key, after)];
      const event = moved ?? last;
      if (isAlike(was, is) || event === undefined) continue;
      const change = was === null ? 'came' : is === null ? 'left' : 'moved';
      found.push({ key, change, before: was, after: is, by: refOf(event, [event, ...command]) });
    }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #row(key: string, document: D | undefined): QueueRow | null {
    if (document === undefined) return null;
    const term = this.projection.index(document, key).find(([list]) => list === this.list);
    return term === undefined ? null : rowOf(key, term[1], document);
  }
}

const isAlike = (one: QueueRow | null, other: QueueRow | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
