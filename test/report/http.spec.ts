import { spawnSync } from 'node:child_process';
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

  it('leaves lines for what is agreed today, and room to sign', async () => {
    const { body } = await place.coordinator.get('/mesa/mesa-a/2026-01');
    expect(body).toContain('13. Acuerdos de hoy');
    expect(body).toContain('Asistencia y firmas');
    expect(body).toContain('href="#definitions"');
  });
});
