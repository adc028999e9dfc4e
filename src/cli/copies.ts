import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { backupLog, lockStore, StoreLocked, verifyLog } from '#event-log/sqlite';
import { verifyVault } from '#vault/sqlite';
import { exit, Failed } from './console.js';
import { sync } from './files.js';

/** The one file of the command line tools that names adapters. */
export { backupVault, deploymentOf, readFences, sqliteVault } from '#vault/sqlite';
export { sqliteLog, StoreLocked } from '#event-log/sqlite';
/** Loaded when a server is named: most stores never need its client. */
export const kurrent = () => import('#event-log/kurrent');

/**
 * Takes the writer's lock of a store.
 * @returns gives it back
 * @throws Failed a server is running on it
 */
export function lockedStore(log: string): () => void {
  try {
    return lockStore(log);
  } catch (error) {
    throw error instanceof StoreLocked ? storeInUse(error) : error;
  }
}

/** What to tell of a store that a server holds. */
export const storeInUse = (cause: unknown): Failed =>
  new Failed('el servidor está en marcha. Deténgalo y vuelva a intentarlo.', { exit: exit.inUse, cause });

/** Copies a log in use, as it is at one instant, into a new file that nobody else can read. */
export async function copyLog(from: string, to: string): Promise<void> {
  await backupLog(from, to);
  finish(to);
}

/** Copies any other database in use in the same way. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
  finish(to);
}

function finish(to: string): void {
  // A copy is one file: no write-ahead log beside it that could be left behind.
  const copy = new DatabaseSync(to);
  copy.exec('PRAGMA journal_mode=DELETE');
  copy.close();
  chmodSync(to, 0o600);
  sync(to);
  sync(dirname(to));
}

/**
 * Checks that a log is whole and that no event is missing in it.
 * @returns `head`: position of the last event, null when there is none
 * @throws Failed it is damaged
 */
export function verifiedLog(path: string): {
  readonly events: number;
  readonly streams: number;
  readonly head: string | null;
} {
  const { problems, events, streams, head = null } = orDamaged(path, () => verifyLog(path));
  if (problems.length > 0) throw new Failed(`${path} está dañado.`);
  return { events, streams, head };
}

/** @throws Failed the keys of this vault directory are damaged */
export function verifiedVault(directory: string): void {
  orDamaged(directory, () => verifyVault(directory));
}

function orDamaged<T>(path: string, check: () => T): T {
  try {
    return check();
  } catch {
    throw new Failed(`${path} está dañado.`);
  }
}
