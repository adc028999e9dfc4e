import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RecordedEvent, SimulatedClock } from '#event-log';
import { type Loaded, type LoadHooks, load, startOf } from '../../src/demo/load.js';
import { districtBoard } from '../../src/demo/boards/urban.js';
import type { Plan } from '../../src/demo/openings.js';
import { independencia } from '../../src/demo/series.js';
import { demoStore } from '../../src/demo/store.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { referralEvents } from '../../src/referrals/domain/events.js';
import { referralDecider } from '../../src/referrals/domain/referral.js';
import { stuckAt } from '../../src/referrals/domain/stuck.js';
import type { Platform } from '../../src/platform.js';

/** The real district with few complaints, so that a test is quick. */
export const smallPlan = (seed: number, counts: Readonly<Record<string, number>>): Plan => {
  const months = Object.keys(counts).sort();
  const complaints = new Map(Object.entries(counts));
  return {
    seed,
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
    boards: [districtBoard({ ...independencia, complaints })],
  };
};

const directories: string[] = [];

/** A new folder, gone after the tests. */
export function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'demo-'));
  directories.push(directory);
  return directory;
}

export function removeTemporary(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** Plays a plan into a store of its own and looks at it before it is closed. */
export async function playing<T>(
  plan: Plan,
  look: (platform: Platform, loaded: Loaded) => Promise<T>,
  hooksOf: (platform: Platform) => LoadHooks = () => ({}),
): Promise<T> {
  const clock = new SimulatedClock(startOf(plan));
  const paths = demoStore(temporary());
  const platform = await openEmbedded({ paths, clock, durability: 'deferred', demoFrom: clock.now() });
  try {
    return await look(platform, await load(platform, clock, plan, hooksOf(platform)));
  } finally {
    await platform.close();
  }
}

export async function eventsOf({ log }: Platform): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of log.readAll()) events.push(...page.events);
  return events;
}

/** Of every stored byte of every event, in log order. */
export function digestOf(events: readonly RecordedEvent[]): string {
  const hash = createHash('sha256');
  for (const { position, id, type, stream, revision, dataText, metadataText } of events) {
    hash.update(JSON.stringify([position, id, type, stream, revision, dataText, metadataText]));
  }
  return hash.digest('hex');
}

/** Referrals nobody has to do anything about, and that are not over: stream, status and why. */
export const stuckIn = (events: readonly RecordedEvent[], now: string): readonly string[] =>
  [...grouped(events, ({ stream }) => stream)].flatMap(([stream, recorded]) => {
    if (!stream.startsWith('referral-')) return [];
    const state = recorded.reduce(
      (so, { type, data, metadata }) =>
        referralDecider.evolve(so, referralEvents.decode(type, Number(metadata['schema']), data)),
      referralDecider.initial,
    );
    const why = stuckAt(state, now);
    return why === undefined ? [] : [`${stream} ${state.status} ${why}`];
  });

export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
