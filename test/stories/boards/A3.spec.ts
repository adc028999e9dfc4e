import { type World, world } from './world.js';

/** A3: beside the board there is another, of another kind, made by law. */
describe('A3, a statutory board beside a voluntary one', () => {
  let at: World;
  beforeAll(async () => {
    at = await world();
    await at.found('mesa-antigua');
    const about = { level: 'district', country: 'PE', place: 'Independencia', territory: ['150112'] };
    await at.done('/api/boards', { id: 'idc-150112', name: 'Instancia Distrital', kind: 'statutory', ...about });
  });
  afterAll(() => at.close());

  const seat = (organization: string, seat: string) => ({ organization, seat, from: '2026-01-01' });

  it('has the seats of the law, and no more in one than it gives', async () => {
    const url = '/api/boards/idc-150112/members';
    await at.done(url, { ...seat('pe-150112-cem', 'CEM'), titular: 'CEM-COORDINATION', alternate: 'CEM-LEGAL' });
    expect(await at.refused(url, seat('pe-150112-salud', 'CEM'))).toEqual([409, 'board/seats-full']);
    expect(await at.refused(url, seat('pe-150112-salud', 'RADIO'))).toEqual([422, 'board/seat-not-in-law']);
    await at.done(url, seat('pe-150112-salud', 'HEALTH'));
    expect(await at.read('/api/boards/idc-150112')).toMatchObject({
      members: [{ seat: 'CEM', titular: 'CEM-COORDINATION', alternate: 'CEM-LEGAL' }, { seat: 'HEALTH' }],
    });
  });

  it('says in Spanish what the law has no room for, and that the list is yet to be verified', async () => {
    const headers = { 'accept-language': 'es' };
    const body = seat('pe-150112-juzgado-familia', 'CEM');
    const answer = await at.coordinator.post('/api/boards/idc-150112/members', body, headers);
    expect(answer.body).toContain('Ley 30364');
    expect(answer.body).toContain('por verificar');
  });

  it('goes on with the work of the voluntary board, which hears of it', async () => {
    await at.done('/api/boards/idc-150112/links', { succeeds: 'mesa-antigua' });
    expect(await at.read('/api/boards/idc-150112')).toMatchObject({ succeeds: 'mesa-antigua' });
    expect(await at.read('/api/boards/mesa-antigua')).toMatchObject({ succeededBy: 'idc-150112' });
    expect(await at.refused('/api/boards/mesa-antigua/links', { succeeds: 'idc-150112' })).toEqual([
      422,
      'board/cannot-succeed',
    ]);
  });

  it('cannot be made by law where no list of seats is known', async () => {
    const bolivia = { kind: 'statutory', level: 'district', country: 'BO', place: 'El Alto', territory: ['020105'] };
    expect(await at.refused('/api/boards', { id: 'bo-el-alto', name: 'Mesa de El Alto', ...bolivia })).toEqual([
      422,
      'board/no-seat-list',
    ]);
    await at.done('/api/boards', { id: 'bo-el-alto', name: 'Mesa de El Alto', ...bolivia, kind: 'voluntary' });
  });
});
