import { deriveId } from '#event-log';
import { deadOf, standingOf } from '../../src/interop/delivery/backlog.js';
import { Random } from '../../src/demo/random.js';
import { eventually } from '../acceptance/house.js';
import { type Reaction, type Received, Receiver } from './webhooks-receiver.js';
import { World } from './webhooks-world.js';

/** Streams sent to one receiver at a time: as many may be under way when a process is killed. */
const together = 4;
const kills = 12;
const referrals = 30;
const steps = 6;

interface Account {
  readonly sent: number;
  /** Sent again after the receiver had taken it. */
  readonly repeated: number;
  readonly dead: number;
  readonly outOfOrder: number;
  readonly lost: number;
}

/** An institution's system, what it was to be told, and what it took. */
class Subscriber {
  readonly expected: string[] = [];
  readonly taken: Received[] = [];
  receiver!: Receiver;
  webhook = '';

  constructor(
    readonly institution: string,
    private readonly mood: (delivery: Received) => Reaction,
  ) {}

  async open(): Promise<void> {
    this.receiver = await Receiver.open((delivery) => {
      const reaction = this.mood(delivery);
      if (reaction === 204) this.taken.push(delivery);
      return reaction;
    });
  }

  async settled(world: World): Promise<true | undefined> {
    const { dead } = await standingOf(world.store, this.webhook);
    return new Set(this.taken.map(({ id }) => id)).size + dead >= this.expected.length ? true : undefined;
  }

  async account(world: World): Promise<Account> {
    const taken = new Set(this.taken.map(({ id }) => id));
    const { dead } = await standingOf(world.store, this.webhook);
    return {
      sent: this.receiver.received.length,
      repeated: this.taken.length - taken.size,
      dead,
      outOfOrder: disorder(this.receiver.received),
      lost: this.expected.filter((id) => !taken.has(id)).length - dead,
    };
  }
}

/** How often something came that is older than what came before it of its stream. */
function disorder(received: readonly Received[]): number {
  const latest = new Map<string, number>();
  let count = 0;
  for (const { event } of received) {
    const revision = Number(event.streamrevision);
    if (revision < (latest.get(event.subject) ?? 0)) count += 1;
    latest.set(event.subject, Math.max(revision, latest.get(event.subject) ?? 0));
  }
  return count;
}

describe('whoever is subscribed', () => {
  let world: World;
  let subscribers: readonly Subscriber[] = [];
  afterEach(async () => {
    await world.close();
    await Promise.all(subscribers.map(({ receiver }) => receiver.close()));
  });

  it.each([1, 2])(
    'is told everything, in the order of each referral, whatever breaks: run %i',
    async (seed) => {
      world = new World();
      const random = Random.of('webhooks', seed);
      let killing = 0;
      // Each costs the time a receiver has.
      let silences = 3;
      // Killed while an answer is on its way: the receiver has taken what the deliverer will not hear of.
      const maybeKilled = (reaction: Reaction): Reaction => {
        if (killing > 0 && random.next() < 0.2) {
          killing -= 1;
          void world.kill();
        }
        return reaction;
      };
      let down = true;
      let broken = true;
      const steady = new Subscriber('steady', () => maybeKilled(204));
      const flaky = new Subscriber('flaky', () => {
        const chance = random.next();
        return maybeKilled(
          chance < 0.2 ? 500 : chance < 0.3 ? 'hang-up' : chance < 0.4 && silences-- > 0 ? 'silent' : 204,
        );
      });
      const away = new Subscriber('away', () => (down ? 'hang-up' : maybeKilled(204)));
      // Some referrals it can never take, until somebody mends it.
      const choosy = new Subscriber('choosy', ({ event }) => (broken && /[0-3]$/.test(event.subject) ? 500 : 204));
      subscribers = [steady, flaky, away, choosy];
      for (const each of subscribers) {
        await each.open();
        each.webhook = await world.subscribe(`${each.institution}-${seed}`, each.institution, each.receiver.url);
      }
      world.begin();

      const streams = Array.from({ length: referrals }, (_, index) => {
        const from = subscribers[index % subscribers.length] ?? steady;
        const to = subscribers[(index + 1 + Math.floor(random.next() * 3)) % subscribers.length] ?? flaky;
        return { id: deriveId('faults', seed, index), from, to, done: 0 };
      });
      for (let killed = 0; killed < kills; killed += 1) {
        for (let some = 0; some < (referrals * steps) / kills; some += 1) {
          const open = streams.filter(({ done }) => done < steps);
          const stream = open[Math.floor(random.next() * open.length)];
          if (stream === undefined) break;
          stream.done += 1;
          const ends = { from: stream.from.institution, to: stream.to.institution };
          const fact = await world.step(stream.id, stream.done, ends);
          stream.from.expected.push(fact);
          if (stream.to !== stream.from) stream.to.expected.push(fact);
        }
        killing = 1;
        await eventually(async () => (killing === 0 ? true : steady.settled(world)));
        killing = 0;
        await world.kill();
        if (killed === kills / 2) down = false;
        world.begin();
      }
      for (const each of subscribers) await eventually(() => each.settled(world));
      // What the last answers said is written a moment after they came.
      for (const each of subscribers) {
        await eventually(async () => ((await standingOf(world.store, each.webhook)).waiting === 0 ? true : undefined));
      }

      for (const each of subscribers) {
        const account = await each.account(world);
        process.stdout.write(`webhooks run ${seed} ${each.institution} ${JSON.stringify(account)}\n`);
        expect([account.outOfOrder, account.lost]).toEqual([0, 0]);
        expect(account.repeated).toBeLessThanOrEqual((kills + 1) * together);
        expect(account.sent).toBeGreaterThanOrEqual(each.expected.length);
      }
      const dead = choosy.expected.length - new Set(choosy.taken.map(({ id }) => id)).size;
      expect((await choosy.account(world)).dead).toBe(dead);

      broken = false;
      for (const { delivery } of await deadOf(world.store, choosy.webhook, { limit: 500 })) {
        await world.tell(choosy.webhook, { do: 'redeliver', fact: delivery.id });
      }
      await eventually(async () => ((await standingOf(world.store, choosy.webhook)).dead === 0 ? true : undefined));
      await eventually(async () => ((await standingOf(world.store, choosy.webhook)).waiting === 0 ? true : undefined));
      expect(new Set(choosy.taken.map(({ id }) => id))).toEqual(new Set(choosy.expected));
      expect(JSON.stringify(world.noted)).not.toContain('127.0.0.1');
    },
    120_000,
  );
});
