import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';

/** What the page of imports says. */
const words = catalogueOf({
  title: 'Importar la lista de una institución',
  lead: 'Elija la plantilla de la lista y el archivo. Primero se muestra cómo se leería; nada se escribe hasta que usted lo pida.',
  mapping: 'Plantilla',
  own: 'Columnas de este sistema, sin plantilla',
  'mapping.option': '{title}, versión {version}',
  institution: 'Código de la institución de las filas',
  'institution.hint': 'Solo si la lista no lo dice.',
  file: 'Archivo (CSV)',
  text: 'O las filas, copiadas de la hoja de cálculo con su encabezado',
  demo: 'Datos',
  'demo.yes': 'Son datos de demostración: ninguna persona es real.',
  look: 'Ver cómo se leería',
  write: 'Importar',
  empty: 'Elija un archivo o pegue las filas.',
  'not-demo':
    'El archivo no está marcado como demostración. Mientras no haya control de acceso no se importa otra cosa.',
  'store-not-demo': 'El almacén tiene datos que no son de demostración, y no se mezclan.',
  unknownMapping: 'No existe esa plantilla.',
  forbidden: 'Solo puede importar las filas de su institución.',
  preview: 'Así se leería. No se escribió nada.',
  imported: 'Importado.',
  unreadable: 'El archivo no se puede leer. No se escribió nada.',
  readBy: 'Plantilla {mapping}.',
  rows: 'Filas',
  created: 'Nuevas',
  continued: 'Continuadas',
  unchanged: 'Sin cambios',
  refused: 'Rechazadas',
  problems: 'Lo que hay que corregir ({count})',
  row: 'Fila',
  column: 'Columna',
  read: 'Dice',
  message: 'Problema',
  sample: 'Las primeras filas',
  'sample.row': 'Fila {row}',
  'sample.bad': 'no se puede leer',
  'sample.cell': '{read} → {value}',
});

export const say = speaker(words);
