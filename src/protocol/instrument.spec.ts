import fc from 'fast-check';
import { coupleRisk, graver, instrumentsOn, mayOverride, peru, score, type RiskAnswers } from './index.js';

const harmless: Record<string, string> = Object.fromEntries(
  coupleRisk.items.map((item) => [item.key, item.options.findLast((option) => option.points === 0)?.value ?? '']),
);
const answered = (changes: RiskAnswers = {}) => score(coupleRisk, { ...harmless, ...changes });

const anyAnswers = fc
  .tuple(
    ...coupleRisk.items.map((item) =>
      fc.option(fc.constantFrom(...item.options.map((o) => o.value)), { nil: undefined }),
    ),
  )
  .map((values): RiskAnswers => Object.fromEntries(coupleRisk.items.map((item, i) => [item.key, values[i]])));

describe('the couple risk instrument', () => {
  it('is marked as not checked against the official form, and says where it comes from', () => {
    expect(coupleRisk.verified).toBe(false);
    expect(coupleRisk.source).toMatch(/\S/);
    expect(coupleRisk.norm).toMatch(/DS 009-2016-MIMP/);
  });

  it('has twenty items of different keys, each with a harmless answer', () => {
    expect(new Set(coupleRisk.items.map((item) => item.key)).size).toBe(20);
    for (const item of coupleRisk.items) expect(harmless[item.key]).not.toBe('');
  });

  it('reaches from -3 to 36, inside bands that leave no hole', () => {
    expect(score(coupleRisk, {})).toMatchObject({ min: -3, max: 36, level: 'UNDETERMINED', atLeast: 'MILD' });
    for (const [index, band] of coupleRisk.bands.slice(1).entries())
      expect(band.from).toBe((coupleRisk.bands[index]?.to ?? NaN) + 1);
  });

  it.each([
    ['nothing', {}, 0, 'MILD', 'MILD'],
    ['she left him', { separated: 'LEFT' }, 5, 'MILD', 'MILD'],
    ['never lived together', { separated: 'NEVER' }, -3, 'MILD', 'MILD'],
    ['seven points', { separated: 'LEFT', choking: 'YES', drugs: 'YES' }, 7, 'MILD', 'MILD'],
    ['eight points', { separated: 'LEFT', threat_kill: 'YES' }, 8, 'MODERATE', 'MODERATE'],
    ['thirteen points', { separated: 'LEFT', threat_kill: 'YES', weapon_access: 'YES' }, 13, 'MODERATE', 'MODERATE'],
    [
      'fourteen points',
      { separated: 'LEFT', threat_kill: 'YES', weapon_access: 'YES', drugs: 'YES' },
      14,
      'SEVERE',
      'SEVERE',
    ],
    [
      'eighteen points',
      { separated: 'LEFT', threat_kill: 'YES', weapon_access: 'YES', drugs: 'YES', unemployed: 'NO' },
      18,
      'SEVERE',
      'SEVERE_EXTREME',
    ],
    ['her own suicide adds no points', { her_suicide: 'YES', ideation_30d: 'YES' }, 0, 'MILD', 'MILD'],
  ])('scores %s', (_, changes, points, level, band) => {
    expect(answered(changes)).toMatchObject({ min: points, max: points, level, band, atLeast: level, unanswered: [] });
  });

  it('counts stable work as harmless and its lack as a risk', () => {
    expect(answered({ unemployed: 'YES' }).max).toBe(0);
    expect(answered({ unemployed: 'NO' }).max).toBe(4);
  });

  it('is undetermined when an unknown answer could change the level, and determined when it could not', () => {
    expect(answered({ weapon_access: undefined })).toMatchObject({ min: 0, max: 5, level: 'MILD', band: 'MILD' });
    expect(answered({ weapon_access: undefined, threat_kill: 'YES' })).toMatchObject({
      min: 3,
      max: 8,
      level: 'UNDETERMINED',
      atLeast: 'MILD',
      unanswered: ['weapon_access'],
    });
    const severe = { separated: 'LEFT', threat_kill: 'YES', weapon_access: 'YES', drugs: 'YES', unemployed: undefined };
    const scored = answered(severe);
    expect(scored).toMatchObject({ min: 14, max: 18, level: 'SEVERE' });
    expect(scored.band).toBeUndefined();
  });

  it('contains the score of every way the unknown answers could turn out', () => {
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.nat()), (answers, draws) => {
        const before = score(coupleRisk, answers);
        const filled = Object.fromEntries(
          coupleRisk.items.map(({ key, options }) => {
            const pick = (draws.next().value as number) % options.length;
            return [key, answers[key] ?? options[pick]?.value];
          }),
        );
        const after = score(coupleRisk, filled);
        expect(after.min).toBe(after.max);
        expect(before.min <= after.min && after.max <= before.max).toBe(true);
        expect(after.level).not.toBe('UNDETERMINED');
        if (before.level !== 'UNDETERMINED') expect(after.level).toBe(before.level);
        expect(after.level === before.atLeast || mayOverride(before, after.atLeast)).toBe(true);
      }),
    );
  });

  it('calls for a second look, a health referral or help at once, whatever the score', () => {
    expect(answered({ choking: 'YES', her_suicide: 'YES', ideation_30d: 'YES' }).alerts).toEqual([
      { item: 'choking', alert: 'SEVERE_REVIEW' },
      { item: 'her_suicide', alert: 'HEALTH_REFERRAL' },
      { item: 'ideation_30d', alert: 'IMMEDIATE_HELP' },
    ]);
    expect(answered().alerts).toEqual([]);
  });

  it('refuses answers it does not ask for', () => {
    expect(() => answered({ colour: 'RED' })).toThrow(RangeError);
    expect(() => answered({ drugs: 'MAYBE' })).toThrow(RangeError);
  });

  it('is in force from its first day', () => {
    expect(instrumentsOn(peru, '2019-03-06')).toEqual([]);
    expect(instrumentsOn(peru, '2019-03-07')).toEqual([coupleRisk]);
  });
});

describe('a professional', () => {
  it('may raise a level and never lower it', () => {
    const moderate = { level: 'MODERATE', atLeast: 'MODERATE' } as const;
    expect(mayOverride(moderate, 'SEVERE')).toBe(true);
    expect(mayOverride(moderate, 'MODERATE')).toBe(false);
    expect(mayOverride(moderate, 'MILD')).toBe(false);
  });

  it('may settle what is undetermined, but not below what the answers show', () => {
    const undetermined = { level: 'UNDETERMINED', atLeast: 'MODERATE' } as const;
    expect(mayOverride(undetermined, 'MODERATE')).toBe(true);
    expect(mayOverride(undetermined, 'SEVERE')).toBe(true);
    expect(mayOverride(undetermined, 'MILD')).toBe(false);
  });

  it('compares levels by their gravity', () => {
    expect(graver('MILD', 'SEVERE')).toBe('SEVERE');
    expect(graver('MODERATE', 'UNDETERMINED')).toBe('MODERATE');
  });
});
