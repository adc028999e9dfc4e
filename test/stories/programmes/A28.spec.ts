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
