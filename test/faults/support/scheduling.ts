import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Refusal } from '#decider';
import { type EventLog, SimulatedClock } from '#event-log';
import { policyCheckpoint, react, startTicker, tick } from '#policy';
import { keepUp } from '#projection';
import { duePolicies, eventProjections, reactions } from '../../../src/capabilities.js';
import { openEmbedded } from '../../../src/modes/embedded.js';
import { type Platform, send } from '../../../src/platform.js';
import { steps } from '../../../src/referrals/domain/referral.js';
import { type ReferralCard, referralCards } from '../../../src/referrals/views/referral-card.js';
import { dispatcher, refresh } from '../../../src/runners.js';
import { layoutOf } from './server.js';

// The scheduler in a process of its own, on a clock that leaps. Referrals are sent and moved while two tickers run, one of
// them on views that are late. It loads, says so, and does what it is told on stdin: `work` until it is killed, or `settle`.

const begin = '2025-10-01T15:00:00.000Z';
const hour = 3_600_000;
const [police, ...receivers] = ['pe-150112-comisaria-familia', 'pe-150112-cem', 'pe-150112-salud'] as const;
const [folder = ''] = process.argv.slice(2);
const paths = layoutOf(folder);

console.log('loaded');
// When whoever started it is gone, so is it.
process.stdin.once('end', () => process.exit(1));
const [told] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
process.stdin.unref();

const clock = new SimulatedClock(begin);
const platform = await openEmbedded({ paths, clock });
clock.advanceTo(await lastRecorded(platform.log));
const ended = new AbortController();
const { signal } = ended;
// A line is written whole or not at all.
const dispatch = dispatcher(platform, async (notice) => appendFileSync(paths.notices, `${JSON.stringify(notice)}\n`));
const { log, views, checkpoints } = platform;
const running = [
  keepUp(log, eventProjections, views, { signal }),
  react(log, reactions, { dispatch, checkpoints, signal, saveEveryMs: 20 }),
  startTicker(duePolicies, views, clock, dispatch, { everyMs: 1, signal }),
];

if (told === 'work') {
  console.log('working');
  for (;;) {
    clock.advanceTo(later(randomInt(1, 12) * hour));
    await fireAll();
    for (let moves = randomInt(1, 20); moves > 0; moves -= 1) await move(platform);
  }
} else {
  // Long after the last clock: every rung that is still waited for is reached, then everybody is told.
  clock.advanceTo(later(400 * 24 * hour));
  await fireAll();
  const head = await log.head();
  while (!(await toldUntil(head))) await new Promise((resolve) => setTimeout(resolve, 20));
  ended.abort();
  await Promise.all(running);
  await platform.close();
  console.log('settled');
}

/** Everything due is done before anybody moves. What is still not done after many passes is left for the record to show. */
async function fireAll(): Promise<void> {
  for (let passes = 0; passes < 20; passes += 1) {
    await refresh(platform);
    const { due, failed } = await tick(duePolicies, views, clock, dispatch);
    if (due === 0 && failed === 0) return;
  }
}

/** Somebody sends a referral, or takes a step that is possible. */
async function move(on: Platform): Promise<void> {
  const commandId = randomUUID();
  const known = await on.views.list(referralCards, `from/${police}/all`, { limit: 60, descending: true });
  const card = known.length === 0 ? undefined : known[randomInt(known.length)]?.document;
  const [category, id, command] =
    card === undefined || randomInt(8) === 0 ? (['referral', randomUUID(), sending()] as const) : step(card);
  try {
    await send(on, category, { id, command, commandId, actor: 'demo-fault' });
  } catch (error) {
    // The view was late: somebody had moved it.
    if (!(error instanceof Refusal)) throw error;
  }
}

function sending() {
  return {
    do: 'send',
    country: 'PE',
    case: randomUUID(),
    caseCode: '25-TEST-CASE',
    person: randomUUID(),
    district: '150112',
    from: police,
    to: { organization: oneOf(receivers), service: 'servicio' },
    purpose: 'PSYCHOLOGICAL_CARE',
    urgency: oneOf(['IMMEDIATE', 'PRIORITY', 'ROUTINE']),
    risk: oneOf(['MILD', 'MODERATE', 'SEVERE']),
    consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
  };
}

function step(card: ReferralCard) {
  const institution = oneOf([card.from, card.to]);
  const name = oneOf([...steps(card, institution), 'undo'] as const);
  const ways: Readonly<Record<string, object>> = {
    decline: { reason: 'NO_CAPACITY' },
    reroute: {
      to: { organization: oneOf(receivers), service: 'otro' },
      reason: 'NO_CAPACITY',
      consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
    },
    schedule: { at: later(randomInt(1, 100) * hour), place: 'AT_SERVICE', change: { by: 'PERSON', reason: 'HEALTH' } },
    'cancel-appointment': { by: 'PERSON', reason: 'HEALTH' },
    contact: { result: oneOf(['REACHED', 'NO_ANSWER', 'UNSAFE']) },
    hold: { reason: 'WAITING_LIST', until: later(randomInt(1, 300) * hour) },
    attend: { service: 'PSYCHOLOGY' },
    'report-back': { outcome: 'NOT_RECEIVED_NO_SHOW' },
    close: { disposition: 'NEED_MET' },
    cancel: { by: 'PERSON', reason: 'NEED_MET' },
    note: { note: 'demo' },
  };
  return ['referral', card.id, { ...ways[name], do: name, institution }] as const;
}

async function lastRecorded(of: EventLog): Promise<string> {
  let last = begin;
  for await (const { events } of of.readAll()) {
    for (const { metadata } of events) if ((metadata['recordedAt'] ?? '') > last) last = metadata['recordedAt'] ?? last;
  }
  return last;
}

async function toldUntil(head: string | undefined): Promise<boolean> {
  const reached = await Promise.all(reactions.map(({ name }) => checkpoints.checkpoint(policyCheckpoint(name))));
  return reached.every((position) => (position ?? '') >= (head ?? ''));
}

function later(ms: number): string {
  return new Date(Date.parse(clock.now()) + ms).toISOString();
}

function oneOf<T>(items: readonly T[]): T {
  return items[randomInt(items.length)] as T;
}
