import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { anEvent, collect, someEvents } from '../../contract/world.js';
import type { EventLog } from '../../port.js';
import { backupLog, lockStore, sqliteLog, StoreLocked, verifyLog } from './index.js';

let folder: string;
let path: string;
let log: EventLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  path = join(folder, 'log.db');
  log = sqliteLog({ path });
});
afterEach(async () => {
  await log.close();
  rmSync(folder, { recursive: true });
});

const allEvents = async () => (await collect(log.readAll())).flatMap((page) => page.events);

describe('one writer', () => {
  it('refuses a second one in the same process and names the file', () => {
    expect(() => sqliteLog({ path })).toThrow(StoreLocked);
    expect(() => sqliteLog({ path })).toThrow(path);
  });

  it('refuses a second one in another process', () => {
    const other = `
      const db = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(`${path}.lock`)});
      try { db.exec('BEGIN EXCLUSIVE'); console.log('taken'); } catch (error) { console.log(error.errcode); }`;
    expect(spawnSync(process.execPath, ['-e', other], { encoding: 'utf8' }).stdout.trim()).toBe('5');
  });

  it('lets the next one in once the log is closed', async () => {
    await log.append('thing-1', 0, [anEvent()]);
    await log.close();
    log = sqliteLog({ path });
    expect(await allEvents()).toHaveLength(1);
  });

  it('is a lock any store can take, and give back', () => {
    const store = join(folder, 'deep', 'views.db');
    const release = lockStore(store);
    expect(() => lockStore(store)).toThrow(StoreLocked);
    release();
    lockStore(store)();
  });
});

describe('care', () => {
  it('copies the log as it is at one moment, while it is written to', async () => {
    for (let n = 0; n < 20; n += 1) await log.append(`thing-${n}`, 0, someEvents(500));
    const destination = join(folder, 'backups', 'log.db');
    let copied = false;
    const copying = backupLog(path, destination).finally(() => (copied = true));
    let written = 0;
    while (!copied) {
      await log.append('thing-live', written, [anEvent()]);
      written += 1;
    }
    const contents = await copying;
    expect(written).toBeGreaterThan(0);
    expect(verifyLog(destination)).toEqual({ problems: [], ...contents });
    expect(contents.events).toBeGreaterThanOrEqual(10_000);
    expect(contents.events).toBeLessThan(10_000 + written);

    const copy = sqliteLog({ path: destination });
    const pages = await collect(copy.readAll());
    await copy.close();
    const original = (await allEvents()).slice(0, contents.events);
    expect(pages.flatMap(({ events }) => events.map(({ id }) => id))).toEqual(original.map(({ id }) => id));
  });

  it('never writes over a copy, and leaves none behind that failed', async () => {
    const destination = join(folder, 'copy.db');
    await expect(backupLog(join(folder, 'missing.db'), destination)).rejects.toThrow();
    expect(existsSync(destination)).toBe(false);
    await backupLog(path, destination);
    await expect(backupLog(path, destination)).rejects.toThrow('exists already');
    expect(existsSync(`${destination}.partial`)).toBe(false);
  });

  it('finds an empty log, and a full one, in order', async () => {
    expect(verifyLog(path)).toEqual({ problems: [], events: 0, streams: 0, head: undefined });
    const { position } = await log.append('thing-1', 0, someEvents(3));
    expect(verifyLog(path)).toEqual({ problems: [], events: 3, streams: 1, head: position });
  });

  it.each([
    ['an event that is missing', 'DELETE FROM events WHERE position = 3', 'positions missing: 1'],
    ['a revision that is missing', 'UPDATE events SET revision = 9 WHERE position = 4', 'missing revisions: 1'],
    ['events in another order', 'UPDATE events SET revision = 5 - revision', 'revisions out of order: 3'],
    ['a stream without a name', 'DELETE FROM streams', 'events of an unnamed stream: 4'],
    ['a type without a name', 'DELETE FROM types', 'events of an unnamed type: 4'],
    ['a text that is no JSON', "UPDATE events SET data = '{' WHERE position = 2", 'texts that are not JSON: 1'],
  ])('finds %s', async (_what, damage, problem) => {
    await log.append('thing-1', 0, someEvents(4));
    await log.close();
    const db = new DatabaseSync(path);
    db.exec(`DROP INDEX events_of_stream; ${damage}`);
    db.close();
    expect(verifyLog(path).problems.join('\n')).toContain(problem);
  });
});
