import { planOf, type World, world } from './world.js';

/** P1: an indicator has a baseline, a target and what it was found to be. */
describe('P1, schools with a plan of coexistence', () => {
  const api = '/api/boards/mesa-escuelas/plans';
  let at: World;
  let plan = '';
  beforeAll(async () => {
    at = await world();
    await at.found('mesa-escuelas');
    plan = (await at.done(api, planOf())).id;
    await at.done(`${api}/${plan}/approval`, { version: 1, norm: 'ORD-1-2026', on: '2026-01-15' });
  });
  afterAll(() => at.close());

  it('are counted from none towards twenty, in the order of the days', async () => {
    const goal = `${api}/${plan}/goals/M1/measurements`;
    await at.done(goal, { value: 12, on: '2026-03-01' });
    await at.done(goal, { value: 5, on: '2026-02-01' });
    expect(await at.read(`${api}/${plan}`)).toMatchObject({
      versions: [{ objectives: [{ goals: [{ baseline: 0, target: 20, unit: 'SCHOOLS' }] }] }],
      measured: [
        { goal: 'M1', on: '2026-02-01', value: 5 },
        { goal: 'M1', on: '2026-03-01', value: 12 },
      ],
    });
    expect(await at.refused(`${api}/${plan}/goals/M9/measurements`, { value: 1, on: '2026-03-01' })).toEqual([
      404,
      'plan/unknown-goal',
    ]);
  });

  it('are told to the report with the plan, action by action', async () => {
    const told: { readonly type: string; readonly data: object }[] = [];
    for await (const { events } of at.platform.facts.readAll()) {
      for (const { type, data } of events) if (/^(Plan|Goal)/u.test(type)) told.push({ type, data: data as object });
    }
    expect(told.map(({ type }) => type)).toEqual(['PlanApproved.v1', 'GoalMeasured.v1', 'GoalMeasured.v1']);
    expect(told[0]?.data).toMatchObject({ board: 'mesa-escuelas', plan, version: 1, objectives: [{ id: 'O1' }] });
    expect(told[1]?.data).toMatchObject({ goal: 'M1', value: 12 });
  });
});
