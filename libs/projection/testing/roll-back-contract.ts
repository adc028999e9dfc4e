import type { OpenViews } from '../contract.js';
import type { Views } from '../views.js';
import { at, cards, cardsWrite, everything, keys, type Card } from './cards.js';

/** Taking a replacement back: part of the contract of `Views`. */
export function rollBackContract(name: string, open: () => Promise<OpenViews>): void {
  describe(`a replacement taken back, of views kept in ${name}`, () => {
    const projection = cards();
    const old: Card = { text: 'old', sort: '1' };
    const fresh: Card = { text: 'new', sort: '2' };
    let store: OpenViews;
    let views: Views;

    beforeEach(async () => {
      store = await open();
      views = store.views;
      await views.write(cardsWrite(undefined, at(1), { a: old }, projection));
    });
    afterEach(() => store.close());

    /** Documents, list and checkpoint, as another reader sees them. */
    const seen = async () => [
      await everything(store.reader, projection),
      keys(await store.reader.list(projection, 'all', { limit: 10 })),
      await store.reader.checkpoint(projection),
    ];
    const before = [[['a', old]], ['a'], at(1)];
    const after = [[['b', fresh]], ['b'], at(2)];

    const replacements: readonly (readonly [string, (keepOld: boolean) => Promise<void>])[] = [
      ['at once', (keepOld) => views.replace(projection, [['b', fresh]], at(2), { keepOld })],
      [
        'by a draft',
        async (keepOld) => {
          const draft = await views.draft(projection);
          await draft.write(cardsWrite(undefined, at(2), { b: fresh }, projection));
          await draft.show({ keepOld });
        },
      ],
    ];

    it.each(replacements)('shows what was before, %s, and only once', async (_how, replace) => {
      await replace(true);
      expect(await seen()).toEqual(after);
      expect(await views.rollBack(projection)).toBe(true);
      expect(await seen()).toEqual(before);
      expect(await views.rollBack(projection)).toBe(false);
      expect(await seen()).toEqual(before);
    });

    it.each(replacements)('is not to be had where nothing was kept, %s', async (_how, replace) => {
      expect(await views.rollBack(projection)).toBe(false);
      await replace(false);
      expect(await views.rollBack(projection)).toBe(false);
      expect(await seen()).toEqual(after);
    });

    it('goes on from the checkpoint of old, and wakes those who wait for it', async () => {
      await views.replace(projection, [], undefined, { keepOld: true });
      const waiting = views.reached(projection, at(1), 20_000);
      await views.rollBack(projection);
      expect(await waiting).toBe(true);
      expect(await views.write(cardsWrite(at(2), at(3), { b: fresh }, projection))).toBe(false);
      expect(await views.write(cardsWrite(at(1), at(3), { b: fresh }, projection))).toBe(true);
      expect((await everything(views, projection)).map(([key]) => key)).toEqual(['a', 'b']);
    });

    it('is forgotten with the next replacement that keeps nothing, and with a drop', async () => {
      await views.replace(projection, [['b', fresh]], at(2), { keepOld: true });
      await views.replace(projection, [['b', fresh]], at(2));
      expect(await views.rollBack(projection)).toBe(false);
      await views.replace(projection, [], at(3), { keepOld: true });
      await views.drop(projection);
      expect(await views.rollBack(projection)).toBe(false);
      expect(await seen()).toEqual([[], [], undefined]);
    });

    it('after several replacements shows the one before the last', async () => {
      await views.replace(projection, [['b', fresh]], at(2), { keepOld: true });
      await views.replace(projection, [], at(3), { keepOld: true });
      expect(await views.rollBack(projection)).toBe(true);
      expect(await seen()).toEqual(after);
    });
  });
}
