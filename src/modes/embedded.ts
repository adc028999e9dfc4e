import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, type Instant, StateCache, systemClock } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { sqliteViews } from '#projection/sqlite';
import { factFeed } from '#publishing/in-process';
import { sealerFor } from '#vault';
import { deploymentOf, sqliteVault } from '#vault/sqlite';
import { publications } from '../capabilities.js';
import { writeDurably } from '../cli/files.js';
import type { Platform } from '../platform.js';
import { software } from '../software.js';
import { openCheckpoints } from './checkpoints.js';
import { clockFrom } from './clock.js';
import { assertNotRestoring, type StoreLayout } from './store.js';

export interface EmbeddedOptions {
  readonly paths: StoreLayout;
  /** Default: real time; in a demonstration store, the time the store has come to. */
  readonly clock?: Clock;
  /** `deferred` only for loads that can be made again. */
  readonly durability?: 'full' | 'deferred';
  /** Marks a new store as a demonstration whose time begins here. */
  readonly demoFrom?: Instant;
}

/**
 * Everything in one process on SQLite files.
 * @throws StoreLocked another process holds the store
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Platform> {
  const { paths, durability = 'full' } = options;
  assertNotRestoring(paths);
  mkdirSync(paths.data, { recursive: true });
  const log = sqliteLog({ path: paths.log, durability });
  if (options.demoFrom !== undefined && (await log.head()) === undefined) {
    markDemo(paths, options.demoFrom);
  }
  let demo = existsSync(paths.demoMarker);
  const clock = options.clock ?? (demo ? clockFrom(await lastRecorded(log, paths.demoMarker)) : systemClock);
  const vault = sqliteVault({ directory: paths.vault, secondPath: paths.vaultCopy, deployment: deploymentAt(paths) });
  const views = sqliteViews({ path: paths.views });
  const checkpoints = await openCheckpoints(paths.checkpoints, await log.head());
  const reads = sqliteLog({ path: paths.reads });
  return {
    log,
    reads,
    facts: factFeed(log, publications),
    views,
    checkpoints,
    vault,
    sealer: sealerFor(vault),
    cache: new StateCache(),
    clock,
    get demo() {
      return demo;
    },
    markDemo: async () => {
      if (!demo) markDemo(paths, clock.now());
      demo = true;
    },
    software,
    close: async () => {
      await views.close();
      await checkpoints.close();
      await vault.close();
      await reads.close();
      await log.close();
    },
  };
}

const markDemo = ({ demoMarker }: StoreLayout, from: Instant): void =>
  writeDurably(demoMarker, `${JSON.stringify({ from })}\n`);

/** The time a demonstration store has come to: its last record, or where it was told to begin. */
async function lastRecorded(log: Platform['log'], marker: string): Promise<Instant> {
  const { from } = JSON.parse(readFileSync(marker, 'utf8')) as { from: Instant };
  let last = from;
  const head = await log.head();
  if (head === undefined) return last;
  for await (const page of log.readAll({ after: before(head) })) {
    for (const { metadata } of page.events) {
      const recordedAt = metadata['recordedAt'] ?? last;
      if (recordedAt > last) last = recordedAt;
    }
  }
  return last;
}

/** A position a little before `head`: enough to see when the store was last written. */
const before = (head: NonNullable<Awaited<ReturnType<Platform['log']['head']>>>): typeof head =>
  String(Math.max(0, Number(head) - 1_000)).padStart(head.length, '0') as typeof head;

/**
 * Names this deployment in every sealed section: made once, kept beside the log. A restored store has it in its vault
 * alone.
 */
function deploymentAt({ data, vault, vaultCopy }: StoreLayout): string {
  const file = join(data, 'deployment');
  if (!existsSync(file)) {
    const name = deploymentOf(vault) ?? deploymentOf(vaultCopy) ?? crypto.randomUUID();
    writeDurably(file, `${name}\n`);
  }
  return readFileSync(file, 'utf8').trim();
}

export { StoreLocked } from '#event-log/sqlite';
