import type {
  Cell,
  Figure,
  IndicatorRow,
  Indicators,
  ReportDocument,
  Row,
  Section,
  Table,
  TableData,
  Verdict,
} from '#document';
import { number, unmeasured } from '#document';
import { type Change, type FigureTable, type Report, unmeasured as notMeasured, type Value } from '../domain/model.js';
import { asuntos } from './issues.js';
import { Labels } from './labels.js';
import { method } from './method.js';
import { naturalLimits } from './reading.js';
import { Titles } from './titles.js';
import { es, type ReportWords } from './words.js';

/**
 * The report as a document: words round published figures. It reads nothing but the report, so no format can show what
 * the figures do not hold.
 */
export function documentOf(report: Report, words: ReportWords = es): ReportDocument {
  const builder = new Builder(report, words);
  return builder.document();
}

/** A short code to compare two copies by: the first of the figures' digest, in groups. */
export const shortCode = (digest: string): string =>
  digest
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

type Kind = 'count' | 'ratio' | 'rate' | 'hours' | 'yes-no';

const kinds: Readonly<Record<string, Kind>> = {
  share: 'ratio',
  'share-in-time': 'ratio',
  'per-10000': 'rate',
  'median-hours': 'hours',
  'median-lateness': 'hours',
  reported: 'yes-no',
};

class Builder {
  readonly #labels: Labels;
  readonly #titles: Titles;
  readonly #tables: ReadonlyMap<string, FigureTable>;

