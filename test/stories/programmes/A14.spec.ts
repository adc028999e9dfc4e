import { type Countryside, demuna, founded, heard, ronda, station } from './community.js';

/** A14: a ronda keeps watch, accompanies, reports and helps to execute measures; it settles no violence. */
describe('A14, a ronda campesina', () => {
  let at: Countryside;
  let id = '';
  beforeAll(async () => {
    at = await founded();
  });
  afterAll(() => at.close());

  it('reports to the station', async () => {
    const sent = await at.vigilant.post('/api/helps', { ...heard, matter: 'PHYSICAL', to: { organization: station } });
    expect(sent.statusCode).toBe(201);
    const told = sent.json<{ readonly id: string; readonly case: string }>();
    ({ id } = told);
    expect(await at.read(`/api/cases/${told.case}`, at.vigilant)).toMatchObject({ institution: ronda, entry: 'RONDA' });
  });

  it('helps to execute a measure', async () => {
    expect((await at.vigilant.post(`/api/helps/${id}/acts`, { act: 'HELPED_EXECUTE' })).statusCode).toBe(200);
    expect(await at.read('/api/helps', at.vigilant)).toMatchObject([
      { id, acts: ['ACCOMPANIED', 'HANDED_ON', 'HELPED_EXECUTE'] },
    ]);
    expect(await at.refused(`/api/helps/${id}/acts`, { act: 'ACCOMPANIED' }, at.volunteer)).toEqual([
      409,
      'help/not-yours',
    ]);
  });

  it('settles nothing: the answer is the norm', async () => {
    const answer = await at.vigilant.post(`/api/helps/${id}/acts`, { act: 'CONCILIATION' });
    expect(answer.statusCode).toBe(422);
    const { code, detail } = answer.json<{ readonly code: string; readonly detail: string }>();
    expect([code, detail]).toEqual(['help/settles-nothing', expect.stringContaining('Ley 30364')]);
    const atOnce = { ...heard, acts: ['CONCILIATION'] };
    expect(await at.refused('/api/helps', atOnce, at.vigilant)).toEqual([422, 'help/settles-nothing']);
    const beside = { ...heard, acts: ['CONCILIATION'], to: { organization: demuna } };
    expect(await at.refused('/api/helps', beside, at.vigilant)).toEqual([422, 'help/settles-nothing']);
  });
});
