import { deriveId } from '#event-log';
import { send } from '../../src/platform.js';
import { settle } from '../../src/runners.js';
import { cem, court, health, newCase, police, serviceOf, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

const day = 24 * 3_600_000;
const uuid = '[0-9a-f]{8}-[0-9a-f-]{27}';

/** A case and its two referrals, sent together. */
interface Sent {
  readonly case: string;
  readonly code: string;
  readonly bundle: string;
  readonly referrals: readonly string[];
}

describe('A list', () => {
  let here: Place;
  const sent: Sent[] = [];
  beforeAll(async () => {
    here = await place();
    // One stays open, one will be sealed, one will be in conflict.
    while (sent.length < 3) sent.push(await opened());
    // Nobody says what came of the appointments, until nobody has a next action for any of them.
    here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + 40 * day).toISOString());
    await settle(here.platform, async () => undefined);
  }, 120_000);
  afterAll(() => here.close());

  async function opened(): Promise<Sent> {
    const { id } = told(await here.as('counter').post('/api/cases', newCase));
    const { code } = told(await here.as('counter').get(`/api/cases/${id}`));
    const { to, purpose, urgency, consent } = toPsychology(id);
    const psychology = { to, purpose, urgency, consent };
    const care = { ...psychology, to: { organization: health, service: serviceOf(health, 'HEALTH') } };
    const body = { case: id, referrals: [psychology, care] };
    const answer = await here.as('counter').post('/api/referral-bundles', body);
    const bundle = answer.json<{ id: string; referrals: { id: string }[] }>();
    for (const [index, { id: referral }] of bundle.referrals.entries()) {
      const receiver = here.as(index === 0 ? 'centre' : 'doctor');
      told(await receiver.post(`/api/referrals/${referral}/acceptance`, {}));
      const at = new Date(Date.parse(here.clock.now()) + 5 * 3_600_000).toISOString();
      told(await receiver.post(`/api/referrals/${referral}/appointment`, { at, place: 'AT_SERVICE' }));
    }
    return { case: id, code, bundle: bundle.id, referrals: bundle.referrals.map((each) => each.id) };
  }

  const ids = (text: string): readonly string[] =>
    [...text.matchAll(new RegExp(`(?:casos|derivaciones)/(${uuid})(?=["?/])`, 'g'))].map(([, id = '']) => id);
  const ofBundle = (text: string): readonly string[] =>
    (JSON.parse(text) as { entry?: { resource: { id: string } }[] }).entry?.map(({ resource }) =>
      resource.id.slice(0, 36),
    ) ?? [];
  const ofRows = (text: string): readonly string[] => {
    const rows = JSON.parse(text) as readonly { id: string }[] | object;
    return Array.isArray(rows) ? rows.map(({ id }: { id: string }) => id) : [];
  };

  /** What a list shows of what was sent: where it is, and how its members are told. */
  const lists = (): readonly (readonly [string, (text: string) => readonly string[]])[] => [
    ['/api/referrals?box=from&state=all&limit=100', ofRows],
    ['/api/referrals?box=to&state=all&limit=100', ofRows],
    ['/api/referrals/stuck', ofRows],
    ...sent.map(({ bundle }) => [`/api/referral-bundles/${bundle}`, ofRows] as const),
    ...['ServiceRequest', 'Task', 'Consent'].flatMap((type) => [[`/fhir/${type}`, ofBundle] as const]),
    [`/fhir/ServiceRequest?requester=Organization/${police}`, ofBundle],
    ...['/', '/derivaciones', '/derivaciones?caja=enviadas', '/derivaciones/detenidas', '/derivar'].map(
      (page) => [page, ids] as const,
    ),
    ...sent.map(({ bundle }) => [`/derivaciones/conjunto/${bundle}`, ids] as const),
    ...sent.map(({ case: id }) => [`/casos/${id}`, ids] as const),
  ];

  const shownTo = async (who: string): Promise<ReadonlyMap<string, readonly string[]>> => {
    const all = new Set(sent.flatMap(({ case: id, referrals }) => [id, ...referrals]));
    const shown = new Map<string, readonly string[]>();
    for (const [url, members] of lists()) {
      const { statusCode, body } = await here.as(who).get(url);
      shown.set(url, statusCode === 200 ? [...new Set(members(body))].filter((id) => all.has(id)).sort() : []);
    }
    return shown;
  };
  /** Whether each by itself is shown. */
  const decided = async (who: string): Promise<ReadonlySet<string>> => {
    const open = new Set<string>();
    for (const { case: id, referrals } of sent) {
      if ((await here.as(who).get(`/api/cases/${id}`)).statusCode === 200) open.add(id);
      for (const each of referrals) {
        if ((await here.as(who).get(`/api/referrals/${each}`)).statusCode === 200) open.add(each);
      }
    }
    return open;
  };

  it('shows what each would show by itself, before and after something speaks against it', async () => {
    const who = ['counter', 'chief', 'centre', 'doctor', 'leader', 'member', 'officer'];
    const before = new Map<string, ReadonlyMap<string, readonly string[]>>();
    for (const each of who) before.set(each, await shownTo(each));
    // Nothing is compared with nothing: every list had members for somebody.
    for (const [url] of lists().filter(([each]) => each !== '/derivar')) {
      expect([url, [...before.values()].some((shown) => (shown.get(url)?.length ?? 0) > 0)]).toEqual([url, true]);
    }
    const [, sealed, conflicting] = sent;
    const asking = { case: sealed?.code, aim: 'seal', ground: 'DATA_PROTECTION' };
    const asked = told(await here.as('officer').post('/api/sealings', asking));
    expect((await here.as('officer-2').post(`/api/sealings/${asked.id}/approval`, {})).statusCode).toBe(201);
    for (const staff of ['counter', 'centre']) {
      const conflict = { staff, kind: 'RELATIVE' };
      await here.as('chief').post(`/api/cases/${conflicting?.case}/conflicts`, conflict);
    }
    await settle(here.platform, async () => undefined);
    for (const each of who) {
      const open = await decided(each);
      const now = await shownTo(each);
      for (const [url, members] of before.get(each) ?? []) {
        expect([each, url, now.get(url)]).toEqual([each, url, members.filter((id) => open.has(id))]);
      }
    }
    expect((await decided('chief')).size).toBe(6);
    expect((await decided('counter')).size).toBe(3);
  }, 60_000);
});

