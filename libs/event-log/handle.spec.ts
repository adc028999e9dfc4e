import { randomUUID } from 'node:crypto';
import { Refusal, type SealedSection, UnknownEvent } from '#decider';
import { memoryLog } from '#event-log/memory';
import { box, type Command } from './contract/box.js';
import { collect, errorOf } from './contract/world.js';
import {
  CommandReused,
  Conflict,
  type EventLog,
  handle,
  type HandleDeps,
  LogUnavailable,
  PreconditionFailed,
  type Request,
  type SealContext,
  type Sealer,
  SimulatedClock,
  StateCache,
} from './index.js';

let log: EventLog;
let clock: SimulatedClock;
let deps: HandleDeps;
beforeEach(() => {
  log = memoryLog();
  clock = new SimulatedClock('2025-03-01T10:00:00.000Z');
  deps = { log, clock };
});

const ask = (command: Command, more: Partial<Request<Command>> = {}): Request<Command> => ({
  id: '1',
  command,
  commandId: randomUUID(),
  actor: 'w-1',
  ...more,
});
const put = (things = 1, more: Partial<Request<Command>> = {}) => ask({ do: 'put', things }, more);
const stored = () => collect(log.readStream('box-1'));

/** The log, with one thing done before the next append with events. */
function before(real: EventLog, act: () => Promise<unknown>, times = 1): EventLog {
  let left = times;
  return new Proxy(real, {
    get: (target, name) =>
      name === 'append'
        ? async (...[stream, expected, events]: Parameters<EventLog['append']>) => {
            if (events.length > 0 && left > 0) {
              left -= 1;
              await act();
            }
            return target.append(stream, expected, events);
          }
        : (Reflect.get(target, name) as (...all: unknown[]) => unknown).bind(target),
  });
}

describe('a command', () => {
  it('appends what was decided and answers with where the stream is', async () => {
    expect(await handle(deps, box, put(2))).toMatchObject({
      stream: 'box-1',
      revision: 2,
      changed: true,
      repeated: false,
    });
    expect(await handle(deps, box, put())).toMatchObject({ revision: 3 });
    expect((await stored()).map(({ type, data }) => [type, data])).toEqual([1, 2, 3].map(() => ['put', { things: 1 }]));
  });

  it('writes nothing when the state is as wanted', async () => {
    const receipt = await handle(deps, box, put());
    await handle(deps, box, ask({ do: 'empty' }));
    const again = await handle(deps, box, ask({ do: 'empty' }));
    expect(again).toMatchObject({ revision: 2, changed: false, repeated: false });
    expect(again.position > receipt.position).toBe(true);
    expect(await stored()).toHaveLength(2);
  });

  it('passes a refusal on and writes nothing', async () => {
    await handle(deps, box, put(4));
    await expect(handle(deps, box, put(2))).rejects.toMatchObject({ code: 'box/full', allowed: ['empty'] });
    expect(await stored()).toHaveLength(4);
  });

  it('takes both times from the one clock', async () => {
    await handle(deps, box, put());
    clock.advanceTo('2025-03-02T10:00:00.000Z');
    await handle(deps, box, put(1, { effectiveAt: '2025-02-27T08:00:00.000Z' }));
    expect((await stored()).map(({ metadata }) => [metadata['effectiveAt'], metadata['recordedAt']])).toEqual([
      ['2025-03-01T10:00:00.000Z', '2025-03-01T10:00:00.000Z'],
      ['2025-02-27T08:00:00.000Z', '2025-03-02T10:00:00.000Z'],
    ]);
  });

  it('gives the rules the same circumstances as the header', async () => {
    await handle(deps, box, put());
    await handle(deps, box, ask({ do: 'empty' }, { actor: 'w-7', effectiveAt: '2025-02-27T08:00:00.000Z' }));
    expect((await stored())[1]).toMatchObject({
      data: { at: '2025-02-27T08:00:00.000Z', by: 'w-7' },
      metadata: { actor: 'w-7' },
    });
  });

  it('writes the whole header, and nothing that was not given', async () => {
    const commandId = randomUUID();
    await handle(deps, box, put(1, { commandId }));
    const ids = { correlationId: 'c-1', causationId: 'e-1', fingerprint: 'f-1', traceparent: 't-1' };
    const more = { ...ids, origin: 'import' } as const;
    await handle(deps, box, put(1, { commandId, id: '2', ...more }));
    const header = {
      actor: 'w-1',
      commandId,
      correlationId: commandId,
      effectiveAt: '2025-03-01T10:00:00.000Z',
      recordedAt: '2025-03-01T10:00:00.000Z',
      schema: '2',
    };
    expect((await stored())[0]?.metadata).toEqual(header);
    expect((await collect(log.readStream('box-2')))[0]?.metadata).toEqual({ ...header, ...more });
  });

  it('makes the same events on every machine', async () => {
    const request = put(2, { commandId: '0190c0de-0000-7000-8000-000000000001' });
    await handle(deps, box, request);
    const other = memoryLog();
    await handle({ ...deps, log: other }, box, request);
    const texts = async (of: EventLog) =>
      (await collect(of.readStream('box-1'))).map(({ id, dataText, metadataText }) => [id, dataText, metadataText]);
    expect(await texts(other)).toEqual(await texts(log));
  });

  it('reads older events through their upcasters', async () => {
    const old = { id: randomUUID(), type: 'put', data: { n: 4 }, metadata: { schema: '1' } };
    await log.append('box-1', 0, [old]);
    await expect(handle(deps, box, put(2))).rejects.toBeInstanceOf(Refusal);
  });

  it.each([
    ['a type nobody knows', 'stolen', '1'],
    ['a newer schema', 'put', '3'],
    ['no schema', 'put', undefined],
  ])('stops at %s: rules do not guess', async (_what, type, schema) => {
    const metadata: Record<string, string> = schema === undefined ? {} : { schema };
    await log.append('box-1', 0, [{ id: randomUUID(), type, data: { things: 1 }, metadata }]);
    await expect(handle(deps, box, put())).rejects.toBeInstanceOf(UnknownEvent);
    expect(await stored()).toHaveLength(1);
  });
});

