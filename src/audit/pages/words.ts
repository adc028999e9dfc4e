import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';

/** What the audit pages say. */
const words = catalogueOf({
  title: 'Auditoría',
  lead: 'La historia de un caso o de una derivación, suceso por suceso, como quedó registrada. Los datos personales siguen cerrados.',
  only: 'Estas páginas son para auditoría. Cambie de persona para verlas.',
  code: 'Código del caso o de la derivación',
  hint: 'Por ejemplo 25-K7QM-4T2X',
  look: 'Ver la historia',
  unknown: 'Nada tiene ese código.',
  case: 'Caso {code}',
  referral: 'Derivación {code}',
  place: 'Suceso {shown} de {all}',
  first: 'Primero',
  previous: 'Anterior',
  next: 'Siguiente',
  last: 'Último',
  timeline: 'Línea de tiempo',
  changed: 'Qué cambió con este suceso',
  field: 'Dato',
  before: 'Antes',
  after: 'Después',
  state: 'Cómo estaba entonces',
  event: 'El suceso, como se guardó',
  position: 'Posición en el registro',
  happened: 'Ocurrió',
  recorded: 'Se registró',
  by: 'Por',
  type: 'Tipo',
  id: 'Identificador',
  data: 'Contenido',
  sealed: '(cerrado)',
  none: '(nada)',
  again: 'Otra historia',
  knownAt: '¿Qué se sabía el…?',
  knownHint: 'Fecha y hora de Lima, por ejemplo 2025-10-10T09:00',
});

export const say = speaker(words);
