import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, type EventLog, type Instant, StateCache, systemClock } from '#event-log';
import type { Views } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { factFeed } from '#publishing/in-process';
import { sealerFor } from '#vault';
import { deploymentOf, sqliteVault } from '#vault/sqlite';
import { guardedLog } from '../audit/ledger/guarded-log.js';
import { publications } from '../capabilities.js';
import { repeatErasures } from '../rights/process/fences.js';
import { writeDurably } from '../cli/files.js';
import type { Platform } from '../platform.js';
import { software } from '../software.js';
import { openCheckpoints } from './checkpoints.js';
import { clockFrom } from './clock.js';
import { openLedgers } from './ledgers.js';
import type { LedgerSettings } from './settings.js';
import { assertNotRestoring, type StoreLayout } from './store.js';

export interface WriteSideOptions {
  readonly paths: StoreLayout;
  /** Default: real time; in a demonstration store, the time the store has come to. */
  readonly clock?: Clock;
  /** What the ledger is told. Default: a name of the store's own, and no witnesses. */
  readonly ledger?: LedgerSettings;
  /** Marks a new store as a demonstration whose time begins here. */
  readonly demoFrom?: Instant;
}

/** What differs between the modes. */
export interface Engines {
  readonly log: EventLog;
  /** The second log: who read what. */
  readonly reads: EventLog;
  readonly views: Views;
  /** Gives back what keeps other writers away, where the log itself does not. */
  readonly release?: () => void;
}

/**
 * What takes commands: on these engines, with its keys, its marks and its checkpoints in the folders of the store. Facts
 * are made here, from the log, in every mode: whoever works does not wait for a broker.
 * @param open takes the writer's lock first, so that nothing is touched while another process holds the store
 */
export async function openWriteSide(options: WriteSideOptions, open: () => Engines): Promise<Platform> {
  const { paths } = options;
  assertNotRestoring(paths);
  mkdirSync(paths.data, { recursive: true });
  const engines = open();
  try {
    return await onEngines(options, engines);
  } catch (error) {
    await closed(engines);
    throw error;
  }
}

async function onEngines(options: WriteSideOptions, engines: Engines): Promise<Platform> {
  const { paths } = options;
  const { log: recorded, reads: recordedReads, views } = engines;
  const head = await recorded.head();
  if (options.demoFrom !== undefined && head === undefined) markDemo(paths, options.demoFrom);
  let demo = existsSync(paths.demoMarker);
  const clock = options.clock ?? (demo ? clockFrom(await lastRecorded(recorded, paths.demoMarker)) : systemClock);
  const deployment = deploymentAt(paths);
  const vault = sqliteVault({ directory: paths.vault, secondPath: paths.vaultCopy, deployment });
  // Keys restored from before an erasure would bring the person back: nothing is served until they are gone again.
  await repeatErasures(recorded, vault);
  const { witnesses = [], origin = `chaski/${deployment}` } = options.ledger ?? {};
  const ledger = await openLedgers(paths.ledger, { origin, witnesses }, { log: recorded, reads: recordedReads });
  const log = guardedLog(recorded, ledger.events);
  const reads = guardedLog(recordedReads, ledger.reads);
  const checkpoints = await openCheckpoints(paths.checkpoints, head);
  const index = sqliteViews({ path: paths.index });
  return {
    log,
    reads,
    facts: factFeed(log, publications),
    views,
    checkpoints,
    index,
    vault,
    ledger,
    mintGrant: vault.mintGrants(),
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
      await checkpoints.close();
      await index.close();
      await vault.close();
      ledger.close();
      await closed(engines);
    },
  };
}

/** Gives everything back that keeps a process alive, and others away. */
async function closed({ log, reads, views, release }: Engines): Promise<void> {
  await views.close();
  await reads.close();
  await log.close();
  release?.();
}

const markDemo = ({ demoMarker }: StoreLayout, from: Instant): void =>
  writeDurably(demoMarker, `${JSON.stringify({ from })}\n`);

/** The time a demonstration store has come to: its last record, or where it was told to begin. */
async function lastRecorded(log: EventLog, marker: string): Promise<Instant> {
  const { from } = JSON.parse(readFileSync(marker, 'utf8')) as { from: Instant };
  let last = from;
  const head = await log.head();
  if (head === undefined) return last;
  const after = before(head);
  for await (const page of log.readAll(after === undefined ? {} : { after })) {
    for (const { metadata } of page.events) {
      const recordedAt = metadata['recordedAt'] ?? last;
      if (recordedAt > last) last = recordedAt;
    }
  }
  return last;
}

type Head = NonNullable<Awaited<ReturnType<EventLog['head']>>>;

/** A position a little before `head`, enough to see when the store was last written. A server's cannot be counted back. */
function before(head: Head): Head | undefined {
  if (!/^\d+$/.test(head)) return undefined;
  return String(Math.max(0, Number(head) - 1_000)).padStart(head.length, '0') as Head;
}

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
