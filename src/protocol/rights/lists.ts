import { codeList } from '../codes.js';

/** What a person may ask of whoever holds their data. The names are those of the law of Peru; Bolivia's are near them. */
export const dataRights = codeList(
  'dataRights',
  { source: 'Ley 29733, título III: acceso, rectificación, cancelación y oposición.', verified: false },
  [
    ['ACCESS', 'Saber qué datos suyos se tienen'],
    ['RECTIFICATION', 'Corregir un dato'],
    ['CANCELLATION', 'Suprimir sus datos'],
    ['OPPOSITION', 'Que no se usen para algo'],
  ],
);

export const rightsOutcomes = codeList(
  'rightsOutcomes',
  { source: 'List of this network: no norm names these codes.', verified: false },
  [
    ['GRANTED', 'Se hizo lo pedido'],
    ['PARTLY', 'Se hizo en parte'],
    ['DENIED', 'No procede'],
    ['WITHDRAWN', 'La persona desistió'],
  ],
);

/** Why what was asked was not done, or not whole. */
export const rightsReasons = codeList(
  'rightsReasons',
  { source: 'List of this network, after what Ley 29733 leaves to other laws.', verified: false },
  [
    ['LEGAL_DUTY', 'Una norma obliga a conservarlo'],
    ['THIRD_PARTY', 'Afectaría a otra persona'],
    ['NOT_IDENTIFIED', 'No se pudo comprobar quién lo pide'],
    ['NOT_HELD', 'No se tienen esos datos'],
    ['NOT_FOUNDED', 'No se cumplen las condiciones'],
  ],
);

export const erasureGrounds = codeList(
  'erasureGrounds',
  { source: 'List of this network: no norm names these codes.', verified: false },
  [
    ['PERSON_ASKED', 'Lo pidió la persona'],
    ['RETENTION_OVER', 'Terminó el tiempo de conservación'],
    ['WRONG_RECORD', 'Se registró por error'],
    ['AUTHORITY_ORDERED', 'Lo ordenó una autoridad'],
  ],
);

/** Why an erasure waits. */
export const holdNorms = codeList(
  'holdNorms',
  { source: 'List of this network; the norm of each country stands in its rows.', verified: false },
  [
    ['CRIMINAL_CASE', 'Proceso penal en curso'],
    ['PROTECTION_MEASURES', 'Medidas de protección vigentes'],
    ['COURT_ORDER', 'Orden judicial de conservar'],
    ['CONTROL', 'Acción de control en curso'],
  ],
);

export const holdLiftReasons = codeList(
  'holdLiftReasons',
  { source: 'List of this network: no norm names these codes.', verified: false },
  [
    ['ENDED', 'Terminó el proceso'],
    ['ORDER_REVOKED', 'Se dejó sin efecto la orden'],
    ['BY_MISTAKE', 'Se puso por error'],
  ],
);
