import { allListed, everyListed } from '#projection';
import { memoryViews } from '#projection/memory';
import { at, cards, cardsWrite } from './testing/cards.js';

describe('a whole list', () => {
  const projection = cards();
  const filled = async () => {
    const views = memoryViews();
    const documents = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((key) => [key, { text: key, sort: key }]));
    await views.write(cardsWrite(undefined, at(1), documents, projection));
    return views;
  };

  it('is every document in its order, from behind a text on', async () => {
    const views = await filled();
    const texts = async (range?: Parameters<typeof allListed>[3]) =>
      (await allListed(views, projection, 'all', range)).map(({ text }) => text).join('');
    expect(await texts()).toBe('abcde');
    expect(await texts({ limit: 2, after: 'b' })).toBe('cde');
    expect(await texts({ limit: 2, descending: true })).toBe('edcba');
    expect(await allListed(views, projection, 'none')).toEqual([]);
  });

  it('is fetched no further than it is read', async () => {
    const views = await filled();
    let fetched = 0;
    const counting = {
      list: <D>(...asked: Parameters<typeof views.list<D>>) => {
        fetched += 1;
        return views.list(...asked);
      },
    };
    for await (const { key } of everyListed(counting, projection, 'all', { limit: 2 })) if (key === 'b') break;
    expect(fetched).toBe(1);
    expect(await allListed(counting, projection, 'all', { limit: 5 })).toHaveLength(5);
    // A full page may be the last: only an empty one says so.
    expect(fetched).toBe(3);
  });
});
