import { at, court, eventually } from '../../acceptance/house.js';
import { monthOver } from '../../support/months.js';
import { measureOf, type ProgrammeWorld, programmeWorld, type Somebody } from './reeducation-world.js';

interface File {
  readonly code: string;
  readonly clocks: readonly { readonly waitsFor: string; readonly due: string; readonly missed: boolean }[];
  readonly reports: readonly { readonly kind: string; readonly missed: number }[];
}

/** A22: the programme of a centre for aggressors, from the order of the court to the last report to it. */
describe('A22, a re-education programme', () => {
  const api = '/api/reeducation/enrolments';
  let world: ProgrammeWorld;
  let centre: Somebody;
  let id = '';
  beforeAll(async () => {
    world = await programmeWorld();
    centre = world.as('demo-cai-01');
  });
  afterAll(() => world.close());

  it('begins with an order, whose number and whose man are sealed', async () => {
    const order = { entry: 'COURT_ORDER', court, sessions: 6, firstDayBy: '2026-03-13' };
    const sealed = { order: 'ORDEN-RESERVADA-77', identity: { name: 'NOMBRE-RESERVADO' } };
    expect(await centre.refused(api, { ...order, court: 'pe-150112-cem' })).toEqual([422, 'reeducation/not-a-court']);
    id = (await centre.done(api, { ...order, ...sealed })).id;
    const file = await centre.read<File>(`${api}/${id}`);
    expect(file).toMatchObject({ entry: 'COURT_ORDER', court, sessions: 6, identityState: 'sealed' });
    expect(file.clocks).toEqual([{ waitsFor: 'programme-begun', due: '2026-03-14T04:59:59.999Z', missed: false }]);
    expect(JSON.stringify(file)).not.toMatch(/RESERVAD/u);
    expect(await centre.read(`${api}/${id}?reveal=identity`)).toMatchObject({ identityState: 'shown', ...sealed });
  });

  it('is the centre’s alone: to everybody else there is no such file', async () => {
    expect(await world.as('demo-pe-150132-cai-01').unread(`${api}/${id}`)).toEqual([404, 'enrolment/unknown']);
    for (const actor of [at.police, at.cem, at.court, 'demo-coordinacion', 'demo-auditoria']) {
      expect((await world.as(actor).unread(`${api}/${id}`))[0]).toBe(403);
      expect((await world.as(actor).unread(api))[0]).toBe(403);
      expect((await world.as(actor).refused(api, { entry: 'VOLUNTARY', sessions: 4 }))[0]).toBe(403);
    }
  });

  it('takes no case, and nothing else it was not asked for', async () => {
    const joined = { entry: 'VOLUNTARY', sessions: 4, case: id };
    expect((await centre.refused(api, joined))[0]).toBe(400);
  });

  it('records who came, and after three absences owes the court a word within two working days', async () => {
    await centre.done(`${api}/${id}/intake`);
    await world.later('2026-03-24T15:00:00.000Z');
    for (const [day, result] of [
      ['2026-03-10', 'ATTENDED'],
      ['2026-03-12', 'MISSED'],
      ['2026-03-17', 'JUSTIFIED'],
      ['2026-03-19', 'MISSED'],
    ]) {
      await centre.done(`${api}/${id}/sessions`, { day, result });
    }
    const before = await centre.read<File>(`${api}/${id}`);
    expect(before.clocks.map(({ waitsFor }) => waitsFor)).toEqual(['progress-reported']);
    await centre.done(`${api}/${id}/sessions`, { day: '2026-03-24', result: 'MISSED' });
    const { clocks } = await centre.read<File>(`${api}/${id}`);
    expect(clocks[0]).toEqual({ waitsFor: 'non-compliance-reported', due: '2026-03-27T04:59:59.999Z', missed: false });
  });

  it('is called when that word is late, and the court is told of it by a notice that says nothing', async () => {
    await world.later('2026-03-27T05:00:00.000Z');
    expect((await centre.read<File>(`${api}/${id}`)).clocks[0]).toMatchObject({ missed: true });
    await centre.done(`${api}/${id}/reports`, { kind: 'NON_COMPLIANCE' });
    expect(await centre.refused(`${api}/${id}/reports`, { kind: 'NON_COMPLIANCE' })).toEqual([
      409,
      'enrolment/complies',
    ]);
    await world.later('2026-03-27T06:00:00.000Z');
    expect(await centre.read(`${api}/${id}`)).toMatchObject({ clocks: [{ waitsFor: 'progress-reported' }] });
    const told = await eventually(() => world.notices().find(({ to }) => to === court));
    expect(told).toMatchObject({ kind: 'reeducation-report', ref: id });
  });

  it('shows the court what it was told of its order, in codes and counts', async () => {
    const told = await world.as(at.court).read<readonly object[]>('/api/reeducation/reports');
    expect(told).toMatchObject([{ id, reports: [{ kind: 'NON_COMPLIANCE', attended: 1, missed: 3, justified: 1 }] }]);
    expect(await world.as(at.police).read('/api/reeducation/reports')).toEqual([]);
  });

  it('is complete when all sessions were attended, measured before and after', async () => {
    await centre.done(`${api}/${id}/measures`, measureOf('PRE', 1));
    expect(await centre.refused(`${api}/${id}/end`, { how: 'COMPLETED' })).toEqual([409, 'enrolment/sessions-left']);
    expect(await centre.refused(`${api}/${id}/sessions`, { day: '2026-03-28', result: 'ATTENDED' })).toEqual([
      422,
      'enrolment/not-yet',
    ]);
    await world.later('2026-04-09T20:00:00.000Z');
    for (const day of ['2026-03-26', '2026-03-31', '2026-04-02', '2026-04-07', '2026-04-09']) {
      await centre.done(`${api}/${id}/sessions`, { day, result: 'ATTENDED' });
    }
    await centre.done(`${api}/${id}/measures`, measureOf('POST', 2));
    await centre.done(`${api}/${id}/end`, { how: 'COMPLETED' });
    await centre.done(`${api}/${id}/reports`, { kind: 'END' });
    expect(await centre.read(`${api}/${id}`)).toMatchObject({
      ...{ ended: 'COMPLETED', clocks: [], attendance: { attended: 6, missed: 3, justified: 1 } },
      measures: { PRE: { score: 8 }, POST: { score: 16, change: 8, favourable: true } },
    });
    expect(await centre.refused(`${api}/${id}/sessions`, { day: '2026-04-14', result: 'ATTENDED' })).toEqual([
      409,
      'enrolment/ended',
    ]);
  });

  it('takes whoever comes of his own wish, and tells no court of him', async () => {
    const { id: own } = await centre.done(api, { entry: 'VOLUNTARY', sessions: 4 });
    await centre.done(`${api}/${own}/intake`);
    expect(await centre.refused(`${api}/${own}/reports`, { kind: 'PROGRESS' })).toEqual([409, 'enrolment/no-court']);
    expect(await centre.read(`${api}/${own}`)).toMatchObject({ entry: 'VOLUNTARY', clocks: [] });
  });

  it('is counted for everybody, without a count that points at somebody', async () => {
    for (let nth = 0; nth < 8; nth += 1) await centre.done(api, { entry: 'VOLUNTARY', sessions: 4 });
    await monthOver(world);
    const { counts } = await world
      .as('demo-coordinacion')
      .read<{ counts: readonly { of: string; count: number | null }[] }>('/api/reeducation/activity?year=2026');
    const count = (of: string) => counts.find((each) => each.of === of)?.count;
    expect([count('entry/COURT_ORDER'), count('end/COMPLETED'), count('session/MISSED')]).toEqual([null, null, null]);
    expect(count('session/ATTENDED')).toBe(6);
    // One of ten came by order: nine and ten together would say so.
    expect([count('entry'), count('entry/VOLUNTARY')].filter((each) => each !== null)).toHaveLength(1);
  });
});
