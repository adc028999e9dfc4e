import { monthOver } from '../../support/months.js';
import { activityOf, api, municipality, registerWorld, type RegisterWorld } from './register-world.js';

/** P11: so many were reached by messages, so many came to workshops, and a by-law came of it. */
describe('P11, from messages and workshops to a by-law', () => {
  let at: RegisterWorld;
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  it('counts people in a room by sex and age, people on the air by number, and what was issued', async () => {
    const people = [
      { sex: 'F', ageBand: '30-35', count: 150 },
      { sex: 'M', ageBand: '36-45', count: 118 },
    ];
    await at.done(`${api}/activities`, activityOf({ topic: 'EQUALITY_POLICY', people }));
    await at.done(`${api}/activities`, activityOf({ kind: 'RADIO', audience: 628_000 }));
    const bylaw = { kind: 'REGIONAL_BYLAW', number: 'ORD-017-2026', issuer: municipality, topic: 'EQUALITY_POLICY' };
    await at.done(`${api}/norms`, { ...bylaw, on: '2026-03-06' });
    expect(await at.read(`${api}/norms`)).toMatchObject([bylaw]);
    await monthOver(at);
    expect(await at.read(`${api}/evidence/2026-03/evidence.json`)).toMatchObject({
      through: '2026-03-31',
      ...{ audience: 628_000, done: { activities: 2, norms: 1 } },
      people: expect.arrayContaining([{ sex: 'ALL', ageBand: 'ALL', count: 268 }]),
    });
  });
});
