import type { ReportDocument, Section } from '#document';
import type { Report } from '../domain/model.js';
import { Blocks } from './blocks.js';
import { asuntos } from './issues.js';
import { definitions } from './definitions.js';
import { agreements, plan, today } from './desk.js';
import { Labels } from './labels.js';
import { method } from './method.js';
import { caseload, type Making, repeats, who } from './people.js';
import { Titles } from './titles.js';
import { documentWords, es, type ReportWords } from './words.js';

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

class Builder {
  readonly #labels: Labels;
  readonly #titles: Titles;
  readonly #blocks: Blocks;

  constructor(
    private readonly report: Report,
    private readonly words: ReportWords,
  ) {
    this.#labels = new Labels(report.figures, words);
    this.#titles = new Titles(this.#labels);
    this.#blocks = new Blocks(report, words, { labels: this.#labels, titles: this.#titles });
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
        { label: words.meta.edition, value: words.edition(this.report.edition) },
        { label: words.meta.cutoff, value: this.#labels.instant(figures.period.cutoff) },
        { label: words.meta.position, value: `n.º ${this.#labels.count(Number(seal.position))}` },
        ...(seal.ledger === undefined
          ? []
          : [
              {
                label: words.meta.seal,
                value: `${this.#labels.count(seal.ledger.size)} sucesos · ${seal.ledger.root}`,
              },
            ]),
        { label: words.meta.issued, value: this.#labels.instant(seal.issuedAt) },
        { label: words.meta.profile, value: words.profiles[figures.profile] },
        { label: words.meta.software, value: seal.software },
        { label: words.code, value: code },
      ],
      classification: seal.demo
        ? words.classification.demo
        : words.classification[figures.profile === 'public' ? 'public' : 'real'],
      sections: this.sections(),
      footer: { owner: figures.board.name, period: month, code },
      words: documentWords,
    };
  }

