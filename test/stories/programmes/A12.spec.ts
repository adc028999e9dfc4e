import { send } from '../../../src/platform.js';
import { type Countryside, defenders, demuna, founded, heard, recordedTimes, station } from './community.js';

/** A12: community defenders, volunteers who speak Quechua, hours from the next station and often without a signal. */
describe('A12, a community defence council', () => {
  let at: Countryside;
  beforeAll(async () => {
    at = await founded();
  });
  afterAll(() => at.close());

  it('is registered with its volunteers by code, their terms and their training', async () => {
    const term = { defender: 'D-01', from: '2024-01-01', training: 'IN_TRAINING' };
    expect((await at.volunteer.post(`/api/councils/${defenders}/defenders`, term)).statusCode).toBe(201);
    await at.done(`/api/councils/${defenders}/defenders/D-01/training`, { training: 'TRAINED', on: '2024-08-01' });
    await at.done(`/api/councils/${defenders}/recognition`, { by: 'pe-080708-municipalidad', on: '2021-03-01' });
    expect(await at.read(`/api/councils/${defenders}`)).toMatchObject({
      kind: 'COMMUNITY_DEFENDER',
      district: '080708',
      recognised: { on: '2021-03-01' },
      defenders: [{ defender: 'D-01', training: 'TRAINED' }],
    });
    expect((await at.police.post(`/api/councils/${defenders}/defenders`, term)).statusCode).toBe(403);
  });

  it('hands on what a volunteer was told, with little of the person and a way to reach her that is sealed', async () => {
    const body = { ...heard, agrees: true, danger: true, contact: 'con la vecina', to: { organization: station } };
    const sent = await at.volunteer.post('/api/helps', body);
    expect(sent.statusCode).toBe(201);
    const { referral, case: opened } = sent.json<{ readonly referral: string; readonly case: string }>();
    expect(await at.read(`/api/referrals/${referral}`, at.police)).toMatchObject({
      ...{ from: defenders, to: station, purpose: 'COMPLAINT', urgency: 'IMMEDIATE' },
      message: { safeContact: 'con la vecina' },
    });
    expect(await at.read(`/api/cases/${opened}`, at.volunteer)).toMatchObject({
      ...{ entry: 'COMMUNITY_DEFENDER', language: 'QU', ageBand: '26-29', types: ['PSYCHOLOGICAL'] },
      identityState: 'none',
    });
    for await (const { events } of at.platform.log.readAll()) {
      for (const { dataText } of events) expect(dataText).not.toContain('vecina');
    }
  });

  it('keeps without a signal, sends late and twice: it counts once, on the day it happened', async () => {
    const kept = { ...heard, to: { organization: station }, effectiveAt: '2026-02-27T18:30:00-05:00' };
    const key = { 'idempotency-key': 'kept-on-the-phone-0001' };
    const types = ['HelpRecorded', 'CaseOpened', 'ReferralSent'];
    const before = await recordedTimes(at, ...types);
    const sent = await at.volunteer.post('/api/helps', kept, key);
    const again = await at.volunteer.post('/api/helps', kept, key);
    expect([sent.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.json<object>()).toEqual(sent.json<object>());
    expect(await recordedTimes(at, ...types)).toBe(before + types.length);
    const { id, referral } = sent.json<{ readonly id: string; readonly referral: string }>();
    const listed = await at.read<readonly { readonly id: string; readonly at: string }[]>('/api/helps', at.volunteer);
    expect(listed.find((each) => each.id === id)?.at).toBe('2026-02-27T23:30:00.000Z');
    expect(await at.read(`/api/referrals/${referral}`, at.police)).toMatchObject({
      sentAt: '2026-02-27T23:30:00.000Z',
    });
    const other = await at.volunteer.post('/api/helps', { ...kept, matter: 'PHYSICAL' }, key);
    expect(other.statusCode).toBe(422);
  });

  it('sends the form before midnight in Lima and again after it, to whoever takes nothing by then: it counts once', async () => {
    const key = { 'idempotency-key': 'draft-on-the-phone-0001' };
    const form = { ...heard, acts: 'ACCOMPANIED', day: '2026-03-10', to: demuna, contact: 'con la vecina' };
    const types = ['HelpRecorded', 'CaseOpened', 'ReferralSent'];
    const before = await recordedTimes(at, ...types);
    const sending = (change: object = {}) =>
      at.volunteer.post('/comunidades/ayuda', new URLSearchParams({ ...form, ...change }).toString(), {
        ...{ 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...key },
      });
    await at.later('2026-03-11T03:00:00.000Z');
    const sent = await sending();
    const closing = { do: 'change-status', service: `${demuna}-1`, status: 'inactive', from: '2026-03-10' } as const;
    await send(at.platform, 'organization', { id: demuna, command: closing, actor: 'setup', commandId: 'closing' });
    await at.later('2026-03-11T13:00:00.000Z');
    const again = await sending();
    expect([sent.statusCode, again.statusCode]).toEqual([303, 303]);
    expect(again.headers.location).toBe(sent.headers.location);
    expect(await recordedTimes(at, ...types)).toBe(before + types.length);
    expect((await sending({ day: '2026-03-09' })).statusCode).toBe(422);
    const late = await at.volunteer.post('/api/helps', { ...heard, to: { organization: demuna } });
    expect(late.json<{ readonly code: string }>().code).toBe('referral/destination-closed');
  });

  it('opens no case for what is no violence, and takes nothing from others or from the future', async () => {
    const to = { organization: station };
    const refused = (change: object, who = at.volunteer) => at.refused('/api/helps', { ...heard, ...change }, who);
    expect(await refused({ matter: 'CHILD_MAINTENANCE', to })).toEqual([422, 'help/no-violence']);
    expect(await refused({}, at.police)).toEqual([403, 'community/not-a-council']);
    expect(await refused({ community: 'otra' })).toEqual([422, 'community/not-its-community']);
    expect(await refused({ effectiveAt: '2027-01-01T00:00:00Z' })).toEqual([422, 'effective-in-future']);
    expect(await refused({ to: { organization: 'pe-080708-nadie' } })).toEqual([422, 'referral/unknown-destination']);
    expect(await refused({ to: { organization: defenders } })).toEqual([422, 'referral/to-oneself']);
    expect((await at.volunteer.post('/api/helps', { ...heard, matter: 'CHILD_MAINTENANCE' })).statusCode).toBe(201);
  });
});
