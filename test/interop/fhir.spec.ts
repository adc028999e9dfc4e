import { at, Caller, cem, type House, house, newCase, police, serviceOf, told } from '../acceptance/house.js';

interface Answered {
  readonly resourceType: string;
  readonly id: string;
  readonly status: string;
  readonly statusReason?: unknown;
  readonly businessStatus?: { readonly coding: readonly { readonly code: string }[] };
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Answered }[];
  readonly issue: readonly {
    readonly code: string;
    readonly details: { readonly coding?: readonly { readonly code: string }[] };
    readonly expression?: readonly string[];
  }[];
  readonly rest: readonly {
    readonly resource: readonly {
      readonly type: string;
      readonly searchParam: readonly { readonly name: string }[];
    }[];
  }[];
}

type Reply = Awaited<ReturnType<Caller['get']>>;
const body = (answer: Reply): Answered => answer.json<Answered>();
const ids = (answer: Reply): readonly string[] => body(answer).entry.map(({ resource }) => resource.id);

/** Another system: speaks FHIR R4, and nothing else. */
describe('the FHIR façade', () => {
  let h: House;
  let sender: Caller;
  let receiver: Caller;
  let outsider: Caller;
  let caseCode: string;
  beforeAll(async () => {
    h = await house();
    sender = new Caller(h.app, at.police);
    receiver = new Caller(h.app, at.cem);
    outsider = new Caller(h.app, at.health);
    const { id } = told(await sender.post('/api/cases', newCase));
    caseCode = told(await sender.get(`/api/cases/${id}`)).code;
  });
  afterAll(() => h.close());

  const request = () => ({
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    priority: 'stat',
    code: { coding: [{ system: 'urn:chaski:codes:referralPurposes', code: 'PSYCHOLOGICAL_CARE' }] },
    subject: { type: 'Patient', identifier: { system: 'urn:chaski:case-code', value: caseCode } },
    performer: [{ reference: `HealthcareService/${cem}.${serviceOf(cem, 'PSYCHOLOGY')}` }],
    contained: [
      {
        resourceType: 'Consent',
        id: 'consent',
        status: 'active',
        scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
        category: [
          { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL' }] },
          { coding: [{ system: 'urn:chaski:codes:consentModes', code: 'VERBAL' }] },
        ],
        policyRule: { coding: [{ system: 'urn:chaski:consent-basis', code: 'consented' }] },
        extension: [{ url: 'urn:chaski:explained-in', valueCode: 'QU' }],
      },
    ],
    supportingInfo: [{ reference: '#consent' }],
  });
  const fhir = { 'content-type': 'application/fhir+json' };
  const sent = async () => body(await sender.post('/fhir/ServiceRequest', request(), fhir)).id;

  it('says what it can do to whoever asks', async () => {
    const answer = await h.app.inject({ method: 'GET', url: '/fhir/metadata' });
    expect(answer.headers['content-type']).toContain('application/fhir+json');
    expect(body(answer).rest[0]?.resource.map(({ type }) => type)).toEqual([
      ...['ServiceRequest', 'Task', 'Consent', 'Organization', 'HealthcareService'],
    ]);
  });

  it('takes every search it says it takes, and no other', async () => {
    const { rest } = body(await sender.get('/fhir/metadata'));
    const searches = rest.flatMap(({ resource }) =>
      resource.flatMap(({ type, searchParam }) => searchParam.map(({ name }) => `${type}?${name}=true`)),
    );
    expect(searches.length).toBeGreaterThan(15);
    for (const search of searches) {
      expect([search, (await sender.get(`/fhir/${search}`)).statusCode]).toEqual([search, 200]);
    }
    expect((await sender.get('/fhir/ServiceRequest?subject=true')).statusCode).toBe(400);
  });

  it('sends a referral that both ends then have as any other, on the consent that came with it', async () => {
    const answer = await sender.post('/fhir/ServiceRequest', request(), fhir);
    expect([answer.statusCode, body(answer)]).toMatchObject([
      201,
      { resourceType: 'ServiceRequest', status: 'active' },
    ]);
    const { id } = body(answer);
    expect(answer.headers['location']).toMatch(new RegExp(`/fhir/ServiceRequest/${id}$`));
    expect((await receiver.get(`/api/referrals/${id}`)).json()).toMatchObject({
      ...{ from: police, to: cem, purpose: 'PSYCHOLOGICAL_CARE', urgency: 'IMMEDIATE', status: 'sent' },
      consent: { basis: 'consented', language: 'QU', mode: 'VERBAL', withdrawn: false },
    });
    expect(ids(await receiver.get('/fhir/ServiceRequest'))).toContain(id);
    expect(ids(await sender.get(`/fhir/ServiceRequest?requester=Organization/${police}`))).toContain(id);
  });

  it('sends it once however often it comes under one key', async () => {
    const key = { ...fhir, 'idempotency-key': 'retry-0001' };
    const [first, second] = [
      await sender.post('/fhir/ServiceRequest', request(), key),
      await sender.post('/fhir/ServiceRequest', request(), key),
    ];
    expect([first.statusCode, second.statusCode, body(second).id]).toEqual([201, 201, body(first).id]);
  });

  it('shows where a leg stands as a task, and on which ground as a consent', async () => {
    const id = await sent();
    await receiver.post(`/api/referrals/${id}/acceptance`);
    expect(body(await sender.get(`/fhir/Task/${id}-1`))).toMatchObject({
      ...{ resourceType: 'Task', status: 'accepted', businessStatus: { coding: [{ code: '3.0' }] } },
      owner: { reference: `Organization/${cem}` },
    });
    expect(body(await sender.get(`/fhir/Consent/${id}-1`))).toMatchObject({ status: 'active' });
    await sender.post(`/api/referrals/${id}/consent-withdrawal`, { mode: 'VERBAL' });
    expect(body(await sender.get(`/fhir/Consent/${id}-1`))).toMatchObject({ status: 'inactive' });
    expect(ids(await sender.get(`/fhir/Task?based-on=ServiceRequest/${id}`))).toEqual([`${id}-1`]);
    expect(ids(await sender.get(`/fhir/Task?based-on=ServiceRequest/${id}&status=completed`))).toEqual([]);
  });

  it('keeps a leg that was declined beside the one it went on to', async () => {
    const id = await sent();
    await receiver.post(`/api/referrals/${id}/decline`, { reason: 'NO_CAPACITY' });
    expect(body(await sender.get(`/fhir/Task/${id}-1`))).toMatchObject({
      status: 'rejected',
      statusReason: { coding: [{ system: 'urn:chaski:codes:declineReasons', code: 'NO_CAPACITY' }] },
    });
    const to = { organization: 'pe-150112-salud', service: serviceOf('pe-150112-salud', 'HEALTH') };
    const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' };
    const onward = await sender.post(`/api/referrals/${id}/reroute`, { to, reason: 'DECLINED', consent });
    expect(onward.statusCode).toBe(200);
    const tasks = body(await sender.get(`/fhir/Task?based-on=${id}`)).entry.map(({ resource }) => resource.status);
    expect(tasks).toEqual(['cancelled', 'requested']);
  });

  it('narrows a search down by every end that was named, whatever else it was looked for by', async () => {
    const id = await sent();
    const [asked, other] = [`Organization/${cem}`, 'Organization/pe-150112-salud'];
    expect(ids(await sender.get(`/fhir/Task?based-on=${id}&owner=${asked}`))).toEqual([`${id}-1`]);
    expect(ids(await sender.get(`/fhir/Task?based-on=${id}&owner=${other}`))).toEqual([]);
    expect(ids(await sender.get(`/fhir/ServiceRequest?_id=${id}&requester=${asked}`))).toEqual([]);
    const service = `HealthcareService/${cem}.${serviceOf(cem, 'PSYCHOLOGY')}`;
    expect(ids(await sender.get(`/fhir/ServiceRequest?performer=${service}`))).toContain(id);
    expect(ids(await receiver.get(`/fhir/ServiceRequest?performer=${service}`))).toContain(id);
    // Without an end: what was sent to it, then what it sent, page after page.
    const seen: string[] = [];
    for (let url = '/fhir/ServiceRequest?_count=2'; url !== '';) {
      const page = body(await sender.get(url));
      seen.push(...page.entry.map(({ resource }) => resource.id));
      const next = page.link.find(({ relation }) => relation === 'next')?.url ?? '';
      url = next === '' ? '' : next.slice(next.indexOf('/fhir'));
    }
    expect(seen).toContain(id);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('never sends as given what was refused, nor as refused what was given', async () => {
    const [consent] = request().contained;
    for (const contradiction of [{ status: 'rejected' }, { provision: { type: 'deny' } }]) {
      const contained = [{ ...consent, ...contradiction }];
      const answer = await sender.post('/fhir/ServiceRequest', { ...request(), contained }, fhir);
      expect([answer.statusCode, body(answer).issue[0]?.details.coding]).toMatchObject([
        422,
        [{ code: 'fhir-consent-unclear' }],
      ]);
    }
    const without = { coding: [{ system: 'urn:chaski:consent-basis', code: 'without-identity' }] };
    const refused = [{ ...consent, status: 'rejected', policyRule: without, category: consent?.category.slice(0, 1) }];
    const answer = await sender.post('/fhir/ServiceRequest', { ...request(), contained: refused }, fhir);
    expect([answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([201, '']);
  });

  it('answers whoever is no end of it as if it were not there', async () => {
    const id = await sent();
    const answer = await outsider.get(`/fhir/ServiceRequest/${id}`);
    const absent = await outsider.get('/fhir/ServiceRequest/0e2f1c5a-0000-4000-8000-000000000000');
    expect([answer.statusCode, body(answer)]).toEqual([404, body(absent)]);
    for (const type of ['Task', 'Consent']) {
      expect((await outsider.get(`/fhir/${type}/${id}-1`)).statusCode).toBe(404);
    }
    for (const search of [`ServiceRequest?_id=${id}`, `Task?based-on=${id}`, `Consent?_id=${id}-1`]) {
      expect(body(await outsider.get(`/fhir/${search}`)).entry).toEqual([]);
    }
  });

  it('tells in an OperationOutcome what is wrong, and where', async () => {
    const wrong = { ...request(), priority: 'soon', note: [{ text: 'x' }] };
    const answer = await sender.post('/fhir/ServiceRequest', wrong, fhir);
    expect([answer.statusCode, body(answer).resourceType]).toEqual([400, 'OperationOutcome']);
    expect(body(answer).issue.flatMap(({ expression = [] }) => expression)).toEqual(
      expect.arrayContaining(['priority', 'note']),
    );
    const other = await sender.get('/fhir/Task?patient=x');
    expect([other.statusCode, other.headers['content-type']]).toEqual([400, 'application/fhir+json; charset=utf-8']);
    const unknown = { ...request(), performer: [{ reference: 'HealthcareService/nowhere' }] };
    expect(body(await sender.post('/fhir/ServiceRequest', unknown, fhir)).issue[0]?.details.coding).toMatchObject([
      { code: 'referral/unknown-destination' },
    ]);
  });

  it('finds institutions and their services, page by page, and tells no address', async () => {
    const first = body(await sender.get('/fhir/HealthcareService?_count=2'));
    expect(first.entry).toHaveLength(2);
    const next = first.link.find(({ relation }) => relation === 'next')?.url ?? '';
    const second = body(await sender.get(next.slice(next.indexOf('/fhir'))));
    expect(second.entry.map(({ resource }) => resource.id)).not.toContain(first.entry[0]?.resource.id);
    expect(ids(await sender.get('/fhir/Organization?name=cem'))).toEqual([cem]);
    expect(ids(await sender.get(`/fhir/HealthcareService?organization=Organization/${cem}`))).toHaveLength(3);
    expect(JSON.stringify(first)).not.toContain('location');
  });
});
