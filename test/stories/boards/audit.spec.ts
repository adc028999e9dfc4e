import { Caller, cem } from '../../acceptance/house.js';
import { digest, planOf, type World, world } from './world.js';

const board = 'mesa-auditada';
const api = `/api/boards/${board}`;

interface History {
  readonly recorded: number;
  readonly state: { readonly status?: string; readonly versions?: readonly object[] } | null;
  readonly events: readonly { readonly type: string; readonly position: string }[];
}

/** What a board decided is replayed as its cases are: what was recorded, and how it stood at any moment. */
describe('the history of a board’s session, agreement and plan', () => {
  let at: World;
  let auditor: Caller;
  const ids = { sessions: '', agreements: '', plans: '' };
  beforeAll(async () => {
    at = await world();
    auditor = new Caller(at.app, 'demo-auditoria');
    await at.found(board);
    ids.plans = (await at.done(`${api}/plans`, planOf())).id;
    await at.done(`${api}/plans/${ids.plans}/approval`, { version: 1, norm: 'ORD-1-2026', on: '2026-01-15' });
    ids.sessions = await at.session(board, '2026-03-09T16:00:00Z', 3);
    const decision = { text: 'Ampliar el horario', owner: cem, due: '2026-04-30' };
    ids.agreements = (await at.done(`${api}/sessions/${ids.sessions}/agreements`, decision)).id;
    await at.done(`${api}/agreements/${ids.agreements}/completion`, { evidence: digest });
    await at.done(`${api}/sessions/${ids.sessions}/closure`);
  });
  afterAll(() => at.close());

  const history = (kind: string, id: string, query = '') =>
    at.read<History>(`/api/audit/${kind}/${id}?${query}`, auditor);

  it.each([
    ['sessions', { status: 'closed' }],
    ['agreements', { status: 'done' }],
    ['plans', { versions: [{ version: 1 }] }],
  ] as const)('is replayed for %s up to any event, and each event says what it changed', async (kind, state) => {
    const whole = await history(kind, ids[kind]);
    expect(whole.state).toMatchObject(state);
    const [first] = whole.events;
    const then = await history(kind, ids[kind], `position=${first?.position}`);
    expect([whole.recorded > 1, then.state === null, then.events.length]).toEqual([true, false, 1]);
    expect(then.state).not.toMatchObject(state);
    const changes = await at.read<readonly { type: string; field: string }[]>(
      `/api/audit/${kind}/${ids[kind]}/differences?from=1&to=${whole.recorded}`,
      auditor,
    );
    expect(changes.map(({ type }) => type)).toContain(whole.events.at(-1)?.type);
  });

  it('is found by the code of the board, and followed from page to page', async () => {
    const look = (url: string) => auditor.get(url, { accept: 'text/html' });
    const found = await look(`/auditoria?code=${board}`);
    expect([found.statusCode, found.headers.location]).toEqual([303, `/auditoria/mesas/${board}`]);
    const page = await look(`/auditoria/mesas/${board}`);
    expect(page.body).toContain('Sesión del 9 mar. 2026');
    for (const [path, kind] of [
      ['sesiones', 'sessions'],
      ['acuerdos', 'agreements'],
      ['planes', 'plans'],
    ] as const) {
      expect(page.body).toContain(`href="/auditoria/${path}/${ids[kind]}"`);
      const story = await look(`/auditoria/${path}/${ids[kind]}?hasta=1`);
      expect([path, story.statusCode, story.body.includes(board)]).toEqual([path, 200, true]);
    }
  });

  it('is for auditors alone', async () => {
    expect((await at.member.get(`/api/audit/plans/${ids.plans}`)).statusCode).toBe(404);
    expect((await at.member.get(`/auditoria/planes/${ids.plans}`)).statusCode).toBe(404);
  });
});
