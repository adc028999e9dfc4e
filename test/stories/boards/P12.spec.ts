import { cem } from '../../acceptance/house.js';
import { planOf, type World, world } from './world.js';

/** P12 and P2: what a board agrees says which indicator it is to move, and which action of its plan it serves. */
describe('P12, an agreement beside the indicator and the plan it serves', () => {
  const board = 'mesa-vigilancia';
  const api = `/api/boards/${board}`;
  let at: World;
  let plan = '';
  beforeAll(async () => {
    at = await world();
    await at.found(board);
    plan = (await at.done(`${api}/plans`, planOf())).id;
    await at.done(`${api}/plans/${plan}/approval`, { version: 1, norm: 'ORD-1-2026', on: '2026-01-15' });
  });
  afterAll(() => at.close());

  it('is linked to what is there, and told with its links', async () => {
    const session = await at.session(board, '2026-03-09T16:00:00Z', 3);
    const url = `${api}/sessions/${session}/agreements`;
    const decision = {
      ...{ text: 'Pedir presupuesto participativo para talleres', owner: cem, due: '2026-04-30' },
      indicator: 'referrals-answered',
    };
    expect(await at.refused(url, { ...decision, serves: { plan, action: 'A9' } })).toEqual([
      422,
      'plan/unknown-action',
    ]);
    expect(await at.refused(url, { ...decision, owner: 'nadie' })).toEqual([422, 'board/unknown-organization']);
    const { id } = await at.done(url, { ...decision, serves: { plan, action: 'A1' } });
    let told: object | undefined;
    for await (const { events } of at.platform.facts.readAll()) {
      for (const { type, data } of events) if (type === 'AgreementAdopted.v1') told = data as object;
    }
    expect(told).toEqual({
      ...{ board, session, agreement: id, ...decision, serves: { plan, action: 'A1' } },
      dueAt: '2026-05-01T04:59:59.999Z',
    });
  });

  it('is put off in the open, and counted', async () => {
    const [open] = await at.read<readonly { id: string }[]>(`${api}/agreements`);
    const url = `${api}/agreements/${open?.id}/postponement`;
    expect(await at.refused(url, { due: '2026-04-29' })).toEqual([422, 'agreement/not-later']);
    await at.done(url, { due: '2026-05-31' });
    await at.done(`${api}/agreements/${open?.id}/progress`, { note: 'NO_BUDGET' });
    expect(await at.read(`${api}/agreements`)).toMatchObject([
      { due: '2026-05-31', rescheduled: 1, note: 'NO_BUDGET' },
    ]);
  });

  it('reaches its owner by a notice that says nothing of it', async () => {
    const notice = at.notices().find(({ kind }) => kind === 'agreement-adopted');
    expect(notice).toMatchObject({ to: cem, ref: expect.stringMatching(/^[0-9a-f-]{36}$/u) });
  });
});
