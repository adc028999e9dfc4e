import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Position } from '#event-log';
import { policyCheckpoint } from '#policy';
import type { Views } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { reactions } from '../capabilities.js';
import { sync } from '../cli/files.js';

/**
 * Opens the file in which policies remember how far they came.
 *
 * Made anew beside a record that has begun, after a restore or a loss, it lets them go on from `head`: a notice that was
 * due in between is lost, but none of those that went out long ago goes out again.
 * @param head the last position of the record
 */
export async function openCheckpoints(path: string, head: Position | undefined): Promise<Views> {
  if (head !== undefined && !existsSync(path)) await makeAt(head, path);
  return sqliteViews({ path, durability: 'full' });
}

/** Under another name first: cut off, it must not pass for a file of policies that never ran. */
async function makeAt(upTo: Position, path: string): Promise<void> {
  const draft = `${path}.new`;
  // What is left of a lost file, or of a draft, would be read as if it belonged to the new one.
  for (const file of [path, draft]) for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const checkpoints = sqliteViews({ path: draft, durability: 'full' });
  await checkpoints.writeAll(
    reactions.map(({ name }) => ({
      projection: policyCheckpoint(name),
      from: undefined,
      upTo,
      changes: new Map(),
    })),
  );
  await checkpoints.close();
  renameSync(draft, path);
  sync(dirname(path));
}
