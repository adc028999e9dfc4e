import fc from 'fast-check';
import { digest } from '#document';
import { figuresOf } from '../figures.js';
import { month, months } from '../../testing/months.js';
import type { Definition, DefinitionOver, Documents, Kind } from './definition.js';
import { evaluate } from './evaluate.js';
import { indicators, Registry } from './registry.js';

function whereCounted<K extends Kind>(definition: DefinitionOver<K>, given: Partial<Documents[K]>): string {
  // What an example does not say does not matter to the definition.
  const { numerator, denominator } = evaluate(definition, [given as Documents[K]]);
  return numerator === 1 ? 'numerator' : denominator === 1 ? 'denominator' : 'nowhere';
}

describe.each(indicators.all.map((each) => [`${each.title_es} (${each.id}@${each.version})`, each] as const))(
  '%s',
  (_name, definition) => {
    it.each(definition.examples.map((example) => [example.says_es, example] as const))('%s', (_says, example) => {
      expect(whereCounted(definition as DefinitionOver<Kind>, example.given)).toBe(example.counts);
    });

    it('has an example for each place where a document can count', () => {
      const places = new Set(definition.examples.map(({ counts }) => counts));
      expect(places.has('numerator')).toBe(true);
      expect(places.has(definition.denominator === undefined ? 'nowhere' : 'denominator')).toBe(true);
    });
  },
);

const answered = indicators.find('referrals-answered', 1);
if (answered?.over !== 'referrals') throw new Error('no such indicator');
const [sentAt, week] = ['2025-10-01T15:00:00.000Z', 7 * 24];

/** Only answers within a week count from November on. */
const withinAWeek: Definition = {
  ...answered,
  version: 2,
  validFrom: '2025-11',
  numerator: {
    words_es: 'Las que tienen respuesta en siete días',
    cell: 'answered-in-a-week@',
    within: 'answered@',
    tests: [{ from: 'sentAt', to: 'reportedAt', atMostHours: week }],
  },
  examples: [{ says_es: 'el mismo día', given: { sentAt, reportedAt: sentAt }, counts: 'numerator' }],
};

const changed = (validFrom: string): Registry =>
  new Registry([...indicators.all, { ...withinAWeek, validFrom }], indicators.order);

describe('a changed definition', () => {
  it('leaves the figures of an earlier month as they were issued, digest and all', () => {
    fc.assert(
      fc.property(months(20), (inputs) => {
        expect(digest(figuresOf(inputs, changed('2025-11')))).toBe(digest(figuresOf(inputs)));
      }),
      { numRuns: 15 },
    );
  });

  it('counts from its first month on, says its version, and is compared with nothing counted otherwise', () => {
    fc.assert(
      fc.property(months(20), (inputs) => {
        const now = figuresOf(inputs, changed(month)).indicators.find(({ id }) => id === 'referrals-answered');
        const before = figuresOf(inputs).indicators.find(({ id }) => id === 'referrals-answered');
        expect([now?.version, before?.version]).toEqual([2, 1]);
        expect(now?.change).toBe('unclear');
        if (now?.status === 'published' && before?.status === 'published') {
          expect(now.numerator).toBeLessThanOrEqual(before.numerator ?? 0);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is found under its number, and so is the one before', () => {
    const registry = changed('2025-11');
    expect(registry.find('referrals-answered', 1)).toBe(answered);
    expect(registry.find('referrals-answered', 2)?.version).toBe(2);
    const versions = (of: string) => registry.of(of).find(({ id }) => id === 'referrals-answered')?.version;
    expect([versions('2025-10'), versions('2025-11')]).toEqual([1, 2]);
  });

  it('is a new version: one number never names two, and two never begin together', () => {
    expect(() => new Registry([answered, answered], [])).toThrow('stands twice');
    expect(() => new Registry([answered, { ...answered, version: 2 }], [])).toThrow('begin in one month');
    expect(() => new Registry([], ['new-cases'])).toThrow('no definition of new-cases');
  });
});
