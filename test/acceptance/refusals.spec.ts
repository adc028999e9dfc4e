import { StoreLocked } from '#event-log/sqlite';
import { openEmbedded } from '../../src/modes/embedded.js';
import { send } from '../../src/platform.js';
import { at, Caller, cem, court, type House, house, newCase, police, serviceOf, told, toPsychology } from './house.js';

describe('What the API does not take', () => {
  let h: House;
  let counter: Caller;
  let centre: Caller;
  let id: string;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    centre = new Caller(h.app, at.cem);
    ({ id } = told(await counter.post('/api/cases', newCase)));
    const closed = { service: serviceOf(cem, 'LEGAL'), status: 'temporarily-closed' };
    const setup = { actor: 'setup', commandId: '01900000-0000-7000-8000-0000000000aa' };
    await send(h.platform, 'organization', { id: cem, command: { do: 'change-status', ...closed }, ...setup });
  });
  afterAll(() => h.close());

  /** Runs a request that must fail; checks that nothing was written. */
  const refused = async (request: () => ReturnType<Caller['post']>) => {
    const before = await h.head();
    const answer = await request();
    expect(await h.head()).toBe(before);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const { code, errors = [], allowed } = told(answer);
    return { status: answer.statusCode, code, fields: errors.map((each) => `${each.pointer} ${each.code}`), allowed };
  };
  const referral = (more: object = {}) => ({ ...toPsychology(id), ...more });
  const to = (organization: string, service: string) => ({ to: { organization, service } });
  const absent = '01900000-0000-7000-8000-000000000000';

  it.each([
    ['malformed JSON', '{"case": ', 400, 'malformed-body', []],
    ['a body that is no object', '[]', 400, 'validation', [' type/object']],
    ['an unknown field', { surprise: 1 }, 400, 'validation', ['/surprise unknown-field']],
    ['a code that is in no list', { urgency: 'TOMORROW' }, 400, 'validation', ['/urgency not-allowed']],
    ['text that is too long', { note: 'x'.repeat(281) }, 400, 'validation', ['/note too-long']],
    ['another type', { note: 5 }, 400, 'validation', ['/note type/string']],
    ['a missing field', { consent: undefined }, 400, 'validation', ['/consent required']],
    ['a field missing inside', { to: { organization: cem } }, 400, 'validation', ['/to/service required']],
    ['an id that is none', { case: 'seven' }, 400, 'validation', ['/case format/uuid']],
    [
      'a day that does not exist',
      { effectiveAt: '2026-02-30T10:00:00Z' },
      400,
      'validation',
      ['/effectiveAt format/date-time'],
    ],
    ['a time to come', { effectiveAt: '2026-03-10T15:00:00Z' }, 422, 'effective-in-future', []],
    ['an unknown case', { case: absent }, 404, 'referral/unknown-case', []],
    ['an unknown organization', to('pe-150112-nadie', 'x'), 422, 'referral/unknown-destination', []],
    ['an unknown service', to(cem, 'x'), 422, 'referral/unknown-destination', []],
    ['a service that is closed', to(cem, serviceOf(cem, 'LEGAL')), 422, 'referral/destination-closed', []],
    [
      'one that takes none',
      to('pe-150112-linea', 'pe-150112-linea-social'),
      422,
      'referral/destination-takes-none',
      [],
    ],
    ['oneself', to(police, serviceOf(police, 'POLICE_PROTECTION')), 422, 'referral/to-oneself', []],
    ['a duty unnamed', { consent: { basis: 'legal-duty' } }, 422, 'referral/duty-missing', []],
    [
      'a note without consent',
      { consent: { basis: 'without-identity' }, note: 'x' },
      422,
      'referral/words-without-consent',
      [],
    ],
  ])('a referral with %s', async (_, change, status, code, fields) => {
    const body = typeof change === 'string' ? change : referral(change);
    expect(await refused(() => counter.post('/api/referrals', body))).toEqual({
      status,
      code,
      fields,
      allowed: undefined,
    });
  });

  it.each([
    ['a principal type that is not named', { principal: 'SEXUAL' }, 422, 'case/principal-not-among-types', []],
    ['an age that is text', { age: '31' }, 400, 'validation', ['/age type/integer']],
    ['an age nobody reaches', { age: 300 }, 400, 'validation', ['/age too-big']],
    ['a type twice', { types: ['PHYSICAL', 'PHYSICAL'] }, 400, 'validation', ['/types repeated']],
    ['another institution', { institution: cem }, 400, 'validation', ['/institution unknown-field']],
    ['a person nobody knows', { person: absent }, 422, 'case/unknown-person', []],
  ])('a case with %s', async (_, change, status, code, fields) => {
    const answer = await refused(() => counter.post('/api/cases', { ...newCase, ...change }));
    expect(answer).toEqual({ status, code, fields, allowed: undefined });
  });

  it('a step out of turn, and names those in turn', async () => {
    const sent = told(await counter.post('/api/referrals', referral()));
    const attend = () => centre.post(`/api/referrals/${sent.id}/attendance`, { service: 'PSYCHOLOGY' });
    expect(await refused(attend)).toMatchObject({
      status: 409,
      code: 'referral/step-not-allowed',
      allowed: ['withdraw', 'note', 'accept', 'receive', 'decline', 'reroute'],
    });
    const accept = () => counter.post(`/api/referrals/${sent.id}/acceptance`);
    expect(await refused(accept)).toMatchObject({ status: 409, code: 'referral/not-yours' });
    const measures = () => centre.post(`/api/cases/${id}/measures`, { granted: true, measures: [] });
    expect(await refused(measures)).toMatchObject({ status: 409, code: 'case/report-not-sent' });
  });

  it('a step before the beginning of what it is a step of', async () => {
    const sent = told(await counter.post('/api/referrals', referral()));
    const early = { effectiveAt: '2020-01-01T10:00:00Z' };
    const receive = () => centre.post(`/api/referrals/${sent.id}/receipt`, early);
    expect(await refused(receive)).toMatchObject({ status: 422, code: 'effective-before-start' });
    const attend = () => counter.post(`/api/cases/${id}/attentions`, { service: 'PSYCHOLOGY', ...early });
    expect(await refused(attend)).toMatchObject({ status: 422, code: 'effective-before-start' });
  });

  it('the decision of a court the report did not go to', async () => {
    await counter.post(`/api/cases/${id}/reports`, { court });
    await counter.post(`/api/cases/${id}/report-receipts`);
    const decide = () => counter.post(`/api/cases/${id}/measures`, { granted: true, measures: ['NO_ACERCAMIENTO'] });
    expect(await refused(decide)).toMatchObject({ status: 409, code: 'case/not-the-court' });
    const unknown = () => counter.post(`/api/cases/${id}/reports`, { court: 'pe-150112-nadie' });
    expect(await refused(unknown)).toMatchObject({ status: 422, code: 'case/unknown-court' });
  });

  it('an assessment below what the answers show', async () => {
    const answers = [
      { item: 'weapon_access', value: 'YES' },
      { item: 'separated', value: 'LEFT' },
      { item: 'unemployed', value: 'NO' },
      { item: 'weapon_used', value: 'YES' },
    ];
    const assess = (body: object) => () =>
      counter.post(`/api/cases/${id}/risk-assessments`, { instrument: 'PE-FVR-PAREJA', answers, ...body });
    expect(await refused(assess({ level: 'MILD' }))).toMatchObject({ status: 422, code: 'case/level-below-answers' });
    expect(await refused(assess({ instrument: 'PE-OTHER' }))).toMatchObject({ code: 'case/unknown-instrument' });
    const twice = { answers: [...answers, { item: 'weapon_used', value: 'NO' }] };
    expect(await refused(assess(twice))).toMatchObject({ status: 422, code: 'case/bad-answers' });
    expect((await assess({})()).statusCode).toBe(201);
    const scored = await counter.get(`/api/cases/${id}`, { 'consistent-with': await h.head() });
    expect(scored.json()).toMatchObject({ risk: 'SEVERE' });
  });

  it('a revision somebody has passed', async () => {
    const sent = told(await counter.post('/api/referrals', referral()));
    const url = `/api/referrals/${sent.id}`;
    expect((await centre.post(`${url}/receipt`, {}, { 'if-match': '"1"' })).statusCode).toBe(200);
    const stale = await refused(() => centre.post(`${url}/acceptance`, {}, { 'if-match': '"1"' }));
    expect(stale).toMatchObject({ status: 412, code: 'precondition-failed' });
    expect(await refused(() => centre.post(`${url}/acceptance`, {}, { 'if-match': '1' }))).toMatchObject({
      status: 400,
      code: 'if-match-malformed',
    });
  });

  it('a key that was used with another body, also one that holds personal data', async () => {
    const key = { 'idempotency-key': 'one-key-two-bodies' };
    const note = (text: string) => referral({ note: text });
    expect((await counter.post('/api/referrals', note('una'), key)).statusCode).toBe(201);
    const other = await refused(() => counter.post('/api/referrals', note('otra'), key));
    expect(other).toMatchObject({ status: 422, code: 'command-reused' });
    expect((await counter.post('/api/referrals', note('una'), key)).headers['idempotent-replayed']).toBe('true');
  });

  it.each([
    ['/api/cases/seven', 404, 'not-found'],
    ['/api/boards/%00', 404, 'not-found'],
    ['/api/directory/organizations/nobody', 404, 'not-found'],
    ['/api/referrals', 400, 'validation'],
    ['/api/referrals?box=to&state=lost', 400, 'validation'],
    ['/api/cases?limit=1000', 400, 'validation'],
  ])('GET %s', async (url, status, code) => {
    expect(await refused(() => counter.get(url))).toMatchObject({ status, code });
  });

  it('a second writer on the same store', async () => {
    const before = await h.head();
    await expect(openEmbedded({ paths: h.paths })).rejects.toBeInstanceOf(StoreLocked);
    expect(await h.head()).toBe(before);
    expect((await counter.post('/api/cases', newCase)).statusCode).toBe(201);
  });
});
