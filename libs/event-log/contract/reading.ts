import { describe, expect, it } from '@jest/globals';
import {
  allOf,
  anEvent,
  collect,
  idsOf,
  newStream,
  newType,
  pagesOf,
  seen,
  someEvents,
  streamOf,
  type World,
} from './world.js';

export function reading(world: World): void {
  describe('reading a stream', () => {
    it('finds nothing in a stream nobody wrote to', async () => {
      expect(await streamOf(world, newStream())).toEqual([]);
    });

    it('reads after a revision (exclusive) and until one (inclusive)', async () => {
      const stream = newStream();
      await world.log.append(stream, 0, someEvents(10));
      const revisions = async (range: { after?: number; until?: number }) =>
        (await collect(world.log.readStream(stream, range))).map(({ revision }) => revision);
      expect(await revisions({})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await revisions({ after: 7 })).toEqual([8, 9, 10]);
      expect(await revisions({ until: 2 })).toEqual([1, 2]);
      expect(await revisions({ after: 3, until: 5 })).toEqual([4, 5]);
      expect(await revisions({ until: 99 })).toHaveLength(10);
      expect(await revisions({ after: 10 })).toEqual([]);
      expect(await revisions({ after: 99 })).toEqual([]);
      expect(await revisions({ until: 0 })).toEqual([]);
      expect(await revisions({ after: 5, until: 4 })).toEqual([]);
    });

    it('reads a stream of thousands of events, and no event of its neighbours', async () => {
      const [long, other] = [newStream(), newStream()];
      for (let at = 0; at < 2_400; at += 600) {
        await world.log.append(long, at, someEvents(600));
        await world.log.append(other, 'any', [anEvent()]);
      }
      const events = await streamOf(world, long);
      expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 2_400 }, (_, n) => n + 1));
      expect(new Set(events.map(({ stream }) => stream))).toEqual(new Set([long]));
    });
  });

  describe('reading the log', () => {
    it('shows one event the same on every way to it', async () => {
      const stream = newStream();
      await world.log.append(stream, 0, [anEvent('seen', { z: 1, a: [true, null] }), anEvent()]);
      const all = (await allOf(world)).map(seen);
      expect((await streamOf(world, stream)).map(seen)).toEqual(all);
      const aborter = new AbortController();
      for await (const page of world.log.follow(world.start, aborter.signal)) {
        expect(page.events.map(seen)).toEqual(all);
        aborter.abort();
      }
    });

    it('reads on from the position of any event', async () => {
      for (let n = 0; n < 8; n += 1) await world.log.append(newStream(), 0, someEvents(1 + (n % 3)));
      const all = await allOf(world);
      for (const [index, { position }] of all.entries()) {
        expect(idsOf(await allOf(world, { after: position }))).toEqual(idsOf(all.slice(index + 1)));
        expect(idsOf(await allOf(world, { until: position }))).toEqual(idsOf(all.slice(0, index + 1)));
      }
      const [first, , third, fourth] = all.map(({ position }) => position);
      expect(idsOf(await allOf(world, { after: first, until: third }))).toEqual(idsOf(all.slice(1, 3)));
      expect(await allOf(world, { after: fourth, until: third })).toEqual([]);
    });

    it('knows its head, and has nothing behind it', async () => {
      const { position } = await world.log.append(newStream(), 0, someEvents(3));
      expect(await world.log.head()).toBe(position);
      expect(await pagesOf(world, { after: position })).toEqual([]);
    });

    it('reads in pages that join without a gap and reach the head', async () => {
      for (let n = 0; n < 5; n += 1) await world.log.append(newStream(), 0, someEvents(500));
      const pages = await pagesOf(world);
      const all = pages.flatMap(({ events }) => events);
      expect(pages.length).toBeGreaterThan(1);
      expect(all).toHaveLength(2_500);
      expect(new Set(idsOf(all)).size).toBe(2_500);
      let read = 0;
      for (const { events, upTo } of pages) {
        read += events.length;
        expect((events.at(-1)?.position ?? '') <= upTo).toBe(true);
        expect(idsOf(await allOf(world, { after: upTo }))).toEqual(idsOf(all.slice(read)));
      }
      expect(pages.at(-1)?.upTo).toBe(await world.log.head());
    });

    it('reads only the types that are asked for, and reaches as far', async () => {
      const [wanted, alsoWanted, other] = [newType(), newType(), newType()];
      for (let n = 0; n < 4; n += 1) {
        await world.log.append(newStream(), 0, [anEvent(wanted), anEvent(other), anEvent(alsoWanted), anEvent(other)]);
      }
      const pages = await pagesOf(world, { types: [wanted, alsoWanted] });
      expect(pages.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(
        [1, 2, 3, 4].flatMap(() => [wanted, alsoWanted]),
      );
      expect(pages.at(-1)?.upTo).toBe(await world.log.head());
      expect(await allOf(world, { types: [] })).toEqual([]);
    });

    it('reaches the end with an empty page when no type matches', async () => {
      const { position } = await world.log.append(newStream(), 0, someEvents(3));
      for (const types of [[newType()], []]) {
        const pages = await pagesOf(world, { types });
        expect(pages.flatMap(({ events }) => events)).toEqual([]);
        expect(pages.at(-1)?.upTo).toBe(position);
      }
    });

    it('loses nothing between filtered pages', async () => {
      const [rare, common] = [newType(), newType()];
      for (let n = 0; n < 6; n += 1) {
        await world.log.append(newStream(), 0, [...someEvents(399, common), ...someEvents(1, rare)]);
      }
      for (const [type, count] of [
        [rare, 6],
        [common, 2_394],
      ] as const) {
        const pages = await pagesOf(world, { types: [type] });
        const all = pages.flatMap(({ events }) => events);
        expect(all).toHaveLength(count);
        let read = 0;
        for (const { events, upTo } of pages) {
          read += events.length;
          expect(idsOf(await allOf(world, { after: upTo, types: [type] }))).toEqual(idsOf(all.slice(read)));
        }
      }
    });

    it('ends at the head as it was when the read began', async () => {
      for (let n = 0; n < 3; n += 1) await world.log.append(newStream(), 0, someEvents(500));
      const head = await world.log.head();
      let count = 0;
      let upTo: string | undefined;
      for await (const page of world.log.readAll({ ...(world.start === undefined ? {} : { after: world.start }) })) {
        count += page.events.length;
        upTo = page.upTo;
        await world.log.append(newStream(), 0, someEvents(2));
      }
      expect(count).toBe(1_500);
      expect(upTo).toBe(head);
    });

    it('gives back what a reader holds when it leaves early', async () => {
      const stream = newStream();
      for (let n = 0; n < 3; n += 1) await world.log.append(stream, 'any', someEvents(500));
      for (let n = 0; n < 60; n += 1) {
        for await (const page of world.log.readAll()) {
          expect(page.events.length).toBeGreaterThan(0);
          break;
        }
        for await (const event of world.log.readStream(stream)) {
          expect(event.revision).toBe(1);
          break;
        }
      }
      expect((await world.log.append(stream, 1_500, [anEvent()])).revision).toBe(1_501);
      expect(await streamOf(world, stream)).toHaveLength(1_501);
    });
  });
}
