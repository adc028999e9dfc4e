import { type Countryside, demuna, founded, school, station } from './community.js';

const alert = { topic: 'GIRLS_RECRUITED', source: 'STUDENT_COUNCIL', place: school, to: demuna };

/** P5: young leaders say what happens around them: girls recruited, drugs, bullying. Nobody is named. */
describe('P5, an alert', () => {
  let at: Countryside;
  beforeAll(async () => {
    at = await founded();
  });
  afterAll(() => at.close());

  const given = async (change: object = {}) => {
    const sent = await at.teacher.post('/api/alerts', { ...alert, ...change });
    expect(sent.statusCode).toBe(201);
    return sent.json<{ readonly id: string }>().id;
  };

  it('reaches who is to answer it, with a day until when', async () => {
    const id = await given();
    expect(await at.read('/api/alerts', at.office)).toMatchObject([
      { id, topic: 'GIRLS_RECRUITED', status: 'open', due: '2026-03-17T04:59:59.999Z' },
    ]);
    expect((await at.police.get(`/api/alerts/${id}`)).statusCode).toBe(404);
    expect(await at.refused(`/api/alerts/${id}/looking`, {}, at.teacher)).toEqual([403, 'forbidden']);
    expect((await at.office.post(`/api/alerts/${id}/looking`)).statusCode).toBe(200);
    expect((await at.office.post(`/api/alerts/${id}/answer`, { answer: 'TALK_GIVEN' })).statusCode).toBe(200);
    expect(await at.read(`/api/alerts/${id}`, at.teacher)).toMatchObject({ status: 'answered', code: 'TALK_GIVEN' });
    expect(await at.refused(`/api/alerts/${id}/closure`, { reason: 'DUPLICATE' }, at.office)).toEqual([
      409,
      'alert/over',
    ]);
  });

  it('has no room for a name', async () => {
    const place = { ...alert, place: 'rosa-de-la-tienda' };
    expect(await at.refused('/api/alerts', place, at.teacher)).toEqual([422, 'alert/unknown-place']);
    expect((await at.teacher.post('/api/alerts', { ...alert, note: 'se llama' })).statusCode).toBe(400);
    expect(await at.refused('/api/alerts', { ...alert, to: 'nadie' }, at.teacher)).toEqual([
      422,
      'alert/unknown-receiver',
    ]);
    expect((await at.vigilant.post('/api/alerts', { ...alert, source: 'RONDA', place: 'ccapi' })).statusCode).toBe(201);
  });

  it('becomes a case that is handed on where somebody is found', async () => {
    const id = await given();
    const found = { type: 'SEXUAL', sex: 'F', ageBand: '12-17', language: 'QU', to: { organization: station } };
    const sent = await at.office.post(`/api/alerts/${id}/referral`, found, { 'idempotency-key': 'found-somebody' });
    expect(sent.statusCode).toBe(201);
    const { referral } = sent.json<{ readonly referral: string }>();
    expect(await at.read(`/api/referrals/${referral}`, at.police)).toMatchObject({
      from: demuna,
      purpose: 'COMPLAINT',
    });
    const shown = await at.read<object>(`/api/alerts/${id}`, at.teacher);
    expect(shown).toMatchObject({ status: 'referred', referredTo: station });
    // Who gave the alert is told that it went on, and no case.
    expect(shown).not.toHaveProperty('case');
    const again = await at.office.post(`/api/alerts/${id}/referral`, found, { 'idempotency-key': 'found-somebody' });
    expect(again.json<object>()).toEqual(sent.json<object>());
    expect(await at.refused(`/api/alerts/${id}/referral`, { ...found, ageBand: '6-11' }, at.office)).toEqual([
      409,
      'alert/over',
    ]);
  });

  it('comes back each time its day goes by without an answer', async () => {
    const id = await given({ topic: 'BULLYING' });
    await at.later('2026-03-17T06:00:00.000Z');
    expect(await at.read(`/api/alerts/${id}`, at.office)).toMatchObject({ times: 1, status: 'open' });
    await at.later('2026-03-25T06:00:00.000Z');
    expect(await at.read(`/api/alerts/${id}`, at.office)).toMatchObject({ times: 2 });
  });
});
