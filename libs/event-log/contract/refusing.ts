import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppendRefused, limits, type NewEvent } from '../port.js';
import { allOf, anEvent, errorOf, newStream, someEvents, streamOf, type World } from './world.js';

/** Any sequence of UTF-16 units: halves of surrogate pairs, U+0000 and all. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 12 }).map((units) => String.fromCharCode(...units));
const text = fc.oneof(
  anyText,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('__proto__', '\u0000', '10', '🧕🏽', '\u2028'),
);
const value = fc.oneof(text, fc.double(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.array(text));
const data = fc.dictionary(text, fc.oneof(value, fc.dictionary(text, value), fc.array(value)));
const type = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter((name) => !/^\$|[\p{Cc}\p{Cs}]/u.test(name) && name.length <= limits.eventType);
const newEvent: fc.Arbitrary<NewEvent> = fc.record({
  id: fc.uuid(),
  type,
  data,
  metadata: fc.dictionary(text, text),
});

/** Keys in one order: metadata is a set of pairs. */
const sorted = (metadata: object): string => JSON.stringify(metadata, Object.keys(metadata).sort());

export function refusing(world: World): void {
  describe('what an event may hold', () => {
    it('gives back every text, number and key order as it was written', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(newEvent, { minLength: 1, maxLength: 10, selector: ({ id }) => id }),
          async (events) => {
            const stream = newStream();
            await world.log.append(stream, 0, events);
            const stored = await streamOf(world, stream);
            expect(stored.map(({ id, type: name }) => [id, name])).toEqual(
              events.map((event) => [event.id, event.type]),
            );
            expect(stored.map(({ dataText }) => dataText)).toEqual(events.map((event) => JSON.stringify(event.data)));
            expect(stored.map(({ metadataText }) => metadataText)).toEqual(
              events.map((event) => sorted(event.metadata)),
            );
            for (const event of stored) {
              expect(event.data).toEqual(JSON.parse(event.dataText));
              expect(event.metadata).toEqual(JSON.parse(event.metadataText));
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('takes an event of exactly the largest size, in bytes of UTF-8, and none larger', async () => {
      const stream = newStream();
      const sized = (bytes: number): NewEvent => {
        const event = { ...anEvent(), metadata: {} };
        const frame = Buffer.byteLength('{"text":"ñ"}') + Buffer.byteLength('{}');
        return { ...event, data: { text: `ñ${'x'.repeat(bytes - frame)}` } };
      };
      await world.log.append(stream, 0, [sized(limits.eventBytes)]);
      const tooLarge = world.log.append(stream, 1, [anEvent(), sized(limits.eventBytes + 1), anEvent()]);
      expect(await errorOf(tooLarge)).toMatchObject({ name: 'AppendRefused', reason: 'too-large' });
      expect((await streamOf(world, stream)).map(({ dataText }) => Buffer.byteLength(dataText))).toEqual([
        limits.eventBytes - 2,
      ]);
    });

    it('takes as many events as an append may have, and no more', async () => {
      const stream = newStream();
      const { revision } = await world.log.append(stream, 0, someEvents(limits.appendEvents));
      expect(revision).toBe(limits.appendEvents);
      const error = await errorOf(world.log.append(stream, revision, someEvents(limits.appendEvents + 1)));
      expect(error).toMatchObject({ name: 'AppendRefused', reason: 'too-large' });
      expect(await streamOf(world, stream)).toHaveLength(limits.appendEvents);
    });

    it('takes the longest names, and an event that says nothing', async () => {
      const stream = newStream().padEnd(limits.streamName, 'x');
      const event = { ...anEvent('x'.repeat(limits.eventType), {}), metadata: {} };
      await world.log.append(stream, 0, [event]);
      expect(await streamOf(world, stream)).toMatchObject([{ ...event, stream, dataText: '{}', metadataText: '{}' }]);
    });
  });

  describe('what an event may not hold', () => {
    const twice = anEvent();
    const refusals: readonly (readonly [string, AppendRefused['reason'], string | undefined, readonly NewEvent[]])[] = [
      ['a stream without a name', 'stream-name', '', [anEvent()]],
      ['a reserved stream', 'stream-name', '$system', [anEvent()]],
      ['a stream with spaces', 'stream-name', 'thing 1', [anEvent()]],
      ['a stream with letters beyond ASCII', 'stream-name', 'cosa-ñ', [anEvent()]],
      ['a stream of 201 characters', 'stream-name', 'x'.repeat(limits.streamName + 1), [anEvent()]],
      ['a reserved stream, also for no events', 'stream-name', '$system', []],
      ['an event without a type', 'event-type', undefined, [anEvent('')]],
      ['a reserved type', 'event-type', undefined, [anEvent('$deleted')]],
      ['a type of 101 characters', 'event-type', undefined, [anEvent('x'.repeat(limits.eventType + 1))]],
      ['a type with U+0000', 'event-type', undefined, [anEvent('a\u0000b')]],
      ['a type with half of a surrogate pair', 'event-type', undefined, [anEvent('a\ud800b')]],
      ['an id that is no UUID', 'event-id', undefined, [{ ...anEvent(), id: '1' }]],
      ['a UUID in upper case', 'event-id', undefined, [{ ...anEvent(), id: anEvent().id.toUpperCase() }]],
      ['one id twice', 'duplicate-id', undefined, [twice, anEvent(), twice]],
      ['data that is a list', 'not-json', undefined, [anEvent('happened', [1, 2])]],
      ['data that is text', 'not-json', undefined, [anEvent('happened', new Date(0))]],
      ['data with a bigint', 'not-json', undefined, [anEvent('happened', { n: 1n })]],
      ['data that is no JSON at all', 'not-json', undefined, [anEvent('happened', () => 1)]],
      ['one bad event among good ones', 'event-type', undefined, [anEvent(), anEvent(''), anEvent()]],
    ];
    it.each(refusals)('refuses %s and writes nothing', async (_what, reason, named, events) => {
      const stream = named ?? newStream();
      const error = await errorOf(world.log.append(stream, 'any', events));
      expect(error).toBeInstanceOf(AppendRefused);
      expect(error).toMatchObject({ reason });
      expect(await allOf(world)).toEqual([]);
    });

    it('says nothing of what the refused event held', async () => {
      const secret = 'quispe-mamani';
      for (const event of [
        anEvent('$' + secret),
        anEvent('happened', { secret, n: 1n }),
        { ...anEvent(), id: secret },
      ]) {
        expect(String(await errorOf(world.log.append(newStream(), 0, [event])))).not.toContain(secret);
      }
    });
  });
}
