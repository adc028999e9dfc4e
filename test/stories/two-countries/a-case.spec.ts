import { jurisdiction } from '../../../src/protocol/index.js';
import { at, Caller, court, type House, newCase, told, toPsychology } from '../../acceptance/house.js';
import { organization, rulesOf, there, twoCountries, wordsOnlyIn } from './network.js';

let both: House;
beforeAll(async () => {
  both = await twoCountries();
}, 60_000);
afterAll(() => both.close());

const as = (actor: string): Caller => new Caller(both.app, actor);

/** Does something that must be taken, and says what came of it. */
async function taken(who: Caller, url: string, body: object = {}) {
  const answer = await who.post(url, body, { 'consistent-with': await both.head() });
  expect([url, answer.statusCode < 300 ? 'taken' : answer.body]).toEqual([url, 'taken']);
  return told(answer);
}

const items = (jurisdiction('PE').codes['reportItems']?.entries ?? []).map(({ code }) => ({
  item: code,
  state: 'PRESENT',
}));

describe('a case of Independencia', () => {
  it('goes from the station to the court and the centre by the clocks of Ley 30364', async () => {
    const { id } = await taken(as(at.police), '/api/cases', { ...newCase, entry: 'POLICE', reportItems: items });
    await taken(as(at.police), `/api/cases/${id}/risk-assessments`, { level: 'SEVERE' });
    await taken(as(at.police), `/api/cases/${id}/reports`, { court });
    await taken(as(at.court), `/api/cases/${id}/report-receipts`);
    await taken(as(at.court), `/api/cases/${id}/measures`, { granted: true, measures: ['NO_ACERCAMIENTO'] });
    const referral = await taken(as(at.police), '/api/referrals', toPsychology(id));
    for (const [step, body] of [
      ['acceptance', {}],
      ['attendance', { service: 'PSYCHOLOGY' }],
      ['report-back', { outcome: 'SERVICE_RECEIVED' }],
    ] as const) {
      await taken(as(at.cem), `/api/referrals/${referral.id}/${step}`, body);
    }
    await taken(as(at.police), `/api/referrals/${referral.id}/closure`, { disposition: 'NEED_MET' });
    await taken(as(at.police), `/api/cases/${id}/closure`, { reason: 'PLAN_COMPLETED' });
    const rules = await rulesOf(as(at.police), id, await both.head());
    expect(rules.length).toBeGreaterThan(2);
    expect(rules.filter((rule) => !rule.startsWith('PE-'))).toEqual([]);
  });
});

describe('a case of El Alto', () => {
  it('goes from the FELCV to the prosecutor, the judge and the SLIM by the clocks of Ley 348', async () => {
    const { id } = await taken(as(there.felcv), '/api/cases', {
      ...newCase,
      ...{ district: '020105', entry: 'POLICE', language: 'AY', types: ['FAMILY'], principal: 'FAMILY' },
    });
    expect(await rulesOf(as(there.felcv), id, await both.head())).toEqual(['BO-03', 'BO-07']);
    await taken(as(there.felcv), `/api/cases/${id}/risk-assessments`, { level: 'SEVERE' });
    const step = (who: string, name: string) => taken(as(who), `/api/cases/${id}/steps`, { step: name });
    await step(there.felcv, 'urgent-measures-ordered');
    await step(there.felcv, 'report-received-by-prosecutor');
    // The prosecutor takes part from when the file is handed over.
    const investigation = await taken(as(there.felcv), '/api/referrals', {
      case: id,
      to: { organization: organization('fiscalia'), service: organization('fiscalia-victimas') },
      ...{ purpose: 'CRIMINAL_INVESTIGATION', urgency: 'IMMEDIATE' },
      consent: { basis: 'legal-duty', duty: 'MANDATORY_COMPLAINT' },
    });
    await taken(as(there.fiscalia), `/api/referrals/${investigation.id}/acceptance`);
    await taken(as(there.fiscalia), `/api/cases/${id}/reports`, { court: organization('juzgado') });
    await taken(as(there.juzgado), `/api/cases/${id}/report-receipts`);
    await step(there.juzgado, 'investigation-start-received-by-court');
    await step(there.juzgado, 'urgent-measures-received-by-court');
    await taken(as(there.juzgado), `/api/cases/${id}/measures`, { granted: true, measures: ['ESCOLTA_POLICIAL'] });
    const care = await taken(as(there.felcv), '/api/referrals', {
      case: id,
      to: { organization: organization('slim'), service: organization('slim-psicologia') },
      ...{ purpose: 'PSYCHOLOGICAL_CARE', urgency: 'PRIORITY' },
      consent: { basis: 'consented', mode: 'VERBAL', language: 'AY' },
    });
    await taken(as(there.slim), `/api/referrals/${care.id}/acceptance`);
    await taken(as(there.slim), `/api/referrals/${care.id}/attendance`, { service: 'PSYCHOLOGY' });
    const rules = await rulesOf(as(there.felcv), id, await both.head());
    expect(rules.filter((rule) => !rule.startsWith('BO-'))).toEqual([]);
    expect(rules).toEqual(expect.arrayContaining(['BO-03', 'BO-04a', 'BO-05', 'BO-06', 'BO-07', 'BO-08a']));
  });

  it('is refused what only the law of the other country knows', async () => {
    const opened = { ...newCase, district: '020105', entry: 'POLICE', types: ['FAMILY'], principal: 'FAMILY' };
    const foreign = await as(there.felcv).post('/api/cases', { ...opened, entry: 'LINE100' });
    expect([foreign.statusCode, told(foreign).code]).toEqual([422, 'code/not-listed']);
    const here = await as(at.police).post('/api/cases', { ...newCase, types: ['FAMILY'], principal: 'FAMILY' });
    expect([here.statusCode, told(here).code]).toEqual([422, 'code/not-listed']);
  });
});

