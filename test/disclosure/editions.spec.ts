import fc from 'fast-check';
import { attackLp, told } from '#disclosure';
import type { Inputs } from '../../src/report/domain/inputs.js';
import type { Figures, Value } from '../../src/report/domain/model.js';
import { profileOn } from '../../src/report/domain/profiles.js';
import type { ReleasedFigures } from '../../src/report/domain/releasing.js';
import { month, months } from '../../src/report/testing/months.js';
import { edition, found, gated } from '../../src/report/release/gate.js';
import { recovered } from './played.js';

const { rule, shareFrom } = profileOn('public', `${month}-01`);

/** Every value anywhere in a report. */
const values = (of: unknown): readonly Value[] => {
  if (typeof of !== 'object' || of === null) return [];
  const inside = Object.values(of).flatMap(values);
  return 'status' in of && 'numerator' in of ? [of as Value, ...inside] : inside;
};

/** Tables and indicators that count people, which the plan and the agreements do not. */
const ofPeople = ({ sections, indicators }: Figures): readonly Value[] => [
  ...values(sections.filter(({ id }) => !['agreements', 'plan', 'quality'].includes(id))),
  ...values(indicators.filter(({ id }) => !/agreements/u.test(id))),
];

const publicOf = async (inputs: Inputs): Promise<Figures> =>
  (await gated({ inputs, profile: 'public', version: 1 }, [])).figures;

describe('what the public is told', () => {
  it('is rounded counts from ten on, shares of thirty or more, and of the rest nothing at all', async () => {
    let told_ = 0;
    await fc.assert(
      fc.asyncProperty(months(90), async (inputs) => {
        const figures = await publicOf(inputs);
        for (const { status, value, numerator, denominator } of values(figures)) {
          if (status !== 'published') expect([value, numerator, denominator]).toEqual([null, null, null]);
        }
        for (const each of ofPeople(figures)) {
          if (each.status !== 'published' || each.denominator === null || each.numerator === null) continue;
          told_ += 1;
          expect(each.denominator).toBeGreaterThanOrEqual(shareFrom);
          // Rates are per inhabitants, who are no secret.
          expect(each.numerator % rule.base).toBe(0);
          expect(each.numerator).toBeGreaterThan(rule.small.to);
        }
      }),
      { numRuns: 6 },
    );
    expect(told_).toBeGreaterThan(0);
  });

  it('has no percentage that says more than the rounded counts it is printed with', async () => {
    await fc.assert(
      fc.asyncProperty(months(90), async (inputs) => {
        for (const each of ofPeople(await publicOf(inputs))) {
          if (each.status !== 'published' || each.numerator === null || each.denominator === null) continue;
          if (each.denominator > 200) continue;
          const [parts, wholes] = [told(each.numerator, rule), told(each.denominator, rule)];
          // Whatever pair of counts is printed as these two is printed with this percentage.
          const tried = new Set<number>();
          for (let n = parts.min; n <= parts.max; n += 1) {
            for (let d = Math.max(n, wholes.min); d <= wholes.max; d += 1) tried.add(n);
          }
          expect(tried.size).toBeGreaterThanOrEqual(Math.min(3, each.numerator));
          expect(each.value).toBeCloseTo(each.numerator / each.denominator, 3);
        }
      }),
      { numRuns: 5 },
    );
  });
});

it.each([
  ['board', 1],
  ['public', 5],
] as const)('to the %s medians are told in steps of %d hours, in the ledger too', async (profile, step) => {
  let told_ = 0;
  for (const all of fc.sample(months(200), { numRuns: 2, seed: 3 })) {
    // More than half have to be attended for a median to be known, and many have to send for the public to be told.
    const attended = all.cohort.referrals.filter(({ attendedAt }) => attendedAt !== undefined);
    const referrals = attended.map((each, nth) => ({
      ...each,
      from: ['police', 'cem', 'health', 'court'][nth % 4] ?? '',
    }));
    const inputs: Inputs = { ...all, cohort: { ...all.cohort, referrals } };
    const { figures, released } = await edition({ inputs, profile, version: 1 }, [], []);
    const printed = figures.sections.flatMap(({ tables }) =>
      tables.flatMap(({ columns, rows }) =>
        rows.flatMap(({ cells }) => cells.filter((_, at) => columns[at]?.startsWith('median-'))),
      ),
    );
    const values_ = printed.flatMap(({ value }) => (value === null ? [] : [value]));
    for (const value of values_) expect(value % step).toBe(0);
    const ledger = Object.entries(released.cells).flatMap(([name, cell]) => (name.startsWith('median ') ? [cell] : []));
    expect(ledger.map(([value]) => value)).toEqual(values_);
    for (const [value, min, max] of ledger) {
      expect([min, max]).toEqual([Math.max(0, (value ?? NaN) - step / 2), (value ?? NaN) + step / 2]);
    }
    told_ += ledger.length;
  }
  expect(told_).toBeGreaterThan(0);
});

