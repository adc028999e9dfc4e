import { createDecipheriv, createSecretKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { macFor, openValue, sealValue, toKey, unwrapKey, wrapKey } from './envelope.js';
import { Tampered } from './index.js';

const key = {
  dekId: '7d9f1c52-0a55-4c1e-9d3b-2f6b8f0a1e44',
  version: 3,
  key: createSecretKey('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex'),
};
const binding = {
  stream: 'thing-1',
  revision: 7,
  eventId: '00000000-0000-8000-8000-000000000001',
  type: 'ThingSeen',
  schema: 2,
  section: 'who',
};
const value = { name: 'Ñusta', tags: [1, null, '\u{1F511}'] };

/** Sealed by the first version. What is in a log stays in it: this must open for ever. */
const golden = {
  v: 1,
  dekId: '7d9f1c52-0a55-4c1e-9d3b-2f6b8f0a1e44',
  dekVersion: 3,
  iv: 'JunqCKOuCCvdA4gt',
  ct: '1zHi_NuBpwCmBWL8qnJyhPOyS2dVHaksD6A0UloXRVppkAPYkVmmFA',
  tag: 'vaMscjaHpC8UrVjwV6lelQ',
} as const;

describe('the stored form of a section', () => {
  it('still opens as it was first written', () => {
    expect(openValue(key, 'a-town', binding, golden)).toEqual(value);
  });

  it('is bound to the deployment and to the key', () => {
    expect(() => openValue(key, 'b-town', binding, golden)).toThrow(Tampered);
    expect(() => openValue({ ...key, key: toKey(Buffer.alloc(32)) }, 'a-town', binding, golden)).toThrow(Tampered);
    expect(() => openValue({ ...key, dekId: 'another' }, 'a-town', binding, golden)).toThrow(Tampered);
  });

  it('can be opened from its description alone, by other code', () => {
    const { dekId, dekVersion, iv, ct, tag } = sealValue(key, 'a-town', binding, value);
    const fields = [...Object.values(binding), 1, dekId, dekVersion, 'a-town'].map((field) =>
      Buffer.from(String(field)),
    );
    const aad = fields.flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeInt32BE(field.length);
      return [length, field];
    });
    const decipher = createDecipheriv('aes-256-gcm', key.key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
    decipher.setAAD(Buffer.concat(aad)).setAuthTag(Buffer.from(tag, 'base64url'));
    const text = decipher.update(ct, 'base64url', 'utf8') + decipher.final('utf8');
    expect(JSON.parse(text)).toEqual(value);
  });

  it('never uses an initialisation vector twice', () => {
    const ivs = Array.from({ length: 5_000 }, () => sealValue(key, 'a-town', binding, 1).iv);
    expect(new Set(ivs).size).toBe(ivs.length);
  });
});

describe('a wrapped key', () => {
  it('opens only under the same key-encryption key, in the same context, whole', () => {
    const kek = toKey(Buffer.alloc(32, 7));
    const wrapped = wrapKey(kek, ['dek', 'one', 1], key.key);
    expect(unwrapKey(kek, ['dek', 'one', 1], wrapped).equals(key.key)).toBe(true);
    expect(() => unwrapKey(toKey(Buffer.alloc(32, 8)), ['dek', 'one', 1], wrapped)).toThrow(Tampered);
    expect(() => unwrapKey(kek, ['dek', 'on', 'e1'], wrapped)).toThrow(Tampered);
    expect(() => unwrapKey(kek, ['dek', 'one', 1], wrapped.subarray(0, -1))).toThrow(Tampered);
  });
});

describe('a digest', () => {
  it('stays what it was in the first version', () => {
    expect(macFor(key.key, 'idempotency', 'text')).toBe('B_-iw1Xmlou2LM5joPLLmeYoxQE-BbkS3z6Ij8CzS-0');
  });
});

describe('ciphers', () => {
  it('are used in one module only', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const users = ['libs', 'src']
      .flatMap((top) => readdirSync(join(root, top), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => /create(C|Dec)ipheriv/.test(readFileSync(path, 'utf8')));
    expect(users.map((path) => relative(root, path))).toEqual(['libs/vault/envelope.ts']);
  });
});
