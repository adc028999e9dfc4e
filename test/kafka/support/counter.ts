import { catalogue, type Decider, Refusal } from '#decider';
import { type EventLog, handle, SimulatedClock } from '#event-log';
import { type Broker, Malformed, type Order, type OrderIds, type Received, type Topic } from '#publishing/kafka';

type Counts = { Added: { n: number } };

/** Numbers written one under the other; a negative one is refused. */
const counter: Decider<{ readonly n: number }, Counts, number> = {
  category: 'counter',
  events: catalogue<Counts>({ Added: 1 }),
  initial: 0,
  decide: ({ n }) => {
    if (n < 0) throw new Refusal('counter/negative', 'less than nothing');
    return [{ type: 'Added', data: { n } }];
  },
  evolve: (sum, { data }) => sum + data.n,
};

const clock = new SimulatedClock('2025-10-01T15:00:00.000Z');

/** Sends an order the way of every command. */
export const deliverTo =
  (log: EventLog) =>
  ({ id, command }: Order, { commandId }: OrderIds) =>
    handle({ log, clock }, counter, {
      id,
      command: command as { readonly n: number },
      commandId,
      actor: 'other-house',
    });

export function translate({ type, attributes, data }: Received): Order {
  if (type !== 'add') throw new Malformed('not a type known here');
  return { category: 'counter', id: attributes['subject'] ?? '', command: data };
}

/** What `translate` understands: the numbers, in turn to each of the keys. */
export function sendNumbers(broker: Broker, topic: Topic, keys: number, numbers: readonly number[]): Promise<void> {
  return broker.send(
    topic.name,
    numbers.map((n) => ({
      key: `k-${n % keys}`,
      headers: {
        ce_specversion: '1.0',
        ce_source: '/other',
        ce_id: `m-${n}`,
        ce_type: 'add',
        ce_subject: `k-${n % keys}`,
      },
      value: JSON.stringify({ n }),
    })),
  );
}

/** The numbers that a key holds, in order. */
export async function numbersOf(log: EventLog, key: string): Promise<number[]> {
  const found: number[] = [];
  for await (const { data } of log.readStream(`counter-${key}`)) found.push((data as { n: number }).n);
  return found;
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
