import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { memoryLedgerStore } from './adapters/memory/index.js';
import {
  keyTypes,
  leafOf,
  leafText,
  Ledger,
  lookingAt,
  newSigner,
  Sequencer,
  verifyNote,
  Witness,
  witnessRecord,
  witnessServer,
} from './index.js';
import { anEvent } from './testing/record.js';

const signer = newSigner('log.example', keyTypes.log);
let log: EventLog;
let ledger: Ledger;
beforeEach(() => {
  log = memoryLog();
  ledger = new Ledger(memoryLedgerStore(), signer);
});
afterEach(() => log.close());

let written = 0;
async function write(count: number): Promise<Position> {
  let last: Position | undefined;
  for (let n = 0; n < count; n += 1) {
    ({ position: last } = await log.append(`thing-${(written += 1)}`, 0, [anEvent(written)]));
  }
  if (last === undefined) throw new Error('nothing was written');
  return last;
}
const sequencer = (witnesses: readonly string[] = [], of = ledger): Sequencer =>
  new Sequencer({ log, ledger: of, witnesses, everyMs: 5, now: () => 1_000 });

/** Lets a sequencer run until something holds. */
async function running<T>(of: Sequencer, look: () => T | undefined | false): Promise<T> {
  const stop = new AbortController();
  const end = of.run(stop.signal);
  try {
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  } finally {
    stop.abort();
    await end;
  }
}

describe('a sequencer', () => {
  it('gives every event its leaf in log order, and signs when the log has grown', async () => {
    await write(5);
    const following = sequencer();
    await running(following, () => ledger.latest?.size === 5);
    await write(2);
    await running(following, () => ledger.latest?.size === 7);
    expect([...ledger.checkpoints()].map(({ size }) => size)).toEqual([5, 7]);
    let index = 0;
    for await (const { events } of log.readAll()) {
      for (const event of events) {
        expect(ledger.leaf(index)?.text).toBe(leafText(leafOf(event, index)));
        index += 1;
      }
    }
    expect(following.status).toMatchObject({ origin: 'log.example', size: 7, diverged: undefined, failing: undefined });
  });

  it('signs what came last when it is told to end', async () => {
    const stop = new AbortController();
    const end = sequencer().run(stop.signal);
    await write(3);
    stop.abort();
    await end;
    expect(ledger.latest?.size).toBe(3);
  });

  it('covers a place as soon as somebody asks', async () => {
    const following = sequencer();
    const first = await write(1);
    expect((await following.covering(first))?.size).toBe(1);
    const [early, late] = [await write(2), await write(2)];
    expect((await following.covering(late))?.size).toBe(5);
    // The first that covers it, whatever was signed since.
    expect((await following.covering(early))?.size).toBe(5);
    expect((await following.covering(first))?.size).toBe(1);
    const beyond = '99999999999999999999' as Position;
    expect(await following.covering(beyond)).toBeUndefined();
    const looking = lookingAt(ledger);
    expect((await looking.covering(first))?.size).toBe(1);
    expect(looking.status).toMatchObject({ origin: 'log.example', size: 5 });
  });

  it('goes on after a log that did not answer', async () => {
    await write(1);
    let answers = false;
    const { readAll } = log;
    log.readAll = (range) => {
      if (!answers) throw new Error('away');
      return readAll.call(log, range);
    };
    const following = sequencer();
    await running(following, () => following.status.failing === 'away');
    answers = true;
    await running(following, () => ledger.latest?.size === 1);
    expect(following.status.failing).toBeUndefined();
  });

  it('does not keep in its tree what its store did not take', async () => {
    const store = memoryLedgerStore();
    const { append } = store;
    ledger = new Ledger(store, signer);
    store.append = () => {
      throw new Error('disk full');
    };
    await write(2);
    const following = sequencer();
    await running(following, () => following.status.failing === 'disk full');
    store.append = append;
    await running(following, () => ledger.latest?.size === 2);
    expect(await following.check()).toBeUndefined();
  });

  it('neither follows nor signs a log that is another one', async () => {
    await write(4);
    await sequencer().covering((await log.head()) ?? ('' as Position));
    await log.close();
    log = memoryLog();
    await write(3);
    const again = sequencer();
    expect(await again.check()).toBe('inconsistent');
    expect(await again.covering((await log.head()) ?? ('' as Position))).toMatchObject({ size: 4 });
    await write(3);
    expect(await again.covering((await log.head()) ?? ('' as Position))).toBeUndefined();
    expect(ledger.size).toBe(4);
  });

  it('does not take an empty log for the one it knew', async () => {
    await write(2);
    await sequencer().covering((await log.head()) ?? ('' as Position));
    await log.close();
    log = memoryLog();
    expect(await sequencer().check()).toBe('shorter');
  });

  it('follows a record to a log that counts another way, and no other record', async () => {
    const before = await write(3);
    await sequencer().covering(before);
    const { readAll } = log;
    /** As a server would: it does not know the positions of a file. */
    const elsewhere = (position: Position): Position => `1.${position}` as Position;
    const moved: EventLog = {
      ...log,
      head: async () => elsewhere((await log.head()) ?? before),
      readAll: async function* (range = {}) {
        const { after, ...rest } = range;
        if (after !== undefined && !after.startsWith('1.')) throw new RangeError('not a position of this log');
        const own = after === undefined ? {} : { after: after.slice(2) as Position };
        const until = rest.until === undefined ? {} : { until: rest.until.slice(2) as Position };
        for await (const { events, upTo } of readAll.call(log, { ...own, ...until })) {
          const place = (event: RecordedEvent): RecordedEvent =>
            Object.create(event, { position: { value: elsewhere(event.position) } }) as RecordedEvent;
          yield { events: events.map(place), upTo: elsewhere(upTo) };
        }
      },
    };
    const following = new Sequencer({ log: moved, ledger, now: () => 2 });
    expect(await following.check()).toBeUndefined();
    expect(ledger.position).toBe(elsewhere(before));
    const after = await write(1);
    expect((await following.covering(elsewhere(after)))?.size).toBe(4);
    expect([...ledger.checkpoints()].map(({ size }) => size)).toEqual([3, 4]);
  });

  it('does not go on with a tree that another key signed', async () => {
    await write(1);
    const store = memoryLedgerStore();
    await sequencer([], new Ledger(store, signer)).covering((await log.head()) ?? ('' as Position));
    const other = new Ledger(store, newSigner('log.example', keyTypes.log));
    expect(await sequencer([], other).check()).toBe('ledger-altered');
  });
});

