import { type ColumnName, columnsOf, type Kind } from './columns.js';
import type { DateFormat } from './dates.js';

/** Where one of our fields comes from in the list of an institution. */
export interface FieldRule {
  /** The names its column goes by; accents, capitals, spaces and signs do not matter. */
  readonly from?: readonly string[];
  /** The column may be missing in a file. */
  readonly optional?: boolean;
  /** The same for every row: there is no column for it. */
  readonly value?: string;
  /** What stands for an empty cell. */
  readonly default?: string;
  /** Their words → our codes. What is not in the table is an error. */
  readonly values?: Readonly<Record<string, string>>;
  /** Several in one cell, separated by this. */
  readonly split?: string;
  /** How days are written. */
  readonly dates?: readonly DateFormat[];
  /** The names of the column with the hour, where it has its own. */
  readonly clock?: readonly string[];
  /** The hour of days without one: `HH:MM`. */
  readonly hour?: string;
}

export const encodings = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const separators = { ',': ',', ';': ';', tab: '\t' } as const;

/** How the list of an institution is read: a file an operator writes, and everybody can read. */
export interface Mapping {
  /** Version of this format. */
  readonly 'chaski-mapping': 1;
  readonly id: string;
  /** Goes up with every change: the answer to an import names it. */
  readonly version: number;
  readonly title: string;
  readonly kind: Kind;
  /** Whose codes, and whose clocks. */
  readonly country: string;
  readonly encodings: readonly Encoding[];
  readonly separators: readonly (keyof typeof separators)[];
  /** What people write into cells that have nothing in them: `-`, `S/D`. */
  readonly blanks?: readonly string[];
  readonly fields: Readonly<Partial<Record<ColumnName, FieldRule>>>;
  /** Columns that are never read. A column nobody named is an error: nothing comes in by accident. */
  readonly ignore: readonly string[];
}

/** `id@version`: what an import was read by. */
export const nameOf = ({ id, version }: Pick<Mapping, 'id' | 'version'>): string => `${id}@${version}`;

/** A name or a word without accents, capitals, signs and spaces: `N.º de Denuncia` is `n de denuncia`. */
export const plainWord = (text: string): string =>
  text
    .replace(/[°ºª]/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a field says when something happened. */
export const isStamp = (field: string): boolean => field.endsWith('_at');

/** Something in a mapping that cannot be: where, and what, in Spanish. */
export interface MappingFault {
  readonly pointer: string;
  readonly message: string;
}

/** What a schema cannot say: fields that are unknown, missing, or that contradict themselves. */
export function faultsOf({ kind, fields, ignore }: Mapping): readonly MappingFault[] {
  const rules = Object.entries(fields) as readonly (readonly [string, FieldRule])[];
  const known = columnsOf[kind];
  const read = new Set(rules.flatMap(([, { from = [], clock = [] }]) => [...from, ...clock].map(plainWord)));
  const of = (field: string, message: string): MappingFault => ({ pointer: `/fields/${field}`, message });
  return [
    ...rules.flatMap(([field, rule]) => [
      ...(Object.hasOwn(known, field) ? [] : [of(field, 'Ese campo no existe en este tipo de archivo.')]),
      ...faultsOfRule(field, rule).map((message) => of(field, message)),
    ]),
    ...Object.entries(known)
      .filter(([field, { required }]) => required === true && !Object.hasOwn(fields, field))
      .map(([field]) => of(field, 'Falta este campo, sin el cual no hay fila.')),
    ...ignore.flatMap((name, index) =>
      read.has(plainWord(name)) ? [{ pointer: `/ignore/${index}`, message: 'Esa columna se lee en un campo.' }] : [],
    ),
  ];
}

function faultsOfRule(field: string, rule: FieldRule): readonly string[] {
  const { from, value, values = {}, dates } = rule;
  const words = Object.keys(values).map(plainWord);
  const wrong: readonly (readonly [boolean, string])[] = [
    [(from === undefined) === (value === undefined), 'Se dice «from» o «value»: uno de los dos.'],
    [field === 'demo' && value !== undefined, 'Que es una demostración lo dice el archivo, no la plantilla.'],
    [value !== undefined && Object.keys(rule).length > 1, 'Un valor fijo no lleva nada más.'],
    [isStamp(field) && value === undefined && dates === undefined, 'Falta cómo se escriben las fechas («dates»).'],
    [!isStamp(field) && dates !== undefined, 'Este campo no es una fecha.'],
    [dates === undefined && (rule.clock ?? rule.hour) !== undefined, 'La hora es de una fecha («dates»).'],
    [dates !== undefined && (rule.values ?? rule.split) !== undefined, 'Una fecha no tiene tabla de valores.'],
    [new Set(words).size < words.length, 'Dos palabras de la tabla se leen igual.'],
    [words.includes(''), 'Una palabra de la tabla no tiene letras ni cifras.'],
  ];
  return wrong.filter(([is]) => is).map(([, message]) => message);
}
