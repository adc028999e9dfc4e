import { DiscoveryService } from '@nestjs/core';
import type { Question } from '../../src/people/access/vocabulary.js';
import { rowOf, undecided } from '../../src/people/access/guard.js';
import { allRoutes } from '../../src/people/access/router.js';
import { routes } from '../../src/people/routes.js';
import { may } from './model.js';
import { people, type Place, place } from './support.js';

const nobodys = '00000000-0000-4000-8000-000000000000';

describe('Every route of a server', () => {
  let here: Place;
  let all: readonly string[];
  beforeAll(async () => {
    here = await place();
    all = allRoutes(here.app.get(DiscoveryService, { strict: false }));
  }, 120_000);
  afterAll(() => here.close());

  it('has a row, and every row a route', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(undecided(all)).toEqual([]);
    const used = new Set(all.map((route) => rowOf(route)));
    // These are served where metrics are asked for, where facts go to a broker, and to other processes.
    const elsewhere = [
      ...['GET /metrics', 'GET /api/asyncapi'],
      ...['GET /.well-known/jwks.json', 'GET /api/checkpoints/covering/:position'],
    ];
    expect(routes.filter((row) => !used.has(row)).map(({ route }) => route)).toEqual(elsewhere);
  });

  it('that has no row is found out', () => {
    expect(undecided(['GET /api/cases/:id', 'GET /api/cases/:id/everything'])).toEqual([
      'GET /api/cases/:id/everything',
    ]);
  });

  const send = async (route: string, headers: Record<string, string>): Promise<number> => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const url = path.replace(/:[a-z]+/gi, nobodys).replace('*', 'x');
    const sent = method === 'GET' ? { method: 'GET', url, headers } : { method: 'POST', url, headers, payload: {} };
    return (await here.app.inject(sent as { method: 'GET'; url: string })).statusCode;
  };

  it('asks who it is, unless it is for everybody', async () => {
    for (const route of all) {
      const status = await send(route, {});
      expect([route, status === 401]).toEqual([route, rowOf(route)?.on !== 'public']);
    }
  }, 120_000);

  it.each(people)(
    'lets $code ($role) in as far as people agreed',
    async ({ code, role }) => {
      for (const route of all) {
        const row = rowOf(route);
        if (row === undefined || row.on === 'public') continue;
        const status = await send(route, { 'x-actor': code });
        if (row.on === 'case' || row.on === 'referral') {
          // What is not there is nobody's.
          expect([route, status]).toEqual([route, 404]);
          continue;
        }
        const asked = {
          role,
          action: row.action,
          purpose: row.purpose ?? 'care',
          kind: 'Office',
          own: false,
        } as Question;
        const hidden = row.on === 'office' && row.hidden === true;
        if (!may(asked)) expect([route, status]).toEqual([route, hidden ? 404 : 403]);
        else expect([route, status === 401]).toEqual([route, false]);
      }
    },
    240_000,
  );
});
