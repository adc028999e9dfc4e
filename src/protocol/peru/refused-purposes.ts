import type { RefusedPurpose } from '../jurisdiction.js';

const general = 'General knowledge; the article is to be checked.';

/** Nobody may hand a case on for these. */
export const refusedPurposes: readonly RefusedPurpose[] = [
  {
    code: 'CONCILIATION',
    label_es: 'Conciliación',
    reason_es:
      'La violencia no se concilia: ninguna institución puede citar a la víctima y a la persona denunciada para llegar a un acuerdo.',
    norm: 'Ley 30364',
    legalRef: 'art. 25 y reglamento',
    source: general,
    verified: false,
  },
  {
    code: 'CONFRONTATION',
    label_es: 'Confrontación con la persona denunciada',
    reason_es: 'Carear a la víctima con la persona denunciada la expone de nuevo a la violencia.',
    norm: 'Ley 30364',
    legalRef: 'art. 25 y reglamento',
    source: general,
    verified: false,
  },
];
