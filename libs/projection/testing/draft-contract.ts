import type { OpenViews } from '../contract.js';
import type { Views } from '../views.js';
import { at, cards, cardsWrite, everything, keys } from './cards.js';

/** Replacing a projection bit by bit: part of the contract of `Views`. */
export function draftContract(name: string, open: () => Promise<OpenViews>): void {
  describe(`a draft of views kept in ${name}`, () => {
    const projection = cards();
    let store: OpenViews;
    let views: Views;

    beforeEach(async () => {
      store = await open();
      views = store.views;
      await views.write(cardsWrite(undefined, at(1), { a: { text: 'old', sort: '1' } }, projection));
    });
    afterEach(() => store.close());

    it('begins empty, and gives back what was written into it', async () => {
      const draft = await views.draft(projection);
      expect(await draft.checkpoint(projection)).toBeUndefined();
      expect(await draft.load(projection, ['a'])).toEqual(new Map());
      await draft.write(cardsWrite(undefined, at(1), { b: { text: 'b' }, c: { text: 'c' } }, projection));
      await draft.write(cardsWrite(at(1), at(2), { b: { text: 'b2' }, c: undefined }, projection));
      expect(await draft.checkpoint(projection)).toBe(at(2));
      expect(await draft.load(projection, ['a', 'b', 'c'])).toEqual(new Map([['b', { text: 'b2' }]]));
      expect(await everything(draft, projection)).toEqual([['b', { text: 'b2' }]]);
    });

    it('is seen by nobody until it is shown, and then in the place of everything', async () => {
      const draft = await views.draft(projection);
      await draft.write(cardsWrite(undefined, at(2), { b: { text: 'new', sort: '2' } }, projection));
      await draft.write(cardsWrite(at(2), at(3), { c: { text: 'new', sort: '1' } }, projection));
      for (const seen of [views, store.reader]) {
        expect(await everything(seen, projection)).toEqual([['a', { text: 'old', sort: '1' }]]);
        expect(keys(await seen.list(projection, 'all', { limit: 10 }))).toEqual(['a']);
        expect(await seen.checkpoint(projection)).toBe(at(1));
      }
      const waiting = views.reached(projection, at(3), 20_000);
      await draft.show();
      expect(await waiting).toBe(true);
      for (const seen of [views, store.reader]) {
        expect(keys(await seen.list(projection, 'all', { limit: 10 }))).toEqual(['c', 'b']);
        expect(await seen.checkpoint(projection)).toBe(at(3));
      }
      expect(await views.write(cardsWrite(at(3), at(4), { b: undefined }, projection))).toBe(true);
      expect((await everything(views, projection)).map(([key]) => key)).toEqual(['c']);
    });

    it('that is never shown changes nothing', async () => {
      const draft = await views.draft(projection);
      await draft.write(cardsWrite(undefined, at(9), { b: { text: 'lost' } }, projection));
      expect(await views.write(cardsWrite(at(1), at(2), {}, projection))).toBe(true);
      await views.replace(projection, [['d', { text: 'whole' }]], at(3));
      expect(await everything(views, projection)).toEqual([['d', { text: 'whole' }]]);
    });
  });
}
