import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { catalogue } from '#decider';
import { type EventLog, handle, LogUnavailable, SimulatedClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { type Consequence, policy, react } from '#policy';
import { catchUp, projection, type Projection, RunnerStatus } from '#projection';
import { memoryViews } from '#projection/memory';
import {
  caughtUpIndicator,
  commandWatch,
  lagsOf,
  MetricsModule,
  observedFeed,
  observedLog,
  observedViews,
  type Observers,
  openMeters,
  remembered,
  tracingTo,
  tracingWith,
} from '../index.js';
import { box, sampleApp } from './sample.js';

const clock = new SimulatedClock('2026-03-09T15:00:00.000Z');
const open = (id: string) => ({
  id,
  command: { do: 'open', label: id, size: 1 } as const,
  commandId: id,
  actor: 'w-1',
});

/** Counts boxes that were opened, all in one document. */
const openings = projection<{ Opened: { label: string } }, { readonly count: number }>({
  name: 'openings',
  version: 1,
  events: catalogue<{ Opened: { label: string } }>({ Opened: 1 }),
  key: () => 'all',
  empty: () => ({ count: 0 }),
  on: { Opened: ({ count }) => ({ count: count + 1 }) },
});

function looking() {
  const spans = new InMemorySpanExporter();
  const { traces } = tracingWith('sample', new SimpleSpanProcessor(spans));
  const meters = openMeters('sample');
  const observers: Observers = { meters, traces, categories: ['box'], projections: ['openings@1'] };
  const bare = memoryLog();
  const log = observedLog(bare, observers);
  return { spans, meters, observers, bare, deps: { log, clock, watch: commandWatch(observers) } };
}

const value = async (meters: ReturnType<typeof openMeters>, line: string): Promise<number | undefined> => {
  const found = (await meters.scrape()).split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

describe('Commands that are watched', () => {
  it('are counted by what came of them, and appends by what they wrote', async () => {
    const { deps, meters } = looking();
    await handle(deps, box, open('a'));
    await handle(deps, box, open('a'));
    await handle(deps, box, open('b'));
    await expect(handle(deps, box, { ...open('a'), commandId: 'again' })).rejects.toThrow('it is open');
    await expect(handle(deps, box, { ...open('c'), ifRevision: 7 })).rejects.toThrow('revision 0, 7 expected');
    expect(await value(meters, 'sample_commands_total{category="box",outcome="changed"}')).toBe(2);
    expect(await value(meters, 'sample_commands_total{category="box",outcome="repeated"}')).toBe(1);
    expect(await value(meters, 'sample_commands_total{category="box",outcome="refused"}')).toBe(2);
    expect(await value(meters, 'sample_appended_events_total{category="box"}')).toBe(2);
    const count = 'sample_append_duration_seconds_count{category="box",outcome="written"}';
    expect(await value(meters, count)).toBe(2);
  });

  it('are told apart by conflict, outage and failure, without a word of the error', async () => {
    const { deps, meters, spans, bare } = looking();
    await handle(deps, box, open('a'));
    await expect(deps.log.append('box-a', 0, [event('x')])).rejects.toThrow('stream holds');
    await bare.close();
    await expect(handle(deps, box, open('b'))).rejects.toThrow(LogUnavailable);
    await expect(deps.log.append('box-b', 0, [event('y')])).rejects.toThrow(LogUnavailable);
    const count = (outcome: string) => `sample_append_duration_seconds_count{category="box",outcome="${outcome}"}`;
    expect(await value(meters, count('conflict'))).toBe(1);
    expect(await value(meters, count('unavailable'))).toBe(1);
    expect(await value(meters, 'sample_commands_total{category="box",outcome="unavailable"}')).toBe(1);
    const failed = spans.getFinishedSpans().filter(({ status }) => status.code === 2);
    expect(failed.map(({ name, status, events }) => [name, status.message, events])).toEqual([
      ['command', undefined, []],
      ['append', undefined, []],
    ]);
  });

  it('have labels from closed lists, whatever the streams are called', async () => {
    const { deps, meters } = looking();
    for (const name of ['maria-1', 'maria', 'box-maria']) await deps.log.append(name, 0, [event(name)]);
    const text = await meters.scrape();
    expect(text).not.toContain('maria');
    expect(await value(meters, 'sample_appended_events_total{category="other"}')).toBe(2);
  });

  it('pass their trace on to the commands that policies send because of them', async () => {
    const { deps, spans } = looking();
    await handle(deps, box, open('a'));
    const end = new AbortController();
    const shuts = policy({
      name: 'shuts',
      events: box.events,
      on: { Opened: (): readonly Consequence[] => [{ category: 'box', id: 'a', command: { do: 'shut' } }] },
    });
    await react(deps.log, [shuts], {
      checkpoints: memoryViews(),
      signal: end.signal,
      dispatch: async ({ id }, cause) => {
        await handle(deps, box, { id, command: { do: 'shut' }, actor: 'policy', origin: 'policy', ...cause });
        end.abort();
      },
    });
    const [first, second] = spans.getFinishedSpans().filter(({ name }) => name === 'command');
    expect(second?.spanContext().traceId).toBe(first?.spanContext().traceId);
    expect(second?.parentSpanContext?.spanId).toBe(first?.spanContext().spanId);
  });

  it('leave no trace in the log when nobody looks on', async () => {
    const log = memoryLog();
    await handle({ log, clock }, box, open('a'));
    for await (const { metadata } of log.readStream('box-a'))
      expect(Object.keys(metadata)).not.toContain('traceparent');
    const feed = observedFeed(log, 'events', { categories: [], projections: [] });
    expect(feed).toBe(log);
  });
});

describe('Traces', () => {
  it('reach a collector over HTTP under the name of the service, also when everything ends at once', async () => {
    const bodies: string[] = [];
    const collector = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(`${request.url} ${chunk.toString('latin1')}`));
      request.on('end', () => response.end('{}'));
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    const tracing = tracingTo('sample', `http://127.0.0.1:${port}/`);
    tracing.traces.begin('command', { category: 'box' }).end();
    await tracing.close();
    expect(bodies.join('')).toMatch(/^\/v1\/traces .*service\.name.*sample.*command.*category.*box/s);
    collector.close();
  });
});

describe('A lag', () => {
  it('is what lies behind the checkpoint and is wanted, and since when', async () => {
    const { deps, bare, observers, meters } = looking();
    const views = observedViews(memoryViews(), observers);
    const follower = {
      name: 'openings',
      types: ['Opened'],
      checkpoint: () => views.checkpoint(openings),
    };
    const now = '2026-03-09T15:01:30.000Z';
    expect(await lagsOf(bare, [follower], now)).toEqual(new Map([['openings', { events: 0, seconds: 0 }]]));
    for (const id of ['a', 'b']) await handle(deps, box, open(id));
    await handle(deps, box, { ...open('a'), command: { do: 'shut' }, commandId: 'shut' });
    const idle = { name: 'idle', types: ['Lost'], checkpoint: async () => undefined };
    expect(await lagsOf(bare, [follower, idle], now)).toEqual(
      new Map([
        ['openings', { events: 2, seconds: 90 }],
        ['idle', { events: 0, seconds: 0 }],
      ]),
    );
    await catchUp(bare, [openings], views);
    expect(await lagsOf(bare, [follower], now)).toEqual(new Map([['openings', { events: 0, seconds: 0 }]]));
    const count = 'sample_view_write_duration_seconds_count{projection="openings@1",outcome="written"}';
    expect(await value(meters, count)).toBe(1);
  });

  it('ends counting at a thousand', async () => {
    const log = memoryLog();
    for (let n = 0; n < 3; n += 1) {
      await log.append(
        `box-${n}`,
        0,
        Array.from({ length: 400 }, (_, at) => event(`${n}-${at}`)),
      );
    }
    const follower = { name: 'f', types: ['Opened'], checkpoint: async () => undefined };
    expect((await lagsOf(log, [follower], clock.now())).get('f')?.events).toBe(1_000);
  });

  it('is looked up once for all who ask at about the same time, and again after a failure', async () => {
    let asked = 0;
    const look = remembered(60_000, async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
      return asked;
    });
    await expect(look()).rejects.toThrow('away');
    expect(await Promise.all([look(), look()])).toEqual([2, 2]);
    expect(await look()).toBe(2);
  });
});

