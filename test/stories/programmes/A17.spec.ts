import { at as workers, Caller, cem, health, newCase, police, told, toPsychology } from '../../acceptance/house.js';
import type { Report } from '../../../src/report/domain/model.js';
import { History } from '../../support/history.js';
import { monthOver } from '../../support/months.js';
import { publishMonth } from '../../support/publishing.js';
import { activityOf, api, board, network, registerWorld, type RegisterWorld } from './register-world.js';

/** A17: evaluators from outside read what the board can show of its work, and nothing it was made of. */
describe('A17, evidence for evaluators', () => {
  let at: RegisterWorld;
  let evaluator: Caller;
  const secrets: string[] = [];
  beforeAll(async () => {
    at = await registerWorld();
    evaluator = new Caller(at.app, 'demo-evaluacion');
    const history = new History(at.platform, 'evidence');
    for (let nth = 0; nth < 36; nth += 1) {
      // A count that few institutions made is theirs, not the public's.
      const institution = [police, cem, health][nth % 3] ?? police;
      const at = `2026-02-${10 + Math.floor(nth / 3)}T15:00:00.000Z`;
      await history.openCase(at, { institution, entry: nth === 0 ? 'POLICE' : 'SELF' });
    }
    const station = new Caller(at.app, workers.police);
    const caseId = told(await station.post('/api/cases', newCase)).id;
    const referral = told(await station.post('/api/referrals', toPsychology(caseId)));
    const people = [
      { sex: 'F', ageBand: '18-25', count: 40 },
      { sex: 'M', ageBand: '18-25', count: 3 },
      { sex: 'F', ageBand: '60-plus', count: 21 },
      { sex: 'M', ageBand: '60-plus', count: 17 },
    ];
    const activity = await at.as(at.member, `${api}/activities`, activityOf({ people, audience: 628_000 }));
    const staff = ['st-secreto-1', 'st-secreto-2'];
    const course = { topic: 'CARE_OF_CASES', on: '2026-01-15', organization: police, staff, hours: 8 };
    const training = await at.as(at.member, `${api}/trainings`, course);
    const text = 'Texto que no sale de la mesa';
    const about = { network, observed: cem, topic: 'WAITING_TIME', on: '2026-03-06', due: '2026-03-20', text };
    const finding = await at.as(at.citizens, `${api}/findings`, about);
    const project = {
      ...{ kind: 'COOPERATION', title: 'Título que no sale', districts: ['150112'], funders: ['fundacion-1'] },
      ...{ from: '2025-01-01', until: '2027-12-31', budget: 12_345_600, currency: 'EUR' },
      outcomes: [
        { indicator: 'schools-with-plan', baseline: 0, target: 20, by: '2026-12-31' },
        { indicator: 'leaders', baseline: 4, target: 30, by: '2026-12-31' },
      ],
    };
    const { id } = await at.done(`${api}/projects`, project);
    await at.done(`${api}/projects/${id}/measurements`, {
      indicator: 'schools-with-plan',
      value: 12,
      on: '2026-02-01',
    });
    secrets.push(caseId, referral.id, activity.id, training.id, finding.id, id, ...staff, text, project.title);
    await monthOver(at);
    await at.read(`${api}/projects`);
  });
  afterAll(() => at.close());

  const read = async (path: string): Promise<string> => {
    const answer = await evaluator.get(path, { 'consistent-with': await at.head() });
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.body;
  };
  const files = ['json', 'csv'].map((format) => `${api}/evidence/2026-03/evidence.${format}`);

  it('shows totals, money and outcomes', async () => {
    const evidence = JSON.parse(await read(`${api}/evidence/2026-03/evidence.json`)) as Record<string, object>;
    expect(evidence).toMatchObject({
      ...{ board, year: 2026, done: { activities: 1, findings: 1 }, audience: 628_000 },
      projects: [
        {
          ...{ kind: 'COOPERATION', funders: ['fundacion-1'], budget: 12_345_600, currency: 'EUR' },
          outcomes: [
            { indicator: 'schools-with-plan', baseline: 0, target: 20, value: 12, on: '2026-02-01' },
            { indicator: 'leaders', baseline: null, target: 30 },
          ],
        },
      ],
    });
  });

  it('shows no figure that was not published, and those that were as everybody was told them', async () => {
    const figures = async (month: string, who: Caller) => {
      const answer = await who.get(`${api}/evidence/${month}/evidence.json`, { 'consistent-with': await at.head() });
      return answer.json<{ figures: readonly Record<string, number | string | null>[] }>().figures;
    };
    expect(await figures('2026-02', evaluator)).toEqual([]);
    await publishMonth(at.app, board, '2026-02');
    for (const who of [evaluator, at.member, at.coordinator]) {
      expect(await figures('2026-03', who)).toEqual([]);
      const over = await figures('2026-02', who);
      // Thirty-six of the board's month, which knows it to one.
      expect(over.find(({ id }) => id === 'open-cases')).toMatchObject({ status: 'published', value: 35 });
      // One of them came by the police, and what is left beside it would tell.
      expect(over.find(({ id }) => id === 'new-police-complaints')).toMatchObject({ status: 'hidden', value: null });
    }
    const { figures: printed } = await at.read<Report>(`${api}/editions/2026-02/1/board/report.json`);
    expect(printed.indicators.find(({ id }) => id === 'open-cases')).toMatchObject({ value: 36 });
  }, 180_000);

  it('withholds what is small, and what it could be worked out from', async () => {
    const { people, trained } = JSON.parse(await read(files[0] ?? '')) as {
      people: readonly { sex: string; ageBand: string; count: number | null }[];
      trained: readonly object[];
    };
    const count = (sex: string, ageBand: string) => people.find((each) => each.sex === sex && each.ageBand === ageBand);
    expect(count('M', '18-25')).toMatchObject({ count: null });
    expect(people.filter(({ count: each }) => each === null).length).toBeGreaterThan(1);
    expect(people.filter(({ count: each }) => each !== null && each > 0 && each < 10)).toEqual([]);
    expect(trained).toEqual([
      { topic: 'CARE_OF_CASES', count: null },
      { topic: 'ALL', count: null },
    ]);
  });

  it('holds no case, no referral, no entry, no staff and no text, in whatever form it is read', async () => {
    for (const path of [...files, `/mesa/${board}/evidencia?mes=2026-03`]) {
      const body = await read(path);
      expect(secrets.filter((secret) => body.includes(secret))).toEqual([]);
      expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}/u);
    }
  });

  it('holds no count of people from 1 to 9 in any figure of the report', async () => {
    const { figures } = JSON.parse(await read(`${api}/evidence/2026-02/evidence.json`)) as {
      figures: readonly Record<'value' | 'numerator' | 'denominator', number | null>[];
    };
    const small = figures.flatMap(({ numerator, denominator }) =>
      [numerator, denominator].filter((each) => each !== null && each > 0 && each < 10),
    );
    expect(figures).not.toEqual([]);
    expect(small).toEqual([]);
  });

  it('is led to from the way in', async () => {
    const entry = await evaluator.get('/');
    expect([entry.statusCode, entry.headers.location]).toEqual([303, '/evidencia']);
    expect(await read('/evidencia')).toContain(`href="/mesa/${board}/evidencia"`);
  });

  it('is all an evaluator sees: no register, no session, no draft, no case, and nothing to change', async () => {
    const closed = [
      ...['activities', 'trainings', 'findings', 'oversight', 'sessions', 'agreements', 'plans'].map(
        (each) => `${api}/${each}`,
      ),
      ...['/api/boards', api, '/api/me', '/api/directory/organizations', '/api/alerts', '/api/funds', '/api/cases'],
      ...[`${api}/reports/2026-03/report.json`, `/mesa/${board}/2026-03`, '/mesa', `/mesa/${board}/sesion`],
      ...[`/mesa/${board}/vigilancia`, '/comunidades', '/alertas', '/programas', '/programas/fondos', '/auditoria'],
      // Published for the members of the board.
      `${api}/editions/2026-03/1/board/report.json`,
    ];
    for (const path of closed) expect([path, (await evaluator.get(path)).statusCode]).toEqual([path, 403]);
    // Published for everybody: none was yet.
    expect((await evaluator.get(`${api}/editions/2026-03/1/public/report.json`)).statusCode).toBe(404);
    expect((await evaluator.get(`${api}/editions`)).statusCode).toBe(200);
    expect((await evaluator.post(`${api}/activities`, activityOf())).statusCode).toBe(403);
    expect((await evaluator.get(`${api}/evidence/2026-05/evidence.json`)).statusCode).toBe(404);
    expect((await evaluator.get(`${api}/evidence/2026-03/evidence.pdf`)).statusCode).toBe(404);
  });
});