describe.each([
  ['PE', at.police, 'BO'],
  ['BO', there.felcv, 'PE'],
] as const)('whoever works in %s', (country, actor, other) => {
  it('is given the lists of that country', async () => {
    const lists = (await as(actor).get('/api/codes')).json<
      readonly { name: string; entries: readonly { code: string }[] }[]
    >();
    const { codes } = jurisdiction(country);
    for (const { name, entries } of lists.filter((each) => each.name !== 'ageBands')) {
      expect(entries.map(({ code }) => code)).toEqual((codes[name]?.entries ?? []).map(({ code }) => code));
    }
    expect(lists.length).toBe(Object.keys(codes).length + 1);
  });

  it('sees on their pages no word that only the other country has', async () => {
    const foreign = wordsOnlyIn(other);
    expect(foreign.length).toBeGreaterThan(30);
    const cases = (await as(actor).get('/api/cases')).json<readonly { id: string }[]>();
    const pages = ['/', '/casos', '/casos/nuevo', ...cases.map(({ id }) => `/casos/${id}`)];
    for (const page of pages) {
      const { statusCode, body } = await as(actor).get(page);
      expect([page, statusCode]).toEqual([page, 200]);
      expect([page, ...foreign.filter((word) => body.includes(`>${word}<`))]).toEqual([page]);
      expect([page, new RegExp(`\\b${other}-\\d\\d`).test(body)]).toEqual([page, false]);
    }
  });

  it('reads the time on the clocks of that country', async () => {
    const { id } = await taken(as(actor), '/api/cases', { ...newCase, complaint: false });
    const { body } = await as(actor).get(`/casos/${id}`, { 'consistent-with': await both.head() });
    // The clock of the story stands at 15:00 UTC.
    expect(body.includes('10:00')).toBe(country === 'PE');
    expect(body.includes('11:00')).toBe(country === 'BO');
  });
});

describe('people of two countries at once', () => {
  it('are each answered in their own, however their requests mix', async () => {
    const actors = [at.police, there.felcv, at.cem, there.slim];
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const actor = actors[index % actors.length] ?? '';
        const lists = (await as(actor).get('/api/codes')).json<
          readonly { name: string; entries: readonly object[] }[]
        >();
        const types = lists.find(({ name }) => name === 'violenceTypes')?.entries.length;
        return [
          actor,
          types === jurisdiction(actor.includes('-bo-') ? 'BO' : 'PE').codes['violenceTypes']?.entries.length,
        ];
      }),
    );
    expect(answers.filter(([, own]) => own !== true)).toEqual([]);
  });
});
