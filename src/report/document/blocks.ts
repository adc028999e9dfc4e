import {
  type Cell,
  type Column,
  type Figure,
  type IndicatorRow,
  type Indicators,
  number,
  type Row,
  type Section,
  type Table,
  type TableData,
  unmeasured,
  type Verdict,
} from '#document';
import { type Change, type FigureTable, type Report, unmeasured as notMeasured, type Value } from '../domain/model.js';
import { nameOf } from '../domain/indicators/definition.js';
import { indicators } from '../domain/indicators/registry.js';
import { sectionOf } from './definitions.js';
import type { Labels } from './labels.js';
import { naturalLimits } from './reading.js';
import type { Titles } from './titles.js';
import type { ReportWords } from './words.js';

type Kind = 'count' | 'ratio' | 'rate' | 'hours' | 'yes-no';

const kinds: Readonly<Record<string, Kind>> = {
  share: 'ratio',
  'share-in-time': 'ratio',
  'per-10000': 'rate',
  'median-hours': 'hours',
  'median-lateness': 'hours',
  reported: 'yes-no',
  spent: 'rate',
  budget: 'rate',
};

/** The tables and pictures of a report, each out of the figures alone. */
export class Blocks {
  readonly #labels: Labels;
  readonly #titles: Titles;
  readonly #tables: ReadonlyMap<string, FigureTable>;

