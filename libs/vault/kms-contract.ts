import { randomKey, wrappedBytes } from './envelope.js';
import { Tampered } from './index.js';
import type { Kms } from './kms.js';

/**
 * What every keeper of key-encryption keys must do.
 * @param open a keeper of its own for each test
 */
export function kmsContract(name: string, open: () => Kms): void {
  describe(`the contract of key management: ${name}`, () => {
    const context = ['dek', 'id', 's-1', 'n', 1, 1];

    it('unwraps what it wrapped, and under nothing else', async () => {
      const kms = open();
      const key = randomKey();
      const wrapped = await kms.wrap(1, context, key);
      expect(wrapped).toHaveLength(wrappedBytes);
      expect((await kms.unwrap(1, context, wrapped)).equals(key)).toBe(true);
      for (const other of [[...context, 1], context.slice(1), context.with(2, 's-2')]) {
        await expect(kms.unwrap(1, other, wrapped)).rejects.toThrow(Tampered);
      }
      await expect(kms.unwrap(2, context, wrapped)).rejects.toThrow(Tampered);
      await expect(kms.unwrap(1, context, wrapped.subarray(1))).rejects.toThrow(Tampered);
      await expect(open().unwrap(1, context, wrapped)).rejects.toThrow(Tampered);
    });

    it('keeps older versions through rotations, until they are retired', async () => {
      const kms = open();
      const key = randomKey();
      const first = await kms.wrap(await kms.current(), context, key);
      expect([await kms.rotate(), await kms.rotate(), await kms.current()]).toEqual([2, 3, 3]);
      const third = await kms.wrap(3, context, key);
      expect((await kms.unwrap(1, context, first)).equals(key)).toBe(true);
      await kms.retire();
      await kms.retire();
      await expect(kms.unwrap(1, context, first)).rejects.toThrow(Tampered);
      expect((await kms.unwrap(3, context, third)).equals(key)).toBe(true);
      expect(await kms.rotate()).toBe(4);
    });

    it('gives each label a key of its own, which no rotation changes', async () => {
      const kms = open();
      const before = await Promise.all([kms.mac('a', 'text'), kms.mac('b', 'text'), kms.mac('a', 'texts')]);
      expect(new Set([...before, await open().mac('a', 'text')]).size).toBe(4);
      await kms.rotate();
      await kms.retire();
      expect(await kms.mac('a', 'text')).toBe(before[0]);
    });
  });
}