describe('Readiness', () => {
  const readiness = async (app: Awaited<ReturnType<typeof sampleApp>>['app']) => {
    const sent = await app.inject({ url: '/health/ready' });
    return { status: sent.statusCode, media: sent.headers['content-type'], ...sent.json<{ checks: unknown }>() };
  };

  it('waits until the views have come once to where the log ended, and never again', async () => {
    const { deps, bare } = looking();
    await handle(deps, box, open('a'));
    const views = memoryViews();
    const projections = [openings as Projection];
    const indicator = caughtUpIndicator(bare, projections, views, new RunnerStatus());
    const { app } = await sampleApp({ indicators: [indicator] });
    expect(await readiness(app)).toEqual({
      ...{ status: 503, type: '/problemas/unavailable', media: 'application/problem+json; charset=utf-8' },
      ...{ title: 'not ready', code: 'unavailable' },
      checks: [{ name: 'openings@1', ok: false, why: 'catching up' }],
    });
    await catchUp(bare, projections, views);
    expect(await readiness(app)).toMatchObject({ status: 'ok', checks: [] });
    await handle(deps, box, open('b'));
    await views.drop(projections[0] as Projection<unknown>);
    expect(await readiness(app)).toMatchObject({ status: 'ok' });
    await app.close();
  });

  it('does not wait for a view that stands still', async () => {
    const { deps, bare } = looking();
    await handle(deps, box, open('a'));
    const status = new RunnerStatus();
    const stop = {
      projection: 'openings@1',
      position: '1' as never,
      eventId: 'e',
      type: 'Opened',
      reason: 'TypeError',
    };
    status.set('openings@1', { state: 'stopped', ...stop });
    const indicator = caughtUpIndicator(bare, [openings], memoryViews(), status);
    expect(await indicator.check()).toEqual([]);
  });

  it('is refused while the log is away, and while it does not even say so', async () => {
    const away = { name: 'log', check: () => Promise.reject(new LogUnavailable('not-written', 'SECRET')) };
    const mute = { name: 'silent log', check: () => new Promise<never>(() => undefined) };
    const { app } = await sampleApp({ indicators: [away, mute] });
    expect(await readiness(app)).toMatchObject({
      code: 'unavailable',
      checks: [
        { name: 'log', ok: false, why: 'LogUnavailable' },
        { name: 'silent log', ok: false, why: 'no answer' },
      ],
    });
    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
    await app.close();
  });
});

