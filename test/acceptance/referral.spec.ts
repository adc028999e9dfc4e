import {
  at,
  Caller,
  cem,
  eventually,
  type House,
  house,
  newCase,
  police,
  serviceOf,
  told,
  toldAll,
  toPsychology,
} from './house.js';

describe('A hand-over from a police counter to the centre and back, over the API', () => {
  let h: House;
  let counter: Caller;
  let centre: Caller;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    centre = new Caller(h.app, at.cem);
  });
  afterAll(() => h.close());

  /** Opens a case at the counter and answers with its id. */
  const opened = async (more: object = {}): Promise<string> => {
    const sent = await counter.post('/api/cases', { ...newCase, ...more });
    expect(sent.statusCode).toBe(201);
    return sent.json().id as string;
  };

  it('goes from sent to closed, each end taking its own steps', async () => {
    const id = await opened();
    const sent = await counter.post('/api/referrals', {
      ...toPsychology(id),
      note: 'Llegar con intérprete.',
      safeContact: 'No llamar.',
    });
    expect(sent.statusCode).toBe(201);
    const url = sent.headers['location'] as string;

    const there = await centre.get(url, { 'consistent-with': sent.headers['log-position'] as string });
    expect(there.json()).toMatchObject({
      from: police,
      to: cem,
      status: 'sent',
      messageState: 'shown',
      message: { note: 'Llegar con intérprete.', safeContact: 'No llamar.' },
      allowed: ['withdraw', 'note', 'accept', 'receive', 'decline', 'reroute'],
      due: '2026-03-10T15:00:00.000Z',
    });
    expect((await counter.get(url)).json().allowed).toEqual(['withdraw', 'note', 'reroute', 'cancel', 'undo']);
    const inbox = await centre.get('/api/referrals?box=to');
    expect(toldAll(inbox).map(({ id: each }) => each)).toContain(sent.json().id);

    let revision = there.headers['etag'] as string;
    const step = async (who: Caller, name: string, body: object, expected: string) => {
      const answer = await who.post(`${url}/${name}`, body, { 'if-match': revision });
      expect([name, answer.statusCode]).toEqual([name, 200]);
      revision = answer.headers['etag'] as string;
      const read = await who.get(url, { 'consistent-with': answer.headers['log-position'] as string });
      expect(read.json().status).toBe(expected);
    };
    await step(centre, 'receipt', {}, 'received');
    await step(centre, 'acceptance', {}, 'accepted');
    await step(centre, 'attendance', { service: 'PSYCHOLOGY' }, 'attended');
    await step(centre, 'report-back', { outcome: 'SERVICE_RECEIVED' }, 'reported-back');
    const answered = await counter.get('/api/referrals?box=from&state=answered');
    expect(toldAll(answered).map(({ id: each }) => each)).toContain(sent.json().id);
    await step(counter, 'closure', { disposition: 'NEED_MET' }, 'closed');
    expect(told(await counter.get(url)).steps.map(({ type }) => type)).toEqual([
      'ReferralSent',
      'ReferralReceived',
      'ReferralAccepted',
      'ReferralAttended',
      'ReferralReportedBack',
      'ReferralClosed',
    ]);
  });

  it('sends one referral, however often it is sent', async () => {
    const id = await opened();
    const key = { 'idempotency-key': '0190-double-tap' };
    const body = { ...toPsychology(id), note: 'Una sola vez.' };
    const [first, second] = await Promise.all([
      counter.post('/api/referrals', body, key),
      counter.post('/api/referrals', body, key),
    ]);
    const third = await counter.post('/api/referrals', body, key);
    expect(new Set([first, second, third].map((sent) => sent.json().id as string)).size).toBe(1);
    expect(third.headers['idempotent-replayed']).toBe('true');
    const before = await h.head();
    const other = await counter.post('/api/referrals', { ...body, urgency: 'IMMEDIATE' }, key);
    expect([other.statusCode, other.json().code]).toEqual([422, 'command-reused']);
    expect(await h.head()).toBe(before);
  });

  it('takes its risk, its country and its sender from the case and the actor, never from the body', async () => {
    const id = await opened();
    await counter.post(`/api/cases/${id}/risk-assessments`, { level: 'SEVERE' });
    const position = await h.head();
    const body = { ...toPsychology(id) };
    const sent = await counter.post('/api/referrals', body, { 'consistent-with': position });
    const read = await counter.get(`/api/referrals/${sent.json().id}`, {
      'consistent-with': sent.json().position as string,
    });
    expect(read.json()).toMatchObject({ risk: 'SEVERE', from: police, due: '2026-03-09T16:00:00.000Z' });
    const forged = await counter.post('/api/referrals', { ...body, from: cem, risk: 'MILD' });
    expect([
      forged.statusCode,
      told(forged)
        .errors.map(({ pointer }) => pointer)
        .sort(),
    ]).toEqual([400, ['/from', '/risk']]);
  });

  it('is answered with the same "not found" whether it is absent or somebody else’s', async () => {
    const id = await opened();
    const sent = await counter.post('/api/referrals', toPsychology(id));
    const stranger = new Caller(h.app, at.health);
    const strip = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
    const foreign = (await stranger.get(`/api/referrals/${sent.json().id}`)).json();
    const absent = (await stranger.get('/api/referrals/01900000-0000-7000-8000-000000000000')).json();
    expect(strip(foreign)).toEqual(strip(absent));
    expect(strip((await stranger.get(`/api/cases/${id}`)).json())).toEqual(
      strip((await stranger.get('/api/cases/01900000-0000-7000-8000-000000000000')).json()),
    );
    expect((await stranger.post('/api/referrals', toPsychology(id))).json().code).toBe('referral/unknown-case');
    // The receiver now takes part in the case, and may hand it on.
    const onward = {
      ...toPsychology(id),
      to: { organization: police, service: serviceOf(police, 'POLICE_PROTECTION') },
    };
    expect((await centre.post('/api/referrals', { ...onward, purpose: 'EXECUTE_MEASURES' })).statusCode).toBe(201);
  });

  it('keeps the words sealed in the files and out of the logs, and says when they are erased', async () => {
    const id = await opened({ identity: { name: 'NOMBRE-DE-PRUEBA' } });
    const sent = await counter.post('/api/referrals', { ...toPsychology(id), note: 'PALABRAS-DE-PRUEBA' });
    const url = `/api/referrals/${sent.json().id}`;
    expect((await centre.get(url)).json().message.note).toBe('PALABRAS-DE-PRUEBA');
    for await (const { events } of h.platform.log.readAll()) {
      for (const { dataText } of events) expect(dataText).not.toMatch(/PALABRAS|NOMBRE/);
    }
    expect(h.logged()).not.toMatch(/PALABRAS|NOMBRE/);
    const mine = await counter.get(`/api/cases/${id}?reveal=identity`);
    expect(mine.json()).toMatchObject({ identityState: 'shown', identity: { name: 'NOMBRE-DE-PRUEBA' } });
    expect((await centre.get(`/api/cases/${id}?reveal=identity`)).json().identityState).toBe('sealed');
    await h.platform.vault.erase(mine.json().person as string);
    expect((await centre.get(url)).json()).toMatchObject({ messageState: 'erased' });
    expect((await counter.get(`/api/cases/${id}?reveal=identity`)).json().identityState).toBe('erased');
    const again = await counter.post('/api/referrals', { ...toPsychology(id), note: 'otra vez' });
    expect([again.statusCode, again.json().code]).toEqual([410, 'erased']);
  });

  it('tells the ends that something waits, without a word of what', async () => {
    const id = await opened();
    const send = async () => (await counter.post('/api/referrals', toPsychology(id))).json().id as string;
    const [declined, lapsed] = [await send(), await send()];
    await centre.post(`/api/referrals/${declined}/decline`, { reason: 'NO_CAPACITY' });
    h.clock.advanceTo('2026-03-10T15:00:00.001Z');
    const notices = await eventually(() => {
      const about = h.notices().filter(({ ref }) => ref === declined || ref === lapsed);
      return about.length >= 9 ? about : undefined;
    });
    const kinds = notices
      .map(({ to, kind, ref }) => `${ref === lapsed ? 'lapsed' : 'declined'} ${kind} → ${to}`)
      .sort();
    expect(kinds).toEqual([
      // The decline was not read within its term: first who should have read it is called, then who leads them.
      `declined clock-owner → ${police}`,
      `declined clock-supervisor → ${police}/supervisor`,
      `declined referral-declined → ${police}`,
      `declined referral-sent → ${cem}`,
      `lapsed clock-owner → ${cem}`,
      `lapsed clock-supervisor → ${cem}/supervisor`,
      `lapsed referral-lapsed → ${cem}`,
      `lapsed referral-lapsed → ${police}`,
      `lapsed referral-sent → ${cem}`,
    ]);
    expect(new Set(notices.flatMap((notice) => Object.keys(notice)))).toEqual(
      new Set(['id', 'to', 'kind', 'ref', 'at']),
    );
  });
});
