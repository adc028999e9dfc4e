import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Month } from '#terms';

/** The police complaints of a district, month by month; a month that is not there had none. */
export interface DistrictSeries {
  /** Ubigeo, six digits. */
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly complaints: ReadonlyMap<Month, number>;
  readonly population?: { readonly inhabitants: number; readonly year: number; readonly source: string };
}

/** A file of complaints that cannot be read. */
export class SeriesUnreadable extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'SeriesUnreadable';
  }
}

const monthOf = (year: number, month: number): Month => `${year}-${String(month).padStart(2, '0')}`;

/** The counts of the months of a year, January first. */
export const monthly = (year: number, counts: readonly number[]): readonly (readonly [Month, number])[] =>
  counts.map((count, index) => [monthOf(year, index + 1), count]);

/**
 * Independencia (Lima). Complaints: Ministry of the Interior, observatory of citizen security, open data of police
 * complaints (SIDPOL) for violence against women and members of the family group. The last month is provisional.
 * Inhabitants: area times density of 2020 in the national table of districts.
 */
export const independencia: DistrictSeries = {
  code: '150112',
  name: 'Independencia',
  province: 'Lima',
  complaints: new Map([
    ...monthly(2024, [272, 289, 298, 236, 217, 204, 198, 217, 270, 224, 295, 219]),
    ...monthly(2025, [268, 221, 255, 236, 215, 202, 173, 192, 215, 204, 216, 182]),
  ]),
  population: { inhabitants: 241_414, year: 2020, source: 'INEI-2020-DENSITY' },
};

export interface SeriesSelection {
  /** Ubigeos wanted; all of them if not given. */
  readonly districts?: readonly string[];
  readonly from: Month;
  readonly to: Month;
}

const columns = {
  code: 'UBIGEO_HECHO',
  name: 'DIST_HECHO',
  province: 'PROV_HECHO',
  year: 'AÑO',
  month: 'MES',
  count: 'CANTIDAD',
} as const;

/** May stand in the file; the inhabitants of the district. */
const inhabitantsColumn = 'POBLACION';

/**
 * Reads the national table of complaints (CSV, UTF-8 with or without a mark, columns in any order), sorted by district.
 * @throws SeriesUnreadable a column is missing, a cell is no number, or a district's month stands there twice
 */
export async function readSeries(path: string, { districts, from, to }: SeriesSelection): Promise<DistrictSeries[]> {
  const wanted = districts === undefined ? undefined : new Set(districts);
  const found = new Map<string, DistrictSeries & { readonly complaints: Map<Month, number> }>();
  const rows = createReadStream(path).pipe(parse({ bom: true, columns: true, skip_empty_lines: true, trim: true }));
  for await (const row of rows as AsyncIterable<Readonly<Record<string, string>>>) {
    const cell = (name: string): string => {
      const value = row[name];
      if (value === undefined) throw new SeriesUnreadable(`${path}: falta la columna ${name}`);
      return value;
    };
    const code = cell(columns.code).padStart(6, '0');
    const month = monthOf(whole(cell(columns.year), path), whole(cell(columns.month), path));
    if (wanted?.has(code) === false || month < from || month > to) continue;
    let district = found.get(code);
    if (district === undefined) {
      const inhabitants = whole(row[inhabitantsColumn] ?? '0', path);
      district = {
        code,
        name: titled(cell(columns.name)),
        province: titled(cell(columns.province)),
        complaints: new Map(),
        ...(inhabitants > 0 ? { population: { inhabitants, year: 2020, source: 'SERIES-FILE' } } : {}),
      };
      found.set(code, district);
    }
    if (district.complaints.has(month)) throw new SeriesUnreadable(`${path}: ${code} ${month} está dos veces`);
    district.complaints.set(month, whole(cell(columns.count), path));
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function whole(text: string, path: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new SeriesUnreadable(`${path}: «${text}» no es un número entero`);
  return Number(text);
}

const small = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y']);

/** `SAN JUAN DE LURIGANCHO` as a name is written. */
function titled(capitals: string): string {
  return capitals
    .toLowerCase()
    .split(/\s+/)
    .map((word, index) => (index > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
