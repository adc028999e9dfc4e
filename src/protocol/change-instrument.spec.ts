import fc from 'fast-check';
import { changeBetween, changeInstrument, changeInstrumentOn, changeInstruments, changeScore } from './index.js';

const [first] = changeInstruments;
if (first === undefined) throw new Error('there is no instrument');
const most = first.scale_es.length - 1;
const all = (answer: (reverse: boolean) => number) =>
  Object.fromEntries(first.items.map(({ key, reverse = false }) => [key, answer(reverse)]));

describe('a measure of change', () => {
  it.each(changeInstruments.map((each) => [each.code, each] as const))(
    '%s asks things of their own, offers answers and says it was not validated',
    (_code, { items, scale_es, favourableFrom, verified, source }) => {
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      expect(scale_es.length).toBeGreaterThan(1);
      expect(favourableFrom).toBeGreaterThan(0);
      expect(favourableFrom).toBeLessThanOrEqual(items.length * (scale_es.length - 1));
      expect([verified, source]).toEqual([false, expect.stringMatching(/\S/u)]);
    },
  );

  it('is found by the day, and by what somebody was measured with before', () => {
    expect(changeInstrumentOn('2026-03-09')).toBe(first);
    expect(changeInstrumentOn('2010-01-01')).toBeUndefined();
    expect(changeInstrument(first.code, first.version)).toBe(first);
    expect(changeInstrument(first.code, 99)).toBeUndefined();
  });

  it('gives most points to who answers best, and none to who answers worst', () => {
    expect(
      changeScore(
        first,
        all((reverse) => (reverse ? 0 : most)),
      ),
    ).toBe(first.items.length * most);
    expect(
      changeScore(
        first,
        all((reverse) => (reverse ? most : 0)),
      ),
    ).toBe(0);
  });

  it('takes an answer to every item, and no other', () => {
    const complete = all(() => 1);
    const [key = ''] = Object.keys(complete);
    const incomplete = Object.fromEntries(Object.entries(complete).filter(([each]) => each !== key));
    for (const wrong of [
      incomplete,
      { ...incomplete, other: 1 },
      { ...complete, [key]: most + 1 },
      { ...complete, [key]: -1 },
      { ...complete, [key]: 0.5 },
    ]) {
      expect(() => changeScore(first, wrong)).toThrow(RangeError);
    }
  });

  it('is favourable from the limit of its data on, whatever the scores', () => {
    fc.assert(
      fc.property(fc.nat(24), fc.nat(24), (before, after) => {
        const { change, favourable } = changeBetween(first, before, after);
        expect(change).toBe(after - before);
        expect(favourable).toBe(change >= first.favourableFrom);
      }),
    );
  });
});
