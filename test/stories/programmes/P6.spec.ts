import { api, registerWorld, type RegisterWorld } from './register-world.js';

/** P6: two municipalities of two countries visit each other and take home what works. */
describe('P6, an exchange between municipalities', () => {
  let at: RegisterWorld;
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  const visit = {
    ...{ host: 'pe-150112', from: '2026-03-03', until: '2026-03-05', topics: ['CARE_OF_CASES', 'PREVENTION'] },
    delegations: [
      { of: 'bo-el-alto', people: 6 },
      { of: 'pe-150112', people: 9 },
    ],
  };

  it('says who came by number, on what, and what came of it', async () => {
    const agreement = await at.agree('Adoptar la ficha de El Alto');
    const body = { ...visit, undertaking: 'Compartir las guías', agreement, covenant: 'CONV-2018-04' };
    const { id } = await at.as(at.council, `${api}/exchanges`, body);
    expect(await at.read(`${api}/exchanges/${id}`)).toMatchObject(body);
  });

  it('is over before it is entered, and ends after it began', async () => {
    expect(await at.refused(`${api}/exchanges`, { ...visit, until: '2026-04-05' })).toEqual([422, 'register/not-yet']);
    expect(await at.refused(`${api}/exchanges`, { ...visit, until: '2026-03-02' })).toEqual([
      422,
      'register/period-reversed',
    ]);
  });
});