describe('The metrics page', () => {
  it('is for this machine alone', async () => {
    const meters = openMeters('sample');
    const { app } = await sampleApp({}, {}, [MetricsModule.of(meters)]);
    meters.parked.inc(3);
    meters.before(() => Promise.reject(new Error('away')));
    const scrape = (more: object = {}) => app.inject({ url: '/metrics', ...more });
    const shown = await scrape();
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, meters.registry.contentType]);
    expect(shown.body).toContain('\nsample_parked_messages_total 3\n');
    expect((await scrape({ remoteAddress: '::ffff:127.0.0.1' })).statusCode).toBe(200);
    expect((await scrape({ remoteAddress: '10.0.0.7' })).statusCode).toBe(404);
    expect((await scrape({ headers: { 'x-forwarded-for': '10.0.0.7' } })).statusCode).toBe(404);
    await app.close();
  });

  it('tells in words what each figure is', async () => {
    for (const { name, help } of await openMeters('sample').registry.getMetricsAsJSON()) {
      expect([name, /^[A-Z1].{15,}\.$/.test(help)]).toEqual([name, true]);
    }
  });
});

const event = (seed: string): Parameters<EventLog['append']>[2][number] => ({
  id: `${Buffer.from(seed).toString('hex').padEnd(32, '0').slice(0, 32)}`.replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  ),
  type: 'Opened',
  data: { label: 'x', size: 1 },
  metadata: { schema: '1', recordedAt: clock.now() },
});
