import { spawnSync } from 'node:child_process';
import { Caller, eventually } from '../acceptance/house.js';
import { type World, world } from '../stories/boards/world.js';

describe('indicators and two boards over HTTP', () => {
  let place: World;
  const asked = 'boards=mesa-a,mesa-b&month=2026-01';
  beforeAll(async () => {
    place = await world();
    await place.found('mesa-a');
    await place.found('mesa-b', { territory: ['150101'] });
  });
  afterAll(() => place.close());

  it('tells what each indicator counts, in each version', async () => {
    const { items } = await place.read<{ items: readonly { id: string; version: number }[] }>('/api/indicators');
    expect(items.map(({ id }) => id)).toContain('referrals-answered');
    for (const { id, version } of items) {
      expect(await place.read(`/api/indicators/${id}/${version}`)).toMatchObject({ id, version });
    }
    const { statusCode } = await place.coordinator.get('/api/indicators/new-cases/99');
    expect(statusCode).toBe(404);
  });

  it('puts two boards side by side, as data, as a page and on one sheet of paper', async () => {
    const comparison = await place.read<{ rows: readonly object[]; month: string }>(`/api/reports/comparison?${asked}`);
    expect(comparison.month).toBe('2026-01');
    expect(comparison.rows.length).toBeGreaterThan(5);
    const page = await place.coordinator.get(`/mesa/comparar?${asked}`);
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('Lo que ambas cuentan igual')]);
    const paper = await place.coordinator.get(`/api/reports/comparison/report.pdf?${asked}`);
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    const told = spawnSync('pdftotext', ['-', '-'], { input: paper.rawPayload });
    // Where the machine has the tool.
    if (told.error === undefined) expect(told.stdout.toString('utf8')).toContain('Página 1 de 1');
  });

  it('refuses one board, and a board with itself', async () => {
    const status = async (query: string) =>
      (await place.coordinator.get(`/api/reports/comparison?${query}`)).statusCode;
    expect(await status('boards=mesa-a&month=2026-01')).toBe(400);
    expect(await status('boards=mesa-a,mesa-a&month=2026-01')).toBe(422);
    expect(await status('boards=mesa-a,mesa-b&month=enero')).toBeGreaterThanOrEqual(400);
  });

  it('is open to members, who coordinates and auditors while it can change; to others there is no such board', async () => {
    const paths = [
      ...['reports/2026-01/report.json', 'reports/2026-01/report.csv-metadata.json'],
      ...['observatory?month=2026-01', 'observatory/2026-01.csv'],
    ].map((path) => `/api/boards/mesa-a/${path}`);
    const pages = ['/mesa/mesa-a/2026-01', `/mesa/comparar?${asked}`, `/api/reports/comparison?${asked}`];
    const status = async (who: Caller, path: string) => (await who.get(path)).statusCode;
    await eventually(async () => ((await status(place.member, `/mesa/comparar?${asked}`)) === 200 ? true : undefined));
    const foreign = new Caller(place.app, 'demo-coordinacion-bo');
    for (const path of [...paths, ...pages]) {
      for (const who of [place.member, place.coordinator, new Caller(place.app, 'demo-auditoria')]) {
        expect([path, await status(who, path)]).toEqual([path, 200]);
      }
      for (const who of [place.stranger, foreign, new Caller(place.app, 'demo-datos-01')]) {
        expect([path, await status(who, path)]).toEqual([path, 404]);
      }
    }
    const theirs = await place.stranger.get(paths[0] ?? '');
    const none = await place.stranger.get('/api/boards/mesa-z/reports/2026-01/report.json');
    expect(theirs.json<{ type: string }>().type).toBe(none.json<{ type: string }>().type);
    expect((await place.member.get('/mesa')).body).toContain('/mesa/mesa-a/');
    expect((await place.stranger.get('/mesa')).body).not.toContain('/mesa/mesa-a/');
  });

  it('of one board is compared with another by nobody who reads only one of them', async () => {
    const member = (board: string) => `/api/boards/${board}/members`;
    await place.done(member('mesa-a'), { organization: 'pe-150112-linea', seat: 'mesa', from: '2026-01-01' });
    await eventually(async () =>
      (await place.stranger.get('/mesa/mesa-a/2026-01')).statusCode === 200 ? true : undefined,
    );
    for (const path of [`/mesa/comparar?${asked}`, `/api/reports/comparison?${asked}`]) {
      expect([path, (await place.stranger.get(path)).statusCode]).toEqual([path, 404]);
    }
  });

  it('leaves lines for what is agreed today, and room to sign', async () => {
    const { body } = await place.coordinator.get('/mesa/mesa-a/2026-01');
    expect(body).toContain('13. Acuerdos de hoy');
    expect(body).toContain('Asistencia y firmas');
    expect(body).toContain('href="#definitions"');
  });
});