describe('with witnesses', () => {
  let folder: string;
  let server: Server;
  let url: string;
  const witnessKey = newSigner('witness.example', keyTypes.witness);

  const listening = async (made: Server): Promise<string> => {
    server = made;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  let record: ReturnType<typeof witnessRecord>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'witnesses-'));
    record = witnessRecord(join(folder, 'witness.db'));
    const witness = new Witness({ signer: witnessKey, logs: [signer.key], record, now: () => 1_700_000_000_000 });
    url = await listening(witnessServer(witness, () => undefined));
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
    record.close();
    rmSync(folder, { recursive: true });
  });

  it('has every new checkpoint signed by them', async () => {
    await write(3);
    const following = sequencer([url]);
    await running(following, () => ledger.latestCosigned?.size === 3);
    await write(2);
    const cosigned = await running(following, () => ledger.latestCosigned?.size === 5 && ledger.latestCosigned);
    expect(verifyNote(cosigned.note, [signer.key, witnessKey.key])).toHaveLength(2);
    expect(following.status.witnesses).toEqual([{ url, name: 'witness.example', size: 5 }]);
  });

  it('goes on where the witness stands, whatever it remembers itself', async () => {
    await write(3);
    await running(sequencer([url]), () => ledger.latestCosigned?.size === 3);
    ledger.remember(`witnessed ${url}`, '0');
    await write(1);
    await running(sequencer([url]), () => ledger.latestCosigned?.size === 4);
  });

  it('signs nothing when a witness has seen more', async () => {
    await write(5);
    await running(sequencer([url]), () => ledger.latestCosigned?.size === 5);
    await log.close();
    log = memoryLog();
    await write(2);
    const restored = new Ledger(memoryLedgerStore(), signer);
    const again = sequencer([url], restored);
    expect(await again.check()).toBeUndefined();
    await running(again, () => again.status.diverged);
    expect(again.status.diverged).toBe('witness-ahead');
    expect(restored.latest).toBeUndefined();
  });

  it('signs nothing either where somebody asks before it looks by itself, or as it ends', async () => {
    await write(5);
    await running(sequencer([url]), () => ledger.latestCosigned?.size === 5);
    await log.close();
    log = memoryLog();
    const position = await write(2);
    const restored = new Ledger(memoryLedgerStore(), signer);
    expect(await sequencer([url], restored).covering(position)).toBeUndefined();
    await sequencer([url], restored).run(AbortSignal.abort());
    expect(restored.latest).toBeUndefined();
  });

  it('signs nothing when a witness has seen something else', async () => {
    await write(2);
    await running(sequencer([url]), () => ledger.latestCosigned?.size === 2);
    await log.close();
    log = memoryLog();
    await write(6);
    const restored = new Ledger(memoryLedgerStore(), signer);
    const again = sequencer([url], restored);
    await running(again, () => again.status.diverged);
    expect(again.status.diverged).toBe('witness-differs');
    expect(restored.latest).toBeUndefined();
  });

  it('is held up by none that is away, strange, or does not know the log', async () => {
    await write(1);
    const strange = createServer((_, response) => response.end('hello\n'));
    const known = server;
    const strangeUrl = await listening(strange);
    const unknowing = new Ledger(memoryLedgerStore(), newSigner('other.example', keyTypes.log));
    const following = sequencer(['http://127.0.0.1:1', strangeUrl, url], unknowing);
    const held = () => following.status.witnesses.map((each) => each.held);
    await running(following, () => held().every((each) => each !== undefined));
    expect(held()).toEqual(['away', 'misbehaves', 'does-not-know-this-log']);
    expect(unknowing.latest?.size).toBe(1);
    strange.close();
    strange.closeAllConnections();
    server = known;
  });
});
