import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';
import type { ConflictKind } from '../domain/conflict.js';

/** What the pages about conflicts of interest say. */
const words = catalogueOf({
  title: 'Quién no debe ver este caso',
  lead: 'A estas personas no se les muestra nada de este caso, ni de otro de la misma persona, tampoco en una emergencia.',
  none: 'No se registró a nadie.',
  who: 'Código de quien trabaja aquí',
  kind: '¿Qué es en el caso?',
  declare: 'No mostrarle el caso',
  'declare.title': 'Registrar a alguien más',
  elsewhere: 'Se registró en otro caso de la misma persona.',
  lift: 'Fue un error: volver a mostrarle el caso',
  reviewed: 'Si fue un error, lo levanta la oficialía de datos personales.',
  'find.title': 'Conflictos de interés',
  'find.lead': 'Para revisar quién no debe ver un caso, y levantar lo que fue un error.',
  'find.code': 'Código del caso',
  'find.send': 'Buscar',
  'find.none': 'No hay un caso con ese código que usted pueda revisar.',
  'kind.AGGRESSOR': 'Es la persona denunciada',
  'kind.RELATIVE': 'Es familiar de alguien del caso',
  'kind.COLLEAGUE': 'Trabaja con alguien del caso',
});

export const say = speaker(words);

export const kindWord = (kind: ConflictKind): string => say(`kind.${kind}`);
