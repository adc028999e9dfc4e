/** What is said about each code, in Spanish. No message repeats what stood in the file. */
const messages = {
  // The file as a whole.
  empty: 'El archivo está vacío: falta la fila de encabezado.',
  encoding: 'El archivo no está en UTF-8. Guárdelo como «CSV UTF-8» y vuelva a intentarlo.',
  'wrong-encoding': 'El archivo no está en la codificación que dice la plantilla.',
  'nul-byte': 'El archivo contiene un byte nulo: no es un archivo de texto.',
  quotes: 'Las comillas no están bien cerradas.',
  'record-too-long': 'La fila es demasiado larga. Puede faltar una comilla de cierre.',
  'unknown-kind': 'No se reconoce si el archivo trae casos o derivaciones.',
  'missing-column': 'Falta esta columna en el encabezado.',
  'unknown-column': 'Esta columna no se conoce.',
  'duplicate-column': 'Esta columna está repetida.',
  // One row.
  'column-count': 'La fila no tiene tantas celdas como el encabezado.',
  'not-demo': 'La fila no está marcada como demostración.',
  required: 'Falta este dato.',
  'too-long': 'El texto es demasiado largo o tiene caracteres que no se admiten.',
  'unknown-code': 'El código no está en su lista.',
  'unknown-institution': 'Esa institución no está en el directorio.',
  'unknown-service': 'La institución de destino no tiene ese servicio en el directorio.',
  'other-institution': 'La fila es de otra institución.',
  'not-yes-or-no': 'Debe ser «sí» o «no».',
  'not-an-age': 'Debe ser una edad en años cumplidos, de 0 a 120.',
  'not-a-district': 'Debe ser un ubigeo de seis cifras.',
  'not-a-time': 'Debe ser una fecha con hora, como 2026-03-09 15:30 o 2026-03-09T15:30:00-05:00.',
  'unknown-word': 'Esta palabra no está en la tabla de la plantilla.',
  'not-in-format': 'La fecha o la hora no está escrita como dice la plantilla.',
  'two-digit-year': 'El año tiene dos cifras: no se sabe de qué siglo es. Escríbalo con cuatro.',
  'no-hour': 'La fecha no trae hora, y la plantilla no dice cuál poner.',
  'in-future': 'La fecha está en el futuro.',
  'too-old': 'La fecha es anterior a 1990.',
  'out-of-order': 'La fecha es anterior a la del paso que debe precederlo.',
  'missing-predecessor': 'Falta este paso, que debe preceder a otro de la fila.',
  contradiction: 'Este dato contradice a otro de la fila.',
  'without-consent': 'Sin consentimiento ni deber legal esto no se importa: la fila va sin datos de identidad.',
  'duplicate-id': 'Este identificador ya apareció en otra fila del archivo.',
  'unknown-case': 'No hay un caso importado con ese identificador.',
  'changed-row': 'La fila ya se importó con otros datos en este paso. No se cambió nada.',
  'already-recorded': 'Este paso ya se registró en el sistema de otra manera. No se cambió nada.',
  conflict: 'El registro cambió al mismo tiempo. Vuelva a importar el archivo.',
  'refused-by-rules': 'Las reglas no admiten este paso.',
  // What the rules of cases and referrals refuse.
  'case/principal-not-among-types': 'El tipo principal no es uno de los tipos.',
  'purpose/refused': 'Nadie puede derivar para ese fin.',
  'referral/to-oneself': 'Una institución no se deriva a sí misma.',
  'referral/served-without-attention': 'El resultado dice que hubo atención, y falta su fecha.',
} as const;

export type ErrorCode = keyof typeof messages;

/** What is wrong with one cell, or with a row or file as a whole (`column` empty). Holds nothing of what was submitted. */
export interface CellError {
  /** English name of the column; for one that is not known, its place in the header. */
  readonly column: string;
  readonly code: ErrorCode;
}

/** The same with its row, counted as a spreadsheet shows them: 1 is the first of the file. */
export interface RowError extends CellError {
  readonly row: number;
  readonly message: string;
  /** What the column is called in the list, where a mapping says so. */
  readonly heading?: string;
}

export const rowError = (row: number, { column, code }: CellError, detail = ''): RowError => ({
  row,
  column,
  code,
  message: `${messages[code]}${detail}`,
});

/** The code for what a rule refused: its own where there are words for it. */
export const codeOfRefusal = (code: string): ErrorCode =>
  Object.hasOwn(messages, code) ? (code as ErrorCode) : 'refused-by-rules';

/** The file cannot be imported at all, and nothing of it was. */
export class FileRefused extends Error {
  constructor(readonly errors: readonly RowError[]) {
    super(errors.map(({ row, column, code }) => `${row} ${column} ${code}`).join(', '));
    this.name = 'FileRefused';
  }
}

/** Only demonstration data may be brought in, and only into a demonstration store. */
export class ImportNotAllowed extends Error {
  constructor(readonly reason: 'not-demo' | 'store-not-demo') {
    super(reason);
    this.name = 'ImportNotAllowed';
  }
}
