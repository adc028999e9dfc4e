import type { EventLog } from '../../port.js';
import { lockStore } from './lock.js';
import { SqliteLog } from './log.js';
import { type Durability, Store } from './store.js';

export { backupLog, verifyLog } from './care.js';
export type { LogContents, Verification } from './care.js';
export { lockStore, StoreLocked } from './lock.js';
export type { Durability } from './store.js';

export interface SqliteLogOptions {
  /** The file; its folder is made when it is missing. `<path>.lock`, `-wal` and `-shm` lie beside it. */
  readonly path: string;
  /**
   * `full` (the default): an append resolves when it is on disk. `deferred`: when the operating system has it; the disk
   * has it after some 40 MB more, or after `close`. A crash of the process loses nothing, a power cut the last events,
   * never a part of an append. For imports and demo stores, which can be made again.
   */
  readonly durability?: Durability;
}

/**
 * A log in a SQLite file. One process at a time holds it; appends that come together share one commit.
 * @throws StoreLocked somebody has it open
 */
export function sqliteLog({ path, durability = 'full' }: SqliteLogOptions): EventLog {
  const release = lockStore(path);
  try {
    return new SqliteLog(new Store(path, durability), release);
  } catch (error) {
    release();
    throw error;
  }
}