describe('The page of a case', () => {
  const shelter = 'pe-150112-hogar';
  const shelterName = 'Hogar de prueba';
  let here: Place;
  beforeAll(async () => {
    here = await place();
    const there = { organization: shelter, name: shelterName, kind: 'HRT', country: 'PE', district: '150112' };
    const offer = { service: serviceOf(shelter, 'SHELTER'), kind: 'SHELTER', name: shelterName, schedules: [] };
    for (const command of [
      { do: 'register', ...there },
      { do: 'offer', ...offer },
    ]) {
      const commandId = deriveId('setup', shelter, command.do);
      await send(here.platform, 'organization', { id: shelter, command, actor: 'setup', commandId });
    }
  }, 120_000);
  afterAll(() => here.close());

  const done = async (who: string, url: string, body: object): Promise<string> => {
    const answer = await here.as(who).post(url, body);
    expect([url, answer.statusCode]).toEqual([url, 201]);
    return told(answer).id;
  };
  const refer = (id: string, organization: string, kind: string, purpose: string): Promise<string> => {
    const to = { organization, service: serviceOf(organization, kind) };
    return done('centre', '/api/referrals', { ...toPsychology(id), to, purpose });
  };
  /** Somebody of the centre's case is taken into a shelter. */
  const takenIn = async (id: string): Promise<string> => {
    const referral = await refer(id, shelter, 'SHELTER', 'SHELTER');
    await done('centre', `/api/cases/${id}/shelter-stays`, { from: '2026-03-08', nights: 3 });
    await settle(here.platform, async () => undefined);
    return referral;
  };
  const seen = async (who: string, id: string, referrals: readonly string[]) => {
    const { statusCode, body } = await here.as(who).get(`/casos/${id}`);
    const { shelterNights } = (await here.as(who).get(`/api/cases/${id}`)).json<{ shelterNights?: number }>();
    return {
      ...{ statusCode, shelterNights },
      referrals: referrals.filter((each) => body.includes(each)),
      words: [shelterName, 'acogida 3 noches', 'Noches de acogida'].filter((each) => body.includes(each)),
    };
  };
  const nothing = { statusCode: 200, shelterNights: undefined, referrals: [], words: [] };

  it('shows a party its own referral, and neither it nor the police that reported where else she was taken', async () => {
    const id = await done('counter', '/api/cases', newCase);
    await done('counter', `/api/cases/${id}/reports`, { court });
    await done('counter', `/api/cases/${id}/transfers`, { to: cem, reason: 'COMPETENCE' });
    const treated = await refer(id, health, 'HEALTH', 'MENTAL_HEALTH');
    const both = [await takenIn(id), treated];
    const all = {
      statusCode: 200,
      shelterNights: 3,
      referrals: both,
      words: [shelterName, 'acogida 3 noches', 'Noches de acogida'],
    };
    expect(await seen('centre', id, both)).toEqual(all);
    expect(await seen('doctor', id, both)).toEqual({ ...nothing, referrals: [treated] });
    expect(await seen('counter', id, both)).toEqual(nothing);
  });

  it('shows whoever took emergency access no referral, and nothing of a shelter', async () => {
    const id = await done('centre', '/api/cases', { ...newCase, complaint: false, reportItems: undefined });
    const referral = await takenIn(id);
    const { code } = told(await here.as('centre').get(`/api/cases/${id}`));
    const explanation = 'La persona está aquí y no puede esperar.';
    await done('doctor', '/api/emergency-accesses', { case: code, reason: 'PERSON_PRESENT', explanation });
    expect(await seen('doctor', id, [referral])).toEqual(nothing);
  });
});

