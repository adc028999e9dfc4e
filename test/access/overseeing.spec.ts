import { cem, police } from '../acceptance/house.js';
import { board, History } from '../support/history.js';
import { type Place, place } from './support.js';

/** What is shown to members and to whoever oversees is not shown to other roles merely because they attend nobody. */
describe('Overseeing', () => {
  let here: Place;
  let alert: string;
  beforeAll(async () => {
    here = await place();
    await new History(here.platform, 'overseeing').establishBoard('2026-02-01T15:00:00.000Z');
    const given = { topic: 'BULLYING', source: 'SCHOOL', place: police, to: cem };
    const sent = await here.as('counter').post('/api/alerts', given);
    if (sent.statusCode !== 201) throw new Error(sent.body);
    alert = sent.json<{ id: string }>().id;
  }, 60_000);
  afterAll(() => here.close());

  it('is for whoever coordinates or audits', async () => {
    for (const who of ['leader', 'auditor']) {
      expect((await here.as(who).get(`/api/boards/${board}/agreements`)).statusCode).toBe(200);
      expect((await here.as(who).get(`/api/alerts/${alert}`)).statusCode).toBe(200);
      expect((await here.as(who).get('/api/alerts')).json<object[]>()).toHaveLength(1);
    }
  });

  it('opens no case out of an alert, and reads nothing courts were told', async () => {
    const found = { type: 'SEXUAL', sex: 'F', ageBand: '12-17', language: 'QU', to: { organization: police } };
    const referred = await here.as('leader').post(`/api/alerts/${alert}/referral`, found);
    expect([referred.statusCode, referred.json<{ code: string }>().code]).toEqual([403, 'forbidden']);
    for (const who of ['leader', 'member', 'officer', 'auditor', 'admin']) {
      const reports = await here.as(who).get('/api/reeducation/reports');
      expect([who, reports.statusCode]).toEqual([who, 403]);
      const helps = await here.as(who).get('/api/helps');
      expect([who, helps.statusCode]).toEqual([who, 403]);
    }
    expect((await here.as('chief').get('/api/reeducation/reports')).statusCode).toBe(200);
    for await (const { type } of here.platform.log.readStream(`alert-${alert}`)) expect(type).not.toBe('AlertReferred');
  });

  it.each(['admin', 'officer'])('is not for %s', async (who) => {
    expect((await here.as(who).get(`/api/boards/${board}/agreements`)).statusCode).toBe(403);
    expect((await here.as(who).get(`/api/alerts/${alert}`)).statusCode).toBe(404);
    expect((await here.as(who).get('/api/alerts')).json()).toEqual([]);
  });

  it('is not for a supervisor of another institution, who sees what is of their own', async () => {
    const elsewhere = await here.as('centre').post('/api/alerts', {
      ...{ topic: 'BULLYING', source: 'SCHOOL', place: cem, to: cem },
    });
    const { id } = elsewhere.json<{ id: string }>();
    expect((await here.as('chief').get(`/api/alerts/${id}`)).statusCode).toBe(404);
    expect((await here.as('chief').get(`/api/alerts/${alert}`)).statusCode).toBe(200);
  });
});
