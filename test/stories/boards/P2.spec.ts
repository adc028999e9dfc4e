import { planOf, type World, world } from './world.js';

/** P2: two provinces, two plans, each approved and recognised where it is. */
describe('P2, two provincial plans', () => {
  let at: World;
  beforeAll(async () => {
    at = await world();
    await at.found('mesa-jauja', { level: 'provincial', territory: ['120401'] });
    await at.found('mesa-tayacaja', { level: 'provincial', territory: ['090701'] });
  });
  afterAll(() => at.close());

  it('are of their own boards and territories, and neither board reads the other’s', async () => {
    const ids: string[] = [];
    for (const board of ['mesa-jauja', 'mesa-tayacaja']) {
      const { id } = await at.done(`/api/boards/${board}/plans`, planOf({ title: `Plan de ${board}` }));
      await at.done(`/api/boards/${board}/plans/${id}/approval`, { version: 1, norm: 'ORD-1', on: '2026-01-15' });
      ids.push(id);
    }
    const [jauja, tayacaja] = ids;
    expect(await at.read('/api/boards/mesa-jauja/plans')).toMatchObject([{ id: jauja, territory: ['120401'] }]);
    expect(await at.read('/api/boards/mesa-tayacaja/plans')).toMatchObject([{ id: tayacaja, territory: ['090701'] }]);
    const approval = { version: 2, norm: 'ORD-2', on: '2026-02-15' };
    expect(await at.refused(`/api/boards/mesa-jauja/plans/${tayacaja}/approval`, approval)).toEqual([
      404,
      'plan/unknown',
    ]);
  });
});
