import { Caller, eventually } from '../acceptance/house.js';
import { answersOf, centre, type Couple, couple, recordOf } from './couple.js';
import { joins, spoke } from './joins.js';

const officer = 'demo-coordinacion';

/** What he asks about his data leads whoever answers it to his file and his certificate, and never to her case. */
describe('the rights of whoever is in a programme', () => {
  let at: Couple;
  let erasure = '';
  const [file, rights] = ['/api/reeducation', '/api/rights'];
  const send = async (actor: string, url: string, body: object = {}): Promise<string> => {
    const answer = await new Caller(at.app, actor).post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return answer.json<{ readonly id: string }>().id;
  };
  beforeAll(async () => {
    at = await couple();
    const [id = '', , person = ''] = at.sides.aggressor;
    await send(centre, `${rights}/requests`, { person, right: 'CANCELLATION' });
    erasure = await send(centre, `${rights}/persons/${person}/erasures`, { ground: 'PERSON_ASKED' });
    await send(officer, `${rights}/erasures/${erasure}/approval`);
    const certificate = `${rights}/erasures/${erasure}/certificate`;
    await eventually(async () => (await new Caller(at.app, centre).get(certificate)).statusCode === 200 || undefined);
    const shown = await new Caller(at.app, centre).get(`${file}/enrolments/${id}?reveal=identity`);
    expect(shown.json<{ readonly identityState: string }>().identityState).toBe('erased');
  }, 60_000);
  afterAll(() => at.close());

  it('are joined to her by no event, no fact and no record of who read what', async () => {
    const found = await recordOf(at.platform);
    expect(joins(found, at.sides)).toEqual([]);
    const [, , person = ''] = at.sides.aggressor;
    const certified = found.filter(({ at: where }) => where === `log: SubjectErased in subject-${person}`);
    expect(certified).toHaveLength(1);
  });

  it('are joined to her by no page and no answer about rights, whoever asks by any id there is', async () => {
    const sides = { ...at.sides, aggressor: [...at.sides.aggressor, erasure] };
    const about = (route: string): boolean => /\/(api\/rights|derechos)\b/u.test(route);
    const { routes, found } = await answersOf(at, sides, about);
    expect(routes.length).toBeGreaterThan(8);
    expect(joins(found, sides)).toEqual([]);
    expect(Math.min(...Object.values(spoke(found, sides)))).toBeGreaterThan(3);
    const his = found.filter(({ says }) => says.includes(erasure));
    expect(his.some(({ at: where }) => where.includes(`/supresiones/${erasure} as ${centre}`))).toBe(true);
  }, 120_000);

  it('leave her keys as they are', async () => {
    const [, , her = ''] = at.sides.victim;
    const [, , him = ''] = at.sides.aggressor;
    expect(await at.platform.vault.keysOf(him)).toEqual({ live: 0, destroyed: 1 });
    expect(await at.platform.vault.keysOf(her)).toMatchObject({ destroyed: 0 });
  });
});