describe.each([
  ['without a cache', () => undefined],
  ['with a cache', () => new StateCache()],
])('a command sent again, %s', (_name, cache) => {
  beforeEach(() => {
    const held = cache();
    if (held !== undefined) deps = { ...deps, cache: held };
  });

  it('is answered with its first receipt and writes nothing, also much later', async () => {
    const request = put(2, { fingerprint: 'f-1' });
    const first = await handle(deps, box, request);
    clock.advanceTo('2025-04-01T10:00:00.000Z');
    await handle(deps, box, put());
    expect(await handle(deps, box, request)).toEqual({ ...first, changed: false, repeated: true });
    expect(await handle(deps, box, { ...request, ifRevision: 0 })).toEqual({
      ...first,
      changed: false,
      repeated: true,
    });
    expect(await stored()).toHaveLength(3);
  });

  it('is refused with another body', async () => {
    const request = put();
    await handle(deps, box, { ...request, fingerprint: 'f-1' });
    for (const again of [{ ...request, fingerprint: 'f-2' }, request]) {
      await expect(handle(deps, box, again)).rejects.toBeInstanceOf(CommandReused);
    }
  });

  it('writes once when it comes several times at once', async () => {
    const request = put(2, { fingerprint: 'f-1' });
    const answers = await Promise.all([1, 2, 3].map(() => handle(deps, box, request)));
    expect(new Set(answers.map(({ revision, position }) => `${revision} ${position}`)).size).toBe(1);
    expect(await stored()).toHaveLength(2);
    expect(await handle(deps, box, put())).toMatchObject({ revision: 3 });
  });

  it('is refused with another body that comes at once', async () => {
    await handle(deps, box, put(2));
    const commandId = randomUUID();
    const answers = await Promise.all([
      handle(deps, box, ask({ do: 'empty' }, { commandId, fingerprint: 'f-1' })),
      errorOf(handle(deps, box, put(1, { commandId, fingerprint: 'f-2' }))),
    ]);
    expect(answers).toMatchObject([{ revision: 3, changed: true }, { name: 'CommandReused' }]);
    expect(await handle(deps, box, put(5))).toMatchObject({ revision: 8 });
  });

  it('counts once, as it came first, when nobody could tell two bodies apart', async () => {
    await handle(deps, box, put(2));
    const commandId = randomUUID();
    const answers = await Promise.all([
      handle(deps, box, ask({ do: 'empty' }, { commandId })),
      handle(deps, box, put(1, { commandId })),
    ]);
    expect(answers).toMatchObject([{ revision: 3 }, { revision: 3 }]);
    expect(await handle(deps, box, put(5))).toMatchObject({ revision: 8 });
  });
});