  constructor(
    private readonly report: Report,
    private readonly words: ReportWords,
    { labels, titles }: { readonly labels: Labels; readonly titles: Titles },
  ) {
    this.#labels = labels;
    this.#titles = titles;
    this.#tables = new Map(
      report.figures.sections.flatMap((section) => section.tables.map((table) => [`${section.id}/${table.id}`, table])),
    );
  }

  /** The figures of a table. @throws Error the figures have no such table */
  table(path: string): FigureTable {
    const table = this.#tables.get(path);
    if (table === undefined) throw new Error(`the figures have no table ${path}`);
    return table;
  }

  has(path: string): boolean {
    return this.#tables.has(path);
  }

  /** Columns under their names. */
  columns(ids: readonly string[]): readonly Column[] {
    return ids.map((id) => ({ id, label: this.words.columns[id] ?? id }));
  }

  private data(path: string, heading: string, label: (id: string) => string, columns?: readonly string[]): TableData {
    const table = this.table(path);
    const shown = columns ?? table.columns;
    return {
      rowHeading: this.words.rows[heading] ?? heading,
      columns: shown.map((id) => ({
        id,
        label: this.words.columns[id] ?? label(id),
        ...(id === 'total' ? { total: true } : {}),
      })),
      rows: table.rows.map(({ id, cells }): Row => ({
        id,
        label: id === 'total' ? (this.words.rows['total'] ?? id) : label(id),
        cells: shown.map((column) => this.cell(cells[table.columns.indexOf(column)], kinds[column])),
        ...(id === 'total' ? { total: true } : {}),
      })),
    };
  }

  private cell(value: Value | undefined, kind: Kind = 'count'): Cell {
    return value === undefined ? unmeasured : this.#labels.cell(value, kind);
  }

  /** A table without a picture. */
  plain(path: string, heading: string, label: (id: string) => string, title: string): Table {
    return { kind: 'table', id: idOf(path), title, table: this.data(path, heading, label) };
  }

  /** The same, left out where there is nothing to say. */
  some(...[path, heading, label, title]: Parameters<Blocks['plain']>): readonly Table[] {
    return this.table(path).rows.length === 0 ? [] : [this.plain(path, heading, label, title)];
  }

  private figure(
    path: string,
    heading: string,
    label: (id: string) => string,
    words: Omit<Figure, 'kind' | 'id' | 'table'>,
  ): Figure {
    return { kind: 'figure', id: idOf(path), ...words, table: this.data(path, heading, label) };
  }

  /** A table drawn as bars, titled by what is most frequent. */
  bars(path: string, heading: string, label: (id: string) => string, plain: string, description: string): Figure {
    const title = this.#titles.mostFrequent(this.table(path), label, plain);
    return this.figure(path, heading, label, {
      title,
      description,
      alt: `Barras: ${plain.toLowerCase()}. ${title}.`,
      chart: { kind: 'bars', value: 'count' },
    });
  }

  /** New cases month by month, with the natural limits of the months before. */
  series(): Figure {
    const table = this.table('new-cases/series');
    const limits = naturalLimits(table.rows.flatMap(({ cells }) => cells[0] ?? []));
    const base = this.data('new-cases/series', 'month', (id) => this.#labels.shortMonth(id));
    const bounds = ['low', 'centre', 'high'] as const;
    const rows = base.rows.map((row) => ({
      ...row,
      cells: [
        ...row.cells,
        ...bounds.map((bound): Cell =>
          limits === undefined ? unmeasured : number(Math.round(limits[bound] * 10) / 10, this.#labels.locale),
        ),
      ],
    }));
    const columns = [...base.columns, ...bounds.map((id) => ({ id, label: this.words.columns[id] ?? id }))];
    const title = this.#titles.series(table);
    return {
      kind: 'figure',
      id: idOf('new-cases/series'),
      title: 'Casos nuevos por mes',
      description:
        'Casos nuevos y denuncias policiales por mes, hasta 24 meses. La banda es la variación natural de los meses anteriores.',
      alt: `Línea de casos nuevos por mes. ${title}.`,
      chart: {
        kind: 'line',
        value: 'cases',
        ...(limits === undefined ? {} : { limits: { low: 'low', centre: 'centre', high: 'high' } }),
      },
      table: { ...base, columns, rows },
    };
  }

  /** Who refers to whom. */
  matrix(): Figure {
    return this.figure('referrals/matrix', 'from', (id) => this.#labels.institution(id), {
      title: 'Derivaciones enviadas en el mes, de quién a quién',
      description:
        'Filas: institución que deriva. Columnas: institución que recibe. Un 0 es una ruta que nadie usó en el mes.',
      alt: `Cuadro de derivaciones por institución. ${this.#titles.matrix(this.table('referrals/matrix'))}.`,
      chart: { kind: 'matrix', columnHeading: 'A' },
    });
  }

  /** How far referrals came. */
  steps(): Figure {
    return this.figure('loop/steps', 'step', (id) => this.words.steps[id] ?? id, {
      title: 'De las derivaciones enviadas en el mes, cuántas llegaron a cada paso',
      description:
        'Derivaciones enviadas en el mes, seguidas hasta el corte; la que pasó a otro servicio cuenta una sola vez. Cerrada no significa atendida.',
      alt: `Pasos de la derivación. ${this.#titles.loop(this.table('loop/steps'))}.`,
      chart: { kind: 'steps', count: 'count', share: 'share' },
    });
  }

  /** How long people wait. */
  waiting(): Figure {
    const figure = this.figure('first-attention/waiting', 'institution', (id) => this.#labels.institution(id), {
      title: 'Horas desde el envío hasta la primera atención, por la institución que la recibió primero',
      description:
        'Quien aún espera queda en el total y en la barra; las que terminaron sin atención están en la tabla. La mediana se da desde 20 derivaciones.',
      alt: `Tiempo hasta la primera atención. ${this.#titles.attention(this.report.figures)}.`,
      chart: { kind: 'stacked', parts: ['24h', '72h', 'later', 'waiting'], hatched: 'waiting' },
    });
    // The whole is drawn as well, first: a small institution's bar often has to be withheld.
    const rows = figure.table.rows.map(({ id, label, cells }) => ({
      id,
      label: id === 'total' ? 'Todas las instituciones' : label,
      cells,
    }));
    const whole = rows.filter(({ id }) => id === 'total');
    return { ...figure, table: { ...figure.table, rows: [...whole, ...rows.filter(({ id }) => id !== 'total')] } };
  }

  /** How deadlines stand: those of law, and those a board agreed on itself. */
  deadlines(path: 'deadlines/deadlines' | 'deadlines/agreed'): readonly Figure[] {
    const law = path === 'deadlines/deadlines';
    const table = this.table(path);
    // Without a referral there is nothing agreed to keep.
    if (!law && table.rows.length === 0) return [];
    return [
      this.figure(path, 'rule', (id) => this.#labels.rule(id), {
        title: law
          ? 'Plazos de ley que empezaron en el mes y cómo estaban al corte'
          : 'Plazos que fijó la propia instancia, en las derivaciones enviadas en el mes',
        description: law
          ? 'Cuenta el sello que la norma pide (el cargo del juzgado, no el envío). Un plazo recalculado cuenta en la regla que rige ahora.'
          : 'No son plazos de ley: son metas de la instancia, que puede cambiarlas.',
        alt: law ? `Plazos de ley por regla. ${this.#titles.deadlines(table)}.` : 'Plazos de la instancia por paso.',
        chart: { kind: 'stacked', parts: ['in-time', 'late', 'overdue', 'pending'], hatched: 'pending' },
      }),
    ];
  }

  /** The norm and version behind each deadline. */
  norms(): readonly Section['blocks'][number][] {
    const list = (title: string, items: readonly string[]): readonly Section['blocks'][number][] =>
      items.length === 0 ? [] : [{ kind: 'list', title, items: items.map((text) => ({ text })) }];
    return [
      ...list('Norma y versión aplicada a cada plazo de ley', this.#labels.rules.norms()),
      ...list('Plazos de la instancia', this.#labels.rules.agreed()),
    ];
  }

  /** By how many inhabitants rates are divided. */
  populationNote(): string {
    const { population } = this.report.figures;
    if (population === null) return 'Sin población registrada: no se calcula tasa.';
    const inhabitants = this.#labels.count(population.inhabitants);
    return `Tasa por cada 10 000 habitantes: ${inhabitants} habitantes en ${population.year} (fuente: ${population.source}).`;
  }

  /** The agreed indicators. */
  indicators(): Indicators {
    const { figures } = this.report;
    const unitOf = (id: string, version: number): Kind =>
      indicators.find(id, version)?.unit === 'share' ? 'ratio' : 'count';
    return {
      kind: 'indicators',
      id: 'indicators',
      title: 'Indicadores acordados',
      headings: this.words.headings,
      rows: figures.indicators.map((indicator): IndicatorRow => {
        const kind = unitOf(indicator.id, indicator.version);
        return {
          id: nameOf(indicator),
          to: sectionOf(indicator),
          label: indicators.find(indicator.id, indicator.version)?.title_es ?? indicator.id,
          value: this.cell(indicator, kind),
          previous: this.cell(indicator.previous, kind),
          yearBefore: this.cell(indicator.yearBefore, kind),
          trend: (indicator.trend.length > 0 ? indicator.trend : noTrend).map((value) => this.cell(value, kind)),
          change: this.verdict(indicator.change),
          target: { icon: 'none', word: this.words.noTarget },
        };
      }),
    };
  }

  private verdict(change: Change): Verdict {
    const icons = { up: 'up', down: 'down', steady: 'steady', unclear: 'none' } as const;
    return { icon: icons[change], word: this.words.change[change] };
  }
}

/** What is not kept as a series has no trend: 24 months nobody measured. */
const noTrend: readonly Value[] = Array.from({ length: 24 }, () => notMeasured);

/** Figure ids are one word in every format. */
const idOf = (path: string): string => path.replace('/', '-');
