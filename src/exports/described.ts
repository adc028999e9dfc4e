import { type csvColumns } from '#document';
import type { Report } from '../report/domain/model.js';
import { nameOf } from '../report/domain/indicators/definition.js';
import type { Observatory, observatoryColumns } from '../report/domain/observatory.js';
import { type CsvwColumn, csvwOf } from './csvw.js';

type Columns<C extends string> = Readonly<Record<C, Omit<CsvwColumn, 'name'>>>;

const named = (columns: Columns<string>): readonly CsvwColumn[] =>
  Object.entries(columns).map(([name, column]) => ({ name, ...column }));

const required = (title_es: string, datatype: CsvwColumn['datatype'] = 'string') =>
  ({ title_es, datatype, required: true }) as const;
const number = (title_es: string) => ({ title_es, datatype: 'number' }) as const;
const text = (title_es: string) => ({ title_es, datatype: 'string' }) as const;
const oneOf = (...values: readonly string[]) => ({ base: 'string', format: values.join('|') });

const status = required('Situación del valor', oneOf('published', 'hidden', 'unmeasured'));

const observatory: Columns<(typeof observatoryColumns)[number]> = {
  country: required('País', { base: 'string', format: '[A-Z]{2}' }),
  level: required('Nivel de la instancia'),
  board: required('Código de la instancia'),
  name: required('Instancia'),
  territory: { ...required('Territorio (códigos de distrito o municipio)'), separator: ' ' },
  month: required('Mes', 'gYearMonth'),
  indicator: required('Indicador'),
  version: required('Versión de la definición', 'integer'),
  definition: { ...required('Definición'), valueUrl: '/api/indicators/{indicator}/{version}' },
  title: required('Nombre del indicador'),
  unit: required('Unidad', oneOf('cases', 'share')),
  status,
  value: number('Valor; vacío si se reserva o no se midió'),
  numerator: number('Numerador'),
  denominator: number('Denominador'),
  cutoff: required('Fecha y hora de corte', 'dateTimeStamp'),
  position: required('Posición en el registro'),
  figures_digest: required('Huella de las cifras', { base: 'string', format: '[0-9a-f]{64}' }),
  demo: required('Datos de demostración', 'boolean'),
};

const longTable: Columns<(typeof csvColumns)[number]> = {
  section: required('Sección (código)'),
  figure: required('Cuadro (código)'),
  row: required('Fila (código)'),
  column: required('Columna (código)'),
  title: required('Cuadro'),
  row_label: required('Fila'),
  column_label: text('Columna'),
  value: number('Valor; vacío si se reserva, no se midió o es un texto'),
  numerator: number('Numerador'),
  denominator: number('Denominador'),
  low: number('Extremo inferior del intervalo'),
  high: number('Extremo superior del intervalo'),
  status,
  text: text('Como se imprime'),
};

/** The description of a table of indicators, of one board or several in one month. */
export function observatoryDescription(
  all: readonly Observatory[],
  { url, licence }: { readonly url: string; readonly licence: string | undefined },
): object {
  const names = all.map(({ name, month }) => `${name}, ${month}`).join('; ');
  return csvwOf({
    url,
    title: `Indicadores del mes: ${names}`,
    columns: named(observatory),
    key: ['board', 'month', 'definition'],
    licence,
    sources: all,
    definitions: [...new Set(all.flatMap(({ indicators }) => indicators.map(({ definition }) => definition)))],
  });
}

/** The description of every table of a report as one long table. */
export function reportDescription(
  { figures, seal }: Report,
  { url, licence }: { readonly url: string; readonly licence: string | undefined },
): object {
  const { board, period, indicators } = figures;
  return csvwOf({
    url,
    title: `Cuadros del informe: ${board.name}, ${period.month}`,
    columns: named(longTable),
    key: ['section', 'figure', 'row', 'column'],
    licence,
    sources: [{ board: board.id, position: seal.position, figuresDigest: seal.figuresDigest }],
    definitions: indicators.map(nameOf),
  });
}