describe('editions one after the other', () => {
  it('to the board and the public, then corrected, give nothing away', async () => {
    await fc.assert(
      fc.asyncProperty(months(40), months(3), async (inputs, late) => {
        const releases: ReleasedFigures[] = [];
        const more: Inputs = {
          ...inputs,
          cohort: { ...inputs.cohort, cases: [...inputs.cohort.cases, ...late.cohort.cases] },
          caseload: [...inputs.caseload, ...late.cohort.cases],
        };
        for (const [version, counted] of [inputs, more].entries()) {
          for (const profile of ['board', 'public'] as const) {
            const wanted = { inputs: counted, profile, version: version + 1 };
            const passed = await gated(wanted, releases);
            // Made again from what was left out it is the same, and still safe: so it is when it is published.
            const again = await edition(wanted, releases, passed.withheld);
            expect(again.figures).toEqual(passed.figures);
            expect((await found(again, releases)).size).toBe(0);
            releases.push(passed.released);
          }
        }
        for (const profile of ['board', 'public'] as const) {
          expect([...(await recovered(releases, profile)).found]).toEqual([]);
        }
      }),
      { numRuns: 2 },
    );
  });

  it('of a district and its province keep the rest of the province to themselves', async () => {
    let leaks = 0;
    await fc.assert(
      fc.asyncProperty(months(40), months(6), async (inputs, elsewhere) => {
        const province: Inputs = {
          ...inputs,
          board: { ...inputs.board, id: 'ipc', territory: [...inputs.board.territory, '150101'] },
          cohort: { ...inputs.cohort, cases: [...inputs.cohort.cases, ...elsewhere.cohort.cases] },
          caseload: [...inputs.caseload, ...elsewhere.cohort.cases],
        };
        const releases: ReleasedFigures[] = [];
        for (const counted of [inputs, province]) {
          const passed = await gated({ inputs: counted, profile: 'board', version: 1 }, releases);
          releases.push(passed.released);
        }
        const { found: narrow } = await recovered(releases, 'board');
        expect([...narrow]).toEqual([]);
        // Without the gate the province would have left a small rest.
        const plain = await edition({ inputs: province, profile: 'board', version: 1 }, releases.slice(0, 1), []);
        if ((await recovered([...releases.slice(0, 1), plain.released], 'board')).found.size > 0) leaks += 1;
      }),
      { numRuns: 3, seed: 2 },
    );
    expect(leaks).toBeGreaterThan(0);
  });

  it('of a province that counted before its district had everything still come out', async () => {
    const [inputs] = fc.sample(months(60), { numRuns: 1, seed: 9 });
    if (inputs === undefined) throw new Error('no month');
    const fewer = { ...inputs.cohort, cases: inputs.cohort.cases.slice(0, -9) };
    const board = { ...inputs.board, id: 'ipc', territory: [...inputs.board.territory, '150101'] };
    const province = await gated({ inputs: { ...inputs, board, cohort: fewer }, profile: 'board', version: 1 }, []);
    const { released } = await gated({ inputs, profile: 'board', version: 1 }, [province.released]);
    expect(Object.values(released.cells).some(([shown]) => shown !== null)).toBe(true);
  });

  it('of two boards that count one territory at different times still come out', async () => {
    const [inputs] = fc.sample(months(60), { numRuns: 1, seed: 9 });
    if (inputs === undefined) throw new Error('no month');
    const fewer = { ...inputs.cohort, cases: inputs.cohort.cases.slice(0, -9) };
    const before = { ...inputs, board: { ...inputs.board, id: 'other' }, cohort: fewer };
    const other = await gated({ inputs: before, profile: 'board', version: 1 }, []);
    const { released } = await gated({ inputs, profile: 'board', version: 1 }, [other.released]);
    expect(Object.values(released.cells).some(([shown]) => shown !== null)).toBe(true);
  });

  it('of a district keep what a later month tells of an earlier one, also beside a province that contradicts it', async () => {
    const [inputs] = fc.sample(months(60), { numRuns: 1, seed: 9 });
    if (inputs === undefined) throw new Error('no month');
    const fewer = { ...inputs.cohort, cases: inputs.cohort.cases.slice(0, -9) };
    const board = { ...inputs.board, id: 'ipc', territory: [...inputs.board.territory, '150101'] };
    const province = await gated({ inputs: { ...inputs, board, cohort: fewer }, profile: 'board', version: 1 }, []);
    const { released } = await gated({ inputs, profile: 'board', version: 1 }, []);
    // A count of this month that the next one tells, with all but one of what it is the sum of.
    const [total = '', ...parts] = released.sums.find(([, ...of]) => of.length > 1 && of.every(isTold(released))) ?? [];
    const [secret = '', ...others] = parts;
    const cells = { ...released.cells, [secret]: [null, 0, null] as const };
    const before = { ...released, cells, sums: [], guarded: [secret] };
    const later = { ...released, month: '2025-11', cells: {}, sums: [[total, secret, ...others]], guarded: [] };
    expect([...(await found({ released: later }, [before])).keys()]).toEqual([expect.stringContaining(secret)]);
    const beside = await found({ released: later }, [before, province.released]);
    expect([...beside.keys()]).toEqual([expect.stringContaining(secret)]);
  });

  const isTold =
    ({ cells }: ReleasedFigures) =>
    (name: string): boolean =>
      typeof cells[name]?.[0] === 'number';

  it('would be found out: a count told to the board in one and left from its sum in another', async () => {
    const cells = new Map([
      ['a', { min: 1, max: Infinity }],
      ['b', { min: 7, max: 7 }],
      ['all', { min: 9, max: 9 }],
    ]);
    expect(await attackLp({ bounds: cells, relations: [{ total: 'all', parts: ['a', 'b'] }] }, ['a'])).toEqual(
      new Map([['a', { min: 2, max: 2 }]]),
    );
  });
});
