import { settle } from '../../src/runners.js';
import { newCase, police, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

interface Seen {
  readonly institution: string;
  readonly role: string;
  readonly purpose: string;
  readonly what: string;
  readonly outcome: string;
}

interface Listed {
  readonly day: string;
  readonly lines?: number;
  readonly times?: number;
}

const day = 24 * 3_600_000;
const told201 = (answer: Parameters<typeof told>[0] & { readonly statusCode: number }): string => {
  expect(answer.statusCode).toBe(201);
  return told(answer).id;
};

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
    const reads = (await here.as('chief').get(`/api/cases/${id}/reads`)).json<(Seen & Listed)[]>();
    return reads
      .map(({ institution, role, purpose, what, outcome, times = '' }) =>
        [institution, role, purpose, what, outcome, times].join(' ').trimEnd(),
      )
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

  it.each([
    ['the list of referrals', 'centre', () => '/api/referrals?box=to', 'listReferrals', 1],
    ['its page', 'centre', () => '/derivaciones', 'listReferrals', 2],
    ['the page of the day', 'centre', () => '/', 'listToday', 1],
    ['the list of cases', 'counter', () => '/api/cases', 'listCases', 1],
    ['its page', 'counter', () => '/casos', 'listCases', 2],
    ['the form to refer, which names it', 'counter', () => `/derivar?caso=${id}`, 'listReferring', 1],
  ])('%s, shown to the %s, is on record as a list it was in', async (_, who, url, what, times) => {
    const found = await since(async () => {
      expect((await here.as(who).get(url())).statusCode).toBe(200);
    });
    expect(found).toEqual([`${who === 'centre' ? centre : police} worker care ${what} listed ${times}`]);
  });

  it('the same list again is told as once more that day, and on the next day anew', async () => {
    const nextDay = async () => here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + day).toISOString());
    const told = async () => {
      const reads = (await here.as('chief').get(`/api/cases/${id}/reads`)).json<(Seen & Listed)[]>();
      return reads
        .filter(({ what, institution }) => what === 'listReferrals' && institution === centre)
        .map(({ day: on, lines, times }) => [on, lines, times]);
    };
    await nextDay();
    for (let times = 0; times < 3; times += 1) await here.as('centre').get('/api/referrals?box=to');
    await here.as('centre-2').get('/api/referrals?box=to');
    await nextDay();
    const other = told201(await here.as('counter').post('/api/cases', newCase));
    await here.as('counter').post('/api/referrals', toPsychology(other));
    await settle(here.platform, async () => undefined);
    await here.as('centre').get('/api/referrals?box=to');
    expect((await told()).slice(0, 3)).toEqual([
      ['2026-03-11', 2, 1],
      ['2026-03-10', 1, 1],
      ['2026-03-10', 1, 3],
    ]);
    const page = (await here.as('chief').get(`/casos/${id}/lecturas`)).body;
    expect(page).toContain('Lista de derivaciones · Apareció en una lista de 1 línea, 3 veces');
    expect(page).toContain('Lista de derivaciones · Apareció en una lista de 2 líneas<');
    // Of whom else a list told is nobody's who asks about one case.
    const audited = await here.as('auditor').get(`/api/audit/referrals/${referral}/reads`);
    expect(audited.json<(Listed & { type: string })[]>().at(-1)).toMatchObject({ type: 'Listed', lines: 2 });
    expect(audited.body).not.toContain(other);
    const overseen = (await here.as('auditor').get(`/api/audit/reads?case=${id}`)).json<{ reads: Listed[] }>();
    expect(overseen.reads).toContainEqual(expect.objectContaining({ outcome: 'listed', lines: 1, times: 3 }));
    const elsewhere = (await here.as('chief').get(`/api/cases/${other}/reads`)).json<Listed[]>();
    expect(elsewhere.flatMap(({ times }) => times ?? [])).toEqual([1]);
  });

  it('only an empty list is on no record', async () => {
    const before = await here.platform.reads.head();
    expect((await here.as('doctor').get('/api/cases')).json()).toEqual([]);
    expect(await here.platform.reads.head()).toBe(before);
  });

  it('only that there is nothing for them is on record as refused', async () => {
    const found = await since(async () => {
      expect((await here.as('doctor').get(`/fhir/ServiceRequest/${referral}`)).statusCode).toBe(404);
    });
    expect(found).toEqual(['pe-150112-salud worker care readReferral refused']);
  });
});
