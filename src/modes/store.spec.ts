import { resolve } from 'node:path';
import { isInside, StoreMisplaced, storeFrom } from './store.js';

describe('the layout of a store', () => {
  it('has a place for everything without being told', () => {
    expect(storeFrom({})).toMatchObject({
      log: resolve('data/log/log.db'),
      views: resolve('data/log/views.db'),
      vault: resolve('data/vault'),
      vaultCopy: resolve('data/vault-copy'),
    });
    expect(storeFrom({ CHASKI_DATA: '' }).data).toBe(resolve('data/log'));
  });

  it.each([
    ['vault-in-data', { CHASKI_DATA: '/a', CHASKI_VAULT: '/a/vault' }],
    ['vault-in-data', { CHASKI_DATA: '/a', CHASKI_VAULT_COPY: '/a/x/../copy' }],
    ['vault-in-data', { CHASKI_DATA: '/a', CHASKI_VAULT: '/a' }],
    ['data-in-vault', { CHASKI_DATA: '/a/log', CHASKI_VAULT: '/a' }],
    ['same-vault', { CHASKI_DATA: '/a', CHASKI_VAULT: '/b', CHASKI_VAULT_COPY: '/b' }],
    ['same-vault', { CHASKI_DATA: '/a', CHASKI_VAULT: '/b', CHASKI_VAULT_COPY: '/b/copy' }],
  ])('refuses keys that are not apart: %s', (reason, env) => {
    expect(() => storeFrom(env)).toThrow(expect.objectContaining({ reason }) as StoreMisplaced);
  });

  it('tells a directory from one whose name starts the same', () => {
    expect(isInside('/a/vault-copy', '/a/vault')).toBe(false);
    expect(isInside('/a/..b', '/a')).toBe(true);
    expect(isInside('/b', '/a')).toBe(false);
    expect(() => storeFrom({ CHASKI_DATA: '/a', CHASKI_VAULT: '/ab', CHASKI_VAULT_COPY: '/abc' })).not.toThrow(
      StoreMisplaced,
    );
  });
});
