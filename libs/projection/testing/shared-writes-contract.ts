import type { OpenViews } from '../contract.js';
import type { Projection } from '../projection.js';
import type { Views } from '../views.js';
import { at, cards, cardsWrite, everything } from './cards.js';

/** Writes of several projections at once: part of the contract of `Views`. */
export function sharedWritesContract(name: string, open: () => Promise<OpenViews>): void {
  describe(`several writes at once, kept in ${name}`, () => {
    const projection = cards();
    let store: OpenViews;
    let views: Views;

    beforeEach(async () => {
      store = await open();
      views = store.views;
    });
    afterEach(() => store.close());

    const other = cards(2);

    it('are answered in order, and only those from a present checkpoint are written', async () => {
      await views.write(cardsWrite(undefined, at(2), { a: { text: 'old', sort: '1' } }, projection));
      const written = await views.writeAll([
        cardsWrite(at(1), at(3), { a: { text: 'late', sort: '2' } }, projection),
        cardsWrite(undefined, at(3), { a: { text: 'new', sort: '3' } }, other),
      ]);
      expect(written).toEqual([false, true]);
      expect(await everything(views, projection)).toEqual([['a', { text: 'old', sort: '1' }]]);
      expect(await everything(views, other)).toEqual([['a', { text: 'new', sort: '3' }]]);
      expect([await views.checkpoint(projection), await views.checkpoint(other)]).toEqual([at(2), at(3)]);
      expect(await views.writeAll([])).toEqual([]);
    });

    it('of one projection follow each other', async () => {
      const writes = [
        cardsWrite(undefined, at(1), { a: { text: 'one' } }, projection),
        cardsWrite(undefined, at(2), { a: { text: 'late' } }, projection),
        cardsWrite(at(1), at(3), { b: { text: 'two' } }, projection),
      ];
      expect(await views.writeAll(writes)).toEqual([true, false, true]);
      const texts = (await everything(views, projection)).map(([key, { text }]) => [key, text]);
      expect(texts).toEqual([
        ['a', 'one'],
        ['b', 'two'],
      ]);
    });

    it('are all left out when a document of one cannot be stored', async () => {
      await views.write(cardsWrite(undefined, at(1), { a: { text: 'kept' } }, projection));
      const unfit = new Map([['b', { document: { text: 1n }, terms: [] }]]);
      const writes = [
        cardsWrite(at(1), at(2), { a: { text: 'half' } }, projection),
        { projection: other as Projection, from: undefined, upTo: at(2), changes: unfit },
      ];
      await expect(views.writeAll(writes)).rejects.toThrow();
      expect(await everything(views, projection)).toEqual([['a', { text: 'kept' }]]);
      expect([await views.checkpoint(projection), await views.checkpoint(other)]).toEqual([at(1), undefined]);
    });

    it('wake those who wait for any of them', async () => {
      const waiting = [projection, other].map((each) => views.reached(each, at(2), 20_000));
      await views.writeAll([projection, other].map((each) => cardsWrite(undefined, at(2), {}, each)));
      expect(await Promise.all(waiting)).toEqual([true, true]);
    });
  });
}
