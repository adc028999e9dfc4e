import type { Term } from '../../projection.js';
import { textOf, type Changes } from '../../views.js';
import type { Store } from './store.js';

export const insertDocument = 'INSERT INTO documents (projection, key, body, terms) VALUES (?, ?, ?, ?)';
export const insertTerm = 'INSERT OR IGNORE INTO terms (projection, list, sort, key) VALUES (?, ?, ?, ?)';
const putDocument = `${insertDocument}
  ON CONFLICT (projection, key) DO UPDATE SET body = excluded.body, terms = excluded.terms`;

/** The documents of one generation of a projection, and the lists they stand in. */
export class Generation {
  constructor(
    private readonly store: Store,
    readonly id: number,
  ) {}

  /** The documents that exist among `keys`. */
  load<D>(keys: readonly string[]): Map<string, D> {
    const found = new Map<string, D>();
    for (const key of keys) {
      const sql = 'SELECT body FROM documents WHERE projection = ? AND key = ?';
      const row = this.store.one<{ body: string }>(sql, this.id, key);
      if (row !== undefined) found.set(key, JSON.parse(row.body) as D);
    }
    return found;
  }

  /** To be called in a transaction. */
  apply(changes: Changes): void {
    for (const [key, change] of changes) {
      if (change === undefined) this.#delete(key);
      else this.#put(key, change.document, change.terms);
    }
  }

  #put(key: string, document: unknown, terms: readonly Term[]): void {
    const text = JSON.stringify(terms);
    const before = this.#terms(key);
    this.store.run(putDocument, this.id, key, textOf(document), text);
    if (before === text) return;
    if (before !== undefined) this.#deleteTerms(key, before);
    for (const [list, sort] of terms) this.store.run(insertTerm, this.id, list, sort, key);
  }

  #delete(key: string): void {
    const before = this.#terms(key);
    if (before === undefined) return;
    this.#deleteTerms(key, before);
    this.store.run('DELETE FROM documents WHERE projection = ? AND key = ?', this.id, key);
  }

  #terms(key: string): string | undefined {
    const sql = 'SELECT terms FROM documents WHERE projection = ? AND key = ?';
    return this.store.one<{ terms: string }>(sql, this.id, key)?.terms;
  }

  #deleteTerms(key: string, terms: string): void {
    for (const [list, sort] of JSON.parse(terms) as Term[]) {
      const sql = 'DELETE FROM terms WHERE projection = ? AND list = ? AND sort = ? AND key = ?';
      this.store.run(sql, this.id, list, sort, key);
    }
  }
}
