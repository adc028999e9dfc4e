import type { CellId } from '#disclosure';
import { addMonths } from '#terms';
import type { Value } from '../domain/model.js';

/** What a reader does with a report: names what it reads, and remembers what adds up. */
export interface Notebook {
  readonly month: string;
  number(id: CellId, count: number): void;
  note(id: CellId, value: Value | undefined): void;
  ratio(value: Value | undefined, numerator: CellId, denominator: CellId): void;
  sum(total: CellId, parts: readonly CellId[]): void;
  table(
    section: string,
    id: string,
  ): { readonly rows: readonly string[]; at(row: string, column: string): Value | undefined };
  breakdown(section: string, id: string, total: CellId, name: (code: string) => CellId): readonly string[];
}

/** Sections 4, 10 and 11. */
export function readPeople(book: Notebook): void {
  const { month } = book;
  const cases = `cases ${month}`;
  for (const trait of ['age', 'sex', 'language', 'disability', 'ethnicity', 'relation']) {
    book.breakdown('who', `by-${trait}`, cases, (code) => `${trait} ${code}`);
  }
  const repeats = book.table('repeats', 'by-condition');
  const codes = repeats.rows.filter((row) => row !== 'repeats');
  for (const row of repeats.rows) {
    const cell = row === 'repeats' ? `repeats ${month}` : `condition ${row}`;
    book.note(cell, repeats.at(row, 'count'));
    book.ratio(repeats.at(row, 'share'), cell, cases);
  }
  book.sum(
    `repeats ${month}`,
    codes.map((code) => `condition ${code}`),
  );
  book.sum(cases, ['condition NEW', `repeats ${month}`]);
  account(book);
}

function account(book: Notebook): void {
  const { month } = book;
  const before = addMonths(`${month}-01`, -1).slice(0, 7);
  const table = book.table('caseload', 'account');
  const cells = {
    start: `open ${before}`,
    opened: 'opened',
    reopened: 'reopened',
    closed: 'closed',
    end: `open ${month}`,
  };
  for (const [column, cell] of Object.entries(cells)) book.note(cell, table.at('cases', column));
  book.sum('handled', [cells.start, cells.opened, cells.reopened]);
  book.sum('handled', [cells.closed, cells.end]);
  book.sum(cells.opened, [`cases ${month}`, 'carried']);
  book.breakdown('caseload', 'by-age', cells.end, (band) => `open for ${band}`);
  // A month of 31 days is as long as the two youngest bands.
  if (addMonths(`${month}-01`, 1) === addMonths(`${month}-31`, 1).slice(0, 8) + '01') {
    book.sum('opened and still open', ['open for 0-7', 'open for 8-30']);
    book.sum(cells.opened, ['opened and still open', 'opened and closed again']);
  }
}
