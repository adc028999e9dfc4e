import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Conflict, type EventLog, LogUnavailable, type Page } from '../port.js';
import {
  allOf,
  anEvent,
  collect,
  errorOf,
  idsOf,
  type Limits,
  newStream,
  seen,
  someEvents,
  streamOf,
  type World,
} from './world.js';

export function closing(world: World, { forgets }: Limits): void {
  describe('closing', () => {
    it('refuses every call afterwards, and may be closed twice', async () => {
      const stream = newStream();
      await world.log.append(stream, 0, [anEvent()]);
      await world.log.close();
      await world.log.close();
      const { log } = world;
      const calls = [
        log.append(stream, 1, [anEvent()]),
        log.head(),
        collect(log.readAll()),
        collect(log.readStream(stream)),
      ];
      for (const call of calls) expect(await errorOf(call)).toBeInstanceOf(LogUnavailable);
      const refused = await errorOf(log.append(stream, 1, [anEvent()]));
      expect(refused).toMatchObject({ outcome: 'not-written' });
    });

    it('ends followers without an error, those that wait and those that read', async () => {
      for (let n = 0; n < 3; n += 1) await world.log.append(newStream(), 0, someEvents(500));
      const { signal } = new AbortController();
      const waiting = (async () => collect(world.log.follow(await world.log.head(), signal)))();
      const reading = (async () => {
        const pages: Page[] = [];
        for await (const page of world.log.follow(world.start, signal)) {
          pages.push(page);
          if (pages.length === 1) await world.log.close();
        }
        return pages;
      })();
      expect(await waiting).toEqual([]);
      expect(await reading).toHaveLength(1);
    });

    it('answers every append that was under way, and tells the truth', async () => {
      const streams = Array.from({ length: 30 }, () => newStream());
      const appends = streams.map((stream) => world.log.append(stream, 0, [anEvent()]));
      const outcomes = appends.map((append) => errorOf(append));
      await nextTurn();
      await world.log.close();
      const errors = await Promise.all(outcomes);
      for (const error of errors) expect(error === undefined || error instanceof LogUnavailable).toBe(true);
      if (forgets !== undefined) return;
      world.log = await reopened(world);
      for (const [index, stream] of streams.entries()) {
        const error = errors[index];
        if (error === undefined) expect(await streamOf(world, stream)).toHaveLength(1);
        else if ((error as LogUnavailable).outcome === 'not-written') expect(await streamOf(world, stream)).toEqual([]);
      }
    });
  });

  describe('opening again', () => {
    const title = 'keeps everything as it was, and goes on from there';
    if (forgets !== undefined) {
      // Under its own name, by which adapters are held side by side; and aloud, since a reporter tells no reasons.
      process.stderr.write(`not run: opening again (${forgets})\n`);
      it.skip(title, () => undefined);
      return;
    }
    it(title, async () => {
      const [one, other] = [newStream(), newStream()];
      const events = someEvents(3);
      const loose = someEvents(2);
      const first = await world.log.append(one, 0, events);
      const second = await world.log.append(other, 'any', loose);
      const before = (await allOf(world)).map(seen);

      world.log = await reopened(world);
      expect((await allOf(world)).map(seen)).toEqual(before);
      expect(await world.log.head()).toBe(second.position);
      expect(await world.log.append(one, 0, events)).toEqual(first);
      expect(await world.log.append(other, 'any', loose)).toEqual(second);
      expect(await errorOf(world.log.append(one, 2, [anEvent()]))).toBeInstanceOf(Conflict);
      const next = anEvent('born-later');
      const receipt = await world.log.append(one, 3, [next]);
      expect(receipt.position > second.position).toBe(true);
      expect(idsOf(await allOf(world))).toEqual(idsOf([...events, ...loose, next]));
      expect(idsOf(await allOf(world, { types: ['born-later'] }))).toEqual([next.id]);
    });
  });
}

function reopened({ reopen }: World): Promise<EventLog> {
  if (reopen === undefined) throw new Error('the adapter says neither how to open it again nor why it forgets');
  return reopen();
}
