import type { DatabaseSync } from 'node:sqlite';

const version = 1;

/**
 * Streams and types are numbered in the order they first appear: what is active now lies side by side in the index, and
 * a type filter compares small integers. Only events that came with `any` are found by id; the others by revision.
 */
const tables = `
  CREATE TABLE streams (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE types (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type INTEGER NOT NULL,
    unplaced INTEGER NOT NULL,
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_of_stream ON events (stream, revision);
  CREATE UNIQUE INDEX unplaced_events ON events (stream, id) WHERE unplaced = 1;
  PRAGMA user_version = ${version};
`;

/**
 * Makes the tables in an empty file.
 * @throws Error the file was written by another version, or is no log
 */
export function prepareSchema(db: DatabaseSync): void {
  const found = schemaVersion(db);
  if (found === version) return;
  if (found !== 0) throw new Error(`this log has schema ${found}, and ${version} is known`);
  db.exec(`BEGIN IMMEDIATE; ${tables} COMMIT`);
}

/** @throws Error the file is no log of this version */
export function assertSchema(db: DatabaseSync): void {
  const found = schemaVersion(db);
  if (found !== version) throw new Error(`not a log with schema ${version}, but ${found}`);
}

function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}
