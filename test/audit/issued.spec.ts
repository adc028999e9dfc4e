import { History } from '../support/history.js';
import { type World, world } from '../stories/boards/world.js';
import { Caller } from '../acceptance/house.js';

const month = '2026-02';
const edition = `/api/boards/mesa-a/editions/${month}`;

interface Change {
  readonly figure: string;
  readonly cause: string;
  readonly by: readonly { readonly type: string; readonly recordedAt: string }[];
}

describe('a report that was issued', () => {
  let here: World;
  let history: History;
  let count = 0;
  const openCases = async (n: number): Promise<void> => {
    for (let nth = 0; nth < n; nth += 1) {
      count += 1;
      await history.openCase(new Date(Date.parse('2026-02-02T15:00:00.000Z') + count * 3_600_000).toISOString());
    }
  };
  const issue = async (minutes: string): Promise<void> => {
    await here.done(`${edition}/freeze`);
    await here.done(`${edition}/approval`, { minutes });
    await here.done(`${edition}/publication`, { profile: 'board' });
    await here.done(`${edition}/publication`, { profile: 'public' });
  };
  const audit = <T>(path: string): Promise<T> =>
    here.read<T>(`/api/audit/months/mesa-a/${month}/${path}`, new Caller(here.app, 'demo-auditoria'));

  beforeAll(async () => {
    here = await world();
    await here.found('mesa-a');
    history = new History(here.platform, 'issued');
    await openCases(24);
    await issue('1-2026');
    await openCases(8);
    await here.done(`${edition}/restatement`, { cause: 'LATE' });
    await issue('2-2026');
  }, 120_000);
  afterAll(() => here.close());

  it.each([
    [1, 'board'],
    [1, 'public'],
    [2, 'board'],
    [2, 'public'],
  ] as const)('is made again from the record, the same: version %s for %s', async (version, profile) => {
    expect(await audit(`issued/${version}/${profile}`)).toMatchObject({ equal: true, cells: [] });
  });

  it('says cell by cell why another version prints something else', async () => {
    const changes = await audit<readonly Change[]>('versions?profile=board&from=1&to=2');
    const cases = changes.find(({ figure }) => figure === 'new-cases');
    expect(cases).toMatchObject({ was: 24, now: 32, cause: 'LATE' });
    expect(cases?.by.map(({ type }) => type)).toContain('CaseOpened.v1');
    expect(
      changes.every(({ cause }) => ['LATE', 'CORRECTED', 'DEFINITION', 'JUDGED', 'WITHHELD'].includes(cause)),
    ).toBe(true);
    expect(changes.filter(({ cause, by }) => cause === 'LATE' && by.length === 0)).toEqual([]);
  });

  it('is not there where none was issued', async () => {
    const auditor = new Caller(here.app, 'demo-auditoria');
    for (const path of ['issued/3/board', 'issued/1/press', 'versions?profile=board&from=1&to=9']) {
      expect((await auditor.get(`/api/audit/months/mesa-a/${month}/${path}`)).statusCode).toBe(404);
    }
  });
});
