import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Somebody else, or this process a second time, has the store open for writing. */
export class StoreLocked extends Error {
  constructor(readonly path: string) {
    super(`${path} is in use: one process at a time writes to a store`);
    this.name = 'StoreLocked';
  }
}

/**
 * Takes the writer's lock of a store file: an operating-system lock on `<path>.lock` that ends with the process, however
 * it ends. The folder is made when it is missing.
 * @returns gives the lock back
 * @throws StoreLocked
 */
export function lockStore(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const lock = new DatabaseSync(`${path}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw resultCode(error) === busy ? new StoreLocked(path) : error;
  }
  return () => lock.close();
}

const busy = 5;

/** SQLite's primary result code of an error, or undefined when it is none of SQLite's. */
export function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
