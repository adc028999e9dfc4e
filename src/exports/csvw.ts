/** Media type of a description of tables. */
export const csvmType = 'application/csvm+json';

/** What a description of `table.csv` is called: where readers of CSV on the web look for it. */
export const describing = (table: string): string => `${table}-metadata.json`;

/** A column as the W3C vocabulary for tables describes it. An empty cell is no value: withheld, or there is none. */
export interface CsvwColumn {
  readonly name: string;
  /** What people call it, in Spanish; the header has the name. */
  readonly title_es: string;
  readonly datatype: string | { readonly base: string; readonly format: string };
  /** No cell of it is empty. */
  readonly required?: true;
  /** Several values in one cell, with this between them. */
  readonly separator?: string;
  /** Where a value of it is defined, as a URI template of the columns. */
  readonly valueUrl?: string;
}

/** What a table is, and where it comes from. */
export interface Described {
  /** The table, relative to its description. */
  readonly url: string;
  readonly title: string;
  readonly columns: readonly CsvwColumn[];
  /** Columns that tell rows apart. */
  readonly key: readonly string[];
  /** Under what terms it may be used; undefined where nobody said. */
  readonly licence: string | undefined;
  /** Each place in a record its rows were counted up to, with what proves that they were. */
  readonly sources: readonly { readonly board: string; readonly position: string; readonly figuresDigest: string }[];
  /** `id@version` of what was counted: every one is served at `/api/indicators/id/version`. */
  readonly definitions: readonly string[];
}

/**
 * A description of a table: W3C CSV on the Web, Metadata Vocabulary for Tabular Data.
 * `dc:` is the prefix the vocabulary has for Dublin Core terms.
 */
export function csvwOf({ url, title, columns, key, licence, sources, definitions }: Described): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'es' }],
    url,
    'dc:title': title,
    ...(licence === undefined
      ? { 'dc:rights': 'No se declaró una licencia: pida permiso a la instancia.' }
      : { 'dc:license': { '@id': licence } }),
    'dc:source': sources.map(({ board, position, figuresDigest }) => ({
      'dc:creator': board,
      'dc:identifier': position,
      'dc:provenance': `sha-256 ${figuresDigest}`,
    })),
    'dc:references': definitions.map((definition) => `/api/indicators/${definition.replace('@', '/')}`),
    dialect: { encoding: 'utf-8', delimiter: ',', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: columns.map(({ name, title_es, datatype, required, separator, valueUrl }) => ({
        name,
        titles: { und: name, es: title_es },
        datatype,
        ...(required === true ? { required } : { null: '' }),
        ...(separator === undefined ? {} : { separator }),
        ...(valueUrl === undefined ? {} : { valueUrl }),
      })),
      primaryKey: key,
    },
  };
}

/** The terms under which a deployment gives its figures away: the address of a licence in `CHASKI_DATA_LICENCE`. */
export const licenceFrom = (env: NodeJS.ProcessEnv): string | undefined => env['CHASKI_DATA_LICENCE'] || undefined;
