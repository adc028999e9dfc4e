import type { Withheld } from '../domain/model.js';
import type { ReportWords } from './words.js';

/** A table, or a figure in one, by its path: its section, and what its parts are called. */
export function nameOfTable(path: string, words: ReportWords): string {
  const [section = '', ...more] = path.split('/');
  const known = (part: string): string =>
    words.tables[part] ?? words.indicators[part] ?? words.rows[part] ?? words.columns[part] ?? part;
  return [words.sections[section] ?? known(section), ...more.map(known)].join(' · ');
}

/** What was left out of a table, and why, as a sentence. */
export function leftOut({ table, how, rows }: Withheld, words: ReportWords): string {
  const name = nameOfTable(table, words);
  return how === 'withheld' && rows !== undefined ? words.leftOut.rows(name) : words.leftOut[how](name);
}
