import fc from 'fast-check';
import { attack, recovered } from '#disclosure';
import { months } from '../testing/months.js';
import { Reader } from '../testing/reader.js';
import { compare } from './comparison.js';
import { figuresOf } from './figures.js';
import { indicators } from './indicators/registry.js';
import type { Inputs } from './inputs.js';
import type { Figures, Value } from './model.js';

const small = (count: number): boolean => count >= 1 && count <= 4;

const elsewhere = (inputs: Inputs, country = 'PE'): Inputs => ({
  ...inputs,
  board: { ...inputs.board, id: 'otra', territory: ['150101'], country, populations: [] },
});

const pairs = fc.tuple(
  months(30),
  months(30).map((inputs) => elsewhere(inputs)),
);

const own = ({ indicators: all }: Figures, name: string): Value | undefined =>
  all.find(({ id, version }) => `${id}@${version}` === name);

describe('two boards side by side', () => {
  it('show what each report shows, and nothing one of them withholds', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const figures = pair.map((inputs) => figuresOf(inputs)) as [Figures, Figures];
        for (const { indicator, values, rates } of compare(...figures, indicators).rows) {
          for (const [index, value] of values.entries()) {
            expect(own(figures[index] ?? figures[0], indicator)).toMatchObject(value);
            if (value.status !== 'published') expect(rates?.[index]?.status ?? value.status).toBe(value.status);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('give no small count of either to whoever reads both reports and the comparison', () => {
    const told = fc.property(pairs, (pair) => {
      const figures = pair.map((inputs) => figuresOf(inputs)) as [Figures, Figures];
      const comparison = compare(...figures, indicators);
      for (const [index, each] of figures.entries()) {
        const { published, relations } = new Reader(each);
        const numbers = new Map(published);
        const row = comparison.rows.find(({ indicator }) => indicator === 'new-cases@1');
        const [value, rate] = [row?.values[index], row?.rates?.[index]];
        const name = `cases ${comparison.month}`;
        if (value?.status === 'published') numbers.set(name, value.value);
        if (rate?.status === 'published') {
          numbers.set(name, Math.round((rate.value * (rate.denominator ?? 0)) / 10_000));
        }
        const intervals = attack(numbers, relations);
        expect(recovered(intervals).filter((id) => small(intervals.get(id)?.min ?? 0))).toEqual([]);
      }
    });
    // Once eleven clocks, eight of them overdue, told of three that were met.
    fc.assert(told, { numRuns: 1, seed: -721386376, path: '4' });
    // To make an example smaller takes longer than to look at it.
    fc.assert(told, { numRuns: 8, endOnFailure: true });
  });

  it('are compared on what both count alike: the law of a country is its own', () => {
    const [inputs] = fc.sample(months(10), { numRuns: 1, seed: 1 });
    if (inputs === undefined) throw new Error('no month');
    const here = figuresOf(inputs);
    const abroad = { ...figuresOf(elsewhere(inputs)), board: { ...here.board, districts: ['020101'], country: 'BO' } };
    const { rows, apart } = compare(here, abroad, indicators);
    expect(rows.map(({ indicator }) => indicator)).toContain('referrals-answered@1');
    expect(apart).toContainEqual({ id: 'measures-in-time', because: 'country' });
    const later = abroad.indicators.map((each) => (each.id === 'new-cases' ? { ...each, version: 2 } : each));
    expect(compare(here, { ...abroad, indicators: later }, indicators).apart).toContainEqual({
      ...{ id: 'new-cases', because: 'version' },
    });
  });

  it('are refused where one lies within the other, and in two months', () => {
    const [inputs] = fc.sample(months(10), { numRuns: 1, seed: 1 });
    if (inputs === undefined) throw new Error('no month');
    const figures = figuresOf(inputs);
    expect(() => compare(figures, figures, indicators)).toThrow('share a district');
    const other = figuresOf(elsewhere(inputs));
    const later = { ...other, period: { ...other.period, month: '2025-11' } };
    expect(() => compare(figures, later, indicators)).toThrow('one month');
  });
});
