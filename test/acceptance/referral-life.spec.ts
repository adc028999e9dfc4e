import { deriveId } from '#decider';
import { send } from '../../src/platform.js';
import { at, Caller, cem, eventually, health, type House, house, newCase, police, serviceOf } from './house.js';
import { told, toldAll, toPsychology } from './house.js';

/** What the stories look into of a referral. */
interface Shown {
  readonly status: string;
  readonly to: string;
  readonly leg: number;
  readonly legs: readonly { readonly leg: number; readonly to: string; readonly left?: string }[];
  readonly clocks: readonly { readonly waitsFor: string; readonly institution: string; readonly due: string }[];
  readonly consent: { readonly basis: string; readonly mode?: string; readonly withdrawn: boolean };
  readonly messageState: string;
  readonly message?: { readonly note?: string };
  readonly allowed: readonly string[];
  readonly appointment?: { readonly at: string };
  readonly wakeAt?: string;
  readonly steps: readonly { readonly type: string }[];
}

const minute = 60_000;
const hour = 60 * minute;

describe('What becomes of a referral', () => {
  let h: House;
  let counter: Caller;
  let centre: Caller;
  let clinic: Caller;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    centre = new Caller(h.app, at.cem);
    clinic = new Caller(h.app, at.health);
    const offer = { do: 'offer', service: clinicPsychology, kind: 'PSYCHOLOGY', name: 'Psicología', schedules: [] };
    await send(h.platform, 'organization', {
      ...{ id: health, command: offer, actor: 'setup', commandId: deriveId('setup', clinicPsychology) },
    });
  });
  afterAll(() => h.close());

  const clinicPsychology = serviceOf(health, 'PSYCHOLOGY');
  const toClinic = { organization: health, service: clinicPsychology };
  const agreed = { basis: 'consented', mode: 'THUMBPRINT', language: 'QU' };

  const pass = (milliseconds: number) =>
    h.clock.advanceTo(new Date(Date.parse(h.clock.now()) + milliseconds).toISOString());
  const inHours = (hours: number) => new Date(Date.parse(h.clock.now()) + hours * hour).toISOString();

  const opened = async (): Promise<string> => told(await counter.post('/api/cases', newCase)).id;

  /** Sends a referral from the counter to the centre; answers with its address. */
  const sent = async (more: object = {}): Promise<string> => {
    const answer = await counter.post('/api/referrals', { ...toPsychology(await opened()), ...more });
    expect(answer.statusCode).toBe(201);
    return answer.headers['location'] as string;
  };

  /** Takes a step and answers with how the referral stands then, as who took it sees it. */
  const take = async (who: Caller, url: string, step: string, body: object = {}): Promise<Shown> => {
    const answer = await who.post(`${url}/${step}`, body);
    expect([step, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([step, 200, '']);
    return see(who, url, answer.headers['log-position'] as string);
  };
  const see = async (who: Caller, url: string, position = ''): Promise<Shown> => {
    const answer = await who.get(url, { 'consistent-with': position === '' ? await h.head() : position });
    expect(answer.statusCode).toBe(200);
    return answer.json<Shown>();
  };
  const refused = async (who: Caller, url: string, step: string, body: object = {}) => {
    const answer = await who.post(`${url}/${step}`, body);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    return [answer.statusCode, told(answer).code];
  };

  it('is handed on when it is not taken: one referral, a chain of legs, a consent for each', async () => {
    const url = await sent({ note: 'PALABRAS' });
    await take(centre, url, 'decline', { reason: 'NO_CAPACITY' });
    const declined = await see(counter, url);
    expect(declined.clocks).toMatchObject([{ waitsFor: 'referral-reviewed', institution: police }]);
    const alternatives = await counter.get(`${url}/alternatives`);
    expect(alternatives.json()).toMatchObject([{ organization: health, service: clinicPsychology }]);

    const onward = { to: toClinic, reason: 'DECLINED' };
    const incomplete = { ...onward, consent: { basis: 'consented' } };
    expect(await refused(counter, url, 'reroute', incomplete)).toEqual([422, 'referral/consent-incomplete']);
    const again = { ...onward, to: { organization: cem, service: serviceOf(cem, 'PSYCHOLOGY') }, consent: agreed };
    expect(await refused(counter, url, 'reroute', again)).toEqual([422, 'referral/same-service']);
    const moved = await take(counter, url, 'reroute', { ...onward, consent: agreed, sameWords: true });
    expect(moved).toMatchObject({ status: 'sent', leg: 2, to: health, consent: { mode: 'THUMBPRINT' } });
    expect(moved.legs.map(({ leg, to, left }) => [leg, to, left])).toEqual([
      [1, cem, 'DECLINED'],
      [2, health, undefined],
    ]);
    expect(moved.clocks).toMatchObject([{ waitsFor: 'referral-acknowledged', institution: health }]);

    expect((await see(clinic, url)).message?.note).toBe('PALABRAS');
    // Whoever had it before has no part in it any more.
    expect((await centre.get(url)).statusCode).toBe(404);
    const mine = toldAll(await counter.get('/api/referrals?box=from&state=all&limit=200'));
    expect(mine.filter(({ id }) => url.endsWith(id))).toHaveLength(1);
  });

  it('goes by appointment, past one nobody came to, to an attention, an answer and its review', async () => {
    const url = await sent({ safeContact: 'Por la promotora.' });
    const accepted = await take(centre, url, 'acceptance');
    expect(accepted.clocks).toMatchObject([{ waitsFor: 'referral-attended', institution: cem }]);
    const place = { place: 'AT_SERVICE', companion: 'COMMUNITY_DEFENDER' };
    const past = { ...place, at: inHours(-1) };
    expect(await refused(centre, url, 'appointment', past)).toEqual([422, 'referral/appointment-in-past']);

    // Said with the offset of the place; kept, and compared, in UTC.
    const local = inHours(2 - 5).replace('Z', '-05:00');
    expect((await take(centre, url, 'appointment', { ...place, at: local })).appointment?.at).toBe(inHours(2));
    expect(await refused(centre, url, 'absence')).toEqual([409, 'referral/appointment-not-yet']);
    const moved = { ...place, at: inHours(3) };
    expect(await refused(centre, url, 'appointment', moved)).toEqual([422, 'referral/change-without-reason']);
    await take(centre, url, 'appointment', { ...moved, change: { by: 'PERSON', reason: 'NO_CHILDCARE' } });

    pass(4 * hour);
    const missed = await take(centre, url, 'absence');
    expect(missed).toMatchObject({ status: 'not-attended' });
    expect(missed.clocks).toContainEqual(expect.objectContaining({ waitsFor: 'person-contacted', institution: cem }));
    expect((await take(centre, url, 'contact', { result: 'REACHED' })).status).toBe('accepted');
    const early = { outcome: 'SERVICE_RECEIVED' };
    expect(await refused(centre, url, 'report-back', early)).toEqual([409, 'referral/served-without-attention']);
    await take(centre, url, 'attendance', { service: 'PSYCHOLOGY' });
    const answered = await take(centre, url, 'report-back', early);
    expect(answered).toMatchObject({ status: 'reported-back' });
    // An answer alone closes nothing: who sent it has to read it.
    expect(await refused(centre, url, 'closure', { disposition: 'NEED_MET' })).toEqual([409, 'referral/not-yours']);
    expect(await take(counter, url, 'closure', { disposition: 'NEED_MET' })).toMatchObject({
      status: 'closed',
      clocks: [],
    });
  });

  it('waits on a list until the day comes, and is taken up again by the clock', async () => {
    const url = await sent();
    await take(centre, url, 'acceptance');
    const until = inHours(30);
    const late = { reason: 'WAITING_LIST', until: inHours(-1) };
    expect(await refused(centre, url, 'hold', late)).toEqual([422, 'referral/wake-in-past']);
    const held = await take(centre, url, 'hold', { reason: 'WAITING_LIST', until: until.replace('Z', '+00:00') });
    expect(held).toMatchObject({ status: 'on-hold', wakeAt: until });
    pass(31 * hour);
    const woken = await eventually(async () => {
      const now = await see(centre, url);
      return now.status === 'on-hold' ? undefined : now;
    });
    expect([woken.status, woken.steps.at(-1)?.type]).toEqual(['accepted', 'ReferralResumed']);
  });

  it('is called back freely before the yes, and only with the receiver’s word after it', async () => {
    const before = await sent();
    const asked = { by: 'PERSON', reason: 'PERSON_CHANGED_MIND' };
    expect(await take(counter, before, 'cancellation', asked)).toMatchObject({ status: 'cancelled', clocks: [] });

    const after = await sent();
    await take(centre, after, 'acceptance');
    expect(await take(counter, after, 'cancellation', asked)).toMatchObject({ status: 'cancel-asked' });
    const there = await see(centre, after);
    expect(there.clocks).toContainEqual(
      expect.objectContaining({ waitsFor: 'cancellation-confirmed', institution: cem }),
    );
    expect(await take(centre, after, 'cancellation', asked)).toMatchObject({ status: 'cancelled' });
  });

  it('lets a person take back what she allowed, at either end, and shows no word of hers from then on', async () => {
    const url = await sent({ note: 'PALABRAS', safeContact: 'Por la promotora.' });
    await take(centre, url, 'acceptance');
    expect((await see(centre, url)).messageState).toBe('shown');
    const withdrawn = await take(centre, url, 'consent-withdrawal', { mode: 'VERBAL' });
    expect(withdrawn).toMatchObject({ status: 'cancelled', messageState: 'ended', consent: { withdrawn: true } });
    expect(withdrawn.message).toBeUndefined();
    expect(withdrawn.allowed).not.toContain('withdraw');

    const duty = await sent({ consent: { basis: 'legal-duty', duty: 'RISK_TO_LIFE' } });
    expect((await see(counter, duty)).allowed).not.toContain('withdraw');
    expect(await refused(counter, duty, 'consent-withdrawal')).toEqual([409, 'referral/no-consent-to-withdraw']);
  });

  it('is one of several of a crisis, each agreed to and moved on by itself', async () => {
    const { to, purpose, urgency, consent } = toPsychology('');
    const first = { to, purpose, urgency, consent, note: 'PALABRAS' };
    const second = { to: toClinic, purpose: 'MENTAL_HEALTH', urgency, consent: { basis: 'without-identity' } };
    const body = { case: await opened(), referrals: [first, second] };
    const key = { 'idempotency-key': 'one-crisis-two-referrals' };
    const answer = await counter.post('/api/referral-bundles', body, key);
    expect(answer.statusCode).toBe(201);
    const url = answer.headers['location'] as string;
    const shown = async (who: Caller) =>
      (await who.get(url, { 'consistent-with': await h.head() })).json<readonly Shown[]>();
    expect((await shown(counter)).map(({ to: where, consent: { basis } }) => [where, basis])).toEqual([
      [cem, 'consented'],
      [health, 'without-identity'],
    ]);
    // A receiver sees its own alone.
    expect((await shown(clinic)).map(({ to: where }) => where)).toEqual([health]);
    expect((await new Caller(h.app, at.court).get(url)).statusCode).toBe(404);
    const before = await h.head();
    await counter.post('/api/referral-bundles', body, key);
    expect(await h.head()).toBe(before);
  });

  it('takes a slip back within a minute, and not after it', async () => {
    const url = await sent();
    await take(centre, url, 'decline', { reason: 'DUPLICATE' });
    expect(await refused(counter, url, 'undo')).toEqual([409, 'referral/nothing-to-undo']);
    pass(minute);
    const undone = await take(centre, url, 'undo');
    expect(undone).toMatchObject({ status: 'sent', clocks: [{ waitsFor: 'referral-acknowledged' }] });
    expect(undone.steps.map(({ type }) => type).slice(-2)).toEqual(['ReferralDeclined', 'ReferralUndone']);

    await take(centre, url, 'acceptance');
    pass(minute + 1);
    expect((await see(centre, url)).allowed).not.toContain('undo');
    expect(await refused(centre, url, 'undo')).toEqual([409, 'referral/too-late-to-undo']);
  });

  it('is listed as stuck for both its ends when an appointment has passed and nobody says what came of it', async () => {
    const url = await sent();
    const stuck = async (who: Caller) =>
      (await who.get('/api/referrals/stuck', { 'consistent-with': await h.head() }))
        .json<readonly { readonly id: string; readonly stuck: string }[]>()
        .filter(({ id }) => url.endsWith(id))
        .map((each) => each.stuck);
    await take(centre, url, 'acceptance');
    await take(centre, url, 'appointment', { at: inHours(1), place: 'BY_PHONE' });
    pass(2 * hour);
    // There is time left for writing it down.
    expect(await stuck(centre)).toEqual([]);
    pass(25 * hour);
    expect([await stuck(centre), await stuck(counter), await stuck(clinic)]).toEqual([
      ['appointment-without-result'],
      ['appointment-without-result'],
      [],
    ]);
    await take(centre, url, 'absence');
    expect(await stuck(centre)).toEqual([]);
  });

  it('adds words that move nothing', async () => {
    const url = await sent();
    const before = await see(centre, url);
    const noted = await take(centre, url, 'note', { note: 'PALABRAS' });
    expect([noted.status, noted.clocks]).toEqual([before.status, before.clocks]);
    for await (const { events } of h.platform.log.readAll()) {
      for (const { dataText } of events) expect(dataText).not.toContain('PALABRAS');
    }
  });
});
