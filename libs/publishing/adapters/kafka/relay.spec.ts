import { deriveId, type EventLog, type Page, type Position } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { memoryViews } from '#projection/memory';
import { record, told } from '../../testing.js';
import { BrokerFailed } from './broker.js';
import { bytesOf } from './messages.js';
import { relay, relayCheckpoint, type RelayOptions, RelayStatus } from './relay.js';
import { MemoryBroker } from './testing.js';
import { factTopic } from './topics.js';

const topic = factTopic({ name: 'facts', partitions: 2 });

describe('a relay', () => {
  let log: EventLog;
  let broker: MemoryBroker;
  let checkpoints: ReturnType<typeof memoryViews>;
  const running: { readonly end: AbortController; readonly over: Promise<unknown> }[] = [];
  beforeEach(() => {
    log = memoryLog();
    broker = new MemoryBroker();
    checkpoints = memoryViews();
  });
  afterEach(async () => {
    for (const { end, over } of running.splice(0)) {
      end.abort();
      await over;
    }
    await log.close();
  });

  const begin = (options: Partial<RelayOptions> = {}) => {
    const end = new AbortController();
    const status = new RelayStatus();
    const usual = { broker, topic, source: '/specs', checkpoints, gatherMs: 0, pause: () => soon() };
    const over = relay(log, [told], { ...usual, signal: end.signal, status, ...options });
    running.push({ end, over });
    return { end, over, status };
  };
  const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
  const eventually = async (done: () => boolean | Promise<boolean>) => {
    while (!(await done())) await soon();
  };
  const lost = (stream: string) => record(log, stream, 'Lost', { since: '2025-10-01T15:00:00.000Z' });
  const reached = async (position: Position) =>
    eventually(async () => ((await checkpoints.checkpoint(relayCheckpoint(topic))) ?? '') >= position);
  const sent = () => broker.messages(topic.name).filter(({ headers }) => headers['ce_type'] !== 'watermark');
  const ids = () => sent().map(({ headers }) => headers['ce_id']);

  it('sends facts keyed by stream, as CloudEvents with the position in a header', async () => {
    await record(log, 'parcel-1', 'Weighed', { grams: 3 });
    const position = await record(log, 'parcel-1', 'Sent', { parcel: '1', to: 'B-1', note: '' }, { origin: 'import' });
    begin();
    await reached(position);
    const [message] = sent();
    expect(message?.key).toBe('parcel-1');
    expect(JSON.parse(String(message?.value))).toEqual({ to: 'B-1', urgent: false });
    expect(message?.headers).toEqual({
      ce_specversion: '1.0',
      ce_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ce_source: '/specs',
      ce_type: 'ParcelSent.v1',
      ce_subject: 'parcel-1',
      ce_time: '2025-10-02T15:00:00.000Z',
      ce_effectiveat: '2025-10-01T15:00:00.000Z',
      ce_origin: 'import',
      ce_streamrevision: '2',
      ce_position: position,
      'content-type': 'application/json',
    });
  });

  it('writes a watermark to every partition behind what it sent, and again while nothing happens', async () => {
    const position = await lost('parcel-1');
    const status = begin({ beatMs: 5 }).status;
    await reached(position);
    const marks = () => broker.messages(topic.name).filter(({ headers }) => headers['ce_type'] === 'watermark');
    await eventually(() => marks().length >= 6);
    expect(new Set(marks().map(({ partition }) => partition))).toEqual(new Set([0, 1]));
    expect(new Set(marks().map(({ headers }) => headers['ce_position']))).toEqual(new Set([position]));
    expect(marks().every(({ value }) => (value?.length ?? 0) > 0)).toBe(true);
    for (const { messages } of broker.topics.get(topic.name)?.partitions ?? []) {
      expect(messages.at(-1)?.headers['ce_type']).toBe('watermark');
    }
    expect(status.state).toEqual({ state: 'running', facts: 1, upTo: position });
  });

  it('goes on where it was, and sends again what was not written down', async () => {
    const writeAll = checkpoints.writeAll.bind(checkpoints);
    await lost('parcel-1');
    let crash = true;
    checkpoints.writeAll = async (writes) => {
      if (crash) throw new Error('the power went out');
      return writeAll(writes);
    };
    const first = begin();
    await eventually(() => sent().length >= 2);
    first.end.abort();
    expect(await first.over).toBe('ended');
    crash = false;
    const position = await lost('parcel-2');
    begin();
    await reached(position);
    expect(new Set(ids()).size).toBe(2);
    expect(ids().length).toBeGreaterThan(2);
    const before = sent().length;
    running.at(-1)?.end.abort();
    const next = await lost('parcel-3');
    begin();
    await reached(next);
    expect(sent()).toHaveLength(before + 1);
  });

  it('ends when another one has taken over', async () => {
    const position = await lost('parcel-1');
    const first = begin();
    await reached(position);
    const other = begin();
    await eventually(() => other.status.state.upTo === position);
    const last = await lost('parcel-2');
    await reached(last);
    const outcome = await Promise.race([first.over, other.over]);
    expect(outcome).toBe('superseded');
    const states = [first.status.state.state, other.status.state.state];
    expect(states.sort()).toEqual(['running', 'superseded']);
    const end = await lost('parcel-3');
    await reached(end);
    expect(sent().filter(({ headers }) => headers['ce_position'] === end)).toHaveLength(1);
  });

  it('is held while the broker does not answer, says why, and loses nothing', async () => {
    broker.beforeSend = () => {
      throw new BrokerFailed('unreachable', 'no broker answers');
    };
    const position = await lost('parcel-1');
    const { status } = begin();
    await eventually(() => (status.state.held?.attempt ?? 0) > 2);
    expect(status.state).toMatchObject({ state: 'held', held: { reason: 'BrokerFailed: no broker answers' } });
    broker.beforeSend = () => undefined;
    await reached(position);
    await eventually(() => status.state.held === undefined);
    expect(sent()).toHaveLength(1);
  });

  it('is held at a fact that its topic does not take', async () => {
    const first = await lost('parcel-1');
    await lost('parcel-'.padEnd(200, '2'));
    const { status } = begin({ topic: { ...topic, maxMessageBytes: 600 } });
    await eventually(() => status.state.held !== undefined);
    expect(status.state).toMatchObject({
      upTo: first,
      facts: 1,
      held: { reason: expect.stringContaining('the topic 600') },
    });
    expect(sent()).toHaveLength(1);
  });

  it('sends no more at once than a broker takes', async () => {
    const events = Array.from({ length: 900 }, (_, n) => ({
      id: deriveId('big', n),
      type: 'Sent',
      data: { parcel: 'p', to: 'B-1', note: 'urgent' },
      metadata: { schema: '2', origin: 'x'.repeat(2_000) },
    }));
    const { position } = await log.append('parcel-1', 0, events);
    const sizes: number[] = [];
    broker.beforeSend = (_, messages) => sizes.push(messages.reduce((sum, message) => sum + bytesOf(message), 0));
    begin();
    await reached(position);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(510_000);
    expect(sent()).toHaveLength(900);
  });

  it('stops when the topic lacks what was sent to it', async () => {
    const position = await lost('parcel-1');
    const first = begin();
    await reached(position);
    first.end.abort();
    await first.over;
    broker.topics.clear();
    const second = begin();
    expect(await second.over).toBe('stopped');
    expect(second.status.state.held?.reason).toContain('lacks what was sent');
  });

  it('stops when the topic knows more than the log, as after a restored backup', async () => {
    const position = await lost('parcel-1');
    const first = begin();
    await reached(position);
    first.end.abort();
    await first.over;
    [log, checkpoints] = [memoryLog(), memoryViews()];
    const second = begin();
    expect(await second.over).toBe('stopped');
    expect(second.status.state.held?.reason).toContain('more than the log');
  });

  it('begins at the start of the log for a new generation', async () => {
    const position = await lost('parcel-1');
    const first = begin();
    await reached(position);
    first.end.abort();
    await first.over;
    const anew = factTopic({ name: 'facts', partitions: 4, generation: 2 });
    begin({ topic: anew });
    await eventually(() => broker.messages(anew.name).length > 0);
    expect(broker.messages(anew.name).map(({ headers }) => headers['ce_id'])).toContain(ids()[0]);
  });

  it('goes on when the log ends too soon', async () => {
    const ending = {
      head: () => log.head(),
      follow: async function* (after: Position | undefined): AsyncGenerator<Page> {
        yield* log.readAll(after === undefined ? {} : { after });
      },
    };
    const end = new AbortController();
    const options = { broker, topic, source: '/specs', checkpoints, gatherMs: 0, signal: end.signal, pause: soon };
    const over = relay(ending, [told], options);
    await reached(await lost('parcel-1'));
    await reached(await lost('parcel-1'));
    end.abort();
    expect(await over).toBe('ended');
    expect(sent()).toHaveLength(2);
  });
});
