import { describe, expect, it } from '@jest/globals';
import { Conflict } from '../port.js';
import { allOf, anEvent, errorOf, newStream, someEvents, streamOf, type World } from './world.js';

export function racing(world: World): void {
  describe('racing', () => {
    it('gives every revision of a stream to exactly one of sixteen writers', async () => {
      const stream = newStream();
      const winners: { revision: number; id: string }[] = [];
      let losses = 0;
      const writer = async (): Promise<void> => {
        let at = 0;
        for (let written = 0; written < 4;) {
          const event = anEvent();
          try {
            const { revision } = await world.log.append(stream, at, [event]);
            winners.push({ revision, id: event.id });
            at = revision;
            written += 1;
          } catch (error) {
            if (!(error instanceof Conflict)) throw error;
            expect(error.actual).toBeGreaterThan(at);
            losses += 1;
            at = error.actual;
          }
        }
      };
      await Promise.all(Array.from({ length: 16 }, writer));
      winners.sort((a, b) => a.revision - b.revision);
      expect((await streamOf(world, stream)).map(({ revision, id }) => ({ revision, id }))).toEqual(winners);
      expect(winners.map(({ revision }) => revision)).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
      expect(losses).toBeGreaterThan(0);
    });

    it('keeps the order of every stream when many are written at once', async () => {
      const streams = Array.from({ length: 30 }, () => newStream());
      const written = await Promise.all(
        streams.map(async (stream) => {
          const ids: string[] = [];
          for (let at = 0; at < 6; at += 2) {
            const events = someEvents(2);
            await world.log.append(stream, at, events);
            ids.push(...events.map(({ id }) => id));
          }
          return ids;
        }),
      );
      const all = await allOf(world);
      expect(all).toHaveLength(180);
      expect(streams.map((stream) => all.filter((event) => event.stream === stream).map(({ id }) => id))).toEqual(
        written,
      );
      const positions = all.map(({ position }) => position);
      expect([...new Set(positions)].sort()).toEqual(positions);
    });

    it('lets no append suffer from a neighbour that is refused', async () => {
      const taken = newStream();
      await world.log.append(taken, 0, [anEvent()]);
      const streams = Array.from({ length: 20 }, () => newStream());
      const outcomes = await Promise.all(
        streams.flatMap((stream) => [
          world.log.append(stream, 0, [anEvent()]).then(({ revision }) => revision),
          errorOf(world.log.append(taken, 0, [anEvent()])),
          errorOf(world.log.append(stream, 'any', [anEvent('')])),
        ]),
      );
      expect(outcomes.filter((outcome) => outcome === 1)).toHaveLength(20);
      expect(outcomes.filter((outcome) => outcome instanceof Conflict)).toHaveLength(20);
      expect(await allOf(world)).toHaveLength(21);
    });

    it('tells every reader the same order', async () => {
      const writers = Promise.all(
        Array.from({ length: 8 }, async () => {
          for (let n = 0; n < 5; n += 1) await world.log.append(newStream(), 0, someEvents(3));
        }),
      );
      const early = await allOf(world);
      await writers;
      const late = await allOf(world);
      expect(late).toHaveLength(120);
      expect(late.slice(0, early.length).map(({ id }) => id)).toEqual(early.map(({ id }) => id));
    });
  });
}
