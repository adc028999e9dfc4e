import type { Position } from '#event-log';
import { everyListed } from './listing.js';
import type { Projection, Term } from './projection.js';
import { at, cards, cardsWrite, everything, keys, type Card, type Cards } from './testing/cards.js';
import { draftContract } from './testing/draft-contract.js';
import { rollBackContract } from './testing/roll-back-contract.js';
import { sharedWritesContract } from './testing/shared-writes-contract.js';
import { waitingContract } from './testing/waiting-contract.js';
import { CheckpointMoved, type Listed, type Views } from './views.js';

/** What a spec of an adapter gives: an empty store, and a second reader of it (the same object where there is one). */
export interface OpenViews {
  readonly views: Views;
  readonly reader: Views;
  close(): Promise<void>;
}

/** The behaviour of `Views`, the same in every store. */
export function viewsContract(name: string, open: () => Promise<OpenViews>): void {
  waitingContract(name, open);
  sharedWritesContract(name, open);
  draftContract(name, open);
  rollBackContract(name, open);
  describe(`views kept in ${name}`, () => {
    const projection = cards();
    let store: OpenViews;
    let views: Views;

    beforeEach(async () => {
      store = await open();
      views = store.views;
    });
    afterEach(() => store.close());

    const put = (from: Position | undefined, upTo: Position, documents: Cards, into = projection) =>
      views.write(cardsWrite(from, upTo, documents, into));

    describe('checkpoints', () => {
      it('are missing before the first write, and then where it came to', async () => {
        expect(await views.checkpoint(projection)).toBeUndefined();
        expect(await put(undefined, at(3), {})).toBe(true);
        expect(await views.checkpoint(projection)).toBe(at(3));
      });

      it('let only the writer through that read the present one', async () => {
        expect(await put(undefined, at(3), { a: { text: 'first', sort: '1' } })).toBe(true);
        expect(await put(undefined, at(4), { a: { text: 'late', sort: '2' } })).toBe(false);
        expect(await put(at(2), at(4), { b: { text: 'late' } })).toBe(false);
        expect(await everything(views, projection)).toEqual([['a', { text: 'first', sort: '1' }]]);
        expect(keys(await views.list(projection, 'all', { limit: 10, after: '1' }))).toEqual([]);
        expect(await views.checkpoint(projection)).toBe(at(3));
      });

      it('let one of many writers through', async () => {
        const writes = Array.from({ length: 8 }, (_, n) => put(undefined, at(n + 1), { a: { text: String(n) } }));
        const written = await Promise.all(writes);
        expect(written.filter(Boolean)).toHaveLength(1);
        expect(await views.get(projection, 'a')).toEqual({ text: String(written.indexOf(true)) });
      });

      it('and documents stay as they were when a document cannot be stored', async () => {
        await put(undefined, at(1), { a: { text: 'kept' } });
        const changes = new Map([
          ['a', { document: { text: 'half' }, terms: [] }],
          ['b', { document: { text: 1n }, terms: [] }],
        ]);
        const write = { projection: projection as Projection, from: at(1), upTo: at(2), changes };
        await expect(views.write(write)).rejects.toThrow();
        expect(await everything(views, projection)).toEqual([['a', { text: 'kept' }]]);
        expect(await views.checkpoint(projection)).toBe(at(1));
        expect(await put(at(1), at(2), { a: { text: 'whole' } })).toBe(true);
      });
    });

    describe('documents', () => {
      it('are read back by key, one or many, and missing ones are left out', async () => {
        await put(undefined, at(1), { a: { text: 'one' }, b: { text: 'two' } });
        expect(await views.get(projection, 'a')).toEqual({ text: 'one' });
        expect(await views.get(projection, 'z')).toBeUndefined();
        expect(await views.load(projection, ['b', 'z', 'a'])).toEqual(
          new Map([
            ['a', { text: 'one' }],
            ['b', { text: 'two' }],
          ]),
        );
        expect(await views.load(cards(7), ['a'])).toEqual(new Map());
      });

      it('are loaded for a write only at the checkpoint it is to begin from', async () => {
        expect(await views.load(projection, ['a'], { checkpoint: undefined })).toEqual(new Map());
        await put(undefined, at(1), { a: { text: 'one' } });
        expect(await views.load(projection, ['a'], { checkpoint: at(1) })).toEqual(new Map([['a', { text: 'one' }]]));
        for (const checkpoint of [undefined, at(2)]) {
          await expect(views.load(projection, ['z'], { checkpoint })).rejects.toThrow(CheckpointMoved);
        }
      });

      it('are the reader’s own: changing one changes nothing', async () => {
        await put(undefined, at(1), { a: { text: 'one' } });
        const mine = (await views.get(projection, 'a')) as { text: string };
        mine.text = 'changed';
        expect(await views.get(projection, 'a')).toEqual({ text: 'one' });
      });

      it('that are deleted are gone from everywhere, and may come back', async () => {
        await put(undefined, at(1), { a: { text: 'one', sort: '1' }, b: { text: 'two', sort: '2' } });
        await put(at(1), at(2), { a: undefined, never: undefined });
        expect(await views.get(projection, 'a')).toBeUndefined();
        expect(keys(await views.list(projection, 'all', { limit: 10 }))).toEqual(['b']);
        expect(await views.count(projection, 'all')).toBe(1);
        await put(at(2), at(3), { a: { text: 'again', sort: '3' } });
        expect(keys(await views.list(projection, 'all', { limit: 10 }))).toEqual(['b', 'a']);
      });

      it('keep their keys apart whatever the script, and are streamed in code point order', async () => {
        const names = ['\uE000', '𝄞', 'ñ', 'n\u0303', 'Z', 'z', "o'k", 'a b', '%', '0'];
        await put(undefined, at(1), Object.fromEntries(names.map((key) => [key, { text: key, sort: key }])));
        const inOrder = ['%', '0', 'Z', 'a b', 'n\u0303', "o'k", 'z', 'ñ', '\uE000', '𝄞'];
        expect((await everything(views, projection)).map(([key]) => key)).toEqual(inOrder);
        expect(keys(await views.list(projection, 'all', { limit: 20 }))).toEqual(inOrder);
        for (const key of names) expect(await views.get(projection, key)).toEqual({ text: key, sort: key });
      });

      it('hold any text that JSON can write', async () => {
        const text = 'half \ud800, nothing \0, "\\ \u001f and 𝄞';
        await put(undefined, at(1), { a: { text } });
        expect(await views.get(projection, 'a')).toEqual({ text });
        expect(await views.load(projection, ['a'])).toEqual(new Map([['a', { text }]]));
      });

      it('are streamed as they were when the stream began', async () => {
        await put(undefined, at(1), { a: { text: 'one' }, b: { text: 'two' } });
        const stream = views.all(projection)[Symbol.asyncIterator]();
        const first = await stream.next();
        await put(at(1), at(2), { b: { text: 'later' }, c: { text: 'three' } });
        const rest = [await stream.next(), await stream.next()];
        expect([first, ...rest].map(({ value }) => value as unknown)).toEqual([
          ['a', { text: 'one' }],
          ['b', { text: 'two' }],
          undefined,
        ]);
      });
    });

    describe('lists', () => {
      const many = Object.fromEntries(
        Array.from({ length: 23 }, (_, n) => [`k${(n * 7) % 23}`, { text: String(n), sort: `s${n % 5}` }]),
      );

      it('are sorted by their text, ties by key, and descending is the mirror', async () => {
        await put(undefined, at(1), {
          b: { text: '', sort: '2' },
          c: { text: '', sort: '1' },
          a: { text: '', sort: '2' },
          d: { text: '' },
        });
        const up = await views.list(projection, 'all', { limit: 10 });
        expect(up.map(({ key, sort }) => [key, sort])).toEqual([
          ['c', '1'],
          ['a', '2'],
          ['b', '2'],
        ]);
        expect(keys(await views.list(projection, 'all', { limit: 10, descending: true }))).toEqual(['b', 'a', 'c']);
        expect(await views.count(projection, 'all')).toBe(3);
        expect(await views.count(projection, 'other')).toBe(0);
        expect(await views.list(projection, 'other', { limit: 10 })).toEqual([]);
      });

      it.each([1, 2, 7, 23, 100])('read in pages of %d are the list read at once, both ways', async (limit) => {
        await put(undefined, at(1), many);
        for (const descending of [false, true]) {
          const whole = await views.list(projection, 'all', { limit: 1000, descending });
          expect(whole).toHaveLength(23);
          const pages: Listed<Card>[] = [];
          for await (const each of everyListed(views, projection, 'all', { limit, descending })) pages.push(each);
          expect(pages).toEqual(whole);
        }
      });

      it('go on behind a sort text, too', async () => {
        await put(undefined, at(1), many);
        const sorts = async (descending: boolean) =>
          new Set(
            (await views.list(projection, 'all', { limit: 100, after: 's2', descending })).map(({ sort }) => sort),
          );
        expect(await sorts(false)).toEqual(new Set(['s3', 's4']));
        expect(await sorts(true)).toEqual(new Set(['s1', 's0']));
      });

      it('go on from a cursor whose document has gone', async () => {
        await put(undefined, at(1), {
          a: { text: '', sort: '1' },
          b: { text: '', sort: '2' },
          c: { text: '', sort: '3' },
        });
        const [, second] = await views.list(projection, 'all', { limit: 2 });
        await put(at(1), at(2), { b: undefined });
        const rest = await views.list(projection, 'all', { limit: 2, after: second?.cursor ?? '' });
        expect(keys(rest)).toEqual(['c']);
      });

      it('take keys and texts as long as they may be', async () => {
        const long = (first: string) => first + 'x'.repeat(799);
        const changes = new Map([[long('k'), { document: { text: '' }, terms: [[long('l'), long('s')]] as const }]]);
        await views.write({ projection, from: undefined, upTo: at(1), changes });
        const [listed] = await views.list(projection, long('l'), { limit: 1 });
        expect([listed?.key, listed?.sort]).toEqual([long('k'), long('s')]);
      });

      it('find a document only where it stands now', async () => {
        await put(undefined, at(1), { a: { text: 'x', sort: '5' }, b: { text: 'x', sort: '6' } });
        await put(at(1), at(2), { a: { text: 'x', sort: '7' } });
        expect(keys(await views.list(projection, 'all', { limit: 10 }))).toEqual(['b', 'a']);
        await put(at(2), at(3), { a: { text: 'left' } });
        expect(keys(await views.list(projection, 'all', { limit: 10 }))).toEqual(['b']);
        expect(await views.get(projection, 'a')).toEqual({ text: 'left' });
      });

      it('may hold one document more than once, and several lists may hold it', async () => {
        const terms: readonly Term[] = [
          ['all', '1'],
          ['all', '3'],
          ['all', '3'],
          ['other', '2'],
        ];
        const changes = new Map([['a', { document: { text: 'x' }, terms }]]);
        await views.write({ projection: projection, from: undefined, upTo: at(1), changes });
        expect((await views.list(projection, 'all', { limit: 10 })).map(({ sort }) => sort)).toEqual(['1', '3']);
        expect(await views.count(projection, 'all')).toBe(2);
        expect(await views.count(projection, 'other')).toBe(1);
      });
    });

    describe('a replacement', () => {
      const old = { a: { text: 'old', sort: '1' }, b: { text: 'old', sort: '2' } };
      const fresh = (n: number): (readonly [string, Card])[] =>
        Array.from({ length: n }, (_, at) => [`n${String(at).padStart(5, '0')}`, { text: 'new', sort: String(at) }]);

      it('puts everything new in the place of everything old', async () => {
        await put(undefined, at(5), old);
        await views.replace(projection, fresh(3), at(4));
        expect(await views.checkpoint(projection)).toBe(at(4));
        expect(await everything(views, projection)).toEqual(fresh(3));
        expect(keys(await views.list(projection, 'all', { limit: 10 }))).toEqual(['n00000', 'n00001', 'n00002']);
        expect(await put(at(5), at(6), old)).toBe(false);
        expect(await put(at(4), at(6), { n00000: undefined })).toBe(true);
        expect(await views.count(projection, 'all')).toBe(2);
      });

      it('with nothing, at no position, is an empty start', async () => {
        await put(undefined, at(5), old);
        await views.replace(projection, [], undefined);
        expect(await views.checkpoint(projection)).toBeUndefined();
        expect(await everything(views, projection)).toEqual([]);
        expect(await put(undefined, at(1), old)).toBe(true);
      });

      it('is seen whole or not at all by those who read meanwhile', async () => {
        await put(undefined, at(1), old);
        const seen = new Set<string>();
        let done = false;
        const look = async () => {
          const [all, count, listed] = [
            await everything(store.reader, projection),
            await store.reader.count(projection, 'all'),
            await store.reader.list(projection, 'all', { limit: 10_000 }),
          ];
          for (const texts of [all.map(([, card]) => card.text), listed.map(({ document }) => document.text)]) {
            seen.add(`${texts.length} ${[...new Set(texts)].join()}`);
          }
          seen.add(`${count} ${count === 2 ? 'old' : 'new'}`);
        };
        const reading = (async () => {
          while (!done) {
            await look();
            await new Promise(setImmediate);
          }
        })();
        async function* slowly() {
          for (const each of fresh(5_000)) {
            if (each[0].endsWith('000')) await look();
            yield each;
          }
        }
        await views.replace(projection, slowly(), at(2));
        done = true;
        await reading;
        await look();
        expect([...seen].sort()).toEqual(['2 old', '5000 new']);
      });

      it('that fails half way leaves the old, and the next one succeeds', async () => {
        await put(undefined, at(1), old);
        function* broken() {
          yield* fresh(3_000);
          throw new Error('half way');
        }
        await expect(views.replace(projection, broken(), at(2))).rejects.toThrow('half way');
        expect(await everything(views, projection)).toEqual(Object.entries(old));
        expect(await views.checkpoint(projection)).toBe(at(1));
        await views.replace(projection, fresh(1), at(2));
        expect(await everything(views, projection)).toEqual(fresh(1));
      });
    });

    it('holds what it held after it was scrubbed, and nothing of what was deleted', async () => {
      await put(undefined, at(1), { a: { text: 'kept' }, b: { text: 'deleted' } });
      await views.write({ projection, from: at(1), upTo: at(2), changes: new Map([['b', undefined]]) });
      await views.scrub();
      expect(await everything(views, projection)).toEqual([['a', { text: 'kept' }]]);
      expect(await views.checkpoint(projection)).toBe(at(2));
    });

    describe('versions', () => {
      it('stand beside each other, and one can be dropped', async () => {
        const next = cards(2);
        await put(undefined, at(5), { a: { text: 'v1', sort: '1' } });
        await put(undefined, at(2), { a: { text: 'v2', sort: '9' } }, next);
        expect([await views.checkpoint(projection), await views.checkpoint(next)]).toEqual([at(5), at(2)]);
        await views.replace(next, [['b', { text: 'v2', sort: '8' }]], at(5));
        expect(await everything(views, projection)).toEqual([['a', { text: 'v1', sort: '1' }]]);
        await views.drop(projection);
        expect(await everything(views, projection)).toEqual([]);
        expect(await views.checkpoint(projection)).toBeUndefined();
        expect(await views.count(projection, 'all')).toBe(0);
        expect(await everything(views, next)).toEqual([['b', { text: 'v2', sort: '8' }]]);
        expect(await put(undefined, at(6), { c: { text: 'anew' } })).toBe(true);
        expect(await everything(views, projection)).toEqual([['c', { text: 'anew' }]]);
      });
    });
  });
}
