import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page, Position, RecordedEvent } from '../port.js';
import { allOf, anEvent, idsOf, newStream, newType, someEvents, type World } from './world.js';

export function following(world: World): void {
  /** Follows until `enough` events came. */
  async function followed(enough: number, after: Position | undefined, types?: string[]): Promise<RecordedEvent[]> {
    const aborter = new AbortController();
    const events: RecordedEvent[] = [];
    for await (const page of world.log.follow(after, aborter.signal, types)) {
      events.push(...page.events);
      if (events.length >= enough) aborter.abort();
    }
    expect(getEventListeners(aborter.signal, 'abort')).toEqual([]);
    return events;
  }

  describe('following', () => {
    it('goes from history into what comes without a gap or a repetition, while others write', async () => {
      for (let round = 0; round < 40; round += 1) {
        const after = await world.log.head();
        const written: string[] = [];
        const write = async (count: number): Promise<void> => {
          const events = someEvents(count);
          await world.log.append(newStream(), 0, events);
          written.push(...idsOf(events));
        };
        for (let n = 0; n < round % 5; n += 1) await write(2);
        const writing = (async () => {
          for (let n = 0; n < 10; n += 1) {
            await write(1 + (n % 3));
            if ((n + round) % 4 === 0) await nextTurn();
          }
        })();
        for (let turn = 0; turn < round % 7; turn += 1) await nextTurn();
        const events = await followed((round % 5) * 2 + 19, after);
        await writing;
        expect(idsOf(events)).toEqual(written);
      }
    });

    it('begins after the position it is given', async () => {
      await world.log.append(newStream(), 0, someEvents(4));
      const all = await allOf(world);
      const events = await followed(2, all[1]?.position);
      expect(idsOf(events)).toEqual(idsOf(all.slice(2)));
    });

    it('waits at the head, and delivers the first event of a stream and a type nobody knew before', async () => {
      const type = newType();
      const stream = newStream();
      const waiting = followed(1, await world.log.head(), [type]);
      await nextTurn();
      await world.log.append(newStream(), 0, [anEvent()]);
      await world.log.append(stream, 0, [anEvent(type)]);
      expect(await waiting).toMatchObject([{ stream, type, revision: 1 }]);
    });

    it('reaches further though nothing matches, and loses nothing when it begins again there', async () => {
      const [wanted, other] = [newType(), newType()];
      let reached = world.start;
      for (let round = 0; round < 3; round += 1) {
        const aborter = new AbortController();
        const { position } = await world.log.append(newStream(), 0, someEvents(5, other));
        for await (const page of world.log.follow(reached, aborter.signal, [wanted])) {
          expect(page.events).toEqual([]);
          reached = page.upTo;
          if (reached >= position) aborter.abort();
        }
      }
      const event = anEvent(wanted);
      await world.log.append(newStream(), 0, [anEvent(other), event]);
      expect(idsOf(await followed(1, reached, [wanted]))).toEqual([event.id]);
    });

    it('lets two followers go their own way', async () => {
      const after = await world.log.head();
      const [one, other] = [followed(3, after), followed(9, after)];
      const events = someEvents(9);
      for (const [index, event] of events.entries()) await world.log.append(newStream(`own-${index}`), 0, [event]);
      expect(idsOf(await one)).toEqual(idsOf(events).slice(0, (await one).length));
      expect(idsOf(await other)).toEqual(idsOf(events));
    });

    it('does not hold up the writer for a slow follower, who misses nothing', async () => {
      const stream = newStream();
      const first = anEvent();
      await world.log.append(stream, 0, [first]);
      const aborter = new AbortController();
      const pages = world.log.follow(world.start, aborter.signal)[Symbol.asyncIterator]();
      const page = await pages.next();
      const ids = page.done === true ? [] : idsOf(page.value.events);
      const later = someEvents(60);
      for (const [index, event] of later.entries()) await world.log.append(stream, index + 1, [event]);
      while (ids.length < 61) {
        const next = await pages.next();
        if (next.done === true) break;
        ids.push(...idsOf(next.value.events));
      }
      expect(ids).toEqual([first.id, ...idsOf(later)]);
      aborter.abort();
      expect(await pages.next()).toMatchObject({ done: true });
    });

    it('ends without an error when it is told to, and leaves no listener', async () => {
      await world.log.append(newStream(), 0, someEvents(2));

      const before = AbortSignal.abort();
      for await (const page of world.log.follow(world.start, before)) expect(page).toBeUndefined();

      const between = new AbortController();
      const pages: Page[] = [];
      for await (const page of world.log.follow(world.start, between.signal)) {
        pages.push(page);
        between.abort();
      }
      expect(pages).toHaveLength(1);

      const waiting = new AbortController();
      const ended = (async () => {
        for await (const page of world.log.follow(await world.log.head(), waiting.signal)) expect(page).toBeUndefined();
        return true;
      })();
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      waiting.abort();
      expect(await ended).toBe(true);

      for (const { signal } of [between, waiting]) expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it('leaves no listener when the reader breaks off, however often', async () => {
      await world.log.append(newStream(), 0, [anEvent()]);
      const { signal } = new AbortController();
      for (let n = 0; n < 60; n += 1) {
        for await (const page of world.log.follow(world.start, signal)) {
          expect(page.events).toHaveLength(1);
          break;
        }
      }
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it('leaves one follower alone when another fails', async () => {
      const after = await world.log.head();
      const healthy = followed(2, after);
      const failing = (async () => {
        for await (const page of world.log.follow(after, new AbortController().signal)) {
          throw new Error(`cannot take ${page.events.length}`);
        }
      })();
      const failed = expect(failing).rejects.toThrow('cannot take');
      await world.log.append(newStream(), 0, [anEvent()]);
      await failed;
      await world.log.append(newStream(), 0, [anEvent()]);
      expect(await healthy).toHaveLength(2);
    });
  });
}
