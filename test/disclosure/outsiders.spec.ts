import { Caller } from '../acceptance/house.js';
import { type World, world } from '../stories/boards/world.js';
import { History } from '../support/history.js';

const month = '2026-02';
const editions = '/api/boards/mesa-a/editions';
const edition = `${editions}/${month}`;

interface Card {
  readonly versions: readonly {
    readonly publications: readonly { readonly profile: string; readonly changes: readonly object[] }[];
  }[];
}

describe('of an edition made for the members of a board and corrected', () => {
  let place: World;
  let evaluator: Caller;

  beforeAll(async () => {
    place = await world();
    evaluator = new Caller(place.app, 'demo-evaluacion');
    await place.found('mesa-a');
    const history = new History(place.platform, 'outsiders');
    let hours = 0;
    const openCases = async (count: number): Promise<void> => {
      for (let nth = 0; nth < count; nth += 1) {
        const at = new Date(Date.parse('2026-02-02T15:00:00.000Z') + (hours += 1) * 3_600_000).toISOString();
        await history.openCase(at, { types: ['PHYSICAL'], principal: 'PHYSICAL' });
      }
    };
    const issue = async (minutes: string): Promise<void> => {
      await place.done(`${edition}/freeze`);
      await place.done(`${edition}/approval`, { minutes });
      for (const profile of ['board', 'public']) await place.done(`${edition}/publication`, { profile });
    };
    await openCases(26);
    await issue('1-2026');
    await openCases(11);
    await place.done(`${edition}/restatement`, { cause: 'LATE' });
    await issue('2-2026');
  });
  afterAll(() => place.close());

  const changed = ({ versions }: Card): Readonly<Record<string, number>> =>
    Object.fromEntries(
      (versions.at(-1)?.publications ?? []).map(({ profile, changes }) => [profile, changes.length] as const),
    );

  it('members see what changed, and nobody else', async () => {
    const known = changed(await place.read<Card>(edition, place.member));
    expect(known).toEqual({ board: expect.any(Number), public: expect.any(Number) });
    expect(known['board']).toBeGreaterThan(0);
    for (const outside of [place.stranger, evaluator]) {
      expect(changed(await place.read<Card>(edition, outside))).toEqual({ ...known, board: 0 });
      const { items } = await place.read<{ readonly items: readonly Card[] }>(editions, outside);
      expect(items.map(changed)).toEqual([{ ...known, board: 0 }]);
    }
  });

  it('the page says it to members alone', async () => {
    const exact = /<td[^>]*>26<\/td>\s*<td[^>]*>37<\/td>/u;
    const page = async (who: Caller): Promise<string> => (await who.get(`/ediciones/mesa-a/${month}`)).body;
    expect(await page(place.member)).toMatch(exact);
    for (const outside of [place.stranger, evaluator]) expect(await page(outside)).not.toMatch(exact);
  });
});