describe('The records of a person', () => {
  let here: Place;
  beforeAll(async () => {
    here = await place();
  }, 120_000);
  afterAll(() => here.close());

  const opened = async (): Promise<{ readonly id: string; readonly code: string; readonly person: string }> => {
    const { id } = told(await here.as('counter').post('/api/cases', newCase));
    const { code, person } = told(await here.as('counter').get(`/api/cases/${id}`));
    return { id, code, person };
  };
  const conflict = async (staff: string, id: string): Promise<void> => {
    const said = await here.as('chief').post(`/api/cases/${id}/conflicts`, { staff, kind: 'RELATIVE' });
    expect(said.statusCode).toBe(201);
    await settle(here.platform, async () => undefined);
  };
  const seal = async (code: string): Promise<void> => {
    const asking = { case: code, aim: 'seal', ground: 'DATA_PROTECTION' };
    const { id } = told(await here.as('officer').post('/api/sealings', asking));
    expect((await here.as('officer-2').post(`/api/sealings/${id}/approval`, {})).statusCode).toBe(201);
    await settle(here.platform, async () => undefined);
  };
  const link = async (who: string, person: string, other: string): Promise<number> =>
    (await here.as(who).post(`/api/persons/${person}/links`, { other, reason: 'COMPARED' })).statusCode;
  const pair = async (one: string, other: string): Promise<number> =>
    (await here.as('leader').get(`/casos/personas?uno=${one}&otro=${other}`)).statusCode;

  it('show no sealed case, and none to who is concerned in it, who then links nobody', async () => {
    const [first, second, third] = [await opened(), await opened(), await opened()];
    const again = { ...newCase, person: first.person, condition: 'REPEAT_SAME' };
    const repeated = told(await here.as('counter').post('/api/cases', again)).id;
    await settle(here.platform, async () => undefined);
    const cases = async (who: string) => {
      const { statusCode, body } = await here.as(who).get(`/api/persons/${first.person}`);
      return statusCode === 200 ? [first.id, repeated].filter((id) => body.includes(id)) : statusCode;
    };
    expect(await cases('counter')).toEqual([first.id, repeated]);
    await conflict('counter', first.id);
    expect([await cases('counter'), await cases('chief')]).toEqual([404, [first.id, repeated]]);
    expect((await here.as('counter').get(`/casos/${repeated}`)).statusCode).toBe(404);
    expect(await link('counter', first.person, second.person)).toBe(404);
    expect(await link('chief', first.person, second.person)).toBe(201);
    await settle(here.platform, async () => undefined);
    const linkedTo = async () => (await here.as('chief').get(`/api/persons/${first.person}`)).body;
    expect(await linkedTo()).toContain(second.id);
    await seal(second.code);
    expect(await linkedTo()).not.toContain(second.id);
    expect((await here.as('chief').get(`/api/persons/${second.person}`)).statusCode).toBe(404);
    expect(await link('chief', second.person, third.person)).toBe(404);
  });

  it('are closed to who coordinates as well, where a case of theirs is sealed or they are concerned in it', async () => {
    const [sealed, concerned] = [await opened(), await opened()];
    const [one, other] = [await opened(), await opened()];
    await settle(here.platform, async () => undefined);
    const say = async (id: string): Promise<number> => {
      const body = { say: 'link', one: id, other: other.id, reason: 'COMPARED' };
      return (await here.as('leader').post('/casos/personas/respuesta', body)).statusCode;
    };
    const both = async () => [await pair(sealed.code, other.code), await pair(concerned.code, other.code)];
    expect(await both()).toEqual([200, 200]);
    await seal(sealed.code);
    await conflict('leader', concerned.id);
    expect(await both()).toEqual([422, 422]);
    expect([await say(sealed.id), await say(concerned.id), await say(one.id)]).toEqual([404, 404, 303]);
    const listed = await here.as('leader').get('/casos/personas');
    expect(listed.body).toContain(one.code);
    await conflict('leader', one.id);
    expect((await here.as('leader').get('/casos/personas')).body).not.toContain(one.code);
  });

  it('pay for no referral that is closed to whoever asks', async () => {
    const fund = '/api/funds/fondo-de-prueba';
    const line = { line: 'L1', name: 'Presupuesto', source: 'mesa-150112', currency: 'PEN', cents: 20_000 };
    await here.as('leader').post('/api/funds', { id: 'fondo-de-prueba', name: 'Fondo', administrator: health });
    expect((await here.as('leader').post(`${fund}/lines`, line)).statusCode).toBe(201);
    const { id, code } = await opened();
    const referral = told(await here.as('counter').post('/api/referrals', toPsychology(id))).id;
    const ask = async (who: string) => {
      const asked = { referral, line: 'L1', purpose: 'TRANSPORT', units: 1, cents: 500 };
      return (await here.as(who).post(`${fund}/requests`, asked)).statusCode;
    };
    expect([await ask('centre'), await ask('centre-2')]).toEqual([201, 201]);
    await conflict('centre', id);
    expect([await ask('centre'), await ask('centre-2')]).toEqual([422, 201]);
    await seal(code);
    expect([await ask('centre-2'), await ask('counter')]).toEqual([422, 422]);
  });

  it('tell of her rights what her institution has, and nothing to whom her case is closed', async () => {
    const { id, code, person } = await opened();
    const request = { person, right: 'CANCELLATION' };
    const own = told(await here.as('counter').post('/api/rights/requests', request)).id;
    const others = told(await here.as('leader').post('/api/rights/requests', request)).id;
    await settle(here.platform, async () => undefined);
    const rights = async (who: string) => {
      const { statusCode, body } = await here.as(who).get(`/api/rights/persons/${person}`);
      return statusCode === 200 ? [code, own, others].filter((each) => body.includes(each)) : statusCode;
    };
    expect(await rights('officer')).toEqual([code, own, others]);
    expect(await rights('counter')).toEqual([code, own]);
    expect(await rights('doctor')).toBe(404);
    await conflict('counter', id);
    expect([await rights('counter'), await rights('chief')]).toEqual([404, [code, own]]);
    expect((await here.as('counter').post('/api/rights/requests', request)).statusCode).toBe(404);
  });
});
