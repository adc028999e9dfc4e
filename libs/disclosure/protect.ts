import { Network, type Cost, type Least, type Move } from './moves.js';
import { equations, type CellId, type Insider, type Relation, type SmallCounts } from './tables.js';

/**
 * Which figures to withhold so that no small count can be worked out from the rest.
 *
 * Hides the small counts, then as few and as small further figures as it finds (parts before totals, never a zero) until
 * for each small count another value can be shown that fits everything printed. That other value is a proof: it holds
 * against any reader who only has these figures, however much they compute.
 *
 * Every insider is given proofs of their own, which agree with what they know beforehand, for the small counts that are
 * not wholly theirs. Where none is found though all but the headline figures were withheld, nothing is for their sake.
 *
 * The same input gives the same answer, whatever the order of the map.
 * @param cells every figure of the publication, as counted
 * @param relations every sum a reader can know of, also across sections
 * @param headline figures people come for: withheld only where nothing else can do
 * @param insiders readers who know some of it beforehand
 * @returns the ids to withhold; figures derived from them go through `derived`
 * @throws RangeError a count is not a whole number from 0, a relation names an unknown cell or does not add up
 */
export function protect(
  cells: ReadonlyMap<CellId, number>,
  relations: readonly Relation[],
  small: SmallCounts,
  headline: ReadonlySet<CellId> = new Set(),
  insiders: readonly Insider[] = [],
): ReadonlySet<CellId> {
  check(cells, relations, small);
  const sorted = new Map([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
  const network = new Network(sorted, equations(relations));
  return new Protection(network, timesTotal(relations), small, headline, insiders).hidden;
}

/** How many relations each total adds up. */
function timesTotal(relations: readonly Relation[]): ReadonlyMap<CellId, number> {
  const times = new Map<CellId, number>();
  for (const { total } of relations) times.set(total, (times.get(total) ?? 0) + 1);
  return times;
}

/** Dearer than any number of parts, so that a total is used only where parts cannot do; once for each sum it stands over. */
const totalPrice = 1e9;
/** Dearer than any number of totals. */
const headlinePrice = 1e13;
/** What one more withheld figure costs beside its size. */
const cellPrice = 100;

/** Whoever reads the publication, with what they know beforehand. */
class Reader {
  /** For small counts: the move that proves each safe from them. */
  readonly proofs = new Map<number, Move>();
  readonly #exactly = new Set<number>();
  readonly #least = new Map<number, number>();

  constructor(
    private readonly counts: readonly number[],
    ids: readonly CellId[],
    readonly insider?: Insider,
  ) {
    for (const [cell, id] of ids.entries()) {
      if (insider?.exactly.has(id) === true) this.#exactly.add(cell);
      const least = insider?.least.get(id);
      if (least !== undefined) this.#least.set(cell, Math.min(least, counts[cell] ?? 0));
    }
  }

  /** Whether there is nothing in a count that is not theirs. */
  owns(cell: number): boolean {
    return this.#exactly.has(cell) || this.#least.get(cell) === this.counts[cell];
  }

  /** A move that is possible as far as they know proves every cell it changes. */
  take(move: Move): void {
    const isPossible = [...move].every(
      ([cell, change]) => !this.#exactly.has(cell) && (this.counts[cell] ?? 0) + change >= this.least(cell),
    );
    if (isPossible) for (const cell of move.keys()) if (!this.proofs.has(cell)) this.proofs.set(cell, move);
  }

  readonly least: Least = (cell) => Math.max(1, this.#least.get(cell) ?? 1);

  /** The price of what they do not know. */
  cost(cost: Cost): Cost {
    return (cell) => (this.#exactly.has(cell) ? undefined : cost(cell));
  }
}

class Protection {
  readonly #hidden = new Set<number>();
  readonly #small: ReadonlySet<number>;
  /** Those protected so far: first who knows nothing beforehand. */
  readonly #readers: Reader[] = [];

  constructor(
    private readonly network: Network,
    private readonly totals: ReadonlyMap<CellId, number>,
    { from, to }: SmallCounts,
    private readonly headline: ReadonlySet<CellId>,
    insiders: readonly Insider[],
  ) {
    const { counts, ids } = network;
    const isSmall = (cell: number): boolean => from <= this.#count(cell) && this.#count(cell) <= to;
    this.#small = new Set([...network.counts.keys()].filter(isSmall));
    for (const cell of this.#small) this.#hidden.add(cell);
    const outsider = new Reader(counts, ids);
    this.#protectFrom([outsider]);
    const inside = insiders.map((each) => new Reader(counts, ids, each));
    for (const reader of inside) for (const move of outsider.proofs.values()) reader.take(move);
    if (inside.length > 0) this.#protectFrom(inside);
  }

  get hidden(): ReadonlySet<CellId> {
    return new Set([...this.#hidden].map((cell) => this.network.ids[cell] ?? ''));
  }

  #protectFrom(readers: readonly Reader[]): void {
    this.#readers.push(...readers);
    for (const reader of readers) {
      for (const cell of this.#small) {
        if (!reader.owns(cell) && !reader.proofs.has(cell)) this.#protect(cell, reader);
      }
    }
    this.#giveBack();
  }

  #protect(cell: number, reader: Reader): void {
    const sparing = this.#move(cell, reader, this.#sparing);
    const move =
      reader.insider === undefined
        ? (sparing ?? this.#move(cell, reader, this.#mayHide) ?? this.#doubled(cell))
        : sparing;
    if (move === undefined) return;
    for (const each of move.keys()) this.#hidden.add(each);
    for (const each of this.#readers) each.take(move);
  }

  #move(cell: number, reader: Reader, cost: Cost): Move | undefined {
    return this.network.move(cell, reader.cost(cost), reader.least);
  }

  /** Where no cheap move is found: with every linked figure withheld, the table could be twice as large. */
  #doubled(cell: number): Move {
    return new Map([...this.network.linked(cell)].map((each) => [each, this.#count(each)]));
  }

  /** Prints again what turned out not to be needed, the dearest first. */
  #giveBack(): void {
    const added = [...this.#hidden].filter((cell) => !this.#small.has(cell));
    added.sort((a, b) => this.#price(b) - this.#price(a));
    for (const cell of added) {
      this.#hidden.delete(cell);
      const others = this.#without(cell);
      if (others === undefined) this.#hidden.add(cell);
      else for (const [{ proofs }, of] of others) for (const [each, move] of of) proofs.set(each, move);
    }
  }

  /** Other proofs in place of those that change a cell, by reader; undefined where there is none for one of them. */
  #without(cell: number): ReadonlyMap<Reader, ReadonlyMap<number, Move>> | undefined {
    const found = new Map<Reader, ReadonlyMap<number, Move>>();
    for (const reader of this.#readers) {
      const others = this.#othersFor(reader, cell);
      if (others === undefined) return undefined;
      found.set(reader, others);
    }
    return found;
  }

  #othersFor(reader: Reader, cell: number): ReadonlyMap<number, Move> | undefined {
    const others = new Map<number, Move>();
    for (const [each, proof] of reader.proofs) {
      if (!proof.has(cell) || !this.#small.has(each)) continue;
      const move = this.#move(each, reader, this.#onlyHidden);
      if (move === undefined) return undefined;
      others.set(each, move);
    }
    return others;
  }

  /** All but the headline figures, unless they are withheld already. */
  readonly #sparing: Cost = (cell) =>
    this.headline.has(this.network.ids[cell] ?? '') && !this.#hidden.has(cell) ? undefined : this.#mayHide(cell);

  readonly #onlyHidden: Cost = (cell) => (this.#hidden.has(cell) ? 1 : undefined);

  readonly #mayHide: Cost = (cell) => (this.#hidden.has(cell) ? 1 : this.#price(cell));

  #price(cell: number): number {
    const id = this.network.ids[cell] ?? '';
    const sums = this.totals.get(id) ?? 0;
    return (this.headline.has(id) ? headlinePrice : 0) + sums * totalPrice + cellPrice + this.#count(cell);
  }

  #count(cell: number): number {
    return this.network.counts[cell] ?? 0;
  }
}

function check(cells: ReadonlyMap<CellId, number>, relations: readonly Relation[], { from, to }: SmallCounts): void {
  if (!(from >= 1 && to >= from)) throw new RangeError('small counts begin at 1 and end later');
  for (const [id, count] of cells) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${id} is not a count`);
  }
  const count = (id: CellId): number => {
    const known = cells.get(id);
    if (known === undefined) throw new RangeError(`no cell ${id}`);
    return known;
  };
  for (const { total, parts } of relations) {
    const sum = parts.reduce((so, id) => so + count(id), 0);
    if (sum !== count(total)) throw new RangeError(`the parts of ${total} do not add up`);
  }
}
