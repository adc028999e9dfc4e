import { describe, expect, it } from '@jest/globals';
import { Conflict } from '../port.js';
import { allOf, anEvent, errorOf, idsOf, newStream, someEvents, streamOf, type World } from './world.js';

export function appending(world: World): void {
  describe('appending', () => {
    it('numbers the first event of a stream 1', async () => {
      const stream = newStream();
      const receipt = await world.log.append(stream, 0, [anEvent()]);
      expect(receipt).toMatchObject({ stream, revision: 1 });
      expect(await streamOf(world, stream)).toMatchObject([{ stream, revision: 1, position: receipt.position }]);
    });

    it('refuses a stream that must be new and is not, and says where it is', async () => {
      const stream = newStream();
      await world.log.append(stream, 0, someEvents(2));
      const error = await errorOf(world.log.append(stream, 0, [anEvent()]));
      expect(error).toBeInstanceOf(Conflict);
      expect(error).toMatchObject({ stream, expected: 0, actual: 2 });
    });

    it('takes the exact revision, and neither a lower nor a higher one', async () => {
      const stream = newStream();
      await world.log.append(stream, 0, someEvents(3));
      for (const expected of [-1, 0, 1, 2, 4, 5, 1_000, 1.5, NaN]) {
        const error = await errorOf(world.log.append(stream, expected, [anEvent()]));
        expect(error).toMatchObject({ name: 'Conflict', expected, actual: 3 });
      }
      expect(await errorOf(world.log.append(newStream(), 1, [anEvent()]))).toMatchObject({ expected: 1, actual: 0 });
      expect((await world.log.append(stream, 3, [anEvent()])).revision).toBe(4);
      expect(await streamOf(world, stream)).toHaveLength(4);
    });

    it("takes 'any' on a missing and on an existing stream", async () => {
      const stream = newStream();
      expect((await world.log.append(stream, 'any', [anEvent()])).revision).toBe(1);
      expect((await world.log.append(stream, 'any', someEvents(2))).revision).toBe(3);
      expect((await world.log.append(stream, 3, [anEvent()])).revision).toBe(4);
    });

    it('appends several events as one: contiguous, in order, the receipt naming the last', async () => {
      const stream = newStream();
      const events = someEvents(5);
      const receipt = await world.log.append(stream, 0, events);
      const stored = await allOf(world);
      expect(idsOf(stored)).toEqual(idsOf(events));
      expect(stored.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
      expect(receipt).toMatchObject({ revision: 5, position: stored.at(-1)?.position });
    });

    it('creates nothing with no events, and answers with where the stream is', async () => {
      const stream = newStream();
      expect(await world.log.append(stream, 0, [])).toMatchObject({ stream, revision: 0 });
      expect(await world.log.append(stream, 'any', [])).toMatchObject({ stream, revision: 0 });
      expect(await world.log.head()).toBe(world.start);
      const receipt = await world.log.append(stream, 0, someEvents(2));
      expect((await errorOf(world.log.append(stream, 1, []))) as object).toMatchObject({ expected: 1, actual: 2 });
      expect(await world.log.append(stream, 'any', [])).toEqual(receipt);
      expect(await world.log.append(stream, 2, [])).toEqual(receipt);
    });

    it('places an empty stream before every event', async () => {
      const nowhere = await world.log.append(newStream(), 'any', []);
      const { position } = await world.log.append(newStream(), 0, [anEvent()]);
      expect(nowhere.position < position).toBe(true);
    });

    it('gives positions that grow with every commit and sort as text', async () => {
      const positions: string[] = [];
      for (let n = 0; n < 25; n += 1) {
        positions.push((await world.log.append(newStream(), 0, someEvents(1 + (n % 3)))).position);
      }
      expect([...positions].sort()).toEqual(positions);
      expect(new Set(positions).size).toBe(25);
      expect(await world.log.head()).toBe(positions.at(-1));
    });

    it('never orders by time: an event recorded earlier stays behind the one before it', async () => {
      const stream = newStream();
      const at = (recordedAt: string) => ({ ...anEvent(), metadata: { recordedAt } });
      const events = ['2030-01-01', '1999-01-01', '2025-01-01'].map((day) => at(`${day}T00:00:00.000Z`));
      for (const [index, event] of events.entries()) await world.log.append(stream, index, [event]);
      expect(idsOf(await allOf(world))).toEqual(idsOf(events));
    });
  });

  describe('appending again', () => {
    it('answers a repetition with the first receipt and writes nothing', async () => {
      const stream = newStream();
      const events = someEvents(3);
      const first = await world.log.append(stream, 0, events);
      expect(await world.log.append(stream, 0, events)).toEqual(first);
      expect(await streamOf(world, stream)).toHaveLength(3);
    });

    it('does so after later writes too', async () => {
      const stream = newStream();
      await world.log.append(stream, 0, [anEvent()]);
      const events = someEvents(2);
      const first = await world.log.append(stream, 1, events);
      await world.log.append(stream, 3, someEvents(2));
      await world.log.append(newStream(), 0, [anEvent()]);
      expect(await world.log.append(stream, 1, events)).toEqual(first);
      expect(await streamOf(world, stream)).toHaveLength(5);
    });

    it("does so with 'any', also after later writes", async () => {
      const stream = newStream();
      const events = someEvents(2);
      const first = await world.log.append(stream, 'any', events);
      expect(await world.log.append(stream, 'any', events)).toEqual(first);
      await world.log.append(stream, 'any', someEvents(3));
      expect(await world.log.append(stream, 'any', events)).toEqual(first);
      expect(await streamOf(world, stream)).toHaveLength(5);
    });

    it('writes one copy when the same append comes twice at once', async () => {
      const stream = newStream();
      const events = someEvents(2);
      const receipts = await Promise.all([1, 2, 3].map(() => world.log.append(stream, 0, events)));
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
      expect(idsOf(await streamOf(world, stream))).toEqual(idsOf(events));
    });

    it('refuses an append of which only a part is known, and writes no part of it', async () => {
      const stream = newStream();
      const [known, more] = [anEvent(), anEvent()];
      await world.log.append(stream, 0, [known]);
      expect(await errorOf(world.log.append(stream, 0, [known, more]))).toMatchObject({ name: 'Conflict', actual: 1 });
      expect(await errorOf(world.log.append(stream, 0, [more, known]))).toMatchObject({ name: 'Conflict', actual: 1 });
      expect(idsOf(await streamOf(world, stream))).toEqual([known.id]);

      const loose = newStream();
      await world.log.append(loose, 'any', [known]);
      expect(await errorOf(world.log.append(loose, 'any', [known, more]))).toBeInstanceOf(Error);
      expect(await errorOf(world.log.append(loose, 'any', [more, known]))).toBeInstanceOf(Error);
      expect(idsOf(await streamOf(world, loose))).toEqual([known.id]);
    });

    it('refuses the same events at another revision', async () => {
      const stream = newStream();
      const [first, second] = [anEvent(), anEvent()];
      await world.log.append(stream, 0, [first]);
      await world.log.append(stream, 1, [second]);
      for (const expected of [1, 3]) {
        expect(await errorOf(world.log.append(stream, expected, [first]))).toBeInstanceOf(Conflict);
      }
      expect(await errorOf(world.log.append(stream, 0, [second]))).toBeInstanceOf(Conflict);
      expect(await streamOf(world, stream)).toHaveLength(2);
    });

    it('takes one id in two streams as two events', async () => {
      const [one, other] = [newStream(), newStream()];
      const event = anEvent();
      await world.log.append(one, 0, [event]);
      await world.log.append(other, 0, [event]);
      await world.log.append(other, 1, [anEvent()]);
      expect((await allOf(world)).filter(({ id }) => id === event.id).map(({ stream }) => stream)).toEqual([
        one,
        other,
      ]);
    });
  });
}
