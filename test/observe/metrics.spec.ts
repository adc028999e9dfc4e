import { LogUnavailable, type Position } from '#event-log';
import { catchUp, type Projection, RunnerStatus } from '#projection';
import { createService, openMeters, ServiceLog } from '#service';
import { deciders, eventProjections, factProjections, reactions } from '../../src/capabilities.js';
import { lookingFrom } from '../../src/observe/looking.js';
import { Observe } from '../../src/observe/observe.js';
import { folded, reportProcess } from '../../src/report/process/report-process.js';
import { refresh, settle } from '../../src/runners.js';
import { at, Caller, eventually, newCase, start, told, toPsychology } from '../acceptance/house.js';
import { History } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { watched } from './watched.js';

/** Samples by name and labels, as Prometheus reads them. */
const samples = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );

describe('The metrics', () => {
  it('say what a known run did, and how many clocks it left', async () => {
    const w = await watched();
    const { platform } = w;
    const caller = new Caller(w.app, at.police);
    const scrape = async () => samples((await w.app.inject({ url: '/metrics' })).body);

    const opened = told(await caller.post('/api/cases', newCase));
    const key = { 'idempotency-key': 'sent-twice' };
    const sent = await caller.post('/api/referrals', toPsychology(opened.id), key);
    expect((await caller.post('/api/referrals', toPsychology(opened.id), key)).statusCode).toBe(sent.statusCode);
    await refresh(platform);

    const before = await scrape();
    expect(before.get('chaski_commands_total{category="case",outcome="changed"}')).toBe(1);
    expect(before.get('chaski_commands_total{category="referral",outcome="changed"}')).toBe(1);
    expect(before.get('chaski_commands_total{category="referral",outcome="repeated"}')).toBe(1);
    expect(before.get('chaski_append_duration_seconds_count{category="referral",outcome="written"}')).toBe(1);
    expect(before.get('chaski_appended_events_total{category="case"}')).toBe(opened.revision);
    expect(before.get('chaski_open_clocks{of="referral"}')).toBe(1);
    expect(before.get('chaski_overdue_clocks{of="referral"}')).toBe(0);
    const running = before.get('chaski_open_clocks{of="case"}') ?? 0;
    expect(running).toBeGreaterThan(0);
    expect(before.get('chaski_overdue_clocks{of="case"}')).toBe(0);
    await w.app.close();
  });

  it('count a clock as overdue once its time has come, also before that is recorded', async () => {
    const w = await watched();
    const caller = new Caller(w.app, at.police);
    const opened = told(await caller.post('/api/cases', newCase));
    await caller.post('/api/referrals', toPsychology(opened.id));
    await refresh(w.platform);
    w.platform.clock.advanceTo('2027-03-09T15:00:00.000Z');
    const after = samples(await w.meters.scrape());
    for (const kind of ['case', 'referral']) {
      const open = after.get(`chaski_open_clocks{of="${kind}"}`) ?? 0;
      expect([kind, open > 0, after.get(`chaski_overdue_clocks{of="${kind}"}`)]).toEqual([kind, true, open]);
    }
    await settle(w.platform, async () => undefined);
    const meters = openMeters('chaski');
    new Observe({ meters }).clocks(w.platform);
    const recorded = samples(await meters.scrape());
    expect(recorded.get('chaski_overdue_clocks{of="case"}')).toBe(recorded.get('chaski_open_clocks{of="case"}'));
    expect(recorded.get('chaski_open_clocks{of="case"}')).toBeGreaterThan(0);
    await w.app.close();
  });

  it('have labels that are categories, projections, policies and outcomes, and nothing that was entered', async () => {
    const w = await watched();
    const caller = new Caller(w.app, at.police);
    await caller.post('/api/cases', { ...newCase, narrative: 'CANARY0001, living at No 5' });
    await caller.post('/api/cases', { ...newCase, district: 'CANARY0002' });
    await refresh(w.platform);
    const text = await w.meters.scrape();
    expect(text).not.toContain('CANARY');
    const allowed = new Set([
      ...deciders.map(({ category }) => category),
      ...reactions.map(({ name }) => name),
      ...[...eventProjections, ...factProjections].map(({ name, version }) => `${name}@${version}`),
      ...['several', 'written', 'failed', 'conflict', 'unavailable', 'refused', 'changed', 'unchanged', 'repeated'],
      // What no list names is one label, whatever it is called: the index of persons is one.
      ...['events', 'facts', 'case', 'referral', 'other'],
    ]);
    const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => name !== 'le');
    expect(labels.length).toBeGreaterThan(20);
    for (const [, , value = ''] of labels) expect([value, allowed.has(value)]).toEqual([value, true]);
    await w.app.close();
  });

  it('say how far views and relay are behind, which view stands still, and that the log is away', async () => {
    const meters = openMeters('chaski');
    const observe = new Observe({ meters });
    const bare = memoryPlatform(start);
    const platform = observe.platform(bare);
    const projections = eventProjections;
    const status = new RunnerStatus();
    const { log: feed, views, clock } = platform;
    observe.follow({ name: 'events', feed, projections, views, status, clock });
    const policies = new Map([['notify', { dispatched: 0, refused: 0, held: { attempt: 7, reason: 'Error' } }]]);
    observe.policies(policies);
    observe.relay(feed, { state: { state: 'held' } }, clock);
    observe.heard({ state: { silentForMs: 2_500 } });
    observe.intake({ parked: 4 });
    const organizations = projections.find(({ name }) => name === 'organizations');
    const id = `${organizations?.name}@${organizations?.version}`;
    await new History(platform).establish('2025-10-01T12:00:00.000Z');
    bare.clock.advanceTo('2026-03-09T15:01:30.000Z');
    const where = { position: '1' as Position, eventId: 'e', type: 'OrganizationRegistered' };
    status.set(id, { state: 'stopped', projection: id, ...where, reason: 'TypeError at organizations.ts:7' });

    const behind = samples(await meters.scrape());
    let wanted = 0;
    for await (const { events } of bare.log.readAll({ types: organizations?.types ?? [] })) wanted += events.length;
    expect(wanted).toBeGreaterThan(0);
    expect(behind.get(`chaski_projection_lag_events{projection="${id}"}`)).toBe(wanted);
    expect(behind.get(`chaski_projection_lag_seconds{projection="${id}"}`)).toBe(90);
    expect(behind.get(`chaski_projection_stopped{projection="${id}"}`)).toBe(1);
    expect(behind.get('chaski_policy_held{policy="notify"}')).toBe(1);
    expect(behind.get('chaski_relay_lag_events')).toBeGreaterThan(0);
    expect(behind.get('chaski_relay_lag_seconds')).toBe(90);
    expect(behind.get('chaski_relay_running')).toBe(0);
    expect(behind.get('chaski_watermark_age_seconds')).toBe(2.5);
    expect(behind.get('chaski_parked_messages_total')).toBe(4);
    expect(behind.get('chaski_feed_answers{feed="events"}')).toBe(1);
    await platform.close();
  });

  it('give no old figure for a new one while the log is away, and the others all the same', async () => {
    const meters = openMeters('chaski');
    const observe = new Observe({ meters });
    const platform = memoryPlatform(start);
    const { views, clock } = platform;
    const away = { ...platform.log, head: () => Promise.reject(new LogUnavailable('not-written', 'away')) };
    const projections = eventProjections.slice(0, 1) as readonly Projection[];
    observe.follow({ name: 'events', feed: away, projections, views, status: new RunnerStatus(), clock });
    observe.intake({ parked: 4 });
    await catchUp(platform.log, projections, views);
    const text = samples(await meters.scrape());
    const [first] = projections;
    expect(text.get('chaski_feed_answers{feed="events"}')).toBe(0);
    expect(text.get(`chaski_projection_lag_events{projection="${first?.name}@${first?.version}"}`)).toBeNaN();
    expect(text.get('chaski_parked_messages_total')).toBe(4);
    await platform.close();
  });
});

