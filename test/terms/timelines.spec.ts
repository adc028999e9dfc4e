import fc from 'fast-check';
import { RuleBook, withOverrides, type DatedRule, type Deadline, type Facts, type Override, type Traced } from '#terms';
import { jurisdiction } from '../../src/protocol/index.js';
import { clockFor, clocksFrom, dueOf, movedBy, periodAfter, type Clock, type Place } from './second.js';

const HOUR = 3_600_000;

/** Peru has no regional days of its own yet: these make sure that the two count them alike. */
const local: readonly Override[] = [
  { kind: 'add', date: '2024-10-04', name: 'Local', source: 'test', region: '08' },
  { kind: 'remove', date: '2024-10-04', name: 'Local', source: 'test', region: '0801' },
  { kind: 'remove', date: '2024-10-07', name: 'Local', source: 'test', region: '15' },
];

const countries = [
  {
    id: 'PE',
    behind: 5,
    calendar: withOverrides(jurisdiction('PE').calendar, local),
    districts: ['150101', '080106', '081003'],
  },
  { id: 'BO', behind: 4, calendar: jurisdiction('BO').calendar, districts: ['020105', '070101', '040101'] },
].map((each) => {
  const rules: readonly DatedRule[] = jurisdiction(each.id).rules.rules;
  return { ...each, rules, book: new RuleBook(rules, each.calendar) };
});

/** The row as corrected later: twice as long, and then one. */
const corrected = (rule: DatedRule): DatedRule => ({
  ...rule,
  version: rule.version + 1,
  term: { ...rule.term, amount: rule.term.amount * 2 + 1 },
});

type Move =
  | { readonly is: 'happening'; readonly milestone: string }
  /** One of the open clocks is met, if there is any. */
  | { readonly is: 'meeting'; readonly which: number }
  | { readonly is: 'finding'; readonly facts: Facts }
  | { readonly is: 'correction'; readonly of: DatedRule };
type Step = Move & { readonly wait: number };

const facts = fc.record(
  {
    risk: fc.constantFrom('MILD', 'MODERATE', 'SEVERE', 'UNDETERMINED'),
    urgency: fc.constantFrom('IMMEDIATE', 'PRIORITY', 'ROUTINE'),
    receivedBy: fc.constantFrom('POLICE', 'POLICE_SPECIAL', 'SLIM', 'DNA', 'PROSECUTOR', 'PROSECUTOR_FAMILY'),
    investigation: fc.constantFrom('ORDINARY', 'EXTENDED', 'COMPLEX'),
  },
  { requiredKeys: [] },
);

const waits = fc.oneof(fc.constant(0), fc.nat(30 * HOUR), fc.nat(40 * 24 * HOUR));

/** A country, a district, a first instant (often within hours of the first or last day of a row), and what happens then. */
const timelines = fc.constantFrom(...countries).chain((country) => {
  const { districts, rules } = country;
  const milestones = [...new Set(rules.flatMap(({ trigger, stop }) => [trigger, trigger, stop]))];
  const boundaries = [
    ...new Set(rules.flatMap(({ validFrom, validTo = validFrom }) => [validFrom, validTo])),
    ...['2024-02-28', '2024-10-03', '2025-07-14'],
  ];
  const anywhere = fc.date({ min: new Date('2015-01-05'), max: new Date('2043-12-31'), noInvalidDate: true });
  const near = fc
    .tuple(fc.constantFrom(...boundaries), fc.integer({ min: -30, max: 54 }), fc.integer({ min: -1, max: 1 }))
    .map(([day, hours, ms]) => new Date(Date.parse(day) + hours * HOUR + ms))
    .filter((at) => at >= new Date('2015-01-05'));
  const move: fc.Arbitrary<Move> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(...milestones).map((milestone) => ({ is: 'happening' as const, milestone })),
    },
    { weight: 3, arbitrary: fc.nat(20).map((which) => ({ is: 'meeting' as const, which })) },
    { weight: 3, arbitrary: facts.map((found) => ({ is: 'finding' as const, facts: found })) },
    { weight: 1, arbitrary: fc.constantFrom(...rules).map((of) => ({ is: 'correction' as const, of })) },
  );
  return fc.record({
    country: fc.constant(country),
    district: fc.constantFrom('', ...districts),
    start: fc.oneof(anywhere, near),
    first: facts,
    steps: fc.array(
      fc.tuple(move, waits).map(([each, wait]): Step => ({ ...each, wait })),
      { minLength: 1, maxLength: 10 },
    ),
  });
});
type Timeline = typeof timelines extends fc.Arbitrary<infer T> ? T : never;

/** What is seen after each step: the open clocks, with all that they were. */
type Seen = readonly string[];

/** What the timelines led through: a run that met no rule would prove nothing. */
interface Met {
  readonly rules: Set<string>;
  moved: number;
  periods: number;
  versions: number;
}

const shown = ({ rule, from, due }: Deadline): string => `${rule.id} v${rule.version} ${from} ${due}`;
const told = (clocks: readonly (Deadline | Traced)[]): string =>
  clocks.map((clock) => [shown(clock), ...('before' in clock ? clock.before.map(shown) : [])].join(' < ')).join(' | ');

