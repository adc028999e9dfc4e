import { newCase } from '../../acceptance/house.js';
import { type Countryside, countryside } from './community.js';

interface Shown {
  readonly clocks: readonly object[];
  readonly awaited: readonly object[];
  readonly reparation: readonly string[];
}

/** A28: women who seek justice for what was done to them decades ago, one by one and together. */
describe('A28, historic and collective violations', () => {
  let at: Countryside;
  beforeAll(async () => {
    at = await countryside();
  });
  afterAll(() => at.close());

  const opened = async (condition: string) => {
    const sent = await at.member.post('/api/cases', { ...newCase, condition, age: 58, entry: 'NGO' });
    expect(sent.statusCode).toBe(201);
    return sent.json<{ readonly id: string }>().id;
  };
  const shown = (id: string) => at.read<Shown>(`/api/cases/${id}`, at.member);

  it.each(['HISTORIC', 'COLLECTIVE'])('%s: no clock of an emergency runs, also years later', async (condition) => {
    const id = await opened(condition);
    expect(await shown(id)).toMatchObject({ condition, status: 'open', clocks: [], awaited: [], reparation: [] });
  });

  it('is opened on the page of a new case, and its own page says that no clock runs', async () => {
    const page = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const asked = (await at.member.get('/casos/nuevo', page)).body;
    expect(asked).toMatch(/<details[^>]*><summary>Hace mucho tiempo[^]*name="track"[^]*name="setting"/u);
    const filled = {
      ...{ district: '150112', entry: 'NGO', condition: 'NEW', sex: 'F', age: '58' },
      ...{ types: 'PHYSICAL', principal: 'PHYSICAL', complaint: 'false' },
    };
    const open = async (more: Readonly<Record<string, string>>) => {
      const sent = await at.member.post('/casos/nuevo', new URLSearchParams({ ...filled, ...more }).toString(), page);
      expect(sent.statusCode).toBe(303);
      return String(sent.headers.location).split('?')[0] ?? '';
    };
    const look = async (path: string) =>
      (await at.member.get(path, { ...page, 'consistent-with': await at.head() })).body;
    const historic = await open({ track: 'HISTORIC', setting: 'INSTITUTION' });
    expect(await at.read(`/api${historic.replace('casos', 'cases')}`, at.member)).toMatchObject({
      ...{ condition: 'HISTORIC', setting: 'INSTITUTION', clocks: [] },
    });
    expect(await look(historic)).toContain('no corre ningún plazo de emergencia');
    expect(await look(await open({ track: '', setting: '' }))).not.toContain('no corre ningún plazo');
  });

  it('goes its way to reparation, accompanied, and is not late with anything', async () => {
    const id = await opened('HISTORIC');
    const step = (of: string, who = at.member) => who.post(`/api/cases/${id}/reparation-steps`, { step: of });
    expect((await step('ACCOMPANIED')).statusCode).toBe(201);
    expect((await step('DOCUMENTED')).json<{ readonly code: string }>().code).toBe('case/reparation-too-early');
    for (const next of ['REGISTERED', 'DOCUMENTED', 'IN_REPARATIONS_REGISTER', 'ACCOMPANIED']) {
      expect((await step(next)).statusCode).toBe(201);
    }
    await at.later('2029-03-09T15:00:00.000Z');
    expect(await shown(id)).toMatchObject({
      ...{ status: 'open', clocks: [] },
      reparation: ['ACCOMPANIED', 'REGISTERED', 'DOCUMENTED', 'IN_REPARATIONS_REGISTER'],
    });
    expect((await step('ACCOMPANIED', at.stranger)).statusCode).toBe(404);
  });

  it('is no new violence, and a case of today is on no such way', async () => {
    const today = await opened('NEW');
    const step = { step: 'REGISTERED' };
    expect(await at.refused(`/api/cases/${today}/reparation-steps`, step, at.member)).toEqual([
      409,
      'case/no-reparation-track',
    ]);
    expect((await shown(today)).clocks).not.toEqual([]);
  });
});
