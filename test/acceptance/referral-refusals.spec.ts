import { at, Caller, cem, type House, house, newCase, serviceOf, told, toPsychology } from './house.js';

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly examples?: object }>> }>
  >;
}

describe('The steps of a referral', () => {
  let h: House;
  let counter: Caller;
  let centre: Caller;
  let url: string;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    centre = new Caller(h.app, at.cem);
    const { id } = told(await counter.post('/api/cases', newCase));
    url = (await counter.post('/api/referrals', toPsychology(id))).headers['location'] as string;
  });
  afterAll(() => h.close());

  const steps = [
    ...['receipt', 'acceptance', 'decline', 'appointment', 'appointment-cancellation', 'absence', 'contact', 'hold'],
    ...['resumption', 'attendance', 'report-back', 'closure', 'cancellation', 'consent-withdrawal', 'undo'],
    ...['reroute', 'note'],
  ];
  const deep = JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) as object;
  const bodies: readonly (readonly [string, object | string])[] = [
    ['half a body', '{"reason": '],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['a field nobody asked for', { surprise: true }],
    ['the wrong type everywhere', { reason: 5, at: {}, until: [], result: null, to: 'x', consent: [], note: 1 }],
    ['codes nobody has', { reason: 'X', by: 'X', result: 'X', service: 'X', outcome: 'X', mode: 'X', place: 'X' }],
    ['days nobody has', { effectiveAt: '2026-02-30T10:00:00Z', at: '2026-13-01T10:00:00Z', until: 'mañana' }],
    ['something too deep', deep],
  ];

  it.each(steps)('%s takes nothing malformed, and writes nothing of it down', async (step) => {
    const before = await h.head();
    for (const [what, body] of bodies) {
      for (const who of [counter, centre]) {
        const answer = await who.post(`${url}/${step}`, body);
        expect([step, what, answer.statusCode, answer.headers['content-type']]).toEqual([
          ...[step, what, 400, 'application/problem+json; charset=utf-8'],
        ]);
      }
    }
    expect(await h.head()).toBe(before);
  });

  const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' };
  const to = { organization: cem, service: serviceOf(cem, 'PSYCHOLOGY') };
  const one = { to, purpose: 'PSYCHOLOGICAL_CARE', urgency: 'PRIORITY', consent };

  it.each([
    ['nothing in it', { referrals: [] }, 400, 'validation'],
    ['more than anybody sends', { referrals: Array.from({ length: 11 }, () => one) }, 400, 'validation'],
    ['one that is none', { referrals: [one, 7] }, 400, 'validation'],
    [
      'a case nobody has',
      { case: '01900000-0000-7000-8000-000000000000', referrals: [one] },
      404,
      'referral/unknown-case',
    ],
    [
      'one that goes nowhere, before the others are sent',
      { referrals: [one, { ...one, to: { organization: cem, service: 'x' } }] },
      422,
      'referral/unknown-destination',
    ],
    [
      'one without its consent, before the others are sent',
      { referrals: [one, { ...one, consent: { basis: 'consented' } }] },
      422,
      'referral/consent-incomplete',
    ],
    [
      'one whose consent is over, before the others are sent',
      { referrals: [one, { ...one, consent: { ...consent, until: '2026-03-09T10:00:00-05:00' } }] },
      422,
      'referral/consent-over',
    ],
  ])('a bundle with %s', async (_, body, status, code) => {
    const { case: id } = (await counter.get(url)).json<{ case: string }>();
    const before = await h.head();
    const answer = await counter.post('/api/referral-bundles', { case: id, ...body });
    expect([answer.statusCode, told(answer).code]).toEqual([status, code]);
    expect(await h.head()).toBe(before);
  });

  it('are described with what each refuses', async () => {
    const { paths } = (await counter.get('/api/openapi.json')).json<{
      paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    }>();
    for (const step of steps) {
      const { responses = {} } = paths[`/api/referrals/{id}/${step}`]?.['post'] ?? {};
      expect(responses['200']).toBeDefined();
      expect(responses['409']?.content?.['application/problem+json']?.examples).toBeDefined();
    }
    expect(paths['/api/referrals/stuck']?.['get']).toBeDefined();
    expect(paths['/api/referrals/{id}/alternatives']?.['get']).toBeDefined();
    expect(paths['/api/referral-bundles/{id}']?.['get']).toBeDefined();
    const { examples = {} } =
      paths['/api/referral-bundles']?.['post']?.responses['422']?.content?.['application/problem+json'] ?? {};
    expect(Object.keys(examples)).toContain('referral/consent-incomplete');
  });
});
