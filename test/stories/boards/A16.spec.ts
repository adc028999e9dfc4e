import { type World, world } from './world.js';

/** A16: boards of every level, from the district to the region. */
describe('A16, the levels of boards', () => {
  let at: World;
  beforeAll(async () => {
    at = await world();
    for (const [id, level] of [
      ['idc-santiago', 'district'],
      ['ipc-cusco', 'provincial'],
      ['irc-cusco', 'regional'],
    ] as const) {
      const about = { kind: 'statutory', level, country: 'PE', place: 'Cusco', territory: ['080106'] };
      await at.done('/api/boards', { id, name: `Instancia ${level}`, ...about });
    }
  });
  afterAll(() => at.close());

  it('stand one above the other', async () => {
    await at.done('/api/boards/idc-santiago/links', { parent: 'ipc-cusco' });
    await at.done('/api/boards/ipc-cusco/links', { parent: 'irc-cusco' });
    expect(await at.read('/api/boards/idc-santiago')).toMatchObject({ parent: 'ipc-cusco' });
  });

  it('and never the other way round, nor under one that is not there', async () => {
    expect(await at.refused('/api/boards/irc-cusco/links', { parent: 'ipc-cusco' })).toEqual([
      422,
      'board/parent-not-above',
    ]);
    expect(await at.refused('/api/boards/irc-cusco/links', { parent: 'nadie' })).toEqual([404, 'board/unknown']);
  });

  it('each has its own presidency by law', async () => {
    const url = '/api/boards/irc-cusco/members';
    const seat = { organization: 'pe-150112-cem', seat: 'REGIONAL_GOVERNMENT', from: '2026-01-01' };
    await at.done(url, seat);
    const { id } = await at.done('/api/boards/irc-cusco/sessions', {
      ...{ kind: 'extraordinary', at: '2026-03-09T16:00:00Z', place: 'sede' },
    });
    await at.done(`/api/boards/irc-cusco/sessions/${id}/opening`);
    const tick = { organization: 'pe-150112-cem', by: 'alternate', mode: 'in-person' };
    expect(await at.refused(`/api/boards/irc-cusco/sessions/${id}/attendance`, tick)).toEqual([
      409,
      'session/presidency-not-delegable',
    ]);
    await at.done(`/api/boards/irc-cusco/sessions/${id}/attendance`, { ...tick, by: 'titular' });
  });
});
