import { at as workers, Caller, newCase, told } from '../../acceptance/house.js';
import { monthOver } from '../../support/months.js';
import { activityOf, api, board, registerWorld, type RegisterWorld } from './register-world.js';

/** A10: organizations of civil society sit on the board; donors are reported to without a word about anybody. */
describe('A10, civil society on the board, and what donors see', () => {
  let at: RegisterWorld;
  let caseId = '';
  beforeAll(async () => {
    at = await registerWorld();
    const police = new Caller(at.app, workers.police);
    caseId = told(await police.post('/api/cases', newCase)).id;
    await at.as(at.member, `${api}/activities`, activityOf({ people: [{ sex: 'F', ageBand: '18-25', count: 40 }] }));
    await monthOver(at);
  });
  afterAll(() => at.close());

  it('a member reads what the board keeps, and no case', async () => {
    expect(await at.read(`/api/boards/${board}`)).toMatchObject({
      members: expect.arrayContaining([expect.objectContaining({ seat: 'CIVIL_SOCIETY' })]),
    });
    expect(await at.read(`${api}/activities`, at.citizens)).toHaveLength(1);
    expect(await at.read(`${api}/agreements`, at.citizens)).toEqual([]);
    expect([403, 404]).toContain((await at.citizens.get(`/api/cases/${caseId}`)).statusCode);
  });

  it('a member takes the evidence to its donors', async () => {
    const evidence = await at.read<{ people: readonly object[] }>(`${api}/evidence/2026-03/evidence.json`, at.citizens);
    expect(evidence.people).toContainEqual({ sex: 'F', ageBand: 'ALL', count: 40 });
    expect((await at.outsider.get(`${api}/evidence/2026-03/evidence.json`)).statusCode).toBe(403);
  });
});
