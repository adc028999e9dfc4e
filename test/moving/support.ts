import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SimulatedClock } from '#event-log';
import type { Console } from '../../src/cli/console.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt, type StoreLayout } from '../../src/modes/store.js';
import { recordRead } from '../../src/reads.js';
import { History } from '../support/history.js';

/** Options of Node that let a child process run from the sources. */
export const typescript = [
  '--conditions=source',
  `--import=${join(import.meta.dirname, '../imports/support/typescript.mjs')}`,
];

const start = '2025-10-01T12:00:00.000Z';

/** The three folders of a store below one. */
export const storeIn = (root: string): StoreLayout =>
  storeAt(join(root, 'log'), join(root, 'vault'), join(root, 'vault-copy'));

/** What JSON, a text column and a protocol are most likely to change on their way. */
const awkward = JSON.parse(
  '{"z":1,"10":-0.5,"9":1e300,"__proto__":{"ñ":"\\u0000\\ud800🧕🏽\\u2028"},"a":[[],{}]}',
) as object;

/** Fills a demonstration store: cases with sealed sections, referrals, reads, and events that are awkward to move. */
export async function fill(store: StoreLayout, cases: number): Promise<void> {
  const platform = await openEmbedded({ paths: store, clock: new SimulatedClock(start), demoFrom: start });
  const history = new History(platform, store.data);
  for (let n = 0; n < cases; n += 1) {
    const at = new Date(Date.parse(start) + n * 60_000).toISOString();
    const id = await history.openCase(at, {
      identity: { name: `Ñusta ${n} 🧕🏽` },
      narrative: 'línea\u2028otra "línea"',
    });
    await history.sendReferral(at, id);
    const read = { stream: `case-${id}`, eventId: randomUUID(), section: 'identity', category: 'identity' };
    await recordRead(platform, 'demo-test', 'SectionOpened', { ...read, purpose: 'test' });
    const metadata = { '10': 'ten', '9': 'nine', ñ: '\u2028', recordedAt: at };
    await platform.log.append(`odd-${n % 3}`, 'any', [
      { id: randomUUID(), type: 'Odd', data: { ...awkward, n }, metadata },
    ]);
  }
  await platform.close();
}

/** A console that remembers what it was told. */
export function remembering(): Console & { readonly said: string[] } {
  const said: string[] = [];
  return { said, out: (line) => said.push(line), err: (line) => said.push(line), progress: () => undefined };
}

/** Every event of both logs of a data folder, column by column, as its files hold them. */
export function bytesOf(data: string): readonly (readonly unknown[])[] {
  return ['log.db', 'reads.db'].flatMap((name) => {
    if (!existsSync(join(data, name))) return [];
    const db = new DatabaseSync(join(data, name), { readOnly: true });
    try {
      const sql = `SELECT position, streams.name AS stream, revision, types.name AS type, id, data, metadata
        FROM events JOIN streams ON streams.key = stream JOIN types ON types.key = type ORDER BY position`;
      return db
        .prepare(sql)
        .all()
        .map((row) => [name, ...Object.values(row)]);
    } finally {
      db.close();
    }
  });
}

/** How many events a data folder holds now, also while another process writes them. */
export function eventsIn(data: string): number {
  try {
    const db = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
    try {
      return Number(db.prepare('SELECT coalesce(max(position), 0) AS n FROM events').get()?.['n']);
    } finally {
      db.close();
    }
  } catch {
    // Not there yet.
    return 0;
  }
}