  constructor(
    private readonly report: Report,
    private readonly words: ReportWords,
  ) {
    this.#labels = new Labels(report.figures, words);
    this.#titles = new Titles(this.#labels);
    this.#tables = new Map(
      report.figures.sections.flatMap((section) => section.tables.map((table) => [`${section.id}/${table.id}`, table])),
    );
  }

  document(): ReportDocument {
    const { figures, seal } = this.report;
    const { words } = this;
    const month = this.#labels.month(figures.period.month);
    const code = shortCode(seal.figuresDigest);
    return {
      id: `${figures.board.id}-${figures.period.month}`,
      lang: words.lang,
      locale: this.#labels.locale,
      title: figures.board.name,
      subtitle: `${words.title} · ${month}`,
      issuedOn: this.#labels.day(seal.issuedAt),
      meta: [
        { label: words.meta.board, value: `${figures.board.name} (${figures.board.place})` },
        { label: words.meta.month, value: month },
        { label: words.meta.cutoff, value: this.#labels.instant(figures.period.cutoff) },
        { label: words.meta.position, value: `n.º ${this.#labels.count(Number(seal.position))}` },
        { label: words.meta.issued, value: this.#labels.instant(seal.issuedAt) },
        { label: words.meta.profile, value: words.boardProfile },
        { label: words.meta.software, value: seal.software },
        { label: words.code, value: code },
      ],
      classification: seal.demo ? words.classification.demo : words.classification.real,
      sections: this.sections(),
      footer: { owner: figures.board.name, period: month, code },
      words: {
        hidden: 'dato reservado',
        unmeasured: 'aún no medido',
        showTable: 'Ver tabla',
        annex: 'Anexo: tablas de las figuras',
        contents: 'Contenido',
        page: 'Página {page} de {pages}',
        readme: 'Léame',
        sheet: 'Hoja',
        section: 'Sección',
        table: 'Tabla',
        numerator: 'numerador',
        denominator: 'denominador',
        low: 'límite inferior',
        high: 'límite superior',
      },
    };
  }

  private sections(): readonly Section[] {
    const { words } = this;
    const { figures } = this.report;
    const titles = this.#titles;
    return [
      {
        id: 'month',
        number: '1',
        title: words.sections['month'] ?? '',
        blocks: [this.indicators(), ...asuntos(figures, this.#labels)],
      },
      {
        id: 'new-cases',
        number: '3',
        title: titles.series(this.table('new-cases/series')),
        newPage: true,
        blocks: [
          this.series(),
          this.bars(
            'new-cases/by-type',
            'type',
            (id) => this.#labels.code('violenceTypes', id),
            'Tipo principal de violencia',
            'Un tipo principal por caso; los tipos suman el total.',
          ),
          this.bars(
            'new-cases/by-risk',
            'risk',
            (id) => this.#labels.code('riskLevels', id),
            'Riesgo en la última valoración',
            'Casos nuevos del mes, según la última valoración hasta el corte.',
          ),
          this.plain(
            'new-cases/by-door',
            'door',
            (id) => this.#labels.code('entryDoors', id) || this.#labels.code('networkDoors', id),
            'Puerta de entrada',
          ),
          this.plain(
            'new-cases/by-condition',
            'condition',
            (id) => this.#labels.code('conditions', id),
            'Condición al ingresar',
          ),
        ],
      },
      {
        id: 'referrals',
        number: '5',
        title: titles.matrix(this.table('referrals/matrix')),
        blocks: [this.matrix()],
      },
      {
        id: 'loop',
        number: '6',
        title: titles.loop(this.table('loop/steps')),
        blocks: [
          this.steps(),
          this.plain(
            'loop/outcomes',
            'outcome',
            (id) => this.#labels.code('outcomes', id),
            'Qué resultó, en las respondidas',
          ),
          this.plain(
            'loop/decline-reasons',
            'reason',
            (id) => this.#labels.code('declineReasons', id),
            'Por qué se rechazaron',
          ),
          this.plain(
            'loop/by-receiver',
            'institution',
            (id) => this.#labels.institution(id),
            'Respuesta, por institución que recibe',
          ),
        ],
      },
      {
        id: 'first-attention',
        number: '7',
        title: titles.attention(figures),
        blocks: [this.waiting()],
      },
      {
        id: 'deadlines',
        number: '8',
        title: titles.deadlines(this.table('deadlines/deadlines')),
        blocks: [this.deadlines(), this.norms()],
      },
      {
        id: 'attentions',
        number: '9',
        title: titles.attentions(this.table('attentions/by-service')),
        blocks: [
          this.bars(
            'attentions/by-service',
            'service',
            (id) => this.#labels.code('services', id),
            'Atenciones por servicio',
            this.populationNote(),
          ),
          this.plain('attentions/persons', 'service', (id) => this.words.rows[id] ?? id, 'Personas atendidas'),
          {
            kind: 'note',
            tone: 'plain',
            text: 'Atenciones no son personas: una persona puede recibir varias en el mes.',
          },
        ],
      },
      {
        id: 'quality',
        number: '14',
        title: titles.reporters(this.table('quality/reporters')),
        blocks: [
          this.plain(
            'quality/reporters',
            'institution',
            (id) => this.#labels.institution(id),
            'Quién reportó en el mes',
          ),
          this.plain(
            'quality/completeness',
            'field',
            (id) => this.words.rows[`${id}-field`] ?? this.words.rows[id] ?? id,
            'Datos completos en los casos del mes',
          ),
          this.plain('quality/lateness', 'field', (id) => this.words.rows[id] ?? id, 'Registro tardío'),
        ],
      },
      { id: 'method', number: '15', title: words.sections['method'] ?? '', blocks: method(this.report, this.#labels) },
    ];
  }

  private table(path: string): FigureTable {
    const table = this.#tables.get(path);
    if (table === undefined) throw new Error(`the figures have no table ${path}`);
    return table;
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

  private plain(path: string, heading: string, label: (id: string) => string, title: string): Table {
    return { kind: 'table', id: idOf(path), title, table: this.data(path, heading, label) };
  }

  private figure(
    path: string,
    heading: string,
    label: (id: string) => string,
    words: Omit<Figure, 'kind' | 'id' | 'table'>,
  ): Figure {
    return { kind: 'figure', id: idOf(path), ...words, table: this.data(path, heading, label) };
  }

  private bars(
    path: string,
    heading: string,
    label: (id: string) => string,
    plain: string,
    description: string,
  ): Figure {
    const title = this.#titles.mostFrequent(this.table(path), label, plain);
    return this.figure(path, heading, label, {
      title,
      description,
      alt: `Barras: ${plain.toLowerCase()}. ${title}.`,
      chart: { kind: 'bars', value: 'count' },
    });
  }

  private series(): Figure {
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

  private matrix(): Figure {
    return this.figure('referrals/matrix', 'from', (id) => this.#labels.institution(id), {
      title: 'Derivaciones enviadas en el mes, de quién a quién',
      description:
        'Filas: institución que deriva. Columnas: institución que recibe. Un 0 es una ruta que nadie usó en el mes.',
      alt: `Cuadro de derivaciones por institución. ${this.#titles.matrix(this.table('referrals/matrix'))}.`,
      chart: { kind: 'matrix', columnHeading: 'A' },
    });
  }

  private steps(): Figure {
    return this.figure('loop/steps', 'step', (id) => this.words.steps[id] ?? id, {
      title: 'De las derivaciones enviadas en el mes, cuántas llegaron a cada paso',
      description: 'Derivaciones enviadas en el mes, seguidas hasta el corte. Cerrada no significa atendida.',
      alt: `Pasos de la derivación. ${this.#titles.loop(this.table('loop/steps'))}.`,
      chart: { kind: 'steps', count: 'count', share: 'share' },
    });
  }

  private waiting(): Figure {
    const figure = this.figure('first-attention/waiting', 'institution', (id) => this.#labels.institution(id), {
      title: 'Horas desde el envío hasta la primera atención, por institución que recibe',
      description: 'Quien aún espera queda en el total; la mediana se da desde 20 derivaciones.',
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

  private deadlines(): Figure {
    return this.figure('deadlines/deadlines', 'rule', (id) => this.#labels.rule(id), {
      title: 'Plazos que empezaron en el mes y cómo estaban al corte',
      description: 'Cuenta el sello que la norma pide (el cargo del juzgado, no el envío).',
      alt: `Plazos legales por regla. ${this.#titles.deadlines(this.table('deadlines/deadlines'))}.`,
      chart: { kind: 'stacked', parts: ['in-time', 'late', 'overdue', 'pending'], hatched: 'pending' },
    });
  }

  private norms(): Section['blocks'][number] {
    return {
      kind: 'list',
      title: 'Norma y versión aplicada a cada plazo',
      items: this.report.figures.rules.map(({ id, version, norm, legalRef, verified }) => ({
        text: `${this.#labels.rule(`${id}.${version}`)}: ${norm}, ${legalRef} (regla ${id}, versión ${version}${verified ? '' : `, ${this.words.unchecked}`})`,
      })),
    };
  }

  private populationNote(): string {
    const { population } = this.report.figures;
    if (population === null) return 'Sin población registrada: no se calcula tasa.';
    const inhabitants = this.#labels.count(population.inhabitants);
    return `Tasa por cada 10 000 habitantes: ${inhabitants} habitantes en ${population.year} (fuente: ${population.source}).`;
  }

  private indicators(): Indicators {
    const { figures } = this.report;
    const kindOf = (id: string): Kind =>
      id === 'new-cases' || id === 'new-police-complaints' || id === 'open-cases' ? 'count' : 'ratio';
    return {
      kind: 'indicators',
      id: 'indicators',
      title: 'Indicadores acordados',
      headings: this.words.headings,
      rows: figures.indicators.map((indicator): IndicatorRow => {
        const kind = kindOf(indicator.id);
        return {
          id: indicator.id,
          label: this.words.indicators[indicator.id] ?? indicator.id,
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
