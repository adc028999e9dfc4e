import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DiscoveryService } from '@nestjs/core';
import type { Page } from 'playwright-core';
import { allRoutes } from '../../src/people/access/router.js';
import { at, Caller } from '../acceptance/house.js';
import { browser } from './support/chromium.js';
import { codesIn, measure, picture, violations } from './support/looking.js';
import { checkCard, everyPlace, type Place } from './support/places.js';
import { coordinator, laptop, phone, type Stage } from './support/stage.js';

/** All pages one after the other take their time on a busy machine. */
const patience = 600_000;

/** What is wrong with the look of a page, with everything on it unfolded. */
async function faults(page: Page, name: string): Promise<readonly string[]> {
  await picture(page, name);
  await measure(page, 'unfold()');
  await picture(page, `${name}-unfolded`);
  const wider = await measure<number>(page, 'overflow()');
  const small = await measure<string[]>(page, 'smallTargets(44)');
  const colliding = await measure<string[]>(page, 'collisions()');
  return [
    ...(await violations(page)),
    ...small.map((target) => `small: ${target}`),
    ...colliding.map((element) => `collides: ${element}`),
    ...(wider > 0 ? [`scrolls sideways by ${wider} px`] : []),
  ].map((fault) => `${name}: ${fault}`);
}

/** Bytes of a first load over a poor connection: the page, its style, its script and its icon. */
const most = 10_000;

/**
 * What answers a GET and is no page: for programs and those who write them, files, the way elsewhere. The last needs an
 * identity provider.
 */
const noPages = [
  /^\/problemas/u,
  ...[/^\/api\//u, /^\/fhir\//u, /^\/health\//u, /\.pdf$/u, /^\/salir$/u, /^\/entrar\/(?:ir|respuesta)$/u],
  /^\/entrar\/seguir\//u,
];

/** Of several routes an address fits, the one that says most about it. */
function routeOf(path: string, routes: readonly string[]): string | undefined {
  const [bare = ''] = path.split('?');
  const fits = (route: string): boolean => new RegExp(`^${route.replaceAll(/:\w+|\*/gu, '[^/]+')}$`, 'u').test(bare);
  const open = (route: string): number => route.split(/[:*]/u).length;
  return routes.filter(fits).sort((one, other) => open(one) - open(other))[0];
}

browser('Every page', (stage) => {
  let places: readonly Place[] = [];
  beforeAll(async () => {
    places = await everyPlace(stage());
  }, patience);

  it('is looked at: somebody visits what is behind every route', () => {
    const pages = allRoutes(stage().house.app.get(DiscoveryService, { strict: false }))
      .filter((route) => route.startsWith('GET '))
      .map((route) => route.slice('GET '.length))
      .filter((path) => !noPages.some((none) => none.test(path)));
    expect(pages.length).toBeGreaterThan(60);
    const visited = new Set(places.map(({ path }) => routeOf(path, pages)));
    expect(pages.filter((path) => !visited.has(path))).toEqual([]);
  });

  it.each([phone, laptop])(
    'can be used by everybody, $width pixels wide',
    async (viewport) => {
      const found: string[] = [];
      for (const [actor, theirs] of Map.groupBy(places, (place) => place.actor)) {
        const { page, context, problems } = await stage().visit(actor, { viewport, hasTouch: viewport === phone });
        for (const { name, path, status = 200, coded } of theirs) {
          const answer = await page.goto(path);
          if (answer?.status() !== status) found.push(`${name}: answers ${answer?.status()}`);
          found.push(...(await faults(page, `${name}-${viewport.width}`)));
          if (viewport === phone && !coded) found.push(...(await codesIn(page)).map((code) => `${name}: says ${code}`));
        }
        found.push(...problems.filter((problem) => !/status of 4\d\d/u.test(problem)));
        await context.close();
      }
      expect(found).toEqual([]);
    },
    patience,
  );

  it.each([phone, laptop])('of the report that stands alone can be used too, $width pixels wide', async (viewport) => {
    const folder = mkdtempSync(join(tmpdir(), 'chaski-report-'));
    const { page, context } = await stage().visit(undefined, { viewport });
    try {
      writeFileSync(join(folder, 'report.html'), await report(stage()));
      await page.goto(`file://${folder}/report.html`);
      expect(await faults(page, `report-file-${viewport.width}`)).toEqual([]);
    } finally {
      await context.close();
      rmSync(folder, { recursive: true });
    }
  });

  it.each(['today', 'refer'])(
    'is light on a first load (%s), asks nobody else, and breaks no policy',
    async (which) => {
      const { page, context, problems } = await stage().visit(at.police);
      const bodies = new Map<string, Promise<Buffer>>();
      context.on('response', (response) => {
        if (response.status() === 200) bodies.set(new URL(response.url()).pathname, response.body());
      });
      await page.goto(which === 'today' ? '/' : checkCard(stage().caseId), { waitUntil: 'networkidle' });
      // Not every browser without a window asks for the icon.
      const icon = (await page.locator('link[rel=icon]').getAttribute('href')) ?? '';
      bodies.set(icon, (await page.request.get(icon)).body());
      expect(bodies.size).toBe(4);
      const seen = await Promise.all(bodies.values());
      const bytes = seen.reduce((sum, body) => sum + gzipSync(body).length, 0);
      expect(bytes).toBeLessThanOrEqual(most);
      expect(problems).toEqual([]);
      await context.close();
    },
  );
});

async function report({ house, month }: Stage): Promise<string> {
  const [, , board, name] = month.split('/');
  return (await new Caller(house.app, coordinator).get(`/api/boards/${board}/reports/${name}/report.html`)).body;
}
