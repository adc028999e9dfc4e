import { activityOf, api, municipality, registerWorld, type RegisterWorld } from './register-world.js';

/** A15: a municipality funds communal councils out of its participatory budget, and builds their capacities. */
describe('A15, the money and the workshops of the communal councils', () => {
  let at: RegisterWorld;
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  it('a line of the budget is for a council, and says what is left of it', async () => {
    const line = {
      ...{ purpose: 'COUNCILS', year: 2026, holder: municipality, amount: 4_000_000, currency: 'PEN' },
      on: '2026-02-01',
    };
    expect(await at.refused(`${api}/budget-lines`, line, at.council)).toEqual([422, 'budget/for-nothing']);
    const { id } = await at.as(at.council, `${api}/budget-lines`, { ...line, council: 'consejo-ccapi' });
    await at.as(at.council, `${api}/budget-lines/${id}/executions`, { amount: 1_500_000, on: '2026-03-01' });
    expect(
      await at.refused(`${api}/budget-lines/${id}/executions`, { amount: 2_500_001, on: '2026-03-02' }, at.council),
    ).toEqual([409, 'budget/over-executed']);
    expect(await at.read(`${api}/budget-lines/${id}`)).toMatchObject({
      ...{ council: 'consejo-ccapi', amount: 4_000_000 },
      steps: [{ type: 'BudgetExecuted', amount: 1_500_000 }],
    });
  });

  it('what builds capacity is in the register of activities', async () => {
    const workshop = activityOf({ kind: 'CAPACITY_BUILDING', topic: 'PARTICIPATION', place: 'comunidad-ccapi' });
    await at.as(at.council, `${api}/activities`, workshop);
    expect(await at.read(`${api}/activities`)).toMatchObject([{ kind: 'CAPACITY_BUILDING', place: 'comunidad-ccapi' }]);
  });
});
