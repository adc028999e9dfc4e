import { handle, type RecordedEvent } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { policyCheckpoint } from '#policy';
import { zoned } from '#terms';
import { deciders, reactions } from '../../src/capabilities.js';
import type { Planned } from '../../src/demo/schedule.js';
import { cutOffOf } from '../../src/demo/load.js';
import { DemoActors } from '../../src/people/demo-actors.js';
import { newViolence, zoneOf } from '../../src/protocol/index.js';
import { referralEvents } from '../../src/referrals/domain/events.js';
import { reportOf } from '../../src/report/report.js';
import { digestOf, eventsOf, grouped, playing, removeTemporary, smallPlan, stuckIn } from './playing.js';

afterAll(removeTemporary);

const counts = { '2024-12': 30, '2025-01': 45, '2025-02': 0, '2025-03': 20 };
const plan = smallPlan(7, counts);
const zone = zoneOf('PE');

describe('a demo that was played', () => {
  const planned = new Map<string, Planned>();
  let events: readonly RecordedEvent[] = [];
  let published: Readonly<Record<string, number | null>> = {};
  let checkpoints: readonly (string | undefined)[] = [];

  beforeAll(async () => {
    const found: Record<string, number | null> = {};
    const onSend = (command: Planned): void => {
      expect(planned.has(command.commandId)).toBe(false);
      planned.set(command.commandId, command);
    };
    await playing(
      plan,
      async (platform, { cutOffs }) => {
        events = await eventsOf(platform);
        checkpoints = await Promise.all(
          reactions.map(({ name }) => platform.checkpoints.checkpoint(policyCheckpoint(name))),
        );
        for (const { month, cutoff, position } of cutOffs) {
          const edition = { position, cutoff, clock: platform.clock, software: 'test 1', demo: true };
          const { figures } = await reportOf(platform.views, 'mesa-150112', month, edition);
          found[month] = figures.indicators.find(({ id }) => id === 'new-police-complaints')?.value ?? null;
        }
      },
      () => ({ onSend }),
    );
    published = found;
  });

  it('holds each month the complaints of the series, by the local calendar', () => {
    const complaints = new Set(events.filter(({ type }) => type === 'ComplaintRegistered').map(({ stream }) => stream));
    const counted: Record<string, number> = { '2024-12': 0, '2025-01': 0, '2025-02': 0, '2025-03': 0 };
    for (const { type, stream, data, metadata } of events) {
      if (type !== 'CaseOpened') continue;
      const { entry, condition } = data as { entry: string; condition: string };
      if (entry !== 'POLICE' || !newViolence.includes(condition) || !complaints.has(stream)) continue;
      const { month } = zoned(metadata['effectiveAt'] ?? '', zone);
      counted[month] = (counted[month] ?? 0) + 1;
    }
    expect(counted).toEqual(counts);
  });

  it('reports those complaints', () => {
    expect(published).toEqual(counts);
  });

  it('gives the same bytes with the same seed, and others with another', async () => {
    const again = await playing(plan, eventsOf);
    expect(digestOf(again)).toBe(digestOf(events));
    const other = await playing(smallPlan(8, { '2025-03': 20 }), eventsOf);
    const same = await playing(smallPlan(7, { '2025-03': 20 }), eventsOf);
    expect(digestOf(other)).not.toBe(digestOf(same));
  });

  it('holds nothing but what its commands, handled again one by one, give', async () => {
    for (const [stream, recorded] of grouped(events, (event) => event.stream)) {
      const dash = stream.indexOf('-');
      const decider = deciders.find(({ category }) => category === stream.slice(0, dash));
      if (decider === undefined) throw new Error(`nobody decides ${stream}`);
      const log = memoryLog();
      for (const [commandId, [first]] of grouped(recorded, ({ metadata }) => metadata['commandId'] ?? '')) {
        const {
          recordedAt = '',
          effectiveAt = '',
          actor = '',
          correlationId = '',
          causationId,
        } = first?.metadata ?? {};
        const byPolicy = first?.metadata['origin'] === 'policy' ? first : undefined;
        await handle({ log, clock: { now: () => recordedAt } }, decider, {
          id: stream.slice(dash + 1),
          command: byPolicy === undefined ? planned.get(commandId)?.command : askedByPolicy(byPolicy),
          commandId,
          actor,
          effectiveAt,
          correlationId,
          ...(byPolicy !== undefined ? { origin: 'policy' as const, causationId: causationId ?? '' } : {}),
        });
      }
      const again: RecordedEvent[] = [];
      for await (const event of log.readStream(stream)) again.push(event);
      expect(again.map(stored)).toEqual(recorded.map(stored));
      await log.close();
    }
  });

  it('has a record of every command', () => {
    const recorded = new Set(events.map(({ metadata }) => metadata['commandId']));
    expect([...planned.keys()].filter((commandId) => !recorded.has(commandId))).toEqual([]);
  });

  it('records in the order of its clock, and never before it happened', () => {
    const recordedAt = events.map(({ metadata }) => metadata['recordedAt'] ?? '');
    expect(recordedAt).toEqual([...recordedAt].sort());
    expect(events.every(({ metadata }) => (metadata['effectiveAt'] ?? '~') <= (metadata['recordedAt'] ?? ''))).toBe(
      true,
    );
    expect((recordedAt.at(-1) ?? '') <= cutOffOf(plan.to, plan)).toBe(true);
  });

  it('records what fell due within an hour', () => {
    const due = events.filter(
      ({ stream, metadata }) => metadata['origin'] === 'policy' && /^(case|referral)-/.test(stream),
    );
    expect(new Set(due.map(({ type }) => type))).toEqual(
      new Set(['DeadlineMissed', 'DeadlineEscalated', 'ReferralLapsed', 'ReferralEscalated', 'ReferralResumed']),
    );
    // A record that came late begins clocks that are past already.
    const known = new Map<string, string>();
    for (const { stream, data, metadata } of events) {
      const { clock, deadline, starts = [] } = data as Clocked;
      const begun = [...(clock === undefined ? [] : [clock]), ...starts.map((each) => each.clock)];
      for (const id of begun) if (!known.has(id)) known.set(id, metadata['recordedAt'] ?? '');
      if (deadline !== undefined) {
        for (const id of [deadline.clock, `${stream} ${deadline.due}`]) known.set(id, metadata['recordedAt'] ?? '');
      }
    }
    for (const { stream, data, metadata } of due) {
      const { effectiveAt = '', recordedAt = '' } = metadata;
      const { clock, due: fellDue = effectiveAt } = data as { clock?: string; due?: string };
      const begun = known.get(clock ?? `${stream} ${fellDue}`) ?? '';
      const from = begun > fellDue ? begun : fellDue;
      expect(Date.parse(recordedAt) - Date.parse(from)).toBeLessThanOrEqual(3_600_000);
    }
  });

  it('was recorded by people the pages let one be', async () => {
    const organizations = events.flatMap(({ type, data }) =>
      type === 'OrganizationRegistered' ? [data as { organization: string; name: string }] : [],
    );
    const actors = new DemoActors(async () => organizations.map(({ organization: id, name }) => ({ id, name })));
    const codes = new Set((await actors.all()).map(({ code }) => code));
    for (const { metadata } of events) {
      expect(metadata['origin'] === 'policy' || codes.has(metadata['actor'] ?? '')).toBe(true);
    }
  });

  it('leaves no referral stuck: somebody has something to do, a day to wait for, or it is over', () => {
    const closing = cutOffOf(plan.to, plan);
    expect(stuckIn(events, closing)).toEqual([]);
  });

  it('goes through every step a referral can take but a slip', () => {
    const taken = new Set(events.filter(({ stream }) => stream.startsWith('referral-')).map(({ type }) => type));
    const never = ['AppointmentCancelled', 'ReferralNoted', 'ReferralUndone'];
    expect(referralEvents.types.filter((type) => !taken.has(type)).filter((type) => !never.includes(type))).toEqual([]);
  });

  it('leaves no notice to be sent when it is served', () => {
    expect(checkpoints).toEqual(reactions.map(() => events.at(-1)?.position));
  });

  it('holds no personal data, sealed or not', () => {
    const personal = /"(name|documentId|phone|narrative|note|safeContact|answers|ct)":/;
    const streams = events.filter(({ stream }) => /^(case|referral)-/.test(stream));
    expect(streams.filter(({ dataText }) => personal.test(dataText))).toEqual([]);
  });
});

