import { cem } from '../../acceptance/house.js';
import { nobodys } from '../boards/world.js';
import { type Countryside, founded } from './community.js';

const act = { community: 'quilli', on: '2026-03-08', languages: ['QU', 'ES'], women: 26, men: 14 };

/** P8: a bilingual assembly, hours from the city: what forty people ask for reaches the board. */
describe('P8, an assembly of a community', () => {
  let at: Countryside;
  let id = '';
  beforeAll(async () => {
    at = await founded();
    await at.found('mesa-rural');
  });
  afterAll(() => at.close());

  it('has an act: the day, the languages, how many came', async () => {
    const written = await at.volunteer.post('/api/assemblies', act);
    expect(written.statusCode).toBe(201);
    ({ id } = written.json<{ readonly id: string }>());
    expect(await at.read(`/api/assemblies/${id}`)).toMatchObject({
      ...{
        community: 'quilli',
        languages: ['QU', 'ES'],
        attended: [
          { code: 'F', count: 26 },
          { code: 'M', count: 14 },
        ],
        agreements: [],
      },
    });
  });

  it('is written by its own council, of a day that has come, once', async () => {
    const refused = (change: object, who = at.volunteer) => at.refused('/api/assemblies', { ...act, ...change }, who);
    expect(await refused({}, at.police)).toEqual([403, 'community/not-a-council']);
    expect(await refused({ community: 'lima' })).toEqual([422, 'community/not-its-community']);
    expect(await refused({ on: '2026-03-10' })).toEqual([422, 'community/not-yet']);
  });

  it('hears what became of what it asked for', async () => {
    const session = await at.session('mesa-rural', '2026-03-09T15:30:00.000Z', 3);
    const decision = { text: 'Un juez de paz visitará Quilli cada mes', owner: cem, due: '2026-04-30' };
    const { id: agreement } = await at.done(`/api/boards/mesa-rural/sessions/${session}/agreements`, decision);
    await at.later('2026-03-09T15:31:00.000Z');
    expect(await at.refused(`/api/assemblies/${id}/agreements`, { agreement: nobodys })).toEqual([
      422,
      'assembly/unknown-agreement',
    ]);
    const passed = await at.volunteer.post(`/api/assemblies/${id}/agreements`, { agreement });
    expect([passed.statusCode, passed.body]).toEqual([200, expect.any(String)]);
    expect(await at.read(`/api/assemblies/${id}`, at.stranger)).toMatchObject({
      agreements: [{ id: agreement, board: 'mesa-rural', text: decision.text, status: 'open' }],
    });
    expect(await at.refused(`/api/assemblies/${id}/agreements`, { agreement }, at.police)).toEqual([403, 'forbidden']);
  });
});
