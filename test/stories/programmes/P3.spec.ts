import { at } from '../../acceptance/house.js';
import { monthOver } from '../../support/months.js';
import { measureOf, type ProgrammeWorld, programmeWorld, type Somebody } from './reeducation-world.js';

interface Changes {
  readonly programme: string;
  readonly measured: number | null;
  readonly favourable: number | null;
  readonly mean: number | null;
  readonly districts: readonly object[];
}

/** P3: so many men with favourable changes, measured before and after, and told in aggregate only. */
describe('P3, men with favourable changes', () => {
  const api = '/api/masculinities/groups';
  let world: ProgrammeWorld;
  let facilitator: Somebody;
  let id = '';
  beforeAll(async () => {
    world = await programmeWorld();
    facilitator = world.as(at.cem);
    id = (await facilitator.done(api, { name: 'Varones de las comunidades' })).id;
  });
  afterAll(() => world.close());

  /** A man who is measured before with these points an item, and after with those. */
  const man = async (before: 0 | 1 | 2 | 3, after: 0 | 1 | 2 | 3) => {
    const { id: participant } = await facilitator.done(`${api}/${id}/participants`);
    await facilitator.done(`${api}/${id}/participants/${participant}/measures`, measureOf('PRE', before));
    await facilitator.done(`${api}/${id}/participants/${participant}/measures`, measureOf('POST', after));
    return participant;
  };
  const changes = async () =>
    (await world.as('demo-coordinacion').read<readonly Changes[]>('/api/masculinities/changes?year=2026'))[0];

  it('are nobody’s business while they are few', async () => {
    for (let nth = 0; nth < 3; nth += 1) await man(1, 2);
    await monthOver(world);
    expect(await changes()).toMatchObject({ measured: null, favourable: null, mean: null });
  });

  it('are an indicator: how many were measured, how many changed for the better, and by how much', async () => {
    for (let nth = 0; nth < 9; nth += 1) await man(1, 3);
    for (let nth = 0; nth < 8; nth += 1) await man(2, 2);
    // What one man changed cannot be told from what was said before him and after.
    expect(await changes()).toMatchObject({ measured: null, through: '2026-03-31' });
    await monthOver(world);
    expect(await changes()).toMatchObject({
      ...{ programme: 'MASCULINITIES', instrument: 'MEN-NON-VIOLENCE', version: 1, year: '2026' },
      // Three by 8 points, nine by 16, eight by none.
      ...{ measured: 20, favourable: 12, mean: 8.4 },
      districts: [{ district: '150112', measured: 20, favourable: 12 }],
    });
  });

  it('count by the rule in the data of the questionnaire, from four points on', async () => {
    const before = await changes();
    const { id: participant } = await facilitator.done(`${api}/${id}/participants`);
    const measures = `${api}/${id}/participants/${participant}/measures`;
    const { phase, answers } = measureOf('PRE', 1);
    await facilitator.done(measures, { phase, answers });
    const [first, second, third, ...rest] = answers;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few items');
    // Three points better, of which the third is agreed to less.
    const slightly = [{ ...first, answer: 2 }, { ...second, answer: 2 }, { ...third, answer: 1 }, ...rest];
    await facilitator.done(measures, { phase: 'POST', answers: slightly });
    expect(await changes()).toEqual(before);
    await monthOver(world);
    expect(await changes()).toMatchObject({ measured: 21, favourable: before?.favourable });
  });

  it('are measured once before and once after, with every question answered', async () => {
    const { id: participant } = await facilitator.done(`${api}/${id}/participants`);
    const measures = `${api}/${id}/participants/${participant}/measures`;
    expect(await facilitator.refused(measures, measureOf('POST', 2))).toEqual([409, 'measure/no-first']);
    const { phase, answers } = measureOf('PRE', 2);
    expect(await facilitator.refused(measures, { phase, answers: answers.slice(1) })).toEqual([
      422,
      'measure/bad-answers',
    ]);
    await facilitator.done(measures, { phase, answers });
    expect(await facilitator.refused(measures, { phase, answers })).toEqual([409, 'measure/taken']);
  });

  it('of another year are told with that year', async () => {
    expect(await world.as('demo-coordinacion').read('/api/masculinities/changes?year=2025')).toEqual([]);
  });

  it('leave what each answered sealed: no figure, fact or list holds it', async () => {
    for await (const { events } of world.platform.facts.readAll({ types: ['MenChanged.v1'] })) {
      for (const { data } of events) expect(Object.keys(data as object)).not.toContain('participant');
    }
    for await (const { events } of world.platform.log.readAll({ types: ['MenMeasured'] })) {
      for (const { dataText } of events) expect(dataText).not.toContain('money');
    }
  });
});