function byEngine({ country, district, start, first, steps }: Timeline, met: Met): Seen {
  let rows = country.rules;
  let book = country.book.in(district);
  let known: Facts = first;
  let happened: Record<string, string> = {};
  let open: readonly Traced[] = [];
  let ms = start.getTime();
  return steps.map((step) => {
    ms += step.wait;
    const at = new Date(ms).toISOString();
    switch (step.is) {
      case 'correction': {
        if (!rows.some(({ id, version }) => id === step.of.id && version > step.of.version)) {
          rows = [...rows, corrected(step.of)];
          book = new RuleBook(rows, country.calendar).in(district);
        }
        break;
      }
      case 'finding': {
        known = { ...known, ...step.facts };
        open = open.map((clock) => {
          const now = book.recomputed(clock, known, { ...happened, [clock.rule.trigger]: clock.from });
          if (now.before.length > clock.before.length) met.moved += 1;
          return now;
        });
        break;
      }
      case 'meeting':
      case 'happening': {
        const milestone = step.is === 'happening' ? step.milestone : open[step.which % open.length]?.rule.stop;
        if (milestone === undefined) break;
        happened = { ...happened, [milestone]: at };
        const periods = open
          .filter(({ rule }) => rule.stop === milestone)
          .flatMap((clock) => book.next(clock, known) ?? []);
        const started = book.started(milestone, at, known);
        met.periods += periods.length;
        for (const { rule } of started) {
          met.rules.add(rule.id);
          if (rule.version > 1) met.versions += 1;
        }
        open = [
          ...open.filter(({ rule }) => rule.stop !== milestone),
          ...[...periods, ...started].map((clock) => ({ ...clock, before: [] })),
        ];
        break;
      }
    }
    const bound = open.map(({ rule }) => book.binding(rule.stop, happened, known));
    return `${told(open)} ~ ${told(bound.flatMap((each) => each ?? []))}`;
  });
}

function bySecond({ country, district, start, first, steps }: Timeline): Seen {
  const place = { ...country, rules: [...country.rules], district } satisfies Place;
  const past: (readonly [string, string])[] = [];
  let known: Facts = first;
  let open: Clock[] = [];
  let ms = start.getTime();
  return steps.map((step) => {
    ms += step.wait;
    const at = new Date(ms).toISOString();
    if (step.is === 'correction') {
      const again = corrected(step.of);
      if (!place.rules.some(({ id, version }) => id === again.id && version === again.version)) place.rules.push(again);
    } else if (step.is === 'finding') {
      known = { ...known, ...step.facts };
      open = open.map((clock) => movedBy(known, clock, past, place));
    } else if (step.is === 'happening' || open.length > 0) {
      const milestone = step.is === 'happening' ? step.milestone : (open[step.which % open.length]?.rule.stop ?? '');
      const index = past.findIndex(([trigger]) => trigger === milestone);
      past.splice(index < 0 ? past.length : index, 1, [milestone, at]);
      const met = open.filter(({ rule }) => rule.stop === milestone);
      open = [
        ...open.filter((clock) => !met.includes(clock)),
        ...met.flatMap((clock) => periodAfter(clock, known, place) ?? []),
        ...clocksFrom(milestone, at, known, place),
      ];
    }
    const bound = open.map(({ rule }) => clockFor(rule.stop, past, known, place));
    return `${told(open)} ~ ${told(bound.flatMap((each) => each ?? []))}`;
  });
}

describe('the engine and a second implementation', () => {
  it('say the same of 10,000 timelines of both countries: what starts, what moves, what binds', () => {
    const met: Met = { rules: new Set(), moved: 0, periods: 0, versions: 0 };
    fc.assert(
      fc.property(timelines, (timeline) => {
        const engine = byEngine(timeline, met);
        const second = bySecond(timeline);
        if (engine.join('\n') !== second.join('\n')) expect(engine).toEqual(second);
      }),
      { numRuns: 10_000, seed: 30_364 },
    );
    // Every row of both books started a clock somewhere, clocks moved, periods followed, corrections came into force.
    const all = countries.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(all.filter((id) => !met.rules.has(id))).toEqual([]);
    expect(met.moved).toBeGreaterThan(1000);
    expect(met.versions).toBeGreaterThan(30);
    expect(met.periods).toBeGreaterThan(20);
    // Ten thousand histories take longer where others use the machine.
  }, 120_000);

  it('give any term the same due time, in both zones and over every free day', () => {
    const terms = fc.record({
      amount: fc.nat(40),
      unit: fc.constantFrom('hours' as const, 'days' as const, 'business-days' as const, 'months' as const),
    });
    const instants = fc.date({ min: new Date('2015-01-05'), max: new Date('2041-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...countries), instants, terms, (country, at, term) => {
        const [any] = country.rules;
        if (any === undefined) throw new Error('no rules');
        const rule = { ...any, term, trigger: 'asked', validFrom: '2000-01-01', condition: {} };
        const due = new RuleBook([rule], country.calendar).select('asked', at.toISOString(), {})?.due;
        expect(due).toBe(dueOf(at.toISOString(), term, { ...country, district: '' }));
      }),
      { numRuns: 2000, seed: 348 },
    );
  });
});
