import {
  ageBandOf,
  ageBands,
  cemBand,
  cemBands,
  conditions,
  coupleRelations,
  hasCode,
  helpReceived,
  labelOf,
  newViolence,
  outcomes,
  peruCodes,
  programmes,
  referralPurposes,
  refusedPurposes,
  relations,
  stageBand,
  stageBands,
  type AgeBand,
} from '../index.js';

const lists = Object.values(peruCodes);
const ages = Array.from({ length: 121 }, (_, years) => years);

describe('the code lists of Peru', () => {
  it('keep dated names in order, ending with today’s', () => {
    const dated = lists.flatMap((list) => list.entries).filter((entry) => entry.names !== undefined);
    expect(dated.length).toBeGreaterThan(0);
    for (const { names = [], label_es } of dated) {
      const days = names.map((name) => name.from);
      expect(days).toEqual([...new Set(days)].sort());
      expect(names.at(-1)?.label_es).toBe(label_es);
    }
  });

  it('call the national programme what it was called on the day', () => {
    const name = (day?: string) => labelOf(programmes, 'NATIONAL', day);
    expect(name('2018-03-01')).toMatch(/Contra la Violencia/);
    expect(name('2024-12-31')).toBe('Programa Nacional Aurora');
    expect(name('2025-05-01')).toBe('Programa Nacional Warmi Ñan');
    expect(name()).toBe('Programa Nacional Warmi Ñan');
    expect(name('1990-01-01')).toMatch(/Contra la Violencia/);
  });

  it('say no to codes they do not have', () => {
    expect(hasCode(conditions, 'NEW')).toBe(true);
    expect(hasCode(conditions, 'OLD')).toBe(false);
    expect(() => labelOf(conditions, 'OLD')).toThrow(RangeError);
  });

  it('draw their sub-lists from themselves', () => {
    for (const each of newViolence) expect(hasCode(conditions, each)).toBe(true);
    for (const each of coupleRelations) expect(hasCode(relations, each)).toBe(true);
    for (const each of helpReceived) expect(hasCode(outcomes, each)).toBe(true);
  });
});

describe('refused purposes', () => {
  it('name a norm and a reason, and are no purpose a referral can have', () => {
    expect(refusedPurposes.map((each) => each.code)).toContain('CONCILIATION');
    for (const refused of refusedPurposes) {
      expect(hasCode(referralPurposes, refused.code)).toBe(false);
      for (const text of [refused.norm, refused.legalRef, refused.reason_es]) expect(text).toMatch(/\S/);
    }
  });
});

describe('age bands', () => {
  const schemes: [string, readonly AgeBand[], (years: number) => string][] = [
    ['the common partition', ageBands, (years) => ageBandOf(years)],
    ['the centres’ tables', cemBands, (years) => cemBand(ageBandOf(years))],
    ['the stages of life', stageBands, (years) => stageBand(ageBandOf(years))],
  ];

  it.each(schemes)(
    '%s: cover 0 to 120 exactly once, and the band of an age is the one that holds it',
    (_, bands, bandOf) => {
      for (const years of ages) {
        const holding = bands.filter((band) => band.from <= years && years <= (band.to ?? 120));
        expect(holding.map((band) => band.code)).toEqual([bandOf(years)]);
      }
    },
  );

  it('are as coarse as they can be: no two neighbours fall together in both official schemes', () => {
    for (const [index, band] of ageBands.slice(1).entries()) {
      const before = ageBands[index]?.code ?? 'UNKNOWN';
      expect([cemBand(band.code), stageBand(band.code)]).not.toEqual([cemBand(before), stageBand(before)]);
    }
  });

  it('keep an unknown age unknown', () => {
    expect([ageBandOf(undefined), cemBand('UNKNOWN'), stageBand('UNKNOWN')]).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
  });

  it('refuse what is no age', () => {
    expect(() => ageBandOf(-1)).toThrow(RangeError);
    expect(() => ageBandOf(3.5)).toThrow(RangeError);
  });
});
