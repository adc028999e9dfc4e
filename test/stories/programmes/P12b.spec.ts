import { cem } from '../../acceptance/house.js';
import { api, board, municipality, network, registerWorld, type RegisterWorld } from './register-world.js';

/** P12: whether a policy is carried out is seen on one page: agreement, finding, money and figure. */
describe('P12, what was agreed, found, paid and measured', () => {
  let at: RegisterWorld;
  let agreement = '';
  beforeAll(async () => {
    at = await registerWorld();
    agreement = await at.agree('Ampliar el horario del CEM', { indicator: 'referrals-answered' });
    const about = { network, observed: cem, topic: 'SERVICE_CLOSED', on: '2026-03-06', due: '2026-03-20' };
    const first = await at.as(at.citizens, `${api}/findings`, { ...about, text: 'Cierra a mediodía' });
    await at.as(at.citizens, `${api}/findings`, { ...about, topic: 'STAFF_MISSING', text: 'No hay quien traduzca' });
    await at.done(`${api}/findings/${first.id}/agreements`, { agreement });
    const line = { purpose: 'SERVICES', year: 2026, holder: municipality, amount: 2_500_000, currency: 'PEN' };
    await at.done(`${api}/budget-lines`, { ...line, on: '2026-02-01', agreement });
  });
  afterAll(() => at.close());

  it('is joined for a program', async () => {
    expect(await at.read(`${api}/oversight`, at.citizens)).toMatchObject({
      month: '2026-02',
      agreements: [
        {
          agreement: { id: agreement, indicator: 'referrals-answered', status: 'open' },
          findings: [{ values: { topic: 'SERVICE_CLOSED' } }],
          budget: [{ currency: 'PEN', assigned: 2_500_000, executed: 0 }],
          figure: { id: 'referrals-answered' },
        },
      ],
      loose: [{ values: { topic: 'STAFF_MISSING' } }],
    });
    expect((await at.outsider.get(`${api}/oversight`)).statusCode).toBe(403);
  });

  it('is joined on a page', async () => {
    const answer = await at.citizens.get(`/mesa/${board}/vigilancia`, {
      accept: 'text/html',
      'consistent-with': await at.head(),
    });
    const page = answer.body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
    expect(page).toContain('Ampliar el horario del CEM');
    expect(page).toContain('S/ 0.00 de S/ 25,000.00');
    expect(page).toContain('Servicio cerrado: Cierra a mediodía');
    expect(page).toMatch(/Hallazgos sin acuerdo .*Falta de personal: No hay quien traduzca/u);
  });
});
