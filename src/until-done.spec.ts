import { jest } from '@jest/globals';
import { untilDone } from './until-done.js';

/** A log that tells of these streams, and then of nothing more. */
const telling = (...streams: readonly string[]) => ({
  async *follow() {
    yield { events: streams.map((stream) => ({ stream })) };
  },
});

it('does what events ask for, and what was held up or broke off again until it is done', async () => {
  const stopping = new AbortController();
  const tried: string[] = [];
  const work = jest.fn(async (key: string) => {
    tried.push(key);
    const times = tried.filter((each) => each === key).length;
    if (key === 'broken' && times === 1) throw new Error('it broke off');
    if (tried.length === 5) stopping.abort();
    return key !== 'held' || times === 2;
  });
  const log = telling('thing-held', 'thing-broken', 'thing-done', 'thing-done') as never;
  const keyOf = (stream: string): string => stream.slice('thing-'.length);
  await untilDone(log, { types: ['Asked'], keyOf, work, retryAfter: 1 }, stopping.signal);
  expect(tried).toEqual(['held', 'broken', 'done', 'held', 'broken']);
});
