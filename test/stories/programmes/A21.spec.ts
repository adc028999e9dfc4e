import { at } from '../../acceptance/house.js';
import { monthOver } from '../../support/months.js';
import { type ProgrammeWorld, programmeWorld, type Somebody } from './reeducation-world.js';

interface Group {
  readonly participants: readonly { readonly id: string; readonly code: string; readonly leads: boolean }[];
}

/** A21: networks of men committed to non-violence, thirty of whom lead others. */
describe('A21, a group of men committed to non-violence', () => {
  const api = '/api/masculinities/groups';
  let world: ProgrammeWorld;
  let facilitator: Somebody;
  let id = '';
  const men: string[] = [];
  beforeAll(async () => {
    world = await programmeWorld();
    facilitator = world.as(at.cem);
  });
  afterAll(() => world.close());

  it('is formed by an institution, and men join it by code alone', async () => {
    id = (await facilitator.done(api, { name: 'Hombres por la igualdad de Independencia' })).id;
    for (let nth = 0; nth < 7; nth += 1) men.push((await facilitator.done(`${api}/${id}/participants`)).id);
    const { participants } = await facilitator.read<Group>(`${api}/${id}`);
    expect(participants.map((each) => each.id).sort()).toEqual([...men].sort());
    for (const { code } of participants) expect(code).toMatch(/^26-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    expect((await facilitator.refused(`${api}/${id}/participants`, { name: 'NOMBRE' }))[0]).toBe(400);
  });

  it('meets, and corrects who came', async () => {
    await facilitator.done(`${api}/${id}/meetings`, { day: '2026-03-07', present: men.slice(0, 5) });
    await facilitator.done(`${api}/${id}/meetings`, { day: '2026-03-07', present: men });
    expect(await facilitator.read(`${api}/${id}`)).toMatchObject({ meetings: [{ day: '2026-03-07', present: 7 }] });
    const stranger = { day: '2026-03-08', present: [id] };
    expect(await facilitator.refused(`${api}/${id}/meetings`, stranger)).toEqual([
      422,
      'masculinities/unknown-participant',
    ]);
  });

  it('acts in public, and says how many it reached', async () => {
    await facilitator.done(`${api}/${id}/activities`, { day: '2026-03-08', kind: 'FAIR', men: 6, reached: 240 });
    expect(await facilitator.read(`${api}/${id}`)).toMatchObject({
      activities: [{ kind: 'FAIR', men: 6, reached: 240 }],
    });
  });

  it('belongs to who facilitates it', async () => {
    expect(await world.as(at.health).unread(`${api}/${id}`)).toEqual([404, 'masculinities/unknown']);
    expect((await world.as('demo-coordinacion').unread(`${api}/${id}`))[0]).toBe(403);
  });

  it('is of a network that counts its leaders as soon as they are enough not to be known by their number', async () => {
    const network = () => world.as('demo-coordinacion').read('/api/masculinities/network');
    await facilitator.done(`${api}/${id}/participants/${men[0]}/leadership`, { leads: true });
    await monthOver(world);
    expect(await network()).toMatchObject({ groups: 1, leaders: null, activities: 1, reached: 240 });
    for (let nth = 0; nth < 30; nth += 1) {
      const { id: leader } = await facilitator.done(`${api}/${id}/participants`);
      await facilitator.done(`${api}/${id}/participants/${leader}/leadership`, { leads: true });
    }
    expect(await network()).toMatchObject({ participants: 7, leaders: null });
    await monthOver(world);
    expect(await network()).toMatchObject({ participants: 37, leaders: 31, through: '2026-04-30' });
    await facilitator.done(`${api}/${id}/participants/${men[0]}/departure`, { reason: 'MOVED' });
    expect(await network()).toMatchObject({ participants: 37, leaders: 31 });
    await monthOver(world);
    expect(await network()).toMatchObject({ participants: 36, leaders: 30 });
  });

  it('ends, and takes nothing more', async () => {
    await facilitator.done(`${api}/${id}/closure`);
    expect(await facilitator.refused(`${api}/${id}/participants`)).toEqual([409, 'masculinities/closed']);
    expect(await facilitator.read<readonly object[]>(`${api}?state=closed`)).toHaveLength(1);
  });
});
