import { api, municipality, registerWorld, type RegisterWorld } from './register-world.js';

/** P9: the participatory budget brings money to what was agreed, and what was spent of it can be seen. */
describe('P9, the money of an agreement', () => {
  let at: RegisterWorld;
  let agreement = '';
  let id = '';
  beforeAll(async () => {
    at = await registerWorld();
    agreement = await at.agree('Dar presupuesto a los consejos comunales');
    const line = { purpose: 'COUNCILS', year: 2026, holder: municipality, amount: 3_000_000, currency: 'PEN' };
    id = (await at.as(at.council, `${api}/budget-lines`, { ...line, on: '2026-02-01', agreement })).id;
  });
  afterAll(() => at.close());

  it('is spent in cents, and a spending entered by mistake is taken back', async () => {
    const spend = `${api}/budget-lines/${id}/executions`;
    await at.as(at.council, spend, { amount: 1_000_050, on: '2026-02-20' });
    await at.as(at.council, spend, { amount: 1_000_050, on: '2026-02-21' });
    const { steps } = await at.read<{ steps: readonly { id: string }[] }>(`${api}/budget-lines/${id}`);
    await at.as(at.council, `${api}/budget-lines/${id}/steps/${steps[1]?.id}/withdrawal`, { reason: 'ENTERED_TWICE' });
    expect(await at.read(`${api}/oversight`)).toMatchObject({
      agreements: [{ agreement: { id: agreement }, budget: [{ assigned: 3_000_000, executed: 1_000_050 }] }],
    });
  });

  it('grows by a correction, never below what was spent', async () => {
    const line = await at.read<Record<string, object>>(`${api}/budget-lines/${id}`);
    const fields = ['purpose', 'year', 'holder', 'currency', 'on', 'agreement'];
    const body = Object.fromEntries(Object.entries(line).filter(([name]) => fields.includes(name)));
    const correction = (amount: number) => ({ ...body, amount, reason: 'MORE_IS_KNOWN' });
    const url = `${api}/budget-lines/${id}/correction`;
    expect(await at.refused(url, correction(1_000_049), at.council)).toEqual([409, 'budget/over-executed']);
    await at.as(at.council, url, correction(4_000_000));
    expect(await at.read(`${api}/budget-lines/${id}`)).toMatchObject({ amount: 4_000_000 });
  });
});
