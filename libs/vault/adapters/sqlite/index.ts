import { mkdirSync, realpathSync } from 'node:fs';
import { KeyVault, type VaultOptions } from '../../key-vault.js';
import { type Vault, VaultUnusable } from '../../port.js';
import { keysFile } from './backup.js';
import { FileKms, kekFile } from './kek-file.js';
import { KeyFile } from './key-file.js';
import { TwoCopies } from './two-copies.js';

export { backupVault, deploymentOf, readFences, verifyVault } from './backup.js';
export type { VaultCopy } from './backup.js';

export interface SqliteVaultOptions extends VaultOptions {
  /** Directory of the first copy: `keys.db`, and `kek/kek.json`. */
  readonly directory: string;
  /** Directory of the second copy, with the same files; best on another disk. */
  readonly secondPath: string;
  /** Names this deployment, for ever: sealed into every section. */
  readonly deployment: string;
}

/**
 * Opens the vault, or makes it. One process at a time: the caller holds the store's lock.
 * @throws VaultUnusable the copies, the key-encryption key or the deployment do not belong together
 * @throws ErasureIncomplete an erasure that was cut off could not be finished
 */
export function sqliteVault(options: SqliteVaultOptions): Vault {
  const directories = [options.directory, options.secondPath] as const;
  for (const directory of directories) mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (realpathSync(directories[0]) === realpathSync(directories[1])) {
    throw new VaultUnusable('same-path', `both copies of the keys would be in ${directories[0]}`);
  }
  const first = new KeyFile(keysFile(directories[0]));
  try {
    const second = new KeyFile(keysFile(directories[1]));
    const store = new TwoCopies(first, second);
    try {
      const kms = new FileKms(directories.map(kekFile), store.isNew);
      store.ready(options.deployment, kms);
      return new KeyVault(store, kms, options.deployment, options);
    } catch (error) {
      second.close();
      throw error;
    }
  } catch (error) {
    first.close();
    throw error;
  }
}
