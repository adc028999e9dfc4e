import { catalogue, type Decider, Refusal } from '#decider';
import { type EventLog, handle, LogUnavailable, SimulatedClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import type { Outgoing } from './broker.js';
import { intake, type IntakeOptions, IntakeStatus, Malformed, type Order, type OrderIds } from './intake.js';
import { MemoryBroker } from './testing.js';
import { ensureTopic, parkedTopic, plainTopic } from './topics.js';

type Counts = { Added: { n: number } };
const counter: Decider<{ readonly n: number }, Counts, number> = {
  category: 'counter',
  events: catalogue<Counts>({ Added: 1 }),
  initial: 0,
  decide: ({ n }) => {
    if (n > 9) throw new Refusal('counter/too-much', 'more than nine');
    return [{ type: 'Added', data: { n } }];
  },
  evolve: (sum, { data }) => sum + data.n,
};

const topic = plainTopic({ name: 'orders', partitions: 2 });

describe('an intake', () => {
  let log: EventLog;
  let broker: MemoryBroker;
  let end: AbortController;
  let status: IntakeStatus;
  let over: Promise<void>;
  beforeEach(async () => {
    log = memoryLog();
    broker = new MemoryBroker();
    end = new AbortController();
    status = new IntakeStatus();
    await ensureTopic(broker, topic);
  });
  afterEach(async () => {
    end.abort();
    await over;
    await log.close();
  });

  const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
  const eventually = async (done: () => boolean | Promise<boolean>) => {
    while (!(await done())) await soon();
  };
  const deliver = ({ id, command }: Order, { commandId }: OrderIds, fingerprint?: string) =>
    handle({ log, clock: new SimulatedClock('2025-10-01T15:00:00.000Z') }, counter, {
      id,
      command: command as { readonly n: number },
      commandId,
      actor: 'other-house',
      ...(fingerprint === undefined ? {} : { fingerprint }),
    });
  const begin = (options: Partial<IntakeOptions> = {}) => {
    over = intake({
      broker,
      topic,
      group: 'test',
      secret: Buffer.from('secret'),
      translate: ({ type, attributes, data }) => {
        if (type !== 'add') throw new Malformed('not a type known here');
        return { category: 'counter', id: attributes['subject'] ?? '', command: data };
      },
      deliver,
      signal: end.signal,
      status,
      pause: soon,
      ...options,
    });
  };
  const message = (id: string, data: unknown, headers: Readonly<Record<string, string>> = {}): Outgoing => ({
    partition: 0,
    headers: { ce_specversion: '1.0', ce_source: '/other', ce_id: id, ce_type: 'add', ce_subject: 'a', ...headers },
    value: typeof data === 'string' ? data : JSON.stringify(data),
  });
  const send = (...messages: readonly Outgoing[]) => broker.send(topic.name, messages);
  const numbers = async () => {
    const found: number[] = [];
    for await (const { data } of log.readStream('counter-a')) found.push((data as { n: number }).n);
    return found;
  };
  const parked = () => broker.messages(parkedTopic(topic).name);

  it('takes messages in as commands, in order, each once however often it comes', async () => {
    await send(message('1', { n: 1 }), message('2', { n: 2 }), message('1', { n: 1 }), message('3', { n: 3 }));
    begin();
    await eventually(() => status.delivered === 4);
    expect(await numbers()).toEqual([1, 2, 3]);
    const commands = new Set<string | undefined>();
    for await (const { metadata } of log.readStream('counter-a')) commands.add(metadata['commandId']);
    expect(commands.size).toBe(3);
    expect(JSON.stringify([...commands])).not.toContain('other');
  });

  it.each([
    ['what a rule refuses', message('1', { n: 10 }), 'counter/too-much'],
    ['what is no JSON', message('1', 'a secret'), 'malformed: its value is no JSON'],
    ['what is of another type', message('1', {}, { ce_type: 'take' }), 'malformed: not a type known here'],
    ['what has no id', message('', { n: 1 }), 'malformed: source, id or type is missing'],
    [
      'what is no CloudEvent',
      { partition: 0, headers: {}, value: 'a secret' },
      'malformed: no CloudEvent of version 1.0',
    ],
  ])('parks %s with the reason, and goes on', async (_, poison, reason) => {
    const heard: string[] = [];
    await send(poison, message('2', { n: 2 }));
    begin({ onParked: (each) => heard.push(each.reason) });
    await eventually(() => status.delivered === 1 && status.parked === 1);
    expect(heard).toEqual([reason]);
    const [found] = parked();
    expect(found?.headers).toEqual({ ...poison.headers, 'parked-reason': reason, 'parked-from': 'orders/0/0' });
    expect(String(found?.value)).toBe(poison.value);
    expect(await numbers()).toEqual([2]);
  });

  it('parks what comes under an id that another message had, and goes on', async () => {
    await send(message('1', { n: 1 }), message('1', { n: 5 }), message('2', { n: 2 }));
    begin({ deliver: (order, ids) => deliver(order, ids, JSON.stringify(order.command)) });
    await eventually(() => status.delivered === 2 && status.parked === 1);
    expect(parked().map(({ headers }) => headers['parked-reason'])).toEqual(['another message had this id']);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('holds the partition for a technical failure, tries again, and lets the others go on', async () => {
    let down = true;
    begin({
      deliver: (order, ids) => {
        if (down && order.id === 'a') throw new LogUnavailable('not-written', 'the disk is full of secrets');
        return deliver(order, ids);
      },
    });
    const other = { ...message('9', { n: 1 }, { ce_subject: 'b' }), partition: 1 };
    await send(message('1', { n: 1 }), message('2', { n: 2 }), other);
    await eventually(() => status.delivered === 1 && status.partitions.has(0));
    expect(status.partitions.get(0)).toMatchObject({ offset: 0, reason: expect.stringMatching(/^LogUnavailable/) });
    expect(status.partitions.get(0)?.reason).not.toContain('secrets');
    expect(parked()).toEqual([]);
    down = false;
    await eventually(() => status.delivered === 3);
    expect(status.partitions.size).toBe(0);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('waits for a broker that does not answer, and says so', async () => {
    broker.down = true;
    begin();
    await eventually(() => status.held !== undefined);
    expect(status.held).toBe('BrokerFailed: no broker answers');
    broker.down = false;
    await send(message('1', { n: 1 }));
    await eventually(() => status.delivered === 1);
    expect(status.held).toBeUndefined();
  });
});