describe('A process that makes reports', () => {
  it('says how far its views are behind the facts, and when it is ready', async () => {
    const looking = { meters: openMeters('chaski') };
    const whole = memoryPlatform(start);
    await new History(whole).establish('2025-10-01T12:00:00.000Z');
    const { log, facts, views, clock, demo, software } = whole;
    const observe = new Observe(looking);
    const platform = observe.platform({ facts, views, clock, demo, software });
    const { modules, closers } = observe;
    const module = reportProcess(platform, { modules, closers, indicators: [], observe });
    const app = await createService(module, { log: new ServiceLog('fatal') });
    await eventually(async () => ((await app.inject({ url: '/health/ready' })).statusCode === 200 ? true : undefined));
    const text = samples((await app.inject({ url: '/metrics' })).body);
    for (const { name, version } of folded) {
      expect([name, text.get(`chaski_projection_lag_events{projection="${name}@${version}"}`)]).toEqual([name, 0]);
    }
    expect(text.get('chaski_feed_answers{feed="facts"}')).toBe(1);
    await app.close();
    await log.close();
  });
});

describe('Whoever looks on', () => {
  it('is not there unless asked for: the platform is the very same', () => {
    const platform = memoryPlatform(start);
    expect(lookingFrom({})).toEqual({});
    const observe = new Observe(lookingFrom({}));
    expect(observe.platform(platform)).toBe(platform);
    expect([observe.modules, observe.closers]).toEqual([[], {}]);
  });

  it('sends traces over http to this machine only', () => {
    for (const endpoint of ['http://10.0.0.7:4318', 'http://collector:4318', 'ftp://127.0.0.1', 'nowhere']) {
      expect(() => lookingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT');
    }
    expect(() => lookingFrom({ CHASKI_METRICS: 'yes' })).toThrow('CHASKI_METRICS');
  });

  it.each(['http://127.0.0.1:4318', 'http://localhost:4318/', 'https://collector.example'])('takes %s', async (to) => {
    const { meters, tracing } = lookingFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: to });
    expect([meters, tracing]).toEqual([undefined, expect.anything()]);
    await tracing?.close();
  });

  it('leaves a platform its changing answers', async () => {
    const platform = memoryPlatform(start, false);
    const seen = new Observe({ meters: openMeters('chaski') }).platform(platform);
    expect(seen.demo).toBe(false);
    await seen.markDemo();
    expect(seen.demo).toBe(true);
  });
});
