import { api, registerWorld, type RegisterWorld } from './register-world.js';

/** P1: leaders win a project in the participatory budget, from the proposal to what was built with it. */
describe('P1, a project of the participatory budget', () => {
  let at: RegisterWorld;
  let id = '';
  beforeAll(async () => {
    at = await registerWorld();
    const project = {
      ...{ kind: 'PARTICIPATORY_BUDGET', title: 'Escuelas que conviven', districts: ['150112'] },
      ...{ funders: ['muni-150112'], from: '2026-01-01', until: '2026-12-31', budget: 5_000_000, currency: 'PEN' },
    };
    id = (await at.done(`${api}/projects`, project)).id;
  });
  afterAll(() => at.close());

  it('goes through its stages in their order, each on its day', async () => {
    const stages = `${api}/projects/${id}/stages`;
    await at.done(stages, { stage: 'PROPOSED', on: '2026-01-10' });
    expect(await at.refused(stages, { stage: 'FUNDED', on: '2026-01-20' })).toEqual([
      409,
      'project/stage-out-of-order',
    ]);
    await at.done(stages, { stage: 'PRIORITISED', on: '2026-01-31' });
    await at.done(stages, { stage: 'FUNDED', on: '2026-02-15' });
    expect(await at.read(`${api}/projects/${id}`)).toMatchObject({
      steps: [{ stage: 'PROPOSED' }, { stage: 'PRIORITISED' }, { stage: 'FUNDED', on: '2026-02-15' }],
    });
  });

  it('is told with its stages and its cents, and without its title', async () => {
    const told: string[] = [];
    for await (const { events } of at.platform.facts.readAll()) {
      for (const { type, data } of events) if (type.startsWith('Project')) told.push(JSON.stringify({ type, data }));
    }
    expect(told).toHaveLength(4);
    expect(told[0]).toContain('5000000');
    expect(told.join('')).not.toContain('Escuelas');
  });
});
