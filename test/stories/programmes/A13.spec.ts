import { monthOver } from '../../support/months.js';
import { type Countryside, defenders, federation, founded, heard, ronda, station } from './community.js';

interface Figures {
  readonly councils: readonly { readonly council: string; readonly taken: number | null }[];
  readonly total: {
    readonly taken: number | null;
    readonly acts: readonly { readonly code: string; readonly count: number | null }[];
  };
}

/** A13: the coordinator of a department’s councils: who they are, and what they did in a month. */
describe('A13, a network of councils', () => {
  let at: Countryside;
  beforeAll(async () => {
    at = await founded();
    for (let nth = 0; nth < 7; nth += 1) {
      const to = nth < 6 ? { to: { organization: station } } : {};
      expect((await at.volunteer.post('/api/helps', { ...heard, ...to })).statusCode).toBe(201);
    }
    await monthOver(at);
  });
  afterAll(() => at.close());

  const month = (path = '2026-03', who = at.federated) =>
    at.read<Figures>(`/api/networks/${federation}/months/${path}`, who);

  it('knows its councils and their volunteers', async () => {
    const listed = await at.read<readonly { readonly id: string; readonly network: string }[]>('/api/councils');
    expect(listed.map(({ id, network }) => [id, network])).toEqual([
      [defenders, federation],
      [ronda, federation],
    ]);
    const term = { defender: 'R-07', from: '2025-01-01', training: 'TRAINED' };
    expect((await at.federated.post(`/api/councils/${ronda}/defenders`, term)).statusCode).toBe(201);
  });

  it('counts what they did by council, and names no case', async () => {
    const figures = await month();
    expect(figures.councils).toMatchObject([
      {
        council: defenders,
        taken: 7,
        acts: expect.arrayContaining([{ code: 'ACCOMPANIED', count: 7 }]),
        matters: expect.arrayContaining([{ code: 'PSYCHOLOGICAL', count: 7 }]),
      },
      { council: ronda, taken: 0 },
    ]);
    expect(JSON.stringify(figures)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/u);
    expect((await month('2026-02')).total.taken).toBe(0);
  });

  it('withholds what would point at somebody: one of seven was not handed on', async () => {
    expect((await month()).total.acts).toContainEqual({ code: 'HANDED_ON', count: null });
    // Told late, of a day in March.
    const late = { ...heard, effectiveAt: '2026-03-20T15:00:00.000Z' };
    const before = await month();
    expect((await at.vigilant.post('/api/helps', late)).statusCode).toBe(201);
    expect(await month()).toEqual(before);
    await monthOver(at);
    // One record of the ronda: neither it nor the council beside it is told, since the sum would give it away.
    expect((await month()).councils.map(({ taken }) => taken)).toEqual([null, null]);
  });

  it('tells them to its own coordinator and to whoever coordinates, and to nobody else', async () => {
    expect((await month('2026-03', at.coordinator)).councils).toHaveLength(2);
    const url = `/api/networks/${federation}/months/2026-03`;
    expect((await at.volunteer.get(url)).statusCode).toBe(403);
    expect((await at.federated.get(`/api/networks/${federation}/months/2026-13`)).statusCode).toBe(404);
    // It is not over yet.
    expect((await at.federated.get(`/api/networks/${federation}/months/2026-05`)).statusCode).toBe(404);
  });

  it('takes back a council that leaves, and refuses it another network before', async () => {
    const url = `/api/councils/${ronda}/network`;
    expect(await at.refused(url, { network: 'nadie', from: '2026-01-01' })).toEqual([422, 'community/unknown-network']);
    await at.done(`${url}/departure`, { until: '2026-03-01' });
    await monthOver(at);
    expect((await month()).councils.map(({ council }) => council)).toEqual([defenders]);
  });
});
