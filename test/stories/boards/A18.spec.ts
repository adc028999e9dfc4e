import { cem } from '../../acceptance/house.js';
import { planOf, type World, world } from './world.js';

interface Plan {
  readonly versions: readonly { readonly version: number; readonly norm: string }[];
  readonly draft?: { readonly version: number };
  readonly actions: readonly { readonly light: string; readonly expected: number; readonly progress: number }[];
}

/** A18: a provincial board with a plan of goals, actions and deadlines, approved by a norm and recognised. */
describe('A18, the plan of a provincial board', () => {
  const board = 'mesa-jauja';
  const api = `/api/boards/${board}/plans`;
  let at: World;
  let plan = '';
  beforeAll(async () => {
    at = await world();
    await at.found(board, { level: 'provincial', territory: ['120401'] });
  });
  afterAll(() => at.close());

  it('is drafted with goals, actions, deadlines and who answers for them', async () => {
    expect(await at.refused(api, planOf({ objectives: [] }))).toEqual([422, 'plan/no-objectives']);
    plan = (await at.done(api, planOf())).id;
    const stranger = planOf();
    const [objective] = stranger.objectives;
    const [goal] = objective?.goals ?? [];
    const [action] = goal?.actions ?? [];
    const nobody = planOf({
      objectives: [{ ...objective, goals: [{ ...goal, actions: [{ ...action, responsible: 'nadie' }] }] }],
    });
    expect(await at.refused(api, nobody)).toEqual([422, 'board/unknown-organization']);
    expect(await at.read<Plan>(`${api}/${plan}`)).toMatchObject({ versions: [], draft: { version: 1 }, actions: [] });
  });

  it('is approved by an ordinance, and recognised as an instrument of management', async () => {
    const recognition = { by: cem, norm: 'RA-015-2026', on: '2026-02-10' };
    expect(await at.refused(`${api}/${plan}/recognition`, recognition)).toEqual([409, 'plan/not-approved']);
    await at.done(`${api}/${plan}/approval`, { version: 1, norm: 'ORD-012-2026', on: '2026-01-30' });
    await at.done(`${api}/${plan}/recognition`, recognition);
    expect(await at.read<Plan>(`${api}/${plan}`)).toMatchObject({
      versions: [{ version: 1, norm: 'ORD-012-2026', recognised: recognition }],
    });
  });

  it('shows how its actions stand, by a rule that is written down', async () => {
    // 68 of 181 days on 9 March: 37 per cent should be done.
    expect((await at.read<Plan>(`${api}/${plan}`)).actions).toMatchObject([
      { expected: 37, progress: 0, light: 'red' },
    ]);
    const spent = { amount: 250_000, currency: 'PEN' };
    const progress = `${api}/${plan}/actions/A1/progress`;
    await at.done(progress, { state: 'in-progress', progress: 20, spent });
    expect((await at.read<Plan>(`${api}/${plan}`)).actions).toMatchObject([{ progress: 20, light: 'amber' }]);
    await at.done(progress, { state: 'in-progress', progress: 30, spent });
    expect((await at.read<Plan>(`${api}/${plan}`)).actions).toMatchObject([{ progress: 30, light: 'green' }]);
    expect(await at.refused(progress, { state: 'done', progress: 30, spent })).toEqual([422, 'plan/bad-progress']);
  });

  it('never changes once it is approved: a change is the next version', async () => {
    const later = planOf({ title: 'Plan de prueba, ampliado' });
    await at.done(`${api}/${plan}/drafts`, later);
    const before = await at.read<Plan>(`${api}/${plan}`);
    expect(before).toMatchObject({ versions: [{ version: 1 }], draft: { version: 2 } });
    expect(await at.refused(`${api}/${plan}/approval`, { version: 1, norm: 'ORD-1', on: '2026-03-01' })).toEqual([
      409,
      'plan/approved',
    ]);
    await at.done(`${api}/${plan}/approval`, { version: 2, norm: 'ORD-020-2026', on: '2026-03-05' });
    const after = await at.read<Plan>(`${api}/${plan}`);
    expect(after.versions[0]).toEqual(before.versions[0]);
    expect(after.versions[1]).toMatchObject({ version: 2, title: 'Plan de prueba, ampliado' });
    // What was done stays done.
    expect(after.actions).toMatchObject([{ progress: 30 }]);
  });
});
