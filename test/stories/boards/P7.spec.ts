import { nobodys, planOf, type World, world } from './world.js';

/** P7: local action is linked to the objective of the plan above it, up to the nation. */
describe('P7, from the national plan to the district', () => {
  let at: World;
  let national = '';
  beforeAll(async () => {
    at = await world();
    await at.found('cman', { level: 'national' });
    await at.found('irc', { level: 'regional' });
    await at.found('idc');
    national = (await at.done('/api/boards/cman/plans', planOf())).id;
  });
  afterAll(() => at.close());

  const draft = (board: string, plan: string, objective = 'O1') =>
    [`/api/boards/${board}/plans`, planOf({}, { plan, objective })] as const;

  it('an objective serves one of an approved plan of a higher level', async () => {
    expect(await at.refused(...draft('irc', national))).toEqual([422, 'plan/unknown-objective']);
    await at.done(`/api/boards/cman/plans/${national}/approval`, { version: 1, norm: 'DS-008-2016', on: '2026-01-02' });
    const regional = (await at.done(...draft('irc', national))).id;
    await at.done(`/api/boards/irc/plans/${regional}/approval`, { version: 1, norm: 'ORD-R-1', on: '2026-01-20' });
    const district = (await at.done(...draft('idc', regional))).id;
    expect(await at.read(`/api/boards/idc/plans/${district}`)).toMatchObject({
      draft: { objectives: [{ supports: { plan: regional, objective: 'O1' } }] },
    });
  });

  it('and no other', async () => {
    expect(await at.refused(...draft('idc', national, 'O9'))).toEqual([422, 'plan/unknown-objective']);
    expect(await at.refused(...draft('idc', nobodys))).toEqual([422, 'plan/unknown-objective']);
    expect(await at.refused(...draft('cman', national))).toEqual([422, 'plan/unknown-objective']);
  });
});
