import type { Position } from '#event-log';
import type { OpenViews } from '../contract.js';
import type { Views } from '../views.js';
import { at, cards, cardsWrite, type Cards } from './cards.js';

/** Waiting for a checkpoint: part of the contract of `Views`. */
export function waitingContract(name: string, open: () => Promise<OpenViews>): void {
  describe(`waiting for a position of views kept in ${name}`, () => {
    const projection = cards();
    let store: OpenViews;
    let views: Views;

    beforeEach(async () => {
      store = await open();
      views = store.views;
    });
    afterEach(() => store.close());

    const put = (from: Position | undefined, upTo: Position, documents: Cards) =>
      views.write(cardsWrite(from, upTo, documents, projection));

    it('ends at once where it is already reached', async () => {
      await put(undefined, at(5), {});
      expect(await views.reached(projection, at(4), 0)).toBe(true);
      expect(await views.reached(projection, at(5), 0)).toBe(true);
    });

    it('ends when a write or a replacement reaches it, not before', async () => {
      const states: boolean[] = [];
      const written = views.reached(projection, at(5), 20_000).then((reached) => states.push(reached));
      await put(undefined, at(4), {});
      await new Promise(setImmediate);
      expect(states).toEqual([]);
      await put(at(4), at(6), {});
      await written;
      const replaced = views.reached(projection, at(7), 20_000);
      await views.replace(projection, [], at(7));
      expect([...states, await replaced]).toEqual([true, true]);
    });

    it('ends with false when the time is over, also on another reader', async () => {
      await put(undefined, at(4), {});
      expect(await store.reader.reached(projection, at(5), 5)).toBe(false);
    });

    it('sees what another writer wrote', async () => {
      const waiting = store.reader.reached(projection, at(5), 20_000);
      await put(undefined, at(5), {});
      expect(await waiting).toBe(true);
    });
  });
}
