import { newCase, police, told, toPsychology } from '../acceptance/house.js';
import { readsOf } from '../../src/reads.js';
import { settle } from '../../src/runners.js';
import { type Place, place } from '../access/support.js';

/** Cases closed to somebody, looked for by other ways than their own address. */
describe('A case that is not theirs to see', () => {
  let here: Place;
  beforeAll(async () => {
    here = await place();
  }, 120_000);
  afterAll(() => here.close());

  const open = async () => {
    const { id } = told(await here.as('counter').post('/api/cases', newCase));
    const { code } = told(await here.as('counter').get(`/api/cases/${id}`));
    const referral = told(await here.as('counter').post('/api/referrals', toPsychology(id))).id;
    return { id, code, referral };
  };
  const conflict = async (staff: string, id: string) => {
    const declared = await here.as('chief').post(`/api/cases/${id}/conflicts`, { staff, kind: 'AGGRESSOR' });
    expect(declared.statusCode).toBe(201);
    await settle(here.platform, async () => undefined);
  };
  const seal = async (code: string) => {
    const asking = { case: code, aim: 'seal', ground: 'DATA_PROTECTION' };
    const { id } = told(await here.as('officer').post('/api/sealings', asking));
    expect((await here.as('officer-2').post(`/api/sealings/${id}/approval`, {})).statusCode).toBe(201);
  };
  const refusals = async (id: string) => {
    const found: string[] = [];
    for await (const { type, data, metadata } of here.platform.reads.readStream(readsOf(`case-${id}`))) {
      if (type === 'Refused') found.push(`${metadata['actor']} ${JSON.stringify(data)}`);
    }
    return found;
  };

  it('opens no form to refer it, by its id or by its code, and that it was tried is on record', async () => {
    const { id, code } = await open();
    const form = async (who: string) => {
      const byId = await here.as(who).get(`/derivar?caso=${id}`);
      const byCode = await here.as(who).get(`/derivar?codigo=${code}`);
      const type = 'application/x-www-form-urlencoded';
      const sent = await here.as(who).post('/derivar', `caso=${id}`, { 'content-type': type });
      return [byId.statusCode, byCode.statusCode, sent.statusCode];
    };
    // The form is not filled in: somebody to whom it is open is told what is missing.
    expect(await form('counter')).toEqual([200, 303, 422]);
    expect(await form('doctor')).toEqual([404, 200, 404]);
    await conflict('counter', id);
    expect(await form('counter')).toEqual([404, 200, 404]);
    expect((await refusals(id)).filter((each) => each.startsWith('counter '))).toHaveLength(2);
    expect(await form('chief')).toEqual([200, 303, 422]);
    await seal(code);
    expect(await form('chief')).toEqual([423, 200, 423]);
    expect(await form('counter')).toEqual([404, 200, 404]);
  });

  it('leaves no gap in a list, and no cursor that names it', async () => {
    const all = [await open(), await open(), await open(), await open()];
    const hidden = [all[1], all[3]].flatMap((each) => each ?? []);
    for (const { id } of hidden) await conflict('counter', id);
    const lists = [
      '/api/cases?limit=1',
      '/api/referrals?box=from&limit=1',
      '/api/referrals?box=from&state=all&limit=1',
      `/fhir/ServiceRequest?requester=Organization/${police}&_count=1`,
    ];
    const seen = [all[0], all[2]].flatMap((each) => each ?? []);
    for (const first of lists) {
      let said = '';
      for (let url: string | undefined = first; url !== undefined;) {
        const answer = await here.as('counter').get(url);
        const { entry, link } = answer.json<{ entry?: object[]; link?: { relation: string; url: string }[] }>();
        const shown = entry ?? answer.json<object[]>();
        const then = String(answer.headers['link'] ?? '');
        const next = link?.find(({ relation }) => relation === 'next')?.url ?? /<([^>]+)>; rel="next"/.exec(then)?.[1];
        expect([url, answer.statusCode, shown.length]).toEqual([url, 200, 1]);
        said += `${answer.body} ${decodeURIComponent(then)}`;
        url = next?.replace(/^https?:\/\/[^/]+/, '');
      }
      for (const { id, referral } of seen)
        expect([first, said.includes(id) || said.includes(referral)]).toEqual([first, true]);
      for (const { id, referral } of hidden) {
        expect([first, said.includes(id), said.includes(referral)]).toEqual([first, false, false]);
      }
    }
  });
});
