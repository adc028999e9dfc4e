import type { DatabaseSync } from 'node:sqlite';
import { wrappedBytes } from '../../envelope.js';

/** What stands where a key was. */
export const zeros = `zeroblob(${wrappedBytes})`;
export const columns = 'dek_id, subject, category, version, kek_version, destroyed, wrapped';

const ways = [
  ['main', 'other'],
  ['other', 'main'],
] as const;

/**
 * Brings two copies of the keys, `main` and an attached `other`, to the same content: fences first, so that no erased key
 * is copied back; then what was put away, so that no key is copied back that only others should have. Every step may be cut
 * off and done again.
 * @returns whether the two now hold the same keys
 */
export function reconcile(db: DatabaseSync): boolean {
  db.exec('PRAGMA other.synchronous=FULL; PRAGMA other.secure_delete=ON');
  for (const [to, from] of ways) {
    db.exec(`INSERT OR IGNORE INTO ${to}.fence SELECT subject, category, 0 FROM ${from}.fence`);
    db.exec(`UPDATE ${to}.key AS k SET destroyed = 1, wrapped = ${zeros} WHERE destroyed <> 1 AND EXISTS
      (SELECT 1 FROM ${to}.fence f WHERE f.subject = k.subject AND f.category IN ('', k.category))`);
  }
  for (const [to, from] of ways) align(db, to, from);
  reconcileAway(db);
  for (const [to, from] of ways) align(db, to, from);
  const compared = `SELECT EXISTS (SELECT ${columns} FROM main.key EXCEPT SELECT ${columns} FROM other.key)
    OR EXISTS (SELECT ${columns} FROM other.key EXCEPT SELECT ${columns} FROM main.key) AS differ`;
  return db.prepare(compared).get()?.['differ'] === 0;
}

/** Keys that only one copy got, and of two wrappings the newer: a rotation may have been cut off between the two. */
function align(db: DatabaseSync, to: string, from: string): void {
  db.exec(`UPDATE ${to}.key AS k SET kek_version = o.kek_version,
    wrapped = CASE k.destroyed WHEN 1 THEN k.wrapped ELSE o.wrapped END FROM ${from}.key AS o
    WHERE o.dek_id = k.dek_id AND o.destroyed = k.destroyed AND o.kek_version > k.kek_version`);
  db.exec(`INSERT OR IGNORE INTO ${to}.key (${columns}) SELECT ${columns} FROM ${from}.key
    WHERE dek_id NOT IN (SELECT dek_id FROM ${to}.key) ORDER BY id`);
}

/** The later of the two counts: put away oftener, or as often and brought back since. */
function reconcileAway(db: DatabaseSync): void {
  for (const [to, from] of ways) {
    db.exec(`INSERT INTO ${to}.away AS a SELECT * FROM ${from}.away WHERE true ON CONFLICT DO UPDATE
      SET seq = excluded.seq, back = excluded.back WHERE (excluded.seq, excluded.back) > (a.seq, a.back)`);
    db.exec(`INSERT INTO ${to}.offline AS a SELECT * FROM ${from}.offline WHERE true ON CONFLICT DO UPDATE
      SET seq = excluded.seq, copy = excluded.copy, mark = excluded.mark WHERE excluded.seq > a.seq`);
  }
  const marked = (to: string, back: 0 | 1): string =>
    `EXISTS (SELECT 1 FROM ${to}.away a WHERE a.subject = k.subject AND a.category = k.category AND a.back = ${back})`;
  // Both hold now what others can read: nothing is overwritten before.
  for (const [to] of ways) {
    db.exec(`UPDATE ${to}.key AS k SET destroyed = 2, wrapped = ${zeros} WHERE destroyed = 0 AND ${marked(to, 0)}
      AND dek_id IN (SELECT dek_id FROM ${to}.offline)`);
  }
  for (const [to, from] of ways) {
    db.exec(`UPDATE ${to}.key AS k SET destroyed = 0, kek_version = o.kek_version, wrapped = o.wrapped
      FROM ${from}.key AS o WHERE o.dek_id = k.dek_id AND k.destroyed = 2 AND o.destroyed = 0 AND ${marked(to, 1)}`);
  }
  for (const [to] of ways) {
    db.exec(`DELETE FROM ${to}.offline WHERE dek_id IN (SELECT dek_id FROM ${to}.key WHERE destroyed = 1)
      OR dek_id IN (SELECT dek_id FROM ${to}.key AS k WHERE destroyed = 0 AND ${marked(to, 1)})`);
  }
}
