import { type Cell, digest, type ReportDocument, type Row } from '#document';
import type { Comparison } from '../domain/comparison.js';
import type { Report, Value } from '../domain/model.js';
import { indicators } from '../domain/indicators/registry.js';
import { shortCode } from './build.js';
import { Labels } from './labels.js';
import { documentWords, es, type ReportWords } from './words.js';

/** Two boards on one sheet: what both can be counted by, side by side. */
export function comparisonDocument(
  comparison: Comparison,
  reports: readonly [Report, Report],
  words: ReportWords = es,
): ReportDocument {
  const [one, other] = reports.map(({ figures }) => new Labels(figures, words)) as [Labels, Labels];
  const code = shortCode(digest(comparison));
  const month = one.month(comparison.month);
  const [left, right] = comparison.boards;
  const cells = (values: readonly [Value, Value], as: 'count' | 'ratio' | 'rate'): readonly Cell[] => [
    one.cell(values[0], as),
    other.cell(values[1], as),
  ];
  const rows = comparison.rows.flatMap(({ indicator, values, rates }): readonly Row[] => {
    const title = titleOf(indicator);
    return [
      { id: indicator, label: title, cells: cells(values, rates === undefined ? 'ratio' : 'count') },
      ...(rates === undefined
        ? []
        : [
            {
              id: `${indicator}/rate`,
              label: `${title}, por 10 000 habitantes`,
              cells: cells(rates, 'rate'),
            },
          ]),
    ];
  });
  const reasons = { version: 'se cuentan con versiones distintas', country: 'descansan en la ley de cada país' };
  const apart = comparison.apart.map(({ id, because }) => `${words.indicators[id] ?? id}: ${reasons[because]}.`);
  return {
    id: `${left.id}-${right.id}-${comparison.month}`,
    lang: words.lang,
    locale: one.locale,
    title: `${left.name} y ${right.name}`,
    subtitle: `Comparación · ${month}`,
    issuedOn: one.day(reports[0].seal.issuedAt),
    meta: [
      ...comparison.boards.map(({ name, place, country }, index) => ({
        label: index === 0 ? 'Primera' : 'Segunda',
        value: `${name} (${place}, ${country}): ${inhabitants(comparison.populations[index] ?? null, one)}`,
      })),
      { label: words.meta.month, value: month },
      {
        label: words.meta.position,
        value: reports.map(({ seal }) => `n.º ${one.count(Number(seal.position))}`).join(' y '),
      },
      { label: words.meta.profile, value: words.profiles.board },
      { label: words.code, value: code },
    ],
    classification: reports.some(({ seal }) => seal.demo) ? words.classification.demo : words.classification.real,
    sections: [
      {
        id: 'comparison',
        title: 'Lo que ambas cuentan igual',
        blocks: [
          {
            kind: 'table',
            id: 'comparison-indicators',
            title: `Indicadores de ${month}`,
            table: {
              rowHeading: words.headings.indicator,
              columns: [
                { id: left.id, label: left.name },
                { id: right.id, label: right.name },
              ],
              rows,
            },
          },
          ...(apart.length === 0
            ? []
            : [{ kind: 'list' as const, title: 'Lo que no se compara', items: apart.map((text) => ({ text })) }]),
          {
            kind: 'note',
            tone: 'warning',
            text: 'Ninguna mesa ve casos de la otra: solo lo que cada informe ya publica. Más casos no es más violencia: depende también de quién puede llegar al servicio y ser registrado.',
          },
        ],
      },
    ],
    footer: { owner: `${left.name} · ${right.name}`, period: month, code },
    words: documentWords,
  };
}

const titleOf = (name: string): string => {
  const [id = '', version = ''] = name.split('@');
  return indicators.find(id, Number(version))?.title_es ?? id;
};

const inhabitants = (population: Comparison['populations'][number], labels: Labels): string =>
  population === null
    ? 'sin población registrada'
    : `${labels.count(population.inhabitants)} habitantes, ${population.year}`;
