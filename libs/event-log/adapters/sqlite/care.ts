import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Position } from '../../port.js';
import { positionOf } from '../../recorded.js';
import { assertSchema } from './schema.js';

/** What a log file holds. */
export interface LogContents {
  readonly events: number;
  readonly streams: number;
  /** Undefined when the log is empty. */
  readonly head: Position | undefined;
}

export interface Verification extends LogContents {
  /** What is wrong, in words; empty when all is well. */
  readonly problems: readonly string[];
}

/**
 * Copies a log to a new file, as it is at one moment, also while a server in another process writes to it.
 * `destination` appears only when the copy is whole.
 * @throws Error `destination` exists, or `path` is no log
 */
export async function backupLog(path: string, destination: string): Promise<LogContents> {
  if (existsSync(destination)) throw new Error(`${destination} exists already`);
  mkdirSync(dirname(destination), { recursive: true });
  const partial = `${destination}.partial`;
  rmSync(partial, { force: true });
  const source = openReadOnly(path);
  try {
    // The open read holds one state of the log: without it every commit of the server would start the copy again.
    source.exec('BEGIN');
    const contents = contentsOf(source);
    await backup(source, partial);
    renameSync(partial, destination);
    return contents;
  } finally {
    source.close();
    rmSync(partial, { force: true });
  }
}

/**
 * Checks a log file without changing it, also while a server writes to it: the file itself, that positions and the
 * revisions of every stream count up from 1 without a gap, that every name is known and every text is JSON.
 * @throws Error `path` is missing or is no log
 */
export function verifyLog(path: string): Verification {
  const db = openReadOnly(path);
  try {
    db.exec('BEGIN');
    const problems: string[] = [];
    for (const row of db.prepare('PRAGMA integrity_check').all()) {
      if (row['integrity_check'] !== 'ok') problems.push(`file: ${String(row['integrity_check'])}`);
    }
    for (const [problem, sql] of checks) {
      const found = count(db, sql);
      if (found > 0) problems.push(`${problem}: ${found}`);
    }
    return { problems, ...contentsOf(db) };
  } finally {
    db.close();
  }
}

/** Each counts what should not be there. */
const checks: readonly (readonly [problem: string, sql: string])[] = [
  ['positions missing', 'SELECT coalesce(max(position), 0) - count(*) AS n FROM events'],
  ['positions before the first', 'SELECT count(*) AS n FROM events WHERE position < 1'],
  [
    'streams with missing revisions',
    `SELECT count(*) AS n FROM (SELECT 1 FROM events GROUP BY stream HAVING min(revision) <> 1 OR max(revision) <> count(*))`,
  ],
  [
    'revisions out of order',
    `SELECT count(*) AS n FROM (
       SELECT position < lag(position) OVER (PARTITION BY stream ORDER BY revision) AS early FROM events
     ) WHERE early`,
  ],
  ['events of an unnamed stream', 'SELECT count(*) AS n FROM events WHERE stream NOT IN (SELECT key FROM streams)'],
  ['events of an unnamed type', 'SELECT count(*) AS n FROM events WHERE type NOT IN (SELECT key FROM types)'],
  ['texts that are not JSON', 'SELECT count(*) AS n FROM events WHERE NOT (json_valid(data) AND json_valid(metadata))'],
];

function contentsOf(db: DatabaseSync): LogContents {
  const head = count(db, 'SELECT coalesce(max(position), 0) AS n FROM events');
  return {
    events: count(db, 'SELECT count(*) AS n FROM events'),
    streams: count(db, 'SELECT count(*) AS n FROM streams'),
    head: head === 0 ? undefined : positionOf(head),
  };
}

function count(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.['n']);
}

function openReadOnly(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    assertSchema(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
