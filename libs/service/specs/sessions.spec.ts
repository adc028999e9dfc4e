import { Sessions, usualTimes } from '../index.js';

const minute = 60_000;

describe('a session', () => {
  let now = 0;
  const sessions = new Sessions<string>(usualTimes, () => now);
  beforeEach(() => (now = 0));

  it('is somebody’s until it is left alone for a quarter of an hour', () => {
    const token = sessions.begin('a');
    now += 14 * minute;
    expect(sessions.find(token)).toBe('a');
    now += 14 * minute;
    expect(sessions.find(token)).toBe('a');
    now += 15 * minute;
    expect(sessions.find(token)).toBeUndefined();
    now -= 15 * minute;
    expect(sessions.find(token)).toBeUndefined();
  });

  it('ends after eight hours, however busy', () => {
    const token = sessions.begin('a');
    for (; now < 8 * 60 * minute - minute; now += 10 * minute) expect(sessions.find(token)).toBe('a');
    now = 8 * 60 * minute;
    expect(sessions.find(token)).toBeUndefined();
  });

  it('ends when it is ended, and no other with it', () => {
    const [one, two] = [sessions.begin('a'), sessions.begin('b')];
    expect(one).toMatch(/^[\w-]{43}$/);
    sessions.end(one);
    expect([sessions.find(one), sessions.find(two), sessions.find('made-up')]).toEqual([undefined, 'b', undefined]);
  });
});
