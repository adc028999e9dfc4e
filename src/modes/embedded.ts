import { sqliteLog } from '#event-log/sqlite';
import { sqliteViews } from '#projection/sqlite';
import type { Platform } from '../platform.js';
import { openWriteSide, type WriteSideOptions } from './write-side.js';

export interface EmbeddedOptions extends WriteSideOptions {
  /** `deferred` only for loads that can be made again. */
  readonly durability?: 'full' | 'deferred';
}

/**
 * Everything in one process on SQLite files.
 * @throws StoreLocked another process holds the store
 */
export function openEmbedded(options: EmbeddedOptions): Promise<Platform> {
  const { paths, durability = 'full' } = options;
  return openWriteSide(options, () => ({
    log: sqliteLog({ path: paths.log, durability }),
    reads: sqliteLog({ path: paths.reads }),
    views: sqliteViews({ path: paths.views }),
  }));
}

export { StoreLocked } from '#event-log/sqlite';
