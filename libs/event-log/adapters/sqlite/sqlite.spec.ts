import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { jest } from '@jest/globals';
import { anEvent, collect, errorOf, someEvents } from '../../contract/world.js';
import { AppendRefused, Conflict, type EventLog, LogUnavailable } from '../../port.js';
import { sqliteLog, verifyLog } from './index.js';

let folder: string;
let path: string;
let log: EventLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  path = join(folder, 'log.db');
  log = sqliteLog({ path });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await log.close();
  rmSync(folder, { recursive: true });
});

const eventsOf = async (stream: string) => collect(log.readStream(stream));
const allEvents = async () => (await collect(log.readAll())).flatMap((page) => page.events);

/** What SQLite says when a statement fails, as `node:sqlite` words it. */
const sqliteError = (errcode: number) => Object.assign(new Error('injected'), { code: 'ERR_SQLITE_ERROR', errcode });

/** Lets `before` look at every plain statement of the log's connection; what it throws, the statement throws. */
function onStatement(before: (sql: string, db: DatabaseSync) => void) {
  const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (sql: string) => void;
  return jest.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql: string) {
    before(sql, this);
    exec.call(this, sql);
  });
}

function countCommits(): () => number {
  const statements = onStatement(() => undefined);
  return () => statements.mock.calls.filter(([sql]) => sql === 'COMMIT').length;
}

describe('the file', () => {
  it('flushes every commit to disk, and with durability deferred only now and then', async () => {
    const pragmas: string[] = [];
    onStatement((sql) => pragmas.push(sql));
    const full = sqliteLog({ path: join(folder, 'full.db') });
    const deferred = sqliteLog({ path: join(folder, 'deferred.db'), durability: 'deferred' });
    await Promise.all([full.close(), deferred.close()]);
    const synchronous = pragmas.flatMap((sql) => /synchronous = \w+/.exec(sql) ?? []);
    expect(synchronous).toEqual(['synchronous = FULL', 'synchronous = NORMAL']);
  });

  it('is one file, whole in itself, once the log is closed', async () => {
    await log.append('thing-1', 0, someEvents(3));
    await log.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    copyFileSync(path, join(folder, 'moved.db'));
    expect(verifyLog(join(folder, 'moved.db'))).toMatchObject({ events: 3, problems: [] });
  });

  it('refuses a database of another version', async () => {
    const other = join(folder, 'other.db');
    const db = new DatabaseSync(other);
    db.exec('PRAGMA user_version = 7');
    db.close();
    expect(() => sqliteLog({ path: other })).toThrow('schema 7');
    expect(() => sqliteLog({ path: other })).toThrow('schema 7');
  });
});

