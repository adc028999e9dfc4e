import { Network, type Cost, type Move } from './moves.js';
import { equations, type CellId, type Relation, type SmallCounts } from './tables.js';

/**
 * Which figures to withhold so that no small count can be worked out from the rest.
 *
 * Hides the small counts, then as few and as small further figures as it finds (parts before totals, never a zero) until
 * for each small count another value can be shown that fits everything printed. That other value is a proof: it holds
 * against any reader who only has these figures, however much they compute.
 *
 * The same input gives the same answer, whatever the order of the map.
 * @param cells every figure of the publication, as counted
 * @param relations every sum a reader can know of, also across sections
 * @param headline figures people come for: withheld only where nothing else can do
 * @returns the ids to withhold; figures derived from them go through `derived`
 * @throws RangeError a count is not a whole number from 0, a relation names an unknown cell or does not add up
 */
export function protect(
  cells: ReadonlyMap<CellId, number>,
  relations: readonly Relation[],
  small: SmallCounts,
  headline: ReadonlySet<CellId> = new Set(),
): ReadonlySet<CellId> {
  check(cells, relations, small);
  const sorted = new Map([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Protection(new Network(sorted, equations(relations)), timesTotal(relations), small, headline).hidden;
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

class Protection {
  readonly #hidden = new Set<number>();
  readonly #small: readonly number[];
  /** For each small count the move that proves it safe. */
  readonly #proofs = new Map<number, Move>();

  constructor(
    private readonly network: Network,
    private readonly totals: ReadonlyMap<CellId, number>,
    { from, to }: SmallCounts,
    private readonly headline: ReadonlySet<CellId>,
  ) {
    this.#small = [...network.counts.keys()].filter((cell) => from <= this.#count(cell) && this.#count(cell) <= to);
    for (const cell of this.#small) this.#hidden.add(cell);
    for (const cell of this.#small) if (!this.#proofs.has(cell)) this.#protect(cell);
    this.#giveBack();
  }

  get hidden(): ReadonlySet<CellId> {
    return new Set([...this.#hidden].map((cell) => this.network.ids[cell] ?? ''));
  }

  #protect(cell: number): void {
    const move =
      this.network.move(cell, this.#sparing) ?? this.network.move(cell, this.#mayHide) ?? this.#doubled(cell);
    for (const each of move.keys()) {
      this.#hidden.add(each);
      // One move proves every cell it changes.
      if (!this.#proofs.has(each)) this.#proofs.set(each, move);
    }
  }

  /** Where no cheap move is found: with every linked figure withheld, the table could be twice as large. */
  #doubled(cell: number): Move {
    return new Map([...this.network.linked(cell)].map((each) => [each, this.#count(each)]));
  }

  /** Prints again what turned out not to be needed, the dearest first. */
  #giveBack(): void {
    const small = new Set(this.#small);
    const added = [...this.#hidden].filter((cell) => !small.has(cell));
    added.sort((a, b) => this.#price(b) - this.#price(a));
    for (const cell of added) {
      this.#hidden.delete(cell);
      const proofs = new Map<number, Move>();
      for (const each of this.#small) {
        if (!this.#proofs.get(each)?.has(cell)) continue;
        const move = this.network.move(each, this.#onlyHidden);
        if (move !== undefined) proofs.set(each, move);
        else {
          this.#hidden.add(cell);
          break;
        }
      }
      if (!this.#hidden.has(cell)) for (const [each, move] of proofs) this.#proofs.set(each, move);
    }
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
