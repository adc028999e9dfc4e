import fc from 'fast-check';
import { dueAt, inRegion } from '#terms';
import { isOfWaits, type Wait, Waits } from '../../src/audit/domain/waits.js';
import { type OtherRules, type Outcome, outcomes, whatIf } from '../../src/audit/domain/what-if.js';
import type { Platform } from '../../src/platform.js';
import { jurisdiction } from '../../src/protocol/index.js';
import { memoryPlatform } from '../support/platform.js';
import { play, type Step, steps } from '../support/random-history.js';

async function waitsIn(platform: Platform): Promise<readonly Wait[]> {
  const waits = new Waits();
  for await (const { events } of platform.log.readAll()) {
    for (const event of events) if (isOfWaits(event)) waits.take(event);
  }
  return waits.all();
}

async function played(plan: readonly Step[]): Promise<{ readonly waits: readonly Wait[]; readonly now: string }> {
  const platform = memoryPlatform('2025-10-01T12:00:00.000Z');
  try {
    await play(platform, plan);
    return { waits: await waitsIn(platform), now: platform.clock.now() };
  } finally {
    await platform.close();
  }
}

/** The same question answered by trying every row of the book by hand. */
function tried(wait: Wait, asked: OtherRules, now: string): Outcome {
  const { rules: book } = jurisdiction(wait.country);
  const trigger = book.rules.find(({ id, version }) => id === wait.rule && version === wait.version)?.trigger;
  const day = asked.inForceOn ?? new Date(Date.parse(wait.from) - 5 * 3_600_000).toISOString().slice(0, 10);
  const dues: string[] = [];
  for (const row of book.rules) {
    const { id, condition = {}, validFrom, validTo = '9999-12-31' } = row;
    if (row.trigger !== trigger || row.stop !== wait.stop || day < validFrom || day > validTo) continue;
    const holds = Object.entries(condition).every(([name, codes]) => codes.some((code) => code === wait.facts[name]));
    const term = asked.override?.rule === id ? asked.override.term : row.term;
    if (holds) dues.push(dueAt(wait.from, term, inRegion(book.calendar, wait.district)));
  }
  const [due] = dues.sort();
  if (due === undefined) return 'none';
  const { metAt, droppedAt } = wait;
  if (metAt !== undefined) return metAt > due ? 'late' : 'met';
  if (droppedAt !== undefined) return droppedAt > due ? 'overdue' : 'dropped';
  return now > due ? 'overdue' : 'running';
}

const rules = jurisdiction('PE').rules.rules;
const other: fc.Arbitrary<OtherRules> = fc.oneof(
  fc.constantFrom('2010-01-01', '2016-06-01', '2019-01-01', '2025-10-01').map((inForceOn) => ({ inForceOn })),
  fc
    .record({
      rule: fc.constantFrom(...rules.map(({ id }) => id)),
      amount: fc.constantFrom(0, 1, 24, 400),
      unit: fc.constantFrom('hours', 'days', 'business-days'),
    })
    .map(({ rule, ...term }) => ({ override: { rule, term: term as { amount: number; unit: 'hours' } } })),
);

describe('what would have been under other rules', () => {
  it('is what was, where the rules are the same', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(steps(80), async (plan) => {
        const { waits, now } = await played(plan);
        seen += waits.length;
        expect(whatIf(waits, {}, now).differ).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(100);
  }, 60_000);

  it('is what trying every rule by hand gives, clock by clock', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(steps(50), other, async (plan, asked) => {
        const { waits, now } = await played(plan);
        const { rules: found, differ, clocks } = whatIf(waits, asked, now);
        changed += differ.length;
        const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
        for (const wait of waits) counts[tried(wait, asked, now)] += 1;
        const told = outcomes.map((outcome) => found.reduce((sum, { asAsked }) => sum + asAsked[outcome], 0));
        expect(told).toEqual(outcomes.map((outcome) => counts[outcome]));
        expect(clocks).toBe(waits.length);
      }),
      { numRuns: 40 },
    );
    expect(changed).toBeGreaterThan(0);
  }, 60_000);

  it('refuses a rule nobody has, and a term that is none', async () => {
    const { waits, now } = await played(fc.sample(steps(60), { numRuns: 1, seed: 5 })[0] ?? []);
    const asked = (rule: string, amount: number) => () =>
      whatIf(waits, { override: { rule, term: { amount, unit: 'hours' } } }, now);
    expect(asked('NO-SUCH', 1)).toThrow('what-if/unknown-rule');
    expect(asked(rules[0]?.id ?? '', -1)).toThrow('what-if/bad-term');
  });
});
