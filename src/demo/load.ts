import { deriveId } from '#decider';
import type { Instant, Position, SimulatedClock } from '#event-log';
import { type Month, instantOf } from '#terms';
import { policyCheckpoint, tick } from '#policy';
import { catchUp } from '#projection';
import { duePolicies, reactions } from '../capabilities.js';
import { followSessions } from '../boards/policies/follow.js';
import { personOf } from '../rights/domain/subject-events.js';
import { CarryOut } from '../rights/process/carry-out.js';
import { type Platform, send } from '../platform.js';
import { dispatcher, settle } from '../runners.js';
import { zoneOf } from '../protocol/index.js';
import { hour, instant, minute } from './moments.js';
import { everything, monthsOf, nextMonth, type Plan } from './openings.js';
import { founding } from './founding.js';
import { type Planned, Schedule } from './schedule.js';

/** Where the record stood when a month's report was due. */
export interface CutOff {
  readonly month: Month;
  readonly cutoff: Instant;
  readonly position: Position;
}

export interface LoadHooks {
  /** At each monthly cut-off, when the views stand at its position. */
  readonly onCutOff?: (cutOff: CutOff) => Promise<void>;
  /**
   * The last commands, in the order of time: what only the demonstration itself has, and no other load of the same plan.
   * @param at when they may begin
   */
  readonly closing?: (at: number) => Promise<readonly Planned[]>;
  /** Every command before it is sent; the commands of policies are not among them. */
  readonly onSend?: (command: Planned, recordedAt: Instant) => void;
  /** How far the simulated time has come, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface Loaded {
  readonly commands: number;
  readonly cutOffs: readonly CutOff[];
  /** Most journeys that were under way at once. */
  readonly longestQueue: number;
}

/** Commands so close to each other share a commit, and the instant of their record. */
const slice = 10 * minute;
/** How often the clock is looked at for what fell due. */
const dueEvery = hour;

/** On the 5th of the next month, when it is eight in the morning at every board, a month is reported. */
export const cutOffOf = (month: Month, { boards }: Pick<Plan, 'boards'>): Instant =>
  inZones(boards, `${nextMonth(month)}-05T08:00`).at(-1) ?? '';

/** The last instant before anything happens: the demo's clock starts here. */
export const startOf = ({ from, boards }: Pick<Plan, 'from' | 'boards'>): Instant =>
  inZones(boards, `${from}-01T00:00`)[0] ?? '';

/** When it is a local time at each board, in the order of time. */
const inZones = (boards: Plan['boards'], local: string): readonly Instant[] =>
  boards.map(({ country }) => instantOf(local, zoneOf(country))).sort();

/**
 * Plays a plan into a store, every command on the way every command goes, on a clock that moves with what happens.
 *
 * Commands to one stream go one after the other, those to different streams together. What falls due fires within a
 * simulated hour. Memory does not grow with the length of the plan.
 * @throws Refusal a rule said no to a command of the plan, which is then wrong
 */
export async function load(
  platform: Platform,
  clock: SimulatedClock,
  plan: Plan,
  hooks: LoadHooks = {},
): Promise<Loaded> {
  const schedule = new Schedule();
  const start = Date.parse(startOf(plan));
  const end = Date.parse(cutOffOf(plan.to, plan));
  const cutOffs: CutOff[] = [];
  let commands = 0;
  const handOff = async (planned: readonly Planned[]): Promise<void> => {
    const last = planned.at(-1);
    if (last === undefined) return;
    clock.advanceTo(instant(last.at));
    commands += planned.length;
    if (hooks.onSend !== undefined) for (const each of planned) hooks.onSend(each, clock.now());
    await sendAll(platform, planned);
  };

  for (const board of plan.boards) await handOff([...founding(board, plan.seed, start, `${plan.from}-01`)]);
  schedule.begin(everything(plan));
  let now = start;
  let followed: Position | undefined;
  for (const month of monthsOf(plan)) {
    const cutoff = cutOffOf(month, plan);
    while (now < Date.parse(cutoff)) {
      const until = Math.min(now + dueEvery, Date.parse(cutoff));
      for (;;) {
        const planned = schedule.slice(until, slice);
        if (planned.length === 0) break;
        await handOff(planned);
      }
      now = until;
      clock.advanceTo(instant(now));
      await fireDue(platform);
      followed = await follow(platform, followed);
      hooks.onProgress?.((now - start) / (end - start));
    }
    const position = await settle(platform, noNotices);
    if (position === undefined) throw new Error('nothing was recorded');
    const cutOff = { month, cutoff, position };
    cutOffs.push(cutOff);
    await hooks.onCutOff?.(cutOff);
  }
  for (const planned of (await hooks.closing?.(end)) ?? []) {
    await handOff([planned]);
    followed = await follow(platform, followed);
  }
  await passOverNotices(platform);
  return { commands, cutOffs, longestQueue: schedule.longest };
}

