import { QueryHandlerNotFoundException } from '@nestjs/cqrs';
import fc from 'fast-check';
import { addMonths } from '#terms';
import { besideDraft } from '../../src/report/drafts.js';
import { indicators } from '../../src/report/domain/indicators/registry.js';
import type { Figures, Value } from '../../src/report/domain/model.js';
import { draftBeside, type ReleasedFigures } from '../../src/report/domain/releasing.js';
import { figuresOf } from '../../src/report/domain/figures.js';
import { earlierOf } from '../../src/report/release/domain/ledger.js';
import { gated } from '../../src/report/release/gate.js';
import { inputsOf } from '../../src/report/report.js';
import { refresh } from '../../src/runners.js';
import { board, History, org } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';

const months = ['2025-10', '2025-11', '2025-12', '2026-01'] as const;
const now = '2026-02-10T15:00:00.000Z';

/** Figures by what they are about, `<month> <figure>`: what is printed of it, and of what parts. */
type About = ReadonlyMap<string, readonly (number | null)[]>;
type Told = readonly [about: string, value: Value];

/** What nobody measured was not told, and is no secret either. */
const printed = (told: Iterable<Told>): About =>
  new Map(
    [...told].flatMap(([about, { status, value, numerator, denominator }]) =>
      status === 'unmeasured' ? [] : [[about, [value, numerator, denominator]] as const],
    ),
  );
const before = (month: string, back: number): string => addMonths(`${month}-01`, -back).slice(0, 7);

/** Agreements kept are about institutions, and printed as they are. */
const ofPeople = ({ indicators: all }: Figures) =>
  all.filter(({ id, version }) => indicators.find(id, version)?.people === true);

function* tables({ sections, period }: Figures): Generator<Told> {
  const all = sections.flatMap((section) => section.tables);
  const series = all.find(({ id }) => id === 'series');
  for (const { id: month, cells } of series?.rows ?? []) {
    for (const [at, cell] of cells.entries()) yield [`${month} ${series?.columns[at]}`, cell];
  }
  const account = all.find(({ id }) => id === 'account');
  const [start, end] = ['start', 'end'].map((id) => account?.rows[0]?.cells[account.columns.indexOf(id)]);
  if (start !== undefined) yield [`${before(period.month, 1)} open`, start];
  if (end !== undefined) yield [`${period.month} open`, end];
}

/** What figures tell of their own month. */
const ofItsOwn = (figures: Figures): About => {
  const { month } = figures.period;
  const now = ofPeople(figures).map((each): Told => [`${month} ${each.id}`, each]);
  return printed([...now, ...tables(figures)].filter(([about]) => about.startsWith(month)));
};

/** What figures tell of other months. */
const ofOthers = (figures: Figures): About => {
  const { month } = figures.period;
  const compared = ofPeople(figures).flatMap(({ id, previous, yearBefore, trend }): readonly Told[] => [
    [`${before(month, 1)} ${id}`, previous],
    [`${before(month, 12)} ${id}`, yearBefore],
    // Oldest first, up to this month.
    ...trend.map((each, at): Told => [`${before(month, trend.length - 1 - at)} ${id}`, each]),
  ]);
  return printed([...compared, ...tables(figures)].filter(([about]) => !about.startsWith(month)));
};

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('record' as const),
      month: fc.nat(3),
      count: fc.integer({ min: 1, max: 12 }),
      principal: fc.constantFrom('PHYSICAL', 'PSYCHOLOGICAL', 'SEXUAL'),
      refer: fc.boolean(),
    }),
    fc.record({ do: fc.constant('publish' as const), month: fc.nat(3) }),
  ),
  { minLength: 8, maxLength: 14 },
);

it('nothing in a draft about a month that was published is another than its edition told', async () => {
  const seen = { told: 0, otherwise: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const platform = memoryPlatform('2025-09-01T05:00:00.000Z');
      const history = new History(platform);
      await history.establish('2025-09-01T05:00:00.000Z');
      platform.clock.advanceTo(now);
      const releases: ReleasedFigures[] = [];
      const editions = new Map<string, Figures>();
      const inputsIn = async (month: string) => {
        await refresh(platform);
        return inputsOf(platform.views, board, month, now);
      };
      let hours = 0;
      for (const step of plan) {
        const month = months[step.month] ?? '';
        if (step.do === 'publish') {
          const version = releases.filter((each) => each.month === month).length + 1;
          const { figures, released } = await gated(
            { inputs: await inputsIn(month), profile: 'board', version },
            releases,
          );
          releases.push(released);
          editions.set(month, figures);
          continue;
        }
        for (let nth = 0; nth < step.count; nth += 1) {
          const at = new Date(Date.parse(`${month}-02T15:00:00.000Z`) + (hours += 1) * 3_600_000).toISOString();
          const id = await history.openCase(at, { types: [step.principal], principal: step.principal });
          if (!step.refer) continue;
          const referral = await history.sendReferral(at, id);
          await history.command('referral', referral, { do: 'accept', institution: org('cem') }, at);
        }
      }
      for (const month of [...months, '2026-02'].filter((each) => !editions.has(each))) {
        const inputs = await inputsIn(month);
        const draft = ofOthers(
          draftBeside(inputs, earlierOf({ board, month, profile: 'board', version: 1 }, releases)),
        );
        const counted = ofOthers(figuresOf(inputs));
        const issued = new Set(editions.keys());
        const apart = draftBeside(inputs, { told: new Map(), months: issued, kept: new Set(), elsewhere: true });
        expect(apart.toldElsewhere).toEqual(issued.size === 0 ? undefined : [...issued].sort());
        for (const figures of editions.values()) {
          for (const [about, told] of ofItsOwn(figures)) {
            if (!draft.has(about)) continue;
            expect([about, draft.get(about)]).toEqual([about, told]);
            expect([about, ofOthers(apart).get(about)]).toEqual([about, [null, null, null]]);
            seen.told += told[0] === null ? 0 : 1;
            seen.otherwise += counted.get(about)?.[0] === told[0] ? 0 : 1;
          }
        }
        // Where nothing was published it is what is counted.
        if (issued.size === 0) expect(draft).toEqual(counted);
      }
      await platform.close();
    }),
    { numRuns: 6, seed: 2 },
  );
  expect(Math.min(seen.told, seen.otherwise)).toBeGreaterThan(0);
});

it('a process that issues no reports knows of the months before only which were published', async () => {
  const asked: string[] = [];
  const beside = await besideDraft(
    { execute: () => Promise.reject(new QueryHandlerNotFoundException('ToldToMembers')) },
    {
      load: (_, keys) => {
        asked.push(...keys);
        return Promise.resolve(
          new Map([
            [`${board}.2025-11`, { board: 2 }],
            [`${board}.2025-10`, {}],
          ]) as never,
        );
      },
    },
    board,
    '2026-01',
  );
  expect([asked.length, asked[0], asked.at(-1)]).toEqual([23, `${board}.2024-02`, `${board}.2025-12`]);
  expect(beside).toEqual({ told: new Map(), months: new Set(['2025-11']), kept: new Set(), elsewhere: true });
});
