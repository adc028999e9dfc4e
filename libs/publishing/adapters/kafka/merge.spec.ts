import fc from 'fast-check';
import type { Position } from '#event-log';
import type { Fact } from '../../fact.js';
import { type Bookmark, Merge } from './merge.js';
import type { Told } from './messages.js';

const partitions = 3;
const at = (n: number): Position => String(n).padStart(4, '0') as Position;
const laneOf = (n: number): number => (n * 7) % partitions;
const fact = (n: number): Fact => ({
  id: `f-${n}`,
  type: 'Told.v1',
  stream: `s-${laneOf(n)}`,
  revision: n,
  position: at(n),
  data: {},
  metadata: {},
});

/**
 * What relays leave in a topic: each begins where everything is confirmed, tells some facts and marks how far it came, and
 * is killed before, within or after writing that down. One that was replaced may mark once more, late.
 */
interface RelayRun {
  readonly steps: readonly number[];
  /** How many of its sendings it wrote down. */
  readonly written: number;
  /** How many partitions its last sending did not come through to. */
  readonly torn: number;
  readonly late: boolean;
}
const relayRun: fc.Arbitrary<RelayRun> = fc.record({
  steps: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
  written: fc.nat({ max: 5 }),
  torn: fc.nat({ max: partitions }),
  late: fc.boolean(),
});
const history = fc.array(relayRun, { minLength: 1, maxLength: 6 });

function topicOf(relays: readonly RelayRun[]): Told[][] {
  const lanes: Told[][] = Array.from({ length: partitions }, () => []);
  const put = (lane: number, position: number, told?: Fact) => {
    const messages = lanes[lane] ?? [];
    messages.push({ offset: messages.length, position: at(position), fact: told });
  };
  let confirmed = 0;
  for (const { steps, written, torn, late } of relays) {
    const began = confirmed;
    let reached = began;
    for (const [index, step] of steps.entries()) {
      const next = reached + step;
      const last = index === steps.length - 1;
      for (let lane = 0; lane < partitions; lane += 1) {
        // The last sending may have come through to some partitions only.
        if (last && lane >= partitions - torn) continue;
        // What is not told leaves a hole in the order.
        for (let n = reached + 1; n <= next; n += 1) if (laneOf(n) === lane && n % 5 !== 0) put(lane, n, fact(n));
        put(lane, next);
      }
      if (last && torn > 0) break;
      reached = next;
      if (index < written) confirmed = reached;
    }
    if (late) for (let lane = 0; lane < partitions; lane += 1) put(lane, began);
  }
  return lanes;
}

/** Feeds a merge from a place on, in an order chosen by `turns`, and looks at everything it releases. */
function read(lanes: readonly Told[][], from: Bookmark, after: Position | undefined, turns: readonly number[]) {
  const merge = new Merge(from, after, 1_000);
  const next = [...from.offsets];
  const released: Fact[] = [];
  const bookmarks: Bookmark[] = [];
  let upTo = after;
  const take = (lane: number, count: number) => {
    const some = lanes[lane]?.slice(next[lane], (next[lane] ?? 0) + count) ?? [];
    next[lane] = (next[lane] ?? 0) + some.length;
    merge.take(lane, some);
    const page = merge.release();
    if (page === undefined) return;
    expect(page.upTo > (upTo ?? '')).toBe(true);
    for (const { position } of page.events) expect(position > (upTo ?? '') && position <= page.upTo).toBe(true);
    released.push(...page.events);
    upTo = page.upTo;
    bookmarks.push(merge.bookmark());
  };
  for (const turn of turns) take(turn % partitions, 1 + (turn % 4));
  for (let lane = 0; lane < partitions; lane += 1) take(lane, Infinity);
  return { released: released.map(({ revision }) => revision), upTo, bookmarks };
}

const start: Bookmark = { position: undefined, offsets: Array.from({ length: partitions }, () => 0) };
const expected = (after: number, upTo: Position | undefined): number[] =>
  Array.from({ length: Number(upTo ?? 0) }, (_, index) => index + 1).filter((n) => n > after && n % 5 !== 0);

describe('the order of the log, out of partitions', () => {
  it('has every fact once up to where it says it is complete, whatever became of the relays', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat({ max: 100 })), (relays, turns) => {
        const { released, upTo } = read(topicOf(relays), start, undefined, turns);
        expect(released).toEqual(expected(0, upTo));
      }),
      { numRuns: 500 },
    );
  });

  it('goes on from any bookmark as if it had never stopped', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat({ max: 100 })), fc.nat(), (relays, turns, pick) => {
        const lanes = topicOf(relays);
        const whole = read(lanes, start, undefined, turns);
        const bookmark = whole.bookmarks[pick % Math.max(1, whole.bookmarks.length)];
        if (bookmark?.position === undefined) return;
        const rest = read(lanes, bookmark, bookmark.position, [...turns].reverse());
        expect(rest.released).toEqual(expected(Number(bookmark.position), whole.upTo));
        expect(rest.upTo).toBe(whole.upTo);
      }),
      { numRuns: 500 },
    );
  });

  it('ends where it is asked to, though more is known', () => {
    const lanes = topicOf([{ steps: [6, 6], written: 5, torn: 0, late: false }]);
    const merge = new Merge(start, at(2), 10);
    for (const [lane, messages] of lanes.entries()) merge.take(lane, messages);
    expect(merge.release(at(8))?.events.map(({ revision }) => revision)).toEqual([3, 4, 6, 7, 8]);
    expect(merge.release(at(8))).toBeUndefined();
    expect(merge.release()?.upTo).toBe(at(12));
    expect(() => merge.take(partitions, [])).toThrow('not declared');
  });
});
