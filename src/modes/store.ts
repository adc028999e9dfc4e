import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Where everything of an embedded store lies. All paths are absolute. */
export interface StoreLayout {
  /** Directory of the record and of what is made from it. */
  readonly data: string;
  /** Directory of the keys, and that of their second copy. */
  readonly vault: string;
  readonly vaultCopy: string;
  /** Directory of the ledger: its keys, its trees. Apart from the record, which it is there to vouch for. */
  readonly ledger: string;
  readonly log: string;
  /** The second log: who read what. */
  readonly reads: string;
  /** Can be made anew from the log at any time. */
  readonly views: string;
  /** How far policies have come: with it lost, they go on from the end of the log. */
  readonly checkpoints: string;
  /** Digests that persons are found by. Can be made anew from the log and the keys, so no backup holds it. */
  readonly index: string;
  /** Held by the one process that writes; made by the log adapter beside the log. */
  readonly lock: string;
  /** Notices sent, one JSON object a line. */
  readonly notices: string;
  /** There, if this store runs on a simulated clock with made-up people. */
  readonly demoMarker: string;
  /** There, while a restore is under way or was cut off: the store must not be opened. */
  readonly restoring: string;
}

/** The directories do not make a store that can be used. */
export class StoreMisplaced extends Error {
  constructor(
    readonly reason: 'vault-in-data' | 'data-in-vault' | 'same-vault' | 'ledger-in-data' | 'half-restored',
    readonly path: string,
  ) {
    super(`${reason}: ${path}`);
    this.name = 'StoreMisplaced';
  }
}

/**
 * The layout that `CHASKI_DATA`, `CHASKI_VAULT` and `CHASKI_VAULT_COPY` name; `./data/log`, `./data/vault` and
 * `./data/vault-copy` unless they do; and `CHASKI_LEDGER`, beside the vault unless it does. Touches no file.
 * @throws StoreMisplaced keys, ledger and record are not apart, or both copies of the keys are in one place
 */
export function storeFrom(env: Readonly<Record<string, string | undefined>>): StoreLayout {
  return storeAt(
    env['CHASKI_DATA'] || './data/log',
    env['CHASKI_VAULT'] || './data/vault',
    env['CHASKI_VAULT_COPY'] || './data/vault-copy',
    env['CHASKI_LEDGER'] || undefined,
  );
}

/** The same for these directories. */
export function storeAt(
  dataDirectory: string,
  vaultDirectory: string,
  vaultCopyDirectory: string,
  ledgerDirectory = `${vaultDirectory}-ledger`,
): StoreLayout {
  const [data, vault, vaultCopy] = [resolve(dataDirectory), resolve(vaultDirectory), resolve(vaultCopyDirectory)];
  for (const keys of [vault, vaultCopy]) {
    if (isInside(keys, data)) throw new StoreMisplaced('vault-in-data', keys);
    if (isInside(data, keys)) throw new StoreMisplaced('data-in-vault', data);
  }
  if (isInside(vaultCopy, vault) || isInside(vault, vaultCopy)) throw new StoreMisplaced('same-vault', vaultCopy);
  const ledger = resolve(ledgerDirectory);
  // Who takes an older copy of the record back must not take back with it what knows of the younger one.
  if (isInside(ledger, data)) throw new StoreMisplaced('ledger-in-data', ledger);
  const log = join(data, 'log.db');
  return {
    data,
    vault,
    vaultCopy,
    ledger,
    log,
    reads: join(data, 'reads.db'),
    views: join(data, 'views.db'),
    checkpoints: join(data, 'checkpoints.db'),
    index: join(data, 'index.db'),
    lock: `${log}.lock`,
    notices: join(data, 'notices.jsonl'),
    demoMarker: join(data, 'DEMO'),
    restoring: join(data, 'RESTORING'),
  };
}

/**
 * To be called before a store is opened.
 * @throws StoreMisplaced `half-restored`: a restore is under way or was cut off
 */
export function assertNotRestoring(store: StoreLayout): void {
  if (existsSync(store.restoring)) throw new StoreMisplaced('half-restored', store.data);
}

/** Whether `path` is `directory` or lies below it. */
export function isInside(path: string, directory: string): boolean {
  const way = relative(resolve(directory), resolve(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
