import { type EventLog, type Position } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { memoryViews } from '#projection/memory';
import { type Broker, FactsLost, kafkaFacts, relay, RelayStatus } from '#publishing/kafka';
import { told } from '../../libs/publishing/testing.js';
import { Broker as Server, usualPort } from './support/broker.js';
import { record } from './support/parcels.js';
import { freshFacts, open } from './support/topics.js';
import { eventually } from './support/wait.js';

const port = usualPort + 100;

describe('a broker of its own', () => {
  const server = new Server(port);
  let broker: Broker;
  let log: EventLog;
  beforeEach(async () => {
    await server.start({ fresh: true });
    broker = await open(port);
    log = memoryLog();
  });
  afterEach(async () => {
    await log.close();
    await broker.close();
    await server.stop();
  });

  const begin = () => {
    const end = new AbortController();
    const topic = freshFacts();
    const status = new RelayStatus();
    const options = { broker, topic, source: '/test', checkpoints: memoryViews(), status };
    return { end, topic, status, over: relay(log, [told], { ...options, signal: end.signal }) };
  };

  it('is killed and comes back in the middle of the stream: nothing is lost, nothing is shown twice', async () => {
    const { end, topic, status, over } = begin();
    await eventually(() => status.state.facts > 0 || log.head().then((head) => head === undefined));
    const feed = kafkaFacts(broker, topic);
    const shown: Position[] = [];
    let reached: Position | undefined;
    await record(log, 900);
    await eventually(() => status.state.facts >= 900);
    const following = (async () => {
      for await (const { events, upTo } of feed.follow(undefined, end.signal)) {
        shown.push(...events.map(({ position }) => position));
        reached = upTo;
      }
    })();
    await eventually(() => shown.length >= 900);
    for (let kill = 0; kill < 2; kill += 1) {
      const recording = record(log, 900, 900 + kill * 1_800);
      await server.stop('SIGKILL');
      await recording;
      const before = status.state.facts;
      const last = await record(log, 900, 1_800 + kill * 1_800);
      if (kill === 0) await eventually(() => status.state.held !== undefined);
      await server.start();
      await eventually(() => status.state.upTo === last && reached === last);
      expect(status.state.facts).toBeGreaterThan(before);
    }
    end.abort();
    expect(await over).toBe('ended');
    await following;
    await feed.close();
    expect(shown).toHaveLength(900 * 5);
    expect(shown).toEqual([...new Set(shown)].sort());
  });

  it('comes back on an empty disk: the relay stops and the reader says so, instead of telling half', async () => {
    const first = begin();
    const last = await record(log, 90);
    await eventually(() => first.status.state.upTo === last);
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 100));
    const feed = kafkaFacts(broker, first.topic, { pause, bookmarkEvery: 10 });
    let read: Position | undefined;
    const following = (async () => {
      for await (const { upTo } of feed.follow(undefined, first.end.signal)) read = upTo;
    })().catch((error: unknown) => error);
    await eventually(() => read === last);
    await server.stop('SIGKILL');
    await server.start({ fresh: true });
    expect(await first.over).toBe('stopped');
    expect(first.status.state.held?.reason).toContain('lacks what was sent to it');
    // The reader notes where it was, and that is not there any more.
    expect(await following).toBeInstanceOf(FactsLost);
    await feed.close();
  });
});
