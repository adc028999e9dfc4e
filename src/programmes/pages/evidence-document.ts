import {
  type Cell,
  digest,
  hidden,
  number,
  ratio,
  type ReportDocument,
  type Row,
  type Section,
  type Table,
  text,
  unmeasured,
  type Words,
} from '#document';
import { formatDate } from '#service';
import { jurisdiction, placeName, type Places } from '../../protocol/index.js';
import { all, type Evidence, type Figure, type ShownProject } from '../domain/evidence.js';
import { words } from './evidence-words.js';
import { wordOf } from './register-words.js';

/** Below this many a share is not printed as a percentage. */
const percentFrom = 20;

/**
 * The evidence of a board as a document: a page, and the lines of a table for a spreadsheet.
 * @param day how a day of the calendar, `YYYY-MM-DD`, is written; a spreadsheet takes it as it is
 */
export function evidenceDocument(
  evidence: Evidence,
  board: { readonly name: string; readonly country: string },
  issuedOn: string,
  demo: boolean,
  day: Day = (date) => date,
): ReportDocument {
  const { locale, places } = jurisdiction(board.country);
  const count = (value: number | null): Cell => (value === null ? hidden : number(value, locale));
  const cents = (value: number): Cell => number(value / 100, locale, { minimumFractionDigits: 2 });
  const code = digest(evidence).slice(0, 8);
  const month = formatDate(`${evidence.month}-15`, locale, { month: 'long', year: 'numeric' });
  const period = month;
  const until = formatDate(evidence.through, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const counted = (title: string): string => words.counted(title, until);

  const done = table(
    'done',
    counted(words.tables.done),
    words.headings.what,
    [['count', words.headings.count]],
    [
      ...Object.entries(evidence.done).map(([id, value]) =>
        row(id, words.done[id as keyof Evidence['done']], [count(value)]),
      ),
      row('audience', words.done.audience, [count(evidence.audience)]),
      row('copies', words.done.copies, [count(evidence.copies)]),
    ],
  );
  return {
    id: `evidencia-${evidence.board}-${evidence.month}`,
    ...{ lang: 'es', locale, title: board.name, subtitle: words.subtitle, issuedOn },
    meta: [
      { label: words.meta.year, value: String(evidence.year) },
      { label: words.meta.month, value: month },
      { label: words.meta.through, value: words.until(until) },
      { label: words.meta.rule, value: words.rule },
    ],
    classification: demo ? words.classification.demo : words.classification.real,
    sections: [
      section('done', words.sections.done, [done]),
      section(
        'people',
        words.sections.people,
        [peopleTable(evidence, count, counted), trainedTable(evidence, count, counted)].flat(),
      ),
      section('money', words.sections.money, moneyTable(evidence, cents, counted)),
      section('projects', words.sections.projects, projectTables(evidence, places, { count, cents, day, counted })),
      section('figures', words.sections.figures, figuresTable(evidence.figures, locale)),
    ],
    footer: { owner: board.name, period, code },
    words: words.document satisfies Words,
  };
}

const section = (id: string, title: string, tables: readonly Table[]): Section => ({
  ...{ id, title },
  blocks: tables.length === 0 ? [{ kind: 'note', tone: 'plain', text: words.none }] : tables,
});

const row = (id: string, label: string, cells: readonly Cell[], total = false): Row => ({
  ...{ id, label, cells },
  ...(total ? { total } : {}),
});

const table = (
  id: string,
  title: string,
  rowHeading: string,
  columns: readonly (readonly [id: string, label: string])[],
  rows: readonly Row[],
): Table => ({
  ...{ kind: 'table', id: `evidence-${id}`, title },
  table: { rowHeading, columns: columns.map(([column, label]) => ({ id: column, label })), rows },
});

type Print = (value: number | null) => Cell;

/** The title of a table of what was recorded, with up to when. */
type Titled = (title: string) => string;

/** How what a table of projects holds is printed. */
interface Printed {
  readonly count: Print;
  readonly cents: (value: number) => Cell;
  readonly day: Day;
  readonly counted: Titled;
}

const named = (code: string): string => (code === all ? words.all : wordOf(code));

function peopleTable({ people }: Evidence, count: Print, counted: Titled): readonly Table[] {
  if (people.length === 0) return [];
  const sexes = [...new Set(people.map(({ sex }) => sex))].sort(allLast);
  const bands = [...new Set(people.map(({ ageBand }) => ageBand))].sort(allLast);
  const at = (sex: string, band: string): Cell => {
    const found = people.find((each) => each.sex === sex && each.ageBand === band);
    return found === undefined ? count(0) : count(found.count);
  };
  const rows = bands.map((band) =>
    row(
      band,
      named(band),
      sexes.map((sex) => at(sex, band)),
      band === all,
    ),
  );
  return [
    table(
      'people',
      counted(words.tables.people),
      words.headings.ageBand,
      sexes.map((sex) => [sex, named(sex)]),
      rows,
    ),
  ];
}

const allLast = (one: string, other: string): number => {
  if (one === other) return 0;
  if (one === all) return 1;
  if (other === all) return -1;
  return one.localeCompare(other, 'en', { numeric: true });
};

const trainedTable = ({ trained }: Evidence, count: Print, counted: Titled): readonly Table[] =>
  trained.length === 0
    ? []
    : [
        table(
          'trained',
          counted(words.tables.trained),
          words.headings.topic,
          [['count', words.headings.count]],
          trained.map(({ topic, count: of }) => row(topic, named(topic), [count(of)], topic === all)),
        ),
      ];

const moneyTable = ({ budget }: Evidence, cents: Printed['cents'], counted: Titled): readonly Table[] =>
  budget.length === 0
    ? []
    : [
        table(
          'budget',
          counted(words.tables.budget),
          words.headings.currency,
          [
            ['assigned', words.headings.assigned],
            ['executed', words.headings.executed],
          ],
          budget.map(({ currency, assigned, executed }) => row(currency, currency, [cents(assigned), cents(executed)])),
        ),
      ];

type Day = (date: string) => string;

/** One row a project, and under it what each is to change. */
function projectTables({ projects }: Evidence, places: Places, printed: Printed): readonly Table[] {
  if (projects.length === 0) return [];
  const { cents, day, counted } = printed;
  const nameOf = ({ kind, districts }: ShownProject, nth: number): string =>
    `${nth + 1}. ${wordOf(kind)} (${districts.map((each) => placeName(places, each)).join('; ')})`;
  const rows = projects.map((project, nth) => {
    const { funders, from, until, budget, currency, stage } = project;
    const said = [
      funders.join(', '),
      `${day(from)} – ${day(until)}`,
      stage === undefined ? '—' : wordOf(stage),
      currency,
    ];
    return row(`project-${nth + 1}`, nameOf(project, nth), [...said.map(text), cents(budget)]);
  });
  const columns = columnsOf('funders', 'period', 'stage', 'currency', 'budget');
  return [
    table('projects', counted(words.tables.projects), words.headings.project, columns, rows),
    ...projects.flatMap((project, nth) => outcomesTable(project, nth, nameOf(project, nth), printed)),
  ];
}

function outcomesTable(
  { outcomes }: ShownProject,
  nth: number,
  title: string,
  { count, day }: Printed,
): readonly Table[] {
  if (outcomes.length === 0) return [];
  const rows = outcomes.map(({ indicator, baseline, target, by, value, on }) =>
    row(indicator, indicator, [
      ...[count(baseline), count(target), text(day(by))],
      ...[value === undefined ? unmeasured : count(value), on === undefined ? unmeasured : text(day(on))],
    ]),
  );
  const columns = columnsOf('baseline', 'target', 'by', 'value', 'on');
  return [table(`outcomes-${nth + 1}`, title, words.headings.outcome, columns, rows)];
}

type Heading = keyof (typeof words)['headings'];

const columnsOf = (...ids: readonly Heading[]): readonly (readonly [id: string, label: string])[] =>
  ids.map((id) => [id, words.headings[id]]);

function figuresTable(figures: Evidence['figures'], locale: string): readonly Table[] {
  if (figures === null || figures.length === 0) return [];
  const rows = figures.map((figure) => row(figure.id, figure.title, [figureCell(figure, locale)]));
  return [table('figures', words.tables.figures, words.headings.indicator, [['value', words.headings.value]], rows)];
}

/** A figure of the report as a cell. */
export function figureCell({ status, value, numerator, denominator }: Figure, locale: string): Cell {
  if (status === 'hidden') return hidden;
  if (status === 'unmeasured' || value === null) return unmeasured;
  if (numerator === null || denominator === null || denominator === 0) return number(value, locale);
  return ratio(
    numerator,
    denominator,
    locale,
    denominator < percentFrom ? { text: words.of(numerator, denominator) } : {},
  );
}
