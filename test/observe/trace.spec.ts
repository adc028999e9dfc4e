import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { keepUp } from '#projection';
import { memoryViews } from '#projection/memory';
import { factTopic, kafkaFacts, relay } from '#publishing/kafka';
import { observedBroker, observedFeed } from '#service';
import { MemoryBroker } from '../../libs/publishing/adapters/kafka/testing.js';
import { publications } from '../../src/capabilities.js';
import { folded } from '../../src/report/process/report-process.js';
import { reportCases } from '../../src/report/views/report-cases.js';
import { at, Caller, eventually, newCase, told } from '../acceptance/house.js';
import { placeOf, watched } from './watched.js';

const topic = factTopic({ name: 'facts', partitions: 2, replicas: 1 });

describe('A trace', () => {
  let w: Awaited<ReturnType<typeof watched>>;
  const end = new AbortController();
  const views = memoryViews();
  let running: readonly Promise<unknown>[];
  let facts: ReturnType<typeof kafkaFacts>;

  beforeAll(async () => {
    w = await watched();
    const { signal } = end;
    const broker = observedBroker(new MemoryBroker(), w.observers);
    const options = { broker, topic, source: '/specs', checkpoints: memoryViews(), signal, gatherMs: 0, beatMs: 20 };
    const relaying = relay(w.platform.log, publications, options);
    await eventually(() => broker.describe(topic.name));
    facts = kafkaFacts(broker, topic);
    const report = observedFeed(facts, 'broker', w.observers);
    running = [relaying, keepUp(report, folded, views, { signal })];
    // What is there already is history to the report, and is not traced.
    const head = (await w.platform.log.head()) ?? '';
    await eventually(async () => ((await views.checkpoint(reportCases)) ?? '') >= head || undefined);
  });

  afterAll(async () => {
    end.abort();
    await Promise.all(running);
    await facts.close();
    await w.app.close();
  });

  const named = (name: string): readonly ReadableSpan[] =>
    w.spans.getFinishedSpans().filter((span) => span.name === name);

  it('follows one command from HTTP through log, relay, broker and report', async () => {
    w.spans.reset();
    const opened = await new Caller(w.app, at.police).post('/api/cases', newCase);
    expect(opened.statusCode).toBe(201);
    const { id } = told(opened);
    const brokerFold = await eventually(() => named('fold').find(({ attributes }) => attributes['feed'] === 'broker'));
    const ownFold = await eventually(() => named('fold').find(({ attributes }) => attributes['feed'] === 'facts'));
    const [request] = await eventually(() =>
      named('POST /api/cases').length > 0 ? named('POST /api/cases') : undefined,
    );
    const [command] = named('command');
    const [append] = named('append');
    const [send] = named('send');
    if (!request || !command || !append || !send) throw new Error('a span is missing');

    const { trace, id: root, parent } = placeOf(request);
    expect(parent).toBeUndefined();
    expect(placeOf(command)).toMatchObject({ trace, parent: root });
    const below = { trace, parent: placeOf(command).id };
    for (const span of [append, send, ownFold, brokerFold]) expect(placeOf(span)).toMatchObject(below);
    expect(command.attributes).toEqual({ category: 'case', outcome: 'changed' });
    expect(append.attributes).toEqual({ category: 'case', outcome: 'written' });
    expect(request.resource.attributes['service.name']).toBe('chaski');

    const stored: unknown[] = [];
    for await (const { metadata } of w.platform.log.readStream(`case-${id}`)) stored.push(metadata['traceparent']);
    expect(new Set(stored)).toEqual(new Set([`00-${trace}-${placeOf(command).id}-01`]));
  });

  it('begins anew with every request, whatever its caller says', async () => {
    w.spans.reset();
    const trace = 'cafe0000cafe0000cafe0000cafe0000';
    const caller = new Caller(w.app, at.police);
    await caller.post('/api/cases', newCase, { traceparent: `00-${trace}-cafe0000cafe0000-01` });
    const request = await eventually(() => named('POST /api/cases')[0]);
    expect(placeOf(request).parent).toBeUndefined();
    expect(placeOf(request).trace).not.toBe(trace);
  });

  it('says nothing of anybody: no name, no id, no address, no message of an error', async () => {
    w.spans.reset();
    const caller = new Caller(w.app, at.police);
    const identity = { name: 'CANARY0001', documentId: 'CANARY0002' };
    const personal = { ...newCase, identity, narrative: 'canary 0003, living at No 5' };
    const opened = await caller.post('/api/cases', personal, { 'idempotency-key': 'CANARY-0004' });
    expect(opened.statusCode).toBe(201);
    const { id } = told(opened);
    await caller.get(`/api/cases/${id}?q=CANARY0005`);
    await caller.post('/api/cases', { ...newCase, district: 'CANARY0006' });
    await caller.post(`/api/cases/CANARY0007/closure`, {});
    await eventually(() => (named('POST /api/cases').length === 2 ? true : undefined));
    const finished = w.spans.getFinishedSpans();
    const text = JSON.stringify(
      finished.map(({ name, attributes, events, links, status }) => ({ name, attributes, events, links, status })),
    );
    const words = ['canary', at.police, id];
    for await (const { id: event, data, metadata } of w.platform.log.readStream(`case-${id}`)) {
      const { person, code } = data as { readonly person?: string; readonly code?: string };
      words.push(event, ...[metadata['commandId'], person, code].filter((each) => each !== undefined));
    }
    expect(words.length).toBeGreaterThan(6);
    for (const word of words) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    const keys = new Set(finished.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...keys].sort()).toEqual([
      ...['category', 'feed', 'http.request.method', 'http.response.status_code', 'http.route', 'outcome'],
    ]);
  });
});
