import type { RefusedPurpose } from '../jurisdiction.js';

/** Nobody may hand a case on for these. */
export const refusedPurposes: readonly RefusedPurpose[] = [
  {
    code: 'CONCILIATION',
    label_es: 'Conciliación',
    reason_es:
      'La ley prohíbe conciliar la violencia. La única excepción la puede pedir la mujer, una sola vez, ante la autoridad que lleva su caso; nunca si hubo peligro para su vida o su integridad sexual, ni ante la reincidencia. Ninguna institución la pide por ella.',
    norm: 'Ley 348',
    legalRef: 'art. 46',
    source: 'That the norm does not allow it was said by the police of El Alto; the exceptions are general knowledge.',
    verified: false,
  },
  {
    code: 'CONFRONTATION',
    label_es: 'Confrontación con la persona denunciada',
    reason_es: 'Carear a la mujer con la persona denunciada la expone de nuevo a la violencia.',
    norm: 'Ley 348',
    legalRef: 'principios y garantías de la ley',
    source: 'General knowledge; the article is to be checked.',
    verified: false,
  },
];
