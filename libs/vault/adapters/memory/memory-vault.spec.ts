import { vaultContract } from '../../contract.js';
import { KmsUnavailable } from '../../index.js';
import { kmsContract } from '../../kms-contract.js';
import { openIn } from '../../testing/opening.js';
import { memoryVault, MemoryKms } from './index.js';

vaultContract('in memory', (deployment) => memoryVault({ deployment }));
kmsContract('in memory', () => new MemoryKms());

it('neither seals nor opens while its key management is down, and goes on when it is back', async () => {
  const kms = new MemoryKms();
  const vault = memoryVault({ kms, cachedKeys: 1 });
  const binding = { stream: 's', revision: 1, eventId: 'e', type: 'T', schema: 1, section: 'x' };
  const seal = async (subject: string) => {
    const [section] = await vault.seal([{ owner: { subject, category: 'n' }, value: subject, binding }]);
    if (section === undefined) throw new Error('nothing was sealed');
    return section;
  };
  const first = await seal('one');
  await seal('two');
  kms.isDown = true;
  await expect(seal('three')).rejects.toThrow(KmsUnavailable);
  await expect(openIn(vault, first, binding)).rejects.toThrow(KmsUnavailable);
  await expect(vault.mac('p', 't')).rejects.toThrow(KmsUnavailable);
  await expect(vault.rotate()).rejects.toThrow(KmsUnavailable);
  // Erasing needs no key-encryption key: it must not wait for one.
  expect(await vault.erase('two')).toEqual({ destroyed: 1 });
  kms.isDown = false;
  expect(await openIn(vault, first, binding)).toEqual({ value: 'one' });
  expect(await openIn(vault, await seal('three'), binding)).toEqual({ value: 'three' });
  expect(await vault.status()).toEqual({ version: 1, keys: 2, stale: 0, destroyed: 1, away: 0, fences: 1 });
});
