import { jest } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { LogUnavailable, type RecordedEvent } from '#event-log';
import { rowOf } from '../../src/people/access/guard.js';
import { allRoutes } from '../../src/people/access/router.js';
import { Caller } from '../acceptance/house.js';
import { type FullWorld, fullWorld } from './every-list.js';

/** An answer, and what the second log says since it was asked for. */
interface Asked {
  readonly route: string;
  readonly url: string;
  readonly who: string;
  readonly status: number;
  readonly body: string;
  readonly reads: readonly RecordedEvent[];
}

interface Read {
  readonly stream: string;
  readonly what?: string;
  readonly lines?: readonly string[];
}

describe('Every answer of a server', () => {
  let world: FullWorld;
  const asked: Asked[] = [];
  beforeAll(async () => {
    world = await fullWorld();
    const routes = allRoutes(world.app.get(DiscoveryService, { strict: false }));
    for (const route of routes.filter((each) => each.startsWith('GET '))) {
      for (const url of urlsOf(route)) for (const who of world.readers) asked.push(await ask(route, url, who));
    }
  }, 600_000);
  afterAll(() => world.close());

  function urlsOf(route: string): readonly string[] {
    const segments = route.replace('GET ', '').split('/');
    const path = segments.map((segment, index) => {
      if (!segment.startsWith(':')) return segment === '*' ? 'x' : segment;
      const before = segments.slice(Math.max(0, index - 2), index).join('/');
      const { values } = world;
      return values[before] ?? values[segments[index - 1] ?? ''] ?? values[segment.slice(1)] ?? crypto.randomUUID();
    });
    return (world.queries[route] ?? ['']).map((query) => path.join('/') + query);
  }

  async function ask(route: string, url: string, who: string): Promise<Asked> {
    const { reads } = world.platform;
    const before = await reads.head();
    const { statusCode: status, body } = await new Caller(world.app, who).get(url);
    const found: RecordedEvent[] = [];
    for await (const { events } of reads.readAll(before === undefined ? {} : { after: before })) {
      found.push(...events.filter(({ metadata }) => metadata['actor'] === who));
    }
    return { route, url, who, status, body, reads: found };
  }

  const lists = ({ reads }: Pick<Asked, 'reads'>): readonly Read[] =>
    reads.filter(({ type }) => type === 'Listed').map(({ data }) => data as Read);
  /** Who looked at whose, told by their ids alone, is a search that is on record as one. */
  const isSearch = ({ reads }: Asked): boolean => reads.some(({ type }) => type === 'Searched');
  const told = ({ reads }: Asked): ReadonlySet<string> =>
    new Set(reads.map(({ data }) => data as Read).flatMap(({ stream, lines = [] }) => [stream, ...lines]));
  const shows = ({ status, body }: Asked, { names }: { readonly names: readonly string[] }): boolean =>
    status === 200 && names.some((name) => body.includes(name));

  it('that tells of somebody is on record under them', () => {
    const without = asked
      .filter((each) => !isSearch(each))
      .flatMap((each) => {
        const streams = told(each);
        return world.everybody
          .filter((known) => shows(each, known) && !known.streams.some((stream) => streams.has(stream)))
          .map(({ who }) => `${each.who} ${each.url}: ${who}`);
      });
    expect(without).toEqual([]);
    // Nothing was compared with nothing.
    for (const known of world.everybody) expect(asked.some((each) => shows(each, known))).toBe(true);
  });

  it('that is a list is on record once, as the list that the table of routes says', () => {
    expect(asked.filter((each) => lists(each).length > 1).map(({ url }) => url)).toEqual([]);
    const recorded = new Map<string, Set<string>>();
    const said = new Map<string, Set<string>>();
    for (const each of asked) {
      const row = rowOf(each.route);
      if (row === undefined) continue;
      const found = recorded.get(row.route) ?? new Set<string>();
      for (const { what = '' } of lists(each)) found.add(what);
      recorded.set(row.route, found);
      said.set(row.route, new Set(row.lists === undefined ? [] : [row.lists]));
    }
    expect(recorded).toEqual(said);
  });

  it('that would be a list tells of nobody when that cannot be written down', async () => {
    const full = asked.filter((each) => lists(each).length > 0);
    const down = jest.spyOn(world.platform.reads, 'append').mockImplementation(() => {
      return Promise.reject(new LogUnavailable('not-written', 'disk full'));
    });
    try {
      for (const { url, who } of full) {
        const { statusCode, body } = await new Caller(world.app, who).get(url);
        const shown = world.everybody.filter(({ names }) => names.some((name) => body.includes(name)));
        expect([who, url, statusCode, shown]).toEqual([who, url, 503, []]);
      }
    } finally {
      down.mockRestore();
    }
  }, 300_000);
});
