import { equations, type CellId, type Published, type Relation } from './tables.js';

/** Every value a withheld figure can have lies between `min` and `max`, both included; `max` may be Infinity. */
export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** Integer coefficients of the unknowns, then the constant they add up to. */
type Row = Float64Array;

interface Bounds {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/**
 * What a reader with pencil and paper can find out about the withheld figures.
 *
 * Solves the published equations exactly, then narrows each unknown by what the others leave it, until nothing moves.
 * A withheld figure is known to be at least 1 (zeros are always printed); a figure in a relation that is not printed at
 * all, at least 0. The intervals are never too narrow. They may be wider than the truth: that a figure is safe is proven
 * by `protect`, not by this.
 * @returns an interval for every unknown figure
 * @throws RangeError the published figures contradict each other
 */
export function attack(published: Published, relations: readonly Relation[]): ReadonlyMap<CellId, Interval> {
  const unknowns: CellId[] = [...published].filter(([, count]) => count === null).map(([id]) => id);
  const index = new Map(unknowns.map((id, at) => [id, at]));
  for (const id of relations.flatMap(({ total, parts }) => [total, ...parts])) {
    if (!published.has(id) && !index.has(id)) index.set(id, unknowns.push(id) - 1);
  }
  const rows = equations(relations).map(({ cells, signs }) => {
    const row = new Float64Array(unknowns.length + 1);
    for (const [at, id] of cells.entries()) {
      const sign = signs[at] ?? 0;
      const unknown = index.get(id);
      if (unknown === undefined) row[unknowns.length] = get(row, unknowns.length) - sign * (published.get(id) ?? 0);
      else row[unknown] = sign;
    }
    return row;
  });
  const bounds = {
    min: Float64Array.from(unknowns, (id) => (published.has(id) ? 1 : 0)),
    max: new Float64Array(unknowns.length).fill(Infinity),
  };
  narrow([...rows, ...solve(rows)], bounds);
  return new Map(unknowns.map((id, at) => [id, { min: get(bounds.min, at), max: get(bounds.max, at) }]));
}

/** The figures an attack found out exactly. */
export const recovered = (intervals: ReadonlyMap<CellId, Interval>): readonly CellId[] =>
  [...intervals].filter(([, { min, max }]) => min === max).map(([id]) => id);

const get = (row: Float64Array, at: number): number => row[at] ?? 0;

/** Gauss-Jordan without fractions: every step keeps whole numbers, divided by what they have in common. */
function solve(equations: readonly Row[]): Row[] {
  const rows = equations.map((row) => row.slice());
  const last = (rows[0]?.length ?? 1) - 1;
  let done = 0;
  for (let column = 0; column < last && done < rows.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= done && row[column] !== 0);
    const pivot = rows[at];
    if (pivot === undefined) continue;
    rows.splice(at, 1);
    rows.splice(done, 0, pivot);
    for (const row of rows) if (row !== pivot && row[column] !== 0) eliminate(row, pivot, column);
    done += 1;
  }
  return rows.slice(0, done);
}

/** Takes `pivot` out of `row` so often that nothing is left in `column`. */
function eliminate(row: Row, pivot: Row, column: number): void {
  const a = get(pivot, column);
  const b = get(row, column);
  let common = 0;
  for (let at = 0; at < row.length; at += 1) {
    const value = get(row, at) * a - get(pivot, at) * b;
    if (!Number.isSafeInteger(value)) throw new RangeError('figures too large for exact arithmetic');
    row[at] = value;
    common = gcd(Math.abs(value), common);
  }
  if (common > 1) for (let at = 0; at < row.length; at += 1) row[at] = get(row, at) / common;
}

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Rounds of narrowing after which the rest is left as it is; each is one look at every equation. */
const maxRounds = 1000;

function narrow(rows: readonly Row[], bounds: Bounds): void {
  let moved = true;
  for (let round = 0; moved && round < maxRounds; round += 1) {
    moved = false;
    for (const row of rows) if (narrowBy(row, bounds)) moved = true;
  }
}

/** What one equation says about each of its unknowns, given the bounds of the others. Infinities are counted apart. */
function narrowBy(row: Row, { min, max }: Bounds): boolean {
  const last = row.length - 1;
  const constant = get(row, last);
  let [least, most, endlessDown, endlessUp, unknowns] = [0, 0, 0, 0, 0];
  for (let at = 0; at < last; at += 1) {
    const a = get(row, at);
    if (a === 0) continue;
    unknowns += 1;
    const low = a * get(a > 0 ? min : max, at);
    const high = a * get(a > 0 ? max : min, at);
    if (low === -Infinity) endlessDown += 1;
    else least += low;
    if (high === Infinity) endlessUp += 1;
    else most += high;
  }
  if (unknowns === 0 && constant !== 0) throw new RangeError(contradiction);
  let moved = false;
  for (let at = 0; at < last; at += 1) {
    const a = get(row, at);
    if (a === 0) continue;
    const low = a * get(a > 0 ? min : max, at);
    const high = a * get(a > 0 ? max : min, at);
    // a·x lies between what is left when all others are at their most, and at their least.
    const othersMost = endlessUp > (high === Infinity ? 1 : 0) ? Infinity : high === Infinity ? most : most - high;
    const othersLeast = endlessDown > (low === -Infinity ? 1 : 0) ? -Infinity : low === -Infinity ? least : least - low;
    const [from, to] =
      a > 0 ? [constant - othersMost, constant - othersLeast] : [constant - othersLeast, constant - othersMost];
    const newMin = Math.max(get(min, at), Math.ceil(from / a));
    const newMax = Math.min(get(max, at), Math.floor(to / a));
    if (newMin > newMax) throw new RangeError(contradiction);
    if (newMin === get(min, at) && newMax === get(max, at)) continue;
    min[at] = newMin;
    max[at] = newMax;
    moved = true;
  }
  return moved;
}

const contradiction = 'the published figures contradict each other';
