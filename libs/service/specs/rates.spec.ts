import fc from 'fast-check';
import { Buckets, type Rates } from '../index.js';
import { sampleApp } from './sample.js';

describe('A bucket', () => {
  let now = 0;
  const of = (times: number, seconds: number, most?: number) => new Buckets({ times, seconds }, () => now, most);
  beforeEach(() => (now = 0));

  it('lets so many through at once, and says when there is one again', () => {
    const buckets = of(3, 60);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 20]);
    now += 19_000;
    expect(buckets.take('a')).toBe(1);
    now += 1_000;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 20]);
    expect(buckets.take('b')).toBe(0);
  });

  it('never lets more through than a full one and what came in since', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (pauses) => {
        now = 0;
        const buckets = of(5, 10);
        let through = 0;
        for (const pause of pauses) {
          now += pause;
          const wait = buckets.take('a');
          if (wait === 0) through += 1;
          else {
            const before = now;
            now += wait * 1_000;
            expect(buckets.take('a')).toBe(0);
            through += 1;
            expect(now).toBeGreaterThan(before);
          }
        }
        expect(through).toBeLessThanOrEqual(5 + now / 2_000 + 1e-6);
      }),
    );
  });

  it('remembers a bounded number of keys, and forgets who was quiet for longest', () => {
    const buckets = of(1, 3_600, 100);
    buckets.take('first');
    for (let each = 0; each < 99; each += 1) buckets.take(`key-${each}`);
    expect(buckets.take('first')).toBeGreaterThan(0);
    for (let each = 0; each < 99; each += 1) buckets.take(`more-${each}`);
    expect(buckets.size).toBe(100);
    expect(buckets.take('first')).toBeGreaterThan(0);
    for (let each = 0; each < 100; each += 1) buckets.take(`most-${each}`);
    expect(buckets.take('first')).toBe(0);
  });
});

describe('A service with rates', () => {
  const hour = 3_600;
  const rare = { times: 2, seconds: hour };
  const rates: Rates = {
    person: { times: 5, seconds: hour },
    institution: { times: 8, seconds: hour },
    address: { times: 2, seconds: hour },
    routes: { 'GET /api/boxes/me': rare, 'GET /api/boxes/broken/:how': rare },
  };
  const opened = async () => {
    const { app } = await sampleApp({ rates });
    const get = async (url: string, actor?: string) => {
      const headers: Record<string, string> = actor === undefined ? {} : { 'x-actor': actor };
      return app.inject({ url, headers });
    };
    return { app, get };
  };

  it('counts who proves nothing before it asks them who they are, each by their own address', async () => {
    const { app } = await sampleApp({ rates }, { proxies: ['10.0.0.5'] });
    const from = async (remoteAddress: string, forwarded?: string) => {
      const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
      return (await app.inject({ url: '/api/boxes', remoteAddress, headers })).statusCode;
    };
    const thrice = async (...who: readonly [string, string?]) => [
      await from(...who),
      await from(...who),
      await from(...who),
    ];
    expect(await thrice('10.0.0.5', '192.0.2.1')).toEqual([401, 401, 429]);
    expect(await thrice('10.0.0.5', '192.0.2.2')).toEqual([401, 401, 429]);
    // What somebody says who is no proxy of ours counts for nothing.
    expect(await thrice('192.0.2.9', '192.0.2.10')).toEqual([401, 401, 429]);
    expect(await from('192.0.2.9', '192.0.2.11')).toBe(429);
    await app.close();
  });

  it('answers 429 and when to come again to who asks too often, and goes on with the others', async () => {
    const { app, get } = await opened();
    const many = async (url: string, actor: string | undefined, times: number) => {
      const statuses: number[] = [];
      for (let each = 0; each < times; each += 1) statuses.push((await get(url, actor)).statusCode);
      return statuses;
    };
    expect(await many('/api/boxes/me', 'w-1', 3)).toEqual([200, 200, 429]);
    // Counted together with it, and nowhere else.
    expect(await many('/api/boxes/broken/x', 'w-1', 1)).toEqual([429]);
    expect(await many('/api/boxes', 'w-1', 4)).toEqual([200, 200, 200, 429]);
    const refused = await get('/api/boxes', 'w-1');
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
    // The institution's eight: five of w-1, three of w-2.
    expect(await many('/api/boxes', 'w-2', 4)).toEqual([200, 200, 200, 429]);
    expect(await many('/health/live', undefined, 3)).toEqual([200, 200, 429]);
    await app.close();
  });
});
