/** What a verification can end with: the exit code of the program, in Spanish what it means. */
export const findings = {
  sound: [0, 'todo coincide'],
  failed: [1, 'no se pudo leer un archivo'],
  'wrong-use': [2, 'las opciones no se entienden'],
  'bundle-malformed': [10, 'el paquete está incompleto o no es un paquete'],
  'policy-malformed': [11, 'el archivo de confianza no es válido'],
  'log-signature': [20, 'una firma del registro falta o es falsa'],
  cosignature: [21, 'una firma de un testigo es falsa'],
  'unknown-log': [22, 'el registro no está en el archivo de confianza'],
  quorum: [23, 'faltan firmas de testigos'],
  stale: [24, 'las firmas de los testigos son demasiado antiguas'],
  'from-the-future': [25, 'una firma de un testigo lleva una hora que aún no llega'],
  'payload-altered': [30, 'el contenido de un suceso fue cambiado'],
  'header-altered': [31, 'los datos de un suceso fueron cambiados'],
  missing: [32, 'falta un suceso'],
  inserted: [33, 'hay un suceso que se agregó después'],
  reordered: [34, 'hay sucesos en otro orden'],
  truncated: [35, 'falta el final'],
  'revision-gap': [36, 'falta una revisión de una historia'],
  'tree-altered': [40, 'el árbol no da la raíz firmada'],
  consistency: [41, 'dos cierres no son del mismo registro'],
  fork: [42, 'hay dos versiones del registro'],
  'rolled-back': [43, 'el registro es más corto que lo que ya se vio'],
  'not-included': [44, 'un suceso no está en el árbol firmado'],
} as const satisfies Readonly<Record<string, readonly [exit: number, meaning: string]>>;

export type Finding = keyof typeof findings;

/** What is wrong first, and where. */
export class Unsound extends Error {
  constructor(
    readonly finding: Exclude<Finding, 'sound'>,
    /** A leaf counted from 0; of a checkpoint, its size. */
    readonly at: number,
    detail: string,
  ) {
    super(detail);
    this.name = 'Unsound';
  }
}
