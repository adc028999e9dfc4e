import { randomUUID } from 'node:crypto';
import { jsonEvent, KurrentDBClient, type Position, streamNameFilter } from '@kurrent/kurrentdb-client';
import { kurrentLog } from '#event-log/kurrent';
import { Double } from './double.js';
import { type Fault, harmless, noticed } from './faults.js';
import { runJest, type Result } from './jest-run.js';

/** A point of the contract that each lie must break, or must not. */
const points: Readonly<Record<Fault, string>> = {
  'forgets the ids of what it wrote': 'answers a repetition with the first receipt and writes nothing',
  'takes any expected revision': 'takes the exact revision, and neither a lower nor a higher one',
  'names a wrong revision in a conflict': 'refuses a stream that must be new and is not, and says where it is',
  'numbers what it took one too high': 'numbers the first event of a stream 1',
  'writes half of an append': 'appends several events as one: contiguous, in order, the receipt naming the last',
  'loses the first event after a position': 'reads on from the position of any event',
  'sends an event twice': 'shows one event the same on every way to it',
  'swaps neighbours in $all': 'reads on from the position of any event',
  'changes the bytes of an event': 'gives back every text, number and key order as it was written',
  'does not see the newest event from behind': 'knows its head, and has nothing behind it',
  'sends checkpoints ahead of the head': 'reaches further though nothing matches',
  'never wakes a subscriber':
    'waits at the head, and delivers the first event of a stream and a type nobody knew before',
  'leaves out the position of a repetition': 'does so after later writes too',
  'forgets recent ids': "does so with 'any', also after later writes",
};

describe('the contract, on a double that lies', () => {
  let results: readonly Result[];
  beforeAll(async () => {
    const chosen = Object.entries(points).map(([fault, point]) => `${escaped(fault)}:.*${escaped(point)}`);
    results = await runJest(['--testMatch', '**/faulted.fixture.ts', '--testNamePattern', chosen.join('|')]);
  });
  const statusUnder = (fault: Fault) =>
    results.filter(({ path }) => path[0] === `${fault}:` && path.at(-1)?.startsWith(points[fault]));

  it.each(noticed)('fails when it %s', (fault) => {
    expect(statusUnder(fault)).toMatchObject([{ status: 'failed' }]);
  });

  it.each(harmless)('holds all the same when it %s', (fault) => {
    expect(statusUnder(fault)).toMatchObject([{ status: 'passed' }]);
  });
});

it('loses an event for whoever resumes from a checkpoint that is ahead, and not for a follower of the log', async () => {
  const double = await Double.start();
  double.store.fault = 'sends checkpoints ahead of the head';
  const client = KurrentDBClient.connectionString(double.connectionString);
  const log = kurrentLog({ connectionString: double.connectionString, name: 'main' });
  const append = async () => {
    const event = { id: randomUUID(), type: 'happened', data: {}, metadata: {} };
    await log.append(`thing-${event.id}`, 0, [event]);
    return event.id;
  };
  const subscribe = (fromPosition: Position | 'start', checkpointReached: (position: Position) => void) =>
    client.subscribeToAll({
      fromPosition,
      filter: streamNameFilter({
        prefixes: ['main/'],
        checkpointReached: (_, position) => checkpointReached(position),
      }),
    });

  const first = await append();
  const checkpoint = await new Promise<Position>((resolve) => subscribe('start', resolve).on('data', () => undefined));
  const missed = await append();
  const resumed: string[] = [];
  const subscription = subscribe(checkpoint, () => undefined);
  subscription.on('data', ({ event }) => resumed.push(event?.id ?? ''));
  await new Promise((resolve) => subscription.once('caughtUp', resolve));
  expect(resumed).not.toContain(missed);

  const followed: string[] = [];
  const aborter = new AbortController();
  for await (const page of log.follow(undefined, aborter.signal)) {
    followed.push(...page.events.map(({ id }) => id));
    if (followed.length === 2) aborter.abort();
  }
  expect(followed).toEqual([first, missed]);
  await client.dispose();
  await log.close();
  await double.stop();
});

describe('the stream that carries many appends', () => {
  it('answers each by its id, as the call for one append does', async () => {
    const double = await Double.start();
    const client = KurrentDBClient.connectionString(double.connectionString);
    const event = () => jsonEvent({ id: randomUUID(), type: 'happened', data: {} });
    const appended = await Promise.all(
      [1, 2, 3].map((n) => client.appendToStream(`thing-${n}`, [event(), event()], { streamState: 'no_stream' })),
    );
    expect(appended.map(({ nextExpectedRevision }) => nextExpectedRevision)).toEqual([1n, 1n, 1n]);
    const again = client.appendToStream('thing-1', event(), { streamState: 'no_stream' });
    await expect(again).rejects.toMatchObject({ type: 'wrong-expected-version', actualState: 1n });
    await client.dispose();
    await double.stop();
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
