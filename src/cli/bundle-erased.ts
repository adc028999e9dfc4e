import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '#event-log';

/**
 * Names the sections of an event that nobody reads any more, because their keys were destroyed. Of the vault only the
 * ids of destroyed keys are looked at.
 * @param vault a directory of the vault; without one in it, nobody knows of any erasure
 */
export function erasedSections(vault: string): (event: RecordedEvent) => readonly string[] {
  const destroyed = destroyedKeys(join(vault, 'keys.db'));
  if (destroyed.size === 0) return () => [];
  return ({ data }) =>
    Object.entries(data as object)
      .filter(([, value]) => destroyed.has(keyOf(value)))
      .map(([section]) => section);
}

function destroyedKeys(path: string): ReadonlySet<string> {
  if (!existsSync(path)) return new Set();
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    return new Set(
      db
        .prepare('SELECT dek_id AS id FROM key WHERE destroyed = 1')
        .all()
        .map(({ id }) => String(id)),
    );
  } finally {
    db.close();
  }
}

const keyOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'dekId' in value ? String(value.dekId) : '';
