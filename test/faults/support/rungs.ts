import { existsSync, readFileSync } from 'node:fs';
import { deriveId, type Entry } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { reactions } from '../../../src/capabilities.js';
import type { Clock } from '../../../src/protocol/index.js';
import { layoutOf } from './server.js';

/** What a record says about its clocks. Each list is empty when all is well. */
export interface Findings {
  readonly events: number;
  readonly referrals: number;
  readonly clocks: number;
  readonly rungs: number;
  readonly notices: number;
  /** Notices that went out more than once, under the same id. */
  readonly repeated: number;
  readonly fired: {
    readonly twice: readonly string[];
    readonly lost: readonly string[];
    readonly early: readonly string[];
  };
  readonly told: {
    readonly lost: readonly string[];
    readonly unasked: readonly string[];
    readonly differing: readonly string[];
  };
  readonly lapses: readonly string[];
  readonly wakes: readonly string[];
}

/** A clock of a referral: until when it ran, and which of its rungs fired. */
interface Running {
  readonly clock: Clock;
  ended?: string;
  readonly fired: Map<number, number>;
}

/** Reads the whole record and the notices of a run, and looks for rungs that fired twice, early, or not at all. */
export async function findings(folder: string): Promise<Findings> {
  const paths = layoutOf(folder);
  const log = sqliteLog({ path: paths.log });
  try {
    const entries: Entry[] = [];
    for await (const { events } of log.readAll()) entries.push(...events);
    const clocks = new Map<string, Running>();
    const early: string[] = [];
    for (const entry of entries) early.push(...follow(clocks, entry));
    const now = entries.reduce((last, { metadata }) => later(last, metadata['recordedAt'] ?? ''), '');
    const all = [...clocks];
    const rungs = all.flatMap(([, { fired }]) => [...fired.values()]);
    return {
      events: entries.length,
      referrals: entries.filter(({ type }) => type === 'ReferralSent').length,
      clocks: all.length,
      rungs: rungs.reduce((sum, count) => sum + count, 0),
      fired: {
        twice: all.flatMap(([id, { fired }]) =>
          [...fired].filter(([, count]) => count > 1).map(([rung]) => `${id}/${rung}`),
        ),
        lost: all.flatMap(([id, { clock, ended, fired }]) =>
          clock.rungs
            .filter(({ rung, at }) => at <= (ended ?? now) && !fired.has(rung))
            .map(({ rung }) => `${id}/${rung}`),
        ),
        early,
      },
      ...notices(paths.notices, entries),
      lapses: repeated(entries, 'ReferralLapsed', 'due'),
      wakes: wokenTwice(entries),
    };
  } finally {
    await log.close();
  }
}

/** Answers with a rung that was reached before it was due. */
function follow(clocks: Map<string, Running>, { stream, type, data, metadata }: Entry): readonly string[] {
  const at = metadata['recordedAt'] ?? '';
  const told = data as {
    readonly starts?: readonly Clock[];
    readonly deadline?: Clock;
    readonly meets?: readonly string[];
    readonly drops?: readonly string[];
    readonly clock?: string;
    readonly rung?: number;
    readonly due?: string;
  };
  const key = (clock: string) => `${stream}/${clock}`;
  for (const clock of [...(told.meets ?? []), ...(told.drops ?? [])]) {
    const running = clocks.get(key(clock));
    if (running !== undefined) running.ended ??= at;
  }
  for (const clock of [...(told.starts ?? []), ...(told.deadline === undefined ? [] : [told.deadline])]) {
    const before = clocks.get(key(clock.clock));
    // A step that was undone: its clock runs on, and remembers what it had fired.
    if (before === undefined) clocks.set(key(clock.clock), { clock, fired: new Map() });
    else delete before.ended;
  }
  if (type !== 'ReferralEscalated') return [];
  const name = key(told.clock ?? '');
  const rung = told.rung ?? 0;
  const fired = clocks.get(name)?.fired;
  fired?.set(rung, (fired.get(rung) ?? 0) + 1);
  return fired === undefined || at < (told.due ?? '') ? [`${name}/${rung}`] : [];
}

/** What was told is what follows from the record: each notice at least once, always the same under its id. */
function notices(path: string, entries: readonly Entry[]) {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const told = new Map<string, Set<string>>();
  for (const line of lines) {
    const { id, to, kind, ref } = JSON.parse(line) as Record<'id' | 'to' | 'kind' | 'ref', string>;
    told.set(id, (told.get(id) ?? new Set()).add(JSON.stringify({ to, kind, ref })));
  }
  const owed = new Set(
    entries.flatMap((entry) =>
      reactions
        .filter(({ types }) => types.includes(entry.type))
        .flatMap((policy) => policy.follows(entry).map((_notice, index) => deriveId(policy.name, entry.id, index))),
    ),
  );
  return {
    notices: owed.size,
    repeated: lines.length - told.size,
    told: {
      lost: [...owed].filter((id) => !told.has(id)),
      unasked: [...told.keys()].filter((id) => !owed.has(id)),
      differing: [...told].filter(([, said]) => said.size > 1).map(([id]) => id),
    },
  };
}

/** Events of a type that came twice for the same leg and instant. */
function repeated(entries: readonly Entry[], type: string, field: string): readonly string[] {
  const names = entries
    .filter((entry) => entry.type === type)
    .map(({ stream, data }) => {
      const told = data as Readonly<Record<string, unknown>>;
      return `${stream}/${String(told['leg'])}/${String(told[field])}`;
    });
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Holds that the clock ended though nobody held any more. */
function wokenTwice(entries: readonly Entry[]): readonly string[] {
  const held = new Set<string>();
  return entries.flatMap(({ stream, type, data }) => {
    if (type === 'ReferralHeld') held.add(stream);
    if (type !== 'ReferralResumed') return [];
    const woken = (data as { readonly woken?: boolean }).woken === true;
    return !held.delete(stream) && woken ? [stream] : [];
  });
}

const later = (a: string, b: string): string => (a < b ? b : a);