interface Clocked {
  readonly clock?: string;
  readonly deadline?: { readonly clock: string; readonly due: string };
  readonly starts?: readonly { readonly clock: string }[];
}

/** The same for sessions and their agreements, and for what goes on around cases. */
function askedOfOthers({ type, data }: RecordedEvent): object | undefined {
  switch (type) {
    case 'AlertCameBack':
      return { do: 'come-back', due: (data as { was: string }).was };
    case 'FindingReplyLate':
      return { do: 'step', type, ...(data as object) };
    case 'EnrolmentDeadlineMissed':
      return { do: 'miss-deadline', ...(data as object) };
    case 'RightsRequestOverdue':
      return { do: 'overdue', ...(data as object) };
    case 'ErasureFenced':
      return { do: 'fenced', ...(data as object) };
    case 'KeysDestroyed':
      return { do: 'destroyed', ...(data as object) };
    case 'TracesPurged':
      return { do: 'purged', ...(data as object) };
    case 'SubjectErased':
      return { do: 'certify', liveKeys: 0, ...(data as object) };
    case 'AgendaItemAdded':
      return { do: 'add-item', ...(data as object) };
    case 'SessionReminded':
      return { do: 'remind', ...(data as object) };
    case 'AgreementAdopted':
      return { do: 'adopt', ...(data as object) };
    case 'AgreementCarriedOver':
      return { do: 'carry-over', ...(data as object) };
    case 'AgreementLate':
      return { do: 'fall-due', ...(data as object) };
    default:
      return undefined;
  }
}

/** What a policy must have asked for, from what came of it. */
function askedByPolicy(event: RecordedEvent): object {
  const { type, data, metadata } = event;
  const ofOthers = askedOfOthers(event);
  if (ofOthers !== undefined) return ofOthers;
  const { clock, due, rung } = data as { clock?: string; due?: string; rung?: number };
  if (rung !== undefined) return { do: 'escalate', clock, rung };
  if (type === 'ReferralResumed') return { do: 'wake', until: metadata['effectiveAt'] };
  return type === 'DeadlineMissed' ? { do: 'miss-deadline', clock, due } : { do: 'lapse', due };
}

const stored = ({ id, type, revision, dataText, metadataText }: RecordedEvent) => ({
  id,
  type,
  revision,
  dataText,
  metadataText,
});
