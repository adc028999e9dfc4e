import fc from 'fast-check';
import { deriveId } from './index.js';

const parts = fc.array(fc.oneof(fc.string(), fc.nat()), { maxLength: 4 });

it('derives a UUID of version 8, the same for the same parts', () => {
  fc.assert(
    fc.property(parts, (of) => {
      expect(deriveId(...of)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(deriveId(...of)).toBe(deriveId(...of));
    }),
  );
});

it('derives another id from other parts, however they are cut', () => {
  const texts = (of: readonly (string | number)[]) => JSON.stringify(of.map(String));
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      fc.pre(texts(one) !== texts(other));
      expect(deriveId(...one)).not.toBe(deriveId(...other));
    }),
  );
  expect(new Set([deriveId('ab', 'c'), deriveId('a', 'bc'), deriveId('abc'), deriveId('abc', '')]).size).toBe(4);
});

it('stays as it is for ever: stored ids depend on it', () => {
  expect(deriveId('command', 'box-1', 0)).toBe('57119df4-56a1-86ce-9fa3-48715632bb37');
});
