import { randomUUID } from 'node:crypto';
import { Refusal } from '#decider';
import { memoryLog } from '#event-log/memory';
import fc from 'fast-check';
import { box } from './contract/box.js';
import { collect } from './contract/world.js';
import { type EventLog, handle, type HandleDeps, SimulatedClock, StateCache } from './index.js';

describe('the state cache', () => {
  const clock = new SimulatedClock('2025-03-01T10:00:00.000Z');
  const put = (things = 1) => ({
    id: '1',
    command: { do: 'put' as const, things },
    commandId: randomUUID(),
    actor: 'w-1',
  });
  const command = fc.oneof(
    fc.record({ do: fc.constant('put' as const), things: fc.integer({ min: 0, max: 4 }) }),
    fc.constant({ do: 'empty' as const }),
  );
  const step = fc.record({
    command,
    id: fc.constantFrom('1', '2'),
    /** Which of two handlers, each with a cache of its own, gets it. */
    handler: fc.nat(1),
    commandId: fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7', 'c-8'),
    fingerprint: fc.constantFrom('f-1', 'f-1', 'f-2'),
    ifRevision: fc.option(fc.nat(6), { nil: undefined, freq: 4 }),
  });
  const requestOf = ({ handler: _, ifRevision, ...rest }: typeof step extends fc.Arbitrary<infer S> ? S : never) => ({
    ...rest,
    actor: 'w-1',
    ...(ifRevision === undefined ? {} : { ifRevision }),
  });
  const answer = (promise: Promise<unknown>) => promise.catch((error: unknown) => `${String(error)}`);
  const everything = async (of: EventLog) =>
    (await collect(of.readAll())).flatMap(({ events }) =>
      events.map(({ id, stream, dataText }) => [id, stream, dataText]),
    );

  it('answers as no cache would, whoever wrote meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.constantFrom(1, 100), async (steps, capacity) => {
        const [cachedLog, plainLog] = [memoryLog(), memoryLog()];
        const clock = new SimulatedClock('2026-01-01T00:00:00.000Z');
        const handlers = [0, 1].map(() => ({ log: cachedLog, clock, cache: new StateCache(capacity) }));
        for (const [index, one] of steps.entries()) {
          clock.advanceTo(new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString());
          const cached = handlers[one.handler] as HandleDeps;
          const request = requestOf(one);
          expect(await answer(handle(cached, box, request))).toEqual(
            await answer(handle({ log: plainLog, clock }, box, request)),
          );
        }
        expect(await everything(cachedLog)).toEqual(await everything(plainLog));
      }),
      { numRuns: 200 },
    );
  });

  it('breaks no rule when two handlers race', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
        const shared = memoryLog();
        const handlers = [0, 1].map(() => ({ log: shared, clock, cache: new StateCache() }));
        await Promise.all(steps.map((one) => answer(handle(handlers[one.handler] as HandleDeps, box, requestOf(one)))));
        for (const id of ['1', '2']) {
          const events = await collect(shared.readStream(`box-${id}`));
          let held = 0;
          for (const event of events) {
            held = box.evolve(held, box.events.decode(event.type, 2 - Number(event.type === 'emptied'), event.data));
            expect(held).toBeLessThanOrEqual(5);
          }
          for (const cached of handlers) {
            const room = await answer(handle(cached, box, { ...put(5 - held), id }));
            expect(room).toMatchObject({ stream: `box-${id}` });
            await handle(cached, box, { ...put(), command: { do: 'empty' }, id });
            held = 0;
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('saves the reading of a stream', async () => {
    const log = memoryLog();
    let reads = 0;
    const counting = new Proxy(log, {
      get: (target, name) => {
        if (name === 'readStream') reads += 1;
        return (Reflect.get(target, name) as (...all: unknown[]) => unknown).bind(target);
      },
    });
    const cached = { log: counting, clock, cache: new StateCache() };
    for (let n = 0; n < 5; n += 1) await handle(cached, box, put());
    await expect(handle(cached, box, put())).rejects.toBeInstanceOf(Refusal);
    await expect(handle(cached, box, put())).rejects.toBeInstanceOf(Refusal);
    expect(reads).toBe(1);
  });

  it('forgets the stream that was used longest ago', () => {
    const cache = new StateCache(2);
    const known = { revision: 1, state: 0, commands: new Map() };
    cache.set('a', known);
    cache.set('b', known);
    cache.get('a');
    cache.set('c', known);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([known, undefined, known]);
    cache.drop('a');
    expect(cache.get('a')).toBeUndefined();
  });
});
