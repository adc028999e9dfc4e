import { type Interval } from './attack.js';
import { type Ledger, nothing } from './ledger.js';
import type { CellId } from './tables.js';

/** An equation between unknowns: the sum of sign × unknown is `value`. Unknowns go by number. */
export interface Row {
  readonly unknowns: readonly number[];
  readonly signs: readonly number[];
  readonly value: number;
}

/** Unknowns that have to do with each other, and nothing to do with any other. */
export interface Component {
  readonly cells: readonly CellId[];
  readonly bounds: readonly Interval[];
  readonly rows: readonly Row[];
}

const isKnown = ({ min, max }: Interval): boolean => min === max;

/** Splits what is not told exactly into parts that can be looked at one by one. Figures told exactly link nothing. */
export function components({ bounds, relations }: Ledger): readonly Component[] {
  const boundsOf = (cell: CellId): Interval => bounds.get(cell) ?? nothing;
  const leaders = new Map<CellId, CellId>();
  const leaderOf = (cell: CellId): CellId => {
    let leader = cell;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader)) {
      leader = next;
    }
    leaders.set(cell, leader);
    return leader;
  };
  const open = relations.map(({ total, parts }) => [total, ...parts].filter((cell) => !isKnown(boundsOf(cell))));
  for (const [first, ...others] of open) {
    if (first === undefined) continue;
    for (const other of others) leaders.set(leaderOf(other), leaderOf(first));
    leaderOf(first);
  }
  const groups = new Map<CellId, { readonly index: Map<CellId, number>; readonly rows: Row[] }>();
  for (const cell of leaders.keys()) {
    const leader = leaderOf(cell);
    const group = groups.get(leader) ?? { index: new Map<CellId, number>(), rows: [] };
    groups.set(leader, group);
    group.index.set(cell, group.index.size);
  }
  for (const [at, { total, parts }] of relations.entries()) {
    const [first] = open[at] ?? [];
    const group = first === undefined ? undefined : groups.get(leaderOf(first));
    const coefficients = new Map<number, number>();
    let value = 0;
    for (const [sign, cell] of [[-1, total] as const, ...parts.map((part) => [1, part] as const)]) {
      const known = boundsOf(cell);
      const unknown = isKnown(known) ? undefined : group?.index.get(cell);
      if (unknown === undefined) value -= sign * known.min;
      else coefficients.set(unknown, (coefficients.get(unknown) ?? 0) + sign);
    }
    if (group === undefined) {
      if (value !== 0) throw new RangeError(`the released figures of ${total} do not add up`);
      continue;
    }
    group.rows.push({ unknowns: [...coefficients.keys()], signs: [...coefficients.values()], value });
  }
  return [...groups.values()].map(({ index, rows }) => {
    const cells = [...index.keys()];
    return { cells, bounds: cells.map(boundsOf), rows };
  });
}
