import { cem } from '../../acceptance/house.js';
import { api, network, registerWorld, type RegisterWorld } from './register-world.js';

/** A27: a network that monitors policies is not left without a reply: what it found comes back until there is one. */
describe('A27, a finding nobody replies to', () => {
  let at: RegisterWorld;
  let id = '';
  beforeAll(async () => {
    at = await registerWorld();
    const finding = { network, observed: cem, topic: 'PLAN_NOT_FOLLOWED', on: '2026-03-01', due: '2026-03-15' };
    id = (await at.as(at.citizens, `${api}/findings`, { ...finding, text: 'El plan no tiene horario' })).id;
  });
  afterAll(() => at.close());

  const late = async (): Promise<readonly unknown[]> => {
    const { steps } = await at.read<{ steps: readonly { type: string; times: number; at: string }[] }>(
      `${api}/findings/${id}`,
    );
    return steps.filter(({ type }) => type === 'FindingReplyLate').map(({ times, at }) => [times, at]);
  };

  it('comes back when its day has gone by in Lima, and not before', async () => {
    await at.later('2026-03-16T04:59:59.000Z');
    expect(await late()).toEqual([]);
    await at.later('2026-03-16T05:00:00.000Z');
    expect(await late()).toEqual([[1, '2026-03-16T04:59:59.999Z']]);
  });

  it('comes back every seven days, once each time', async () => {
    await at.later('2026-03-18T05:00:00.000Z');
    await at.later('2026-03-23T05:00:00.000Z');
    await at.later('2026-03-23T06:00:00.000Z');
    expect(await late()).toEqual([
      [1, '2026-03-16T04:59:59.999Z'],
      [2, '2026-03-23T04:59:59.999Z'],
    ]);
  });

  it('stops coming back with the reply', async () => {
    const answer = { answer: 'NOT_ACCEPTED', on: '2026-03-23', text: 'El horario está en el reglamento' };
    await at.as(at.member, `${api}/findings/${id}/answers`, answer);
    await at.later('2026-05-01T05:00:00.000Z');
    expect(await late()).toHaveLength(2);
  });
});
