import { randomUUID } from 'node:crypto';
import { type EventLog, LogUnavailable } from '#event-log';
import { memoryLog } from '#event-log/memory';
import {
  type Broker,
  ensureTopic,
  intake,
  type IntakeOptions,
  IntakeStatus,
  parkedTopic,
  type Topic,
} from '#publishing/kafka';
import { deliverTo, numbersOf, range, sendNumbers, translate } from './support/counter.js';
import { freshPlain, open } from './support/topics.js';
import { eventually } from './support/wait.js';

describe('an intake on a real broker', () => {
  const keys = 20;
  let broker: Broker;
  let log: EventLog;
  let topic: Topic;
  let group: string;
  const members: { stop(): Promise<void> }[] = [];
  beforeEach(async () => {
    broker = await open();
    log = memoryLog();
    topic = freshPlain(4);
    group = randomUUID();
    await ensureTopic(broker, topic);
  });
  afterEach(async () => {
    await Promise.all(members.splice(0).map((member) => member.stop()));
    await log.close();
    await broker.close();
  });

  const join = (options: Partial<IntakeOptions> = {}) => {
    const end = new AbortController();
    const status = new IntakeStatus();
    const secret = Buffer.from('secret');
    const usual = { broker, topic, group, secret, translate, deliver: deliverTo(log), status };
    const over = intake({ ...usual, signal: end.signal, ...options });
    const member = {
      status,
      stop: () => {
        end.abort();
        return over;
      },
    };
    members.push(member);
    return member;
  };
  const send = (numbers: readonly number[]) => sendNumbers(broker, topic, keys, numbers);
  const kept = async () => {
    const found = await Promise.all(range(0, keys).map((key) => numbersOf(log, `k-${key}`)));
    return found.flat();
  };
  const inOrder = (numbers: readonly number[]) =>
    range(0, keys).flatMap((key) => numbers.filter((n) => n % keys === key));

  it('counts each message once and keeps the order of each key, while members come and go under load', async () => {
    const all = range(0, 3_000);
    const sending = (async () => {
      for (let at = 0; at < all.length; at += 50) {
        await send(all.slice(at, at + 50));
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    const first = join();
    await eventually(() => first.status.delivered > 300);
    const second = join();
    await eventually(() => second.status.delivered > 300);
    await first.stop();
    const third = join();
    await sending;
    await eventually(async () => (await kept()).length >= all.length);
    expect(await kept()).toEqual(inOrder(all));
    for (const { status } of [first, second, third]) expect([status.parked, status.held]).toEqual([0, undefined]);
    expect(third.status.delivered).toBeGreaterThan(0);
  });

  it('takes nothing twice that comes twice: after a failure behind the effect, and read again from the start', async () => {
    let failures = 0;
    const deliver = deliverTo(log);
    const first = join({
      deliver: async (order, ids) => {
        await deliver(order, ids);
        if (Math.random() < 0.1 && failures < 20) {
          failures += 1;
          throw new LogUnavailable('unknown', 'no answer');
        }
      },
      pause: () => new Promise((resolve) => setTimeout(resolve, 5)),
    });
    await send(range(0, 400));
    await eventually(() => first.status.delivered >= 400);
    expect(failures).toBeGreaterThan(0);
    const again = join({ group: randomUUID() });
    await eventually(() => again.status.delivered >= 400);
    expect(await kept()).toEqual(inOrder(range(0, 400)));
  });

  it('goes on where it was when it stopped in order', async () => {
    const first = join();
    await send(range(0, 100));
    await eventually(() => first.status.delivered === 100);
    await first.stop();
    await send([100]);
    const second = join();
    await eventually(() => second.status.delivered > 0);
    await second.stop();
    expect(second.status.delivered).toBe(1);
    expect(await kept()).toEqual(inOrder(range(0, 101)));
  });

  it('parks poison with the reason, and takes everything else', async () => {
    const member = join();
    await send([0, 1, 2]);
    await broker.send(topic.name, [
      { key: 'k-0', headers: {}, value: 'not for us' },
      { key: 'k-0', headers: { ce_specversion: '1.0', ce_source: '/o', ce_id: 'x', ce_type: 'add' }, value: '{' },
      { partition: 1, headers: { ce_specversion: '1.0', ce_source: '/o', ce_id: 'y', ce_type: 'less' }, value: '{}' },
      {
        key: 'k-1',
        headers: { ce_specversion: '1.0', ce_source: '/o', ce_id: 'z', ce_type: 'add' },
        value: '{"n":-1}',
      },
    ]);
    await send([3, 4, 5]);
    await eventually(() => member.status.delivered === 6 && member.status.parked === 4);
    const parked: (string | undefined)[] = [];
    const stop = new AbortController();
    const take = async (messages: Parameters<Parameters<Broker['read']>[2]>[0]) => {
      parked.push(...messages.map(({ headers }) => headers['parked-reason']));
      if (parked.length === 4) stop.abort();
    };
    await broker.read(parkedTopic(topic).name, [0, 0, 0, 0], take, stop.signal);
    expect(parked.sort()).toEqual([
      'counter/negative',
      'malformed: its value is no JSON',
      'malformed: no CloudEvent of version 1.0',
      'malformed: not a type known here',
    ]);
  });

  it('holds the partition that fails, while the others go on', async () => {
    let down = true;
    const deliver = deliverTo(log);
    const member = join({
      deliver: async (order, ids) => {
        if (down && order.id === 'k-0') throw new LogUnavailable('not-written', 'no answer');
        return deliver(order, ids);
      },
      pause: () => new Promise((resolve) => setTimeout(resolve, 50)),
    });
    await send(range(0, 200));
    await eventually(() => member.status.partitions.size === 1 && member.status.delivered >= 50);
    await send(range(200, 400));
    await eventually(() => member.status.delivered >= 200);
    expect(await numbersOf(log, 'k-0')).toEqual([]);
    down = false;
    await eventually(() => member.status.delivered >= 400);
    expect(await kept()).toEqual(inOrder(range(0, 400)));
    expect(member.status.partitions.size).toBe(0);
  });
});