describe('a race', () => {
  it('is decided again on the newer state when it was lost', async () => {
    await handle(deps, box, put(3));
    const others = before(log, () => handle(deps, box, put(2)));
    await expect(handle({ ...deps, log: others }, box, put(1))).rejects.toMatchObject({ code: 'box/full' });
    const emptied = before(log, () => handle(deps, box, ask({ do: 'empty' })));
    expect(await handle({ ...deps, log: emptied }, box, ask({ do: 'empty' }))).toMatchObject({
      revision: 6,
      changed: false,
    });
  });

  it('is given up after four attempts', async () => {
    let writes = 0;
    const write = async () => {
      const event = { id: randomUUID(), type: 'put', data: { things: 0 }, metadata: { schema: '2' } };
      await log.append('box-1', writes, [event]);
      writes += 1;
    };
    const busy = before(log, write, 99);
    await expect(handle({ ...deps, log: busy }, box, put())).rejects.toBeInstanceOf(Conflict);
    expect(writes).toBe(4);
  });

  it('is not decided again when the caller named the revision', async () => {
    const first = await handle(deps, box, put());
    await expect(handle(deps, box, put(1, { ifRevision: 7 }))).rejects.toMatchObject({ expected: 7, actual: 1 });
    const others = before(log, () => handle(deps, box, put()));
    const request = put(1, { ifRevision: first.revision });
    await expect(handle({ ...deps, log: others }, box, request)).rejects.toBeInstanceOf(PreconditionFailed);
    expect(await stored()).toHaveLength(2);
    expect(await handle(deps, box, put(1, { ifRevision: 2 }))).toMatchObject({ revision: 3 });
  });

  it('hands on that the log could not answer, and may be asked again', async () => {
    const broken = before(log, () => Promise.reject(new LogUnavailable('unknown', 'gone')));
    const request = put();
    await expect(handle({ ...deps, log: broken }, box, request)).rejects.toBeInstanceOf(LogUnavailable);
    expect(await handle({ ...deps, log: broken }, box, request)).toMatchObject({ revision: 1, changed: true });
  });
});

describe('personal data', () => {
  const contexts: SealContext[] = [];
  const sealer: Sealer = {
    seal: async (sections) => {
      contexts.push(...sections.map(({ context }) => context));
      return sections.map(({ section }, n): SealedSection => {
        const ct = Buffer.from(JSON.stringify(section.clear)).toString('base64url');
        return { v: 1, dekId: section.subject, dekVersion: n, iv: 'iv', ct, tag: 'tag' };
      });
    },
  };
  beforeEach(() => contexts.splice(0));
  const noted = (more: Partial<Request<Command>> = {}) => ask({ do: 'put', things: 1, note: 'a secret' }, more);

  it('reaches the log sealed and in no other way', async () => {
    await handle({ ...deps, sealer }, box, noted());
    const events = await stored();
    expect(events[1]?.data).toEqual({
      things: 1,
      note: {
        v: 1,
        dekId: 's-1',
        dekVersion: 0,
        iv: 'iv',
        ct: Buffer.from('"a secret"').toString('base64url'),
        tag: 'tag',
      },
    });
    expect(JSON.stringify(events.map((event) => [event.dataText, event.metadataText]))).not.toMatch(/secret|clear/);
  });

  it('is sealed for the very place it goes to, anew in every attempt', async () => {
    const others = before(log, () => handle(deps, box, put()));
    await handle({ ...deps, sealer, log: others }, box, noted());
    const place = { stream: 'box-1', type: 'put', schema: 2, section: 'note' };
    expect(contexts).toMatchObject([
      { ...place, revision: 2 },
      { ...place, revision: 3 },
    ]);
    const events = await stored();
    expect(events).toHaveLength(3);
    expect(contexts[1]).toMatchObject({ eventId: events[2]?.id });
  });

  it.each([
    ['no sealer is there', {}, noted()],
    ['the sealer forgets a section', { sealer: { seal: async () => [] } }, noted()],
    ['it hides deep inside an event', { sealer }, ask({ do: 'hide', note: 'a secret' })],
  ])('stops the command when %s', async (_what, more, request) => {
    await expect(handle({ ...deps, ...more }, box, request)).rejects.toThrow(/personal data|sealer/);
    expect(await stored()).toEqual([]);
  });
});
