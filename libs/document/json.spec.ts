import fc from 'fast-check';
import { canonicalJson, digest } from './index.js';

describe('canonical JSON', () => {
  it('reads back as the value it was made from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(digest(turned)).toBe(digest(value));
      }),
    );
  });

  it('sorts members, leaves out undefined ones and writes no white space', () => {
    expect(canonicalJson({ b: [1, 'é'], a: undefined, B: { y: null, x: true } })).toBe(
      '{"B":{"x":true,"y":null},"b":[1,"é"]}',
    );
  });

  it('refuses what JSON cannot hold', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const value of [NaN, Infinity, 1n, () => 1, undefined, cycle])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('has the digest any other tool computes over the same text', () => {
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
