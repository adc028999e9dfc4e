import fc from 'fast-check';
import type { Inputs } from '../../domain/inputs.js';
import type { Withheld } from '../../domain/model.js';
import { profileOn } from '../../domain/profiles.js';
import { everything, releasable, type Releasable } from '../../domain/releasing.js';
import { month, months } from '../../testing/months.js';
import { weaker } from './weaken.js';

const earlier = { told: new Map(), months: new Set<string>(), kept: new Set<string>() };
const profile = profileOn('board', `${month}-01`);
const from = (inputs: Inputs, withheld: readonly Withheld[]): Releasable =>
  releasable(inputs, { profile, version: 1, earlier, withheld });

const byType = ({ figures }: Releasable) =>
  figures.sections.find(({ id }) => id === 'new-cases')?.tables.find(({ id }) => id === 'by-type')?.rows ?? [];

/** A month large enough that three types can be told. */
const inputs = fc
  .sample(months(250), { numRuns: 60, seed: 4 })
  .find((each) => byType(from(each, [])).filter(({ cells }) => cells[0]?.status === 'published').length > 4);

const made = (withheld: readonly Withheld[]): Releasable => {
  if (inputs === undefined) throw new Error('no such month');
  return from(inputs, withheld);
};

/** The steps for one cell found again and again, whatever is left out. */
function* steps(found: string): Generator<readonly Withheld[]> {
  for (let now: readonly Withheld[] | undefined = []; now !== undefined; now = weaker(made(now), now, [found]))
    yield now;
}

describe('what is left out', () => {
  it('is first some rows together, then the month for the quarter, then the table, and at last everything', () => {
    const ways = [...steps(`150112|type@${month}/PHYSICAL#1`)].map(
      (withheld) => withheld.find(({ table }) => table === 'new-cases/by-type')?.how,
    );
    const order = ways.filter((how, nth) => how !== undefined && how !== ways[nth - 1]);
    expect(order).toEqual(['merged', 'quarter', 'withheld']);
  });

  it('is more with every step, and ends with nothing told', () => {
    const told = [...steps(`150112|sent-not-answered@${month}#1`)].map((withheld) => ({
      withheld,
      told: Object.values(made(withheld).released.cells).filter(([shown]) => shown !== null).length,
    }));
    expect(told.at(-1)?.withheld).toEqual([{ table: everything, how: 'withheld' }]);
    expect(told.at(-1)?.told).toBe(0);
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told.map(({ withheld }) => JSON.stringify(withheld))).size).toBe(told.length);
  });

  it('shows rows that were put together as one', () => {
    const [, first = []] = [...steps(`150112|type@${month}/PHYSICAL#1`)];
    const ids = byType(made(first)).map(({ id }) => id);
    const rows = first.find(({ table: path }) => path === 'new-cases/by-type')?.rows ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(ids.filter((id) => rows.includes(id))).toEqual([]);
    expect(ids).toContain('merged');
    expect(made(first).figures.withheld).toEqual(first);
  });
});
