import { cem, eventually, health } from '../../acceptance/house.js';
import { digest, members, type World, world } from './world.js';

/** A1: a board that meets every month, with members, quorum, agenda, minutes and agreements that are not forgotten. */
describe('A1, the board of a district that meets every month', () => {
  const board = 'mesa-independencia';
  const api = `/api/boards/${board}`;
  let at: World;
  let march = '';
  let agreement = '';
  beforeAll(async () => {
    at = await world();
    await at.found(board);
  });
  afterAll(() => at.close());

  interface Session {
    readonly quorum: number;
    readonly seated: readonly string[];
    readonly agenda: readonly { readonly kind: string; readonly title: string; readonly agreement?: string }[];
    readonly status: string;
    readonly decisions: readonly { readonly agreement: string }[];
  }

  it('is called to a session by whoever coordinates, and by nobody else', async () => {
    const convening = {
      ...{ kind: 'ordinary', at: '2026-03-09T16:00:00Z', place: 'sala-municipal' },
      agenda: [{ kind: 'MONTHLY_REPORT', title: 'Informe de febrero' }],
    };
    expect(await at.refused(`${api}/sessions`, convening, at.member)).toEqual([403, 'forbidden']);
    const named = { ...convening, agenda: [{ kind: 'OTHER', title: 'Llamar al 987654321' }] };
    expect(await at.refused(`${api}/sessions`, named)).toEqual([422, 'session/bad-name']);
    march = (await at.done(`${api}/sessions`, convening)).id;
    expect(await at.read<Session>(`${api}/sessions/${march}`)).toMatchObject({ status: 'convened', quorum: 0 });
  });

  it('decides with three of its four members, and with two it does not', async () => {
    const decision = { text: 'El CEM atenderá también los sábados', owner: cem, due: '2026-03-20' };
    await at.done(`${api}/sessions/${march}/opening`);
    const { quorum, seated } = await at.read<Session>(`${api}/sessions/${march}`);
    expect({ quorum, seated }).toEqual({ quorum: 3, seated: [...members] });
    for (const organization of members.slice(0, 2)) {
      await at.done(`${api}/sessions/${march}/attendance`, { organization, by: 'titular', mode: 'in-person' });
    }
    expect(await at.refused(`${api}/sessions/${march}/agreements`, decision)).toEqual([409, 'session/no-quorum']);
    await at.done(`${api}/sessions/${march}/attendance`, { organization: health, by: 'alternate', mode: 'remote' });
    agreement = (await at.done(`${api}/sessions/${march}/agreements`, decision)).id;
    expect(await at.read(`${api}/agreements/${agreement}`)).toMatchObject({ owner: cem, status: 'open', late: false });
  });

  it('keeps number and digest of its minutes, and who came', async () => {
    await at.done(`${api}/sessions/${march}/minutes`, { number: '003-2026', digest });
    await at.done(`${api}/sessions/${march}/closure`);
    expect(await at.read(`${api}/activity`)).toMatchObject({
      ...{ planned: 1, held: 1, withoutQuorum: 0, agreements: 1 },
      attendance: expect.arrayContaining([
        { organization: health, called: 1, present: 1, byAlternate: 1, remote: 1 },
        { organization: members[2], called: 1, present: 0, byAlternate: 0, remote: 0 },
      ]),
    });
  });

  it('finds what was not done on the agenda of the next session by itself, late by then', async () => {
    await at.later('2026-03-21T05:00:00.000Z');
    const late = await at.read<{ steps: { type: string; at: string }[] }>(`${api}/agreements/${agreement}`);
    expect(late).toMatchObject({ late: true, status: 'open' });
    // The last millisecond of the 20th in Lima.
    expect(late.steps.at(-1)).toMatchObject({ type: 'AgreementLate', at: '2026-03-21T04:59:59.999Z' });
    const april = await at.done(`${api}/sessions`, { kind: 'ordinary', at: '2026-04-13T16:00:00Z', place: 'sala' });
    const item = await eventually(async () =>
      (await at.read<Session>(`${api}/sessions/${april.id}`)).agenda.find((each) => each.agreement === agreement),
    );
    expect(item).toMatchObject({ kind: 'AGREEMENT_FOLLOW_UP', title: 'El CEM atenderá también los sábados' });
    await eventually(async () =>
      (await at.read<{ carried: number }>(`${api}/agreements/${agreement}`)).carried === 1 ? true : undefined,
    );
  });

  it('is told when it is done, with what shows it, and then it comes back no more', async () => {
    expect(await at.refused(`${api}/agreements/${agreement}/completion`, { evidence: 'foto' })).toEqual([
      400,
      'validation',
    ]);
    await at.done(`${api}/agreements/${agreement}/completion`, { evidence: digest });
    expect(await at.read(`${api}/agreements/${agreement}`)).toMatchObject({ status: 'done', late: true });
    expect(await at.read(`${api}/agreements`)).toEqual([]);
    const may = await at.done(`${api}/sessions`, { kind: 'ordinary', at: '2026-05-11T16:00:00Z', place: 'sala' });
    await at.later('2026-05-12T05:00:00.000Z');
    expect(await at.read(`${api}/sessions/${may.id}`)).toMatchObject({ agenda: [] });
  });

  it('is read by its members and by nobody outside it', async () => {
    expect(await at.read(`${api}/sessions?state=all`, at.member)).toHaveLength(3);
    expect((await at.stranger.get(`${api}/sessions`)).statusCode).toBe(403);
    expect((await at.stranger.get(`${api}/agreements`)).statusCode).toBe(403);
    expect((await at.stranger.get(`${api}/plans`)).statusCode).toBe(403);
    expect((await at.coordinator.get(`${api}/sessions/${agreement}`)).statusCode).toBe(404);
  });
});
