import { newCase, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

interface Seen {
  readonly institution: string;
  readonly role: string;
  readonly purpose: string;
  readonly what: string;
  readonly outcome: string;
}

/** Types of violence, ages, districts and dates say much of her before any sealed section is opened. */
describe('Whoever is shown', () => {
  let here: Place;
  let id: string;
  let code: string;
  let referral: string;
  beforeAll(async () => {
    here = await place();
    ({ id } = told(await here.as('counter').post('/api/cases', newCase)));
    ({ code } = told(await here.as('counter').get(`/api/cases/${id}`)));
    ({ id: referral } = told(await here.as('counter').post('/api/referrals', toPsychology(id))));
  }, 120_000);
  afterAll(() => here.close());

  const seen = async (): Promise<readonly string[]> => {
    const reads = (await here.as('chief').get(`/api/cases/${id}/reads`)).json<Seen[]>();
    return reads
      .map(({ institution, role, purpose, what, outcome }) => [institution, role, purpose, what, outcome].join(' '))
      .filter((line) => !line.includes('seeReads'));
  };
  /** What the owner is told of more than before. The simulated clock stands still: all of it is of one instant. */
  const since = async (look: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = [...(await seen())];
    await look();
    return (await seen()).filter((line) => {
      const at = before.indexOf(line);
      if (at >= 0) before.splice(at, 1);
      return at < 0;
    });
  };
  const centre = 'pe-150112-cem';

  it.each([
    ['a case', () => `/api/cases/${id}`, 'readCase'],
    ['the page of a case', () => `/casos/${id}`, 'readCase'],
    ['a referral', () => `/api/referrals/${referral}`, 'readReferral'],
    ['the page of a referral', () => `/derivaciones/${referral}`, 'readReferral'],
    ['a referral as a ServiceRequest', () => `/fhir/ServiceRequest/${referral}`, 'readReferral'],
    ['its Task', () => `/fhir/Task/${referral}-1`, 'readReferral'],
    ['its Consent', () => `/fhir/Consent/${referral}-1`, 'readReferral'],
    ['what a search of ServiceRequests finds', () => '/fhir/ServiceRequest', 'readReferral'],
    ['what a search of Tasks finds', () => `/fhir/Task?based-on=ServiceRequest/${referral}`, 'readReferral'],
  ])('%s is on record, without having opened anything sealed', async (_, url, action) => {
    const found = await since(async () => {
      expect((await here.as('centre').get(url())).statusCode).toBe(200);
    });
    expect(found).toEqual([`${centre} worker care ${action} opened`]);
  });

  it.each([
    ['what happened', () => `/api/audit/cases/${id}`],
    ['what changed', () => `/api/audit/cases/${id}/differences?from=0&to=1`],
    ['the page of what happened', () => `/auditoria/casos/${id}`],
    ['how it was', () => `/auditoria/momento?codigo=${code}`],
  ])('%s, as an auditor, is on record as well', async (_, url) => {
    const found = await since(async () => {
      expect((await here.as('auditor').get(url())).statusCode).toBe(200);
    });
    expect(found).toEqual(['auditoria auditor audit auditHistory opened']);
  });

  it('only that there is nothing for them is on record as refused', async () => {
    const found = await since(async () => {
      expect((await here.as('doctor').get(`/fhir/ServiceRequest/${referral}`)).statusCode).toBe(404);
    });
    expect(found).toEqual(['pe-150112-salud worker care readReferral refused']);
  });
});
