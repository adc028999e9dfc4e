import { at as workers, Caller, newCase, told } from '../../acceptance/house.js';
import { activityOf, api, congress, municipality, registerWorld, type RegisterWorld } from './register-world.js';

/** A11: those who govern and represent get what is published, are spoken to, and never see a case. */
describe('A11, a mayor and a congresswoman', () => {
  let at: RegisterWorld;
  let caseId = '';
  beforeAll(async () => {
    at = await registerWorld();
    const police = new Caller(at.app, workers.police);
    caseId = told(await police.post('/api/cases', newCase)).id;
  });
  afterAll(() => at.close());

  it('read the report of the month: on the board as it stands, outside it once it is published', async () => {
    const live = `${api}/reports/2026-02/report.json`;
    const edition = `${api}/editions/2026-02`;
    const published = `${edition}/1/public/report.json`;
    expect((await at.outsider.get(live)).statusCode).toBe(404);
    expect((await at.outsider.get(published)).statusCode).toBe(404);
    expect((await at.council.get(live)).statusCode).toBe(200);
    await at.done(`${edition}/freeze`);
    await at.done(`${edition}/approval`, { minutes: '2-2026' });
    for (const profile of ['board', 'public']) await at.done(`${edition}/publication`, { profile });
    const forMembers = `${edition}/1/board/report.json`;
    expect((await at.council.get(live)).headers.location).toBe(forMembers);
    for (const [reader, path] of [
      [at.council, forMembers],
      [at.council, published],
      [at.outsider, published],
    ] as const) {
      const answer = await reader.get(path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect(answer.body).not.toContain(caseId);
    }
  });

  it('are refused every case, and its referrals and its history', async () => {
    for (const reader of [at.council, at.outsider]) {
      const answers = [
        await reader.get(`/api/cases/${caseId}`),
        await reader.get(`/api/audit/cases/${caseId}`),
        await reader.post('/api/referrals', { case: caseId }),
        await reader.post(`/api/cases/${caseId}/risk-assessments`, { level: 'SEVERE' }),
      ];
      for (const { statusCode, body } of answers) {
        expect([400, 403, 404]).toContain(statusCode);
        expect(body).not.toContain('18-25');
      }
    }
  });

  it('are handed what was printed for them, and addressed by what is done in public', async () => {
    const report = { kind: 'REPORT', title: 'Informe anual de la mesa', language: 'ES', topic: 'EQUALITY_POLICY' };
    const { id } = await at.done(`${api}/materials`, { ...report, on: '2026-03-02' });
    for (const to of [municipality, congress]) {
      await at.done(`${api}/materials/${id}/transfers`, { to, on: '2026-03-05', copies: 3 });
    }
    await at.done(`${api}/activities`, activityOf({ kind: 'ADVOCACY', addressed: congress }));
    expect(await at.read(`${api}/materials/${id}`)).toMatchObject({
      steps: [{ to: municipality }, { to: congress, copies: 3 }],
    });
    expect(await at.read(`${api}/activities`)).toMatchObject([{ kind: 'ADVOCACY', addressed: congress }]);
  });
});