async function sendAll(platform: Platform, planned: readonly Planned[]): Promise<void> {
  const byStream = new Map<string, Planned[]>();
  for (const each of planned) {
    const stream = `${each.category}-${each.id}`;
    const queue = byStream.get(stream);
    if (queue === undefined) byStream.set(stream, [each]);
    else queue.push(each);
  }
  await Promise.all(
    [...byStream.values()].map(async (queue) => {
      for (const { id, command, commandId, correlationId, actor, effectiveAt, category } of queue) {
        const request = { id, command, commandId, correlationId, actor, effectiveAt: instant(effectiveAt) };
        await send(platform, category, request);
      }
    }),
  );
}

/** What fell due up to now is recorded. Only the views the policies look at have to be at the head for it. */
async function fireDue({ views, clock, ...platform }: Platform): Promise<void> {
  const projections = [...new Set(duePolicies.map(({ projection }) => projection))];
  await catchUp(platform.log, projections, views);
  const due = await Promise.all(duePolicies.map((policy) => views.list(policy.projection, policy.list, { limit: 1 })));
  if (due.every(([first]) => first === undefined || first.sort > clock.now())) return;
  const dispatch = dispatcher({ views, clock, ...platform }, noNotices);
  const { failed, reasons } = await tick(duePolicies, views, clock, dispatch);
  if (failed > 0) throw new Error(`${failed} commands of policies failed: ${reasons.join(', ')}`);
}

/** Days backups of the keys are kept. */
const backupDays = 30;
const erasureApproved = 'ErasureApproved';

/**
 * What a session decides becomes an agreement, and comes back; an erasure that was approved is carried out. Other policies
 * only tell people.
 */
async function follow(platform: Platform, after: Position | undefined): Promise<Position | undefined> {
  const until = await platform.log.head();
  if (until === undefined || until === after) return until;
  const dispatch = dispatcher(platform, noNotices);
  // Nothing can be searched in a demo before it is served, so nothing has to be forgotten but keys.
  const carrying = new CarryOut(platform, { forget: async () => [], backupDays });
  const { name } = followSessions;
  const types = [...followSessions.types, erasureApproved];
  for await (const { events } of platform.log.readAll({ ...(after === undefined ? {} : { after }), until, types })) {
    for (const event of events) {
      if (event.type === erasureApproved) {
        await carrying.carryOut(personOf(event.stream));
        continue;
      }
      const correlationId = event.metadata['correlationId'] ?? event.id;
      for (const [index, consequence] of followSessions.follows(event).entries()) {
        const commandId = deriveId(name, event.id, index);
        await dispatch(consequence, { commandId, causationId: event.id, correlationId });
      }
    }
  }
  return until;
}

/** Nobody is told of what a demo made up. */
const noNotices = async (): Promise<void> => undefined;

/** Policies go on from the head, so that serving the store does not send two years of notices. */
async function passOverNotices({ log, checkpoints }: Platform): Promise<void> {
  const upTo = await log.head();
  if (upTo === undefined) return;
  for (const { name } of reactions) {
    const projection = policyCheckpoint(name);
    await checkpoints.write({ projection, from: await checkpoints.checkpoint(projection), upTo, changes: new Map() });
  }
}
