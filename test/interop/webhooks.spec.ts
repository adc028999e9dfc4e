import { deriveId } from '#event-log';
import { send } from '../../src/platform.js';
import { at, Caller, eventually, type House, house, newCase, serviceOf, told } from '../acceptance/house.js';
import { Receiver, signatureOf } from './webhooks-receiver.js';

const municipality = 'pe-150112-municipalidad';

interface Shown {
  readonly id: string;
  readonly secret?: string;
  readonly status: string;
  readonly pausedFor?: string;
  readonly taken: number;
  readonly waiting: number;
  readonly dead: number;
}

/** The system of an institution, which is told what becomes of its referrals. */
describe('a subscription', () => {
  let h: House;
  let coordinator: Caller;
  let police: Caller;
  let officer: Caller;
  let gone = false;
  let receiver: Receiver;

  beforeAll(async () => {
    h = await house();
    await h.platform.markDemo();
    const tell = (command: object, ...parts: string[]) =>
      send(h.platform, 'organization', {
        ...{ id: municipality, command, actor: 'setup', commandId: deriveId('setup', municipality, ...parts) },
      });
    const service = serviceOf(municipality, 'SOCIAL');
    await tell({
      ...{ do: 'register', organization: municipality, name: 'DEMUNA', kind: 'DEMUNA', country: 'PE' },
      district: '150112',
    });
    await tell({ do: 'offer', service, kind: 'SOCIAL', name: 'DEMUNA: apoyo social', schedules: [] }, 'offer');
    coordinator = new Caller(h.app, 'demo-coordinacion');
    police = new Caller(h.app, at.police);
    officer = new Caller(h.app, 'demo-municipalidad-01');
    receiver = await Receiver.open(() => (gone ? 410 : 204));
  });
  afterAll(async () => {
    await h.close();
    await receiver.close();
  });

  const subscribed = async (body: object = { url: receiver.url }): Promise<Shown> => {
    const answer = await coordinator.post('/api/webhooks', body);
    expect(answer.statusCode).toBe(201);
    return answer.json<Shown>();
  };
  const shown = async (id: string) => (await coordinator.get(`/api/webhooks/${id}`)).json<Shown>();
  const referredTo = async (organization: string, kind: string): Promise<string> => {
    const { id } = told(await police.post('/api/cases', newCase));
    const answer = await police.post('/api/referrals', {
      ...{ case: id, to: { organization, service: serviceOf(organization, kind) }, purpose: 'SOCIAL_CARE' },
      ...{ urgency: 'PRIORITY', consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' } },
    });
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
    return told(answer).id;
  };
  const of = (referral: string) => receiver.received.filter(({ event }) => event.subject === `referral-${referral}`);
  const toldOf = async (referral: string, types: readonly string[]) => {
    await eventually(() => (of(referral).length >= types.length ? true : undefined));
    expect(of(referral).map(({ event }) => event.type)).toEqual(types);
    return of(referral);
  };

  it('is told what concerns its institution, signed, and nothing of others', async () => {
    const { id, secret = '' } = await subscribed();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const others = await referredTo('pe-150112-cem', 'SOCIAL');
    const own = await referredTo(municipality, 'SOCIAL');
    await officer.post(`/api/referrals/${own}/acceptance`);
    const all = await toldOf(own, ['ReferralSent.v1', 'ReferralReceived.v1', 'ReferralAccepted.v1']);
    const [sent] = all;
    expect(of(others)).toEqual([]);
    expect(sent?.event.data).toMatchObject({ referral: own, from: 'pe-150112-comisaria-familia', to: municipality });
    expect([sent?.id, sent?.contentType]).toEqual([sent?.event.id, 'application/cloudevents+json; charset=utf-8']);
    for (const each of all) expect(each.signatures).toEqual([signatureOf(each, secret)]);
    const { taken, waiting, dead, status } = await eventually(async () => {
      const now = await shown(id);
      return now.taken === 3 ? now : undefined;
    });
    expect([taken, waiting, dead, status]).toEqual([3, 0, 0, 'active']);
    await coordinator.post(`/api/webhooks/${id}/end`);
  });

  it('signs with both secrets for a day after one was changed, then with the new one', async () => {
    const { id, secret: first = '' } = await subscribed();
    const { secret: second = '' } = (await coordinator.post(`/api/webhooks/${id}/rotation`)).json<Shown>();
    const ping = async () => {
      const before = receiver.received.length;
      await coordinator.get(`/api/webhooks/${id}?consistentWith=${await h.head()}`);
      expect((await coordinator.post(`/api/webhooks/${id}/test`)).json()).toEqual({ taken: true });
      const [got] = receiver.received.slice(before);
      if (got === undefined) throw new Error('no ping came');
      return got;
    };
    const both = await ping();
    expect(both.event.type).toBe('ping');
    expect(both.signatures).toEqual([signatureOf(both, second), signatureOf(both, first)]);
    h.clock.advanceTo(new Date(Date.parse(h.clock.now()) + 24 * 3_600_000).toISOString());
    const one = await ping();
    expect(one.signatures).toEqual([signatureOf(one, second)]);
    await coordinator.post(`/api/webhooks/${id}/end`);
  });

  it('shows its secret once: not to the same command again, not in lists, not in the log', async () => {
    const key = { 'idempotency-key': 'subscribe-0001' };
    const made = (await coordinator.post('/api/webhooks', { url: receiver.url }, key)).json<Shown>();
    const again = (await coordinator.post('/api/webhooks', { url: receiver.url }, key)).json<Shown>();
    expect([again.id, again.secret]).toEqual([made.id, undefined]);
    const secret = (made.secret ?? '').replace('whsec_', '');
    expect(JSON.stringify(await shown(made.id))).not.toContain(secret);
    for await (const event of h.platform.log.readStream(`webhook-${made.id}`)) {
      expect(event.dataText).not.toContain(secret);
    }
    expect(h.logged()).not.toContain(secret);
    expect(h.logged()).not.toContain(receiver.url);
    await coordinator.post(`/api/webhooks/${made.id}/end`);
  });

  it('holds back what comes while it is paused, and sends it when it is resumed', async () => {
    const { id } = await subscribed();
    await coordinator.post(`/api/webhooks/${id}/pause`);
    const own = await referredTo(municipality, 'SOCIAL');
    await coordinator.post(`/api/webhooks/${id}/resumption`);
    const [sent] = await toldOf(own, ['ReferralSent.v1']);
    const before = String(Number(sent?.event.position) - 1).padStart(20, '0');
    expect((await coordinator.post(`/api/webhooks/${id}/replay`, { after: before })).statusCode).toBe(201);
    const [first, second] = await toldOf(own, ['ReferralSent.v1', 'ReferralSent.v1']);
    expect([second?.id, second?.body]).toEqual([first?.id, first?.body]);
    await coordinator.post(`/api/webhooks/${id}/end`);
  });

  it('is paused when its receiver says that it is gone', async () => {
    const { id } = await subscribed({ url: receiver.url, types: ['ReferralSent.v1'] });
    gone = true;
    const own = await referredTo(municipality, 'SOCIAL');
    const paused = await eventually(async () => {
      const now = await shown(id);
      return now.status === 'paused' ? now : undefined;
    });
    expect([paused.pausedFor, paused.waiting, paused.dead]).toEqual(['GONE', 1, 0]);
    gone = false;
    h.clock.advanceTo(new Date(Date.parse(h.clock.now()) + 3_600_000).toISOString());
    await coordinator.post(`/api/webhooks/${id}/resumption`);
    await toldOf(own, ['ReferralSent.v1', 'ReferralSent.v1']);
    const page = (await coordinator.get('/suscripciones', { accept: 'text/html' })).body;
    expect(page).toContain('Envíos a otros sistemas');
    expect(page).toContain(receiver.url);
    await coordinator.post(`/api/webhooks/${id}/end`);
  });

  it('is made and seen by whoever coordinates or administers its institution, and by nobody else', async () => {
    const { id } = await subscribed();
    for (const caller of [police, officer]) {
      expect((await caller.post('/api/webhooks', { url: receiver.url })).statusCode).toBe(403);
      expect((await caller.get(`/api/webhooks/${id}`)).statusCode).toBe(403);
      expect((await caller.get('/suscripciones')).statusCode).toBe(403);
    }
    const elsewhere = new Caller(h.app, 'demo-coordinacion-bo');
    expect((await elsewhere.get(`/api/webhooks/${id}`)).json()).toMatchObject({ code: 'webhook/unknown' });
    expect((await elsewhere.post(`/api/webhooks/${id}/rotation`)).statusCode).toBe(404);
    expect((await elsewhere.get('/api/webhooks')).json()).toEqual([]);
    await coordinator.post(`/api/webhooks/${id}/end`);
  });

  it.each([
    ['https://10.1.2.3/', 'webhook/address-refused'],
    ['https://169.254.169.254/latest/', 'webhook/address-refused'],
    ['https://[fd00::1]/', 'webhook/address-refused'],
    ['http://recepcion.example.pe/', 'webhook/bad-url'],
    ['https://nobody.invalid/', 'webhook/host-unknown'],
  ])('is not made for %s', async (url, code) => {
    const answer = await coordinator.post('/api/webhooks', { url });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code }]);
  });

  it('refuses a position that the log never gave, and a fact that was not given up', async () => {
    const { id } = await subscribed();
    for (const after of ['abc', '99999999999999999999']) {
      expect((await coordinator.post(`/api/webhooks/${id}/replay`, { after })).json()).toMatchObject({
        code: 'webhook/bad-position',
      });
    }
    const letter = `/api/webhooks/${id}/dead-letters/${deriveId('no-fact')}/redelivery`;
    expect((await coordinator.post(letter)).json()).toMatchObject({ code: 'webhook/not-dead' });
    await coordinator.post(`/api/webhooks/${id}/end`);
  });
});
