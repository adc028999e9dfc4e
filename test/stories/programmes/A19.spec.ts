import { api, registerWorld, type RegisterWorld } from './register-world.js';

/** A19: projects are registered with where, by whom, until when, and what they are to change. */
describe('A19, a project and its outcomes', () => {
  let at: RegisterWorld;
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  const project = {
    ...{ kind: 'COOPERATION', title: 'Redes que cuidan', districts: ['150112'], funders: ['fondo-italo-peruano'] },
    ...{ from: '2026-01-01', until: '2027-12-31', budget: 9_000_050, currency: 'EUR' },
    outcomes: [{ indicator: 'men-changed', baseline: 0, target: 200, by: '2027-06-30' }],
  };

  it('is measured day by day by its own indicators, towards its targets', async () => {
    const { id } = await at.as(at.citizens, `${api}/projects`, project);
    const measure = `${api}/projects/${id}/measurements`;
    await at.as(at.citizens, measure, { indicator: 'men-changed', value: 30, on: '2026-03-01' });
    expect(await at.refused(measure, { indicator: 'women', value: 1, on: '2026-03-01' }, at.citizens)).toEqual([
      422,
      'project/unknown-outcome',
    ]);
    expect(await at.refused(`${api}/projects/${id}/stages`, { stage: 'PROPOSED', on: '2026-03-01' })).toEqual([
      422,
      'project/no-stages',
    ]);
    expect(await at.read(`${api}/projects/${id}`)).toMatchObject({ ...project, steps: [{ value: 30 }] });
  });

  it('has activities, materials and money of its own', async () => {
    const { id } = await at.as(at.citizens, `${api}/projects`, project);
    const other = '0a000000-0000-8000-8000-000000000000';
    const line = { purpose: 'PREVENTION', year: 2026, holder: 'pe-150112-red', amount: 100, currency: 'EUR' };
    const body = { ...line, on: '2026-02-01' };
    expect(await at.refused(`${api}/budget-lines`, { ...body, project: other })).toEqual([
      422,
      'register/unknown-project',
    ]);
    await at.done(`${api}/budget-lines`, { ...body, project: id });
    expect(await at.read(`${api}/budget-lines`)).toMatchObject([{ project: id, amount: 100 }]);
  });
});