  private sections(): readonly Section[] {
    const { words } = this;
    const { figures } = this.report;
    const titles = this.#titles;
    const making: Making = { blocks: this.#blocks, labels: this.#labels, titles };
    return [
      {
        id: 'month',
        number: '1',
        title: words.sections['month'] ?? '',
        blocks: [this.#blocks.indicators(), ...asuntos(figures, this.#labels)],
      },
      agreements(making),
      {
        id: 'new-cases',
        number: '3',
        title: titles.series(this.#blocks.table('new-cases/series')),
        newPage: true,
        blocks: [
          this.#blocks.series(),
          this.#blocks.bars(
            'new-cases/by-type',
            'type',
            (id) => this.#labels.code('violenceTypes', id),
            'Tipo principal de violencia',
            'Un tipo principal por caso; los tipos suman el total.',
          ),
          this.#blocks.bars(
            'new-cases/by-risk',
            'risk',
            (id) => this.#labels.code('riskLevels', id),
            'Riesgo en la última valoración',
            'Casos nuevos del mes, según la última valoración hasta el corte.',
          ),
          this.#blocks.plain(
            'new-cases/by-door',
            'door',
            (id) => this.#labels.code('entryDoors', id) || this.#labels.code('networkDoors', id),
            'Puerta de entrada',
          ),
          this.#blocks.plain(
            'new-cases/by-condition',
            'condition',
            (id) => this.#labels.code('conditions', id),
            'Condición al ingresar',
          ),
        ],
      },
      who(making),
      {
        id: 'referrals',
        number: '5',
        title: titles.matrix(this.#blocks.table('referrals/matrix')),
        blocks: [this.#blocks.matrix()],
      },
      {
        id: 'loop',
        number: '6',
        title: titles.loop(this.#blocks.table('loop/steps')),
        blocks: this.loop(),
      },
      {
        id: 'first-attention',
        number: '7',
        title: titles.attention(figures),
        blocks: [
          this.#blocks.waiting(),
          ...this.#blocks.some(
            'first-attention/waiting-for',
            'waiting-for',
            (id) => words.waiting[id] ?? id,
            'Qué espera quien aún no fue atendida',
          ),
          ...this.#blocks.some(
            'first-attention/on-the-way',
            'way',
            (id) => words.ways[id] ?? id,
            'Qué pasó en el camino, de las enviadas',
          ),
        ],
      },
      {
        id: 'deadlines',
        number: '8',
        title: titles.deadlines(this.#blocks.table('deadlines/deadlines')),
        blocks: [
          ...this.#blocks.deadlines('deadlines/deadlines'),
          ...this.#blocks.deadlines('deadlines/agreed'),
          ...this.#blocks.some(
            'deadlines/no-deadline',
            'step',
            (id) => this.#labels.rule(id),
            'Sin plazo: nadie puede decir si van a tiempo',
          ),
          ...this.#blocks.norms(),
        ],
      },
      {
        id: 'attentions',
        number: '9',
        title: titles.attentions(this.#blocks.table('attentions/by-service')),
        blocks: [
          this.#blocks.bars(
            'attentions/by-service',
            'service',
            (id) => this.#labels.code('services', id),
            'Atenciones por servicio',
            this.#blocks.populationNote(),
          ),
          this.#blocks.plain('attentions/persons', 'service', (id) => this.words.rows[id] ?? id, 'Personas atendidas'),
          {
            kind: 'note',
            tone: 'plain',
            text: 'Atenciones no son personas: una persona puede recibir varias en el mes.',
          },
        ],
      },
      caseload(making),
      repeats(making),
      plan(making),
      today(making),
      {
        id: 'quality',
        number: '14',
        title: titles.reporters(this.#blocks.table('quality/reporters')),
        blocks: [
          this.#blocks.plain(
            'quality/reporters',
            'institution',
            (id) => this.#labels.institution(id),
            'Quién reportó en el mes',
          ),
          this.#blocks.plain(
            'quality/completeness',
            'field',
            (id) => this.words.rows[`${id}-field`] ?? this.words.rows[id] ?? id,
            'Datos completos en los casos del mes',
          ),
          this.#blocks.plain('quality/lateness', 'field', (id) => this.words.rows[id] ?? id, 'Registro tardío'),
        ],
      },
      { id: 'method', number: '15', title: words.sections['method'] ?? '', blocks: method(this.report, this.#labels) },
      ...definitions(this.#labels),
    ];
  }

  private loop(): Section['blocks'] {
    const blocks = this.#blocks;
    const { standing, grounds, legs } = this.words;
    const code = (list: string) => (id: string) => this.#labels.code(list, id);
    const reasons: Readonly<Record<string, string>> = { declined: 'declineReasons', cancelled: 'cancelReasons' };
    return [
      blocks.steps(),
      blocks.plain('loop/standing', 'standing', (id) => standing[id] ?? id, 'Dónde está cada una al corte'),
      blocks.plain('loop/outcomes', 'outcome', code('outcomes'), 'Qué resultó, en las respondidas'),
      ...blocks.some(
        'loop/reasons',
        'reason',
        (id) => {
          const [ended = '', reason = ''] = id.split('/');
          return `${standing[ended] ?? ended}: ${code(reasons[ended] ?? '')(reason).toLowerCase()}`;
        },
        'Por qué terminaron las no aceptadas y las anuladas',
      ),
      blocks.plain('loop/legs', 'legs', (id) => legs[id] ?? id, 'Por cuántos servicios pasaron'),
      ...blocks.some('loop/reroutes', 'reason', code('rerouteReasons'), 'Por qué pasaron a otro servicio'),
      blocks.plain('loop/grounds', 'ground', (id) => grounds[id] ?? id, 'Con qué base se compartieron los datos'),
      blocks.plain(
        'loop/by-receiver',
        'institution',
        (id) => this.#labels.institution(id),
        'Respuesta, por la institución que la recibió primero',
      ),
    ];
  }
}