describe('group commit', () => {
  it('takes what came together in one commit', async () => {
    const commits = countCommits();
    await Promise.all(Array.from({ length: 200 }, (_, n) => log.append(`thing-${n}`, 0, [anEvent()])));
    expect(commits()).toBe(1);
    expect(await allEvents()).toHaveLength(200);
  });

  it('takes what came one after the other in one commit each', async () => {
    const commits = countCommits();
    for (let n = 0; n < 5; n += 1) await log.append('thing-1', n, [anEvent()]);
    expect(commits()).toBe(5);
  });

  it('bounds a commit, and never splits an append over two', async () => {
    const commits = countCommits();
    const appends = Array.from({ length: 7 }, (_, n) => log.append(`thing-${n}`, 0, someEvents(600)));
    await Promise.all(appends);
    expect(commits()).toBe(7);
    expect(await allEvents()).toHaveLength(4_200);
  });

  it('commits nothing when there is nothing to write', async () => {
    const events = [anEvent()];
    await log.append('thing-1', 0, events);
    const commits = countCommits();
    await Promise.all([
      log.append('thing-1', 0, events),
      log.append('thing-1', 'any', []),
      errorOf(log.append('thing-1', 5, [anEvent()])),
    ]);
    expect(commits()).toBe(0);
  });

  it('answers nobody before the commit', async () => {
    let answered = 0;
    let answeredAtCommit = -1;
    onStatement((sql) => {
      if (sql === 'COMMIT') answeredAtCommit = answered;
    });
    await Promise.all([1, 2, 3].map((n) => log.append(`thing-${n}`, 0, [anEvent()]).then(() => (answered += 1))));
    expect(answeredAtCommit).toBe(0);
  });

  it('writes the neighbours of an append that cannot be written', async () => {
    const db = new DatabaseSync(path);
    db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON events WHEN NEW.data = '{"poison":true}'
             BEGIN SELECT RAISE(ABORT, 'poisoned'); END`);
    db.close();
    const outcomes = await Promise.all([
      log.append('thing-1', 0, someEvents(2)),
      errorOf(log.append('thing-2', 0, [anEvent(), anEvent('happened', { poison: true })])),
      log.append('thing-1', 2, someEvents(2)),
      errorOf(log.append('thing-1', 2, [anEvent()])),
      log.append('thing-3', 'any', [anEvent('new-type')]),
    ]);
    expect(outcomes[0]).toMatchObject({ revision: 2 });
    expect(outcomes[1]).toBeInstanceOf(LogUnavailable);
    expect(outcomes[1]).toMatchObject({ outcome: 'not-written' });
    expect(outcomes[2]).toMatchObject({ revision: 4 });
    expect(outcomes[3]).toBeInstanceOf(Conflict);
    expect(outcomes[4]).toMatchObject({ revision: 1 });
    expect((await allEvents()).map(({ stream }) => stream)).toEqual([...'1111'].map(() => 'thing-1').concat('thing-3'));
    expect(verifyLog(path)).toMatchObject({ events: 5, problems: [] });
  });
});

describe('failing', () => {
  it('says not-written when the disk is full, loses nothing, and goes on when there is room again', async () => {
    let connection: DatabaseSync | undefined;
    onStatement((_sql, db) => (connection ??= db));
    const kept = await log.append('thing-1', 0, someEvents(3));
    connection?.exec('PRAGMA max_page_count = 1');
    const large = anEvent('happened', { text: 'x'.repeat(200_000) });
    const errors = await Promise.all([
      errorOf(log.append('thing-1', 3, [large])),
      errorOf(log.append('thing-2', 0, [anEvent('new-type', { text: 'y'.repeat(200_000) })])),
    ]);
    for (const error of errors) expect(error).toMatchObject({ name: 'LogUnavailable', outcome: 'not-written' });
    expect(await log.head()).toBe(kept.position);
    expect(await allEvents()).toHaveLength(3);
    connection?.exec('PRAGMA max_page_count = 1000000');
    expect(await log.append('thing-1', 3, [large])).toMatchObject({ revision: 4 });
    expect(verifyLog(path)).toMatchObject({ events: 4, streams: 1, problems: [] });
  });

  it('says not-written to everyone when a commit finds the disk full', async () => {
    await log.append('thing-1', 0, [anEvent()]);
    const statements = onStatement((sql) => {
      if (sql === 'COMMIT') throw sqliteError(13);
    });
    const lost = [anEvent()];
    const errors = await Promise.all([
      errorOf(log.append('thing-1', 1, lost)),
      errorOf(log.append('thing-2', 0, [anEvent('new-type')])),
      errorOf(log.append('thing-1', 0, [anEvent()])),
    ]);
    for (const error of errors) expect(error).toMatchObject({ name: 'LogUnavailable', outcome: 'not-written' });
    statements.mockRestore();
    expect(await log.append('thing-1', 1, lost)).toMatchObject({ revision: 2 });
    expect(await log.append('thing-2', 0, [anEvent('new-type')])).toMatchObject({ revision: 1 });
    expect((await allEvents()).map(({ position }) => Number(position))).toEqual([1, 2, 3]);
    expect(verifyLog(path).problems).toEqual([]);
  });

  it('stops when nobody can know whether a commit is on disk, until it is opened again', async () => {
    await log.append('thing-1', 0, someEvents(2));
    const statements = onStatement((sql) => {
      if (sql === 'COMMIT') throw sqliteError(1034);
    });
    const doubtful = [anEvent()];
    // The second is too large to share the commit of the first: it still waits when that one fails.
    const [first, second] = await Promise.all([
      errorOf(log.append('thing-1', 2, doubtful)),
      errorOf(log.append('thing-2', 0, someEvents(1_000))),
    ]);
    expect(first).toMatchObject({ name: 'LogUnavailable', outcome: 'unknown' });
    expect(second).toMatchObject({ name: 'LogUnavailable', outcome: 'not-written' });
    statements.mockRestore();
    expect(await errorOf(log.append('thing-3', 0, [anEvent()]))).toMatchObject({ outcome: 'not-written' });
    expect(await eventsOf('thing-1')).toHaveLength(2);

    await log.close();
    log = sqliteLog({ path });
    expect(await log.append('thing-1', 2, doubtful)).toMatchObject({ revision: 3 });
    expect(await log.append('thing-1', 2, doubtful)).toMatchObject({ revision: 3 });
    expect(await eventsOf('thing-1')).toHaveLength(3);
  });

  it('wakes no follower for what was not written', async () => {
    onStatement((sql) => {
      if (sql === 'COMMIT') throw sqliteError(13);
    });
    const aborter = new AbortController();
    const following = collect(log.follow(undefined, aborter.signal));
    expect(await errorOf(log.append('thing-1', 0, [anEvent()]))).toBeInstanceOf(LogUnavailable);
    expect(await log.head()).toBeUndefined();
    aborter.abort();
    expect(await following).toEqual([]);
  });

  it('refuses what its rules refuse as such, not as an accident', async () => {
    expect(await errorOf(log.append('thing 1', 0, []))).toBeInstanceOf(AppendRefused);
  });
});
