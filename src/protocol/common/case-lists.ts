import { codeList } from '../codes.js';

const own = (what: string) => ({ source: `Our own list, ${what}.`, verified: false });

/** What a police report to the court has to hold before it is sent. */
export const reportItems = codeList(
  'reportItems',
  {
    source: 'DS 009-2016-MIMP, art. 24, read in an excerpt that is cut after the tenth item.',
    verified: false,
  },
  [
    ['VICTIM', 'Datos de la persona afectada, con dirección y croquis'],
    ['COMPLAINANT', 'Datos de quien denuncia'],
    ['ACCUSED', 'Datos de la persona denunciada'],
    ['DATE_OF_FACT', 'Fecha de los hechos'],
    ['SUMMARY', 'Resumen de los hechos'],
    ['DILIGENCES', 'Diligencias hechas'],
    ['EARLIER_BY_VICTIM', 'Denuncias anteriores de la persona afectada por hechos parecidos'],
    ['EARLIER_AGAINST_ACCUSED', 'Denuncias anteriores contra la persona denunciada'],
    ['PUBLIC_SERVANT', 'Si la persona denunciada trabaja para el Estado'],
    ['WEAPON_LICENCE', 'Si la persona denunciada tiene licencia de arma'],
  ],
);

/** How an item of the report stands: it is there, or why it cannot be had. What it says lies elsewhere, sealed. */
export const reportItemStates = codeList('reportItemStates', own('after what a counter meets'), [
  ['PRESENT', 'Está'],
  ['NOT_KNOWN', 'No se puede obtener: quien denuncia no lo sabe'],
  ['NOT_SAID', 'No se puede obtener: la persona prefiere no decirlo'],
  ['NOT_SAFE', 'No se puede obtener: preguntarlo pone en peligro'],
  ['NO_ANSWER_IN_TIME', 'No se puede obtener: el registro consultado no respondió a tiempo'],
]);

/** Why a professional raises the level a risk form gave. */
export const overrideReasons = codeList('overrideReasons', own('after the answers that call for a second look'), [
  ['ARMED', 'La persona agresora tiene un arma o la usó'],
  ['DEATH_THREAT', 'Hubo amenaza de muerte'],
  ['CHOKING', 'Hubo intento de ahorcamiento'],
  ['SELF_HARM', 'La persona afectada piensa en hacerse daño'],
  ['ESCALATING', 'La violencia aumenta'],
  ['CHILDREN_AT_RISK', 'Hay niñas, niños o adolescentes en peligro'],
  ['DEPENDENT', 'Depende por completo de la persona agresora'],
  ['PROFESSIONAL_JUDGEMENT', 'Otro criterio profesional'],
]);

/** Why a closed case is opened again. */
export const reopeningReasons = codeList('reopeningReasons', own('after why people come back'), [
  ['PERSON_CAME_BACK', 'La persona volvió'],
  ['RISK_AGAIN', 'Hay riesgo de nuevo'],
  ['MEASURE_BREACHED', 'Se incumplió una medida'],
  ['CLOSED_BY_MISTAKE', 'Se cerró por error'],
]);

/** Why another institution answers for a case from now on. */
export const transferReasons = codeList('transferReasons', own('after why files change hands'), [
  ['PERSON_MOVED', 'La persona se mudó'],
  ['COMPETENCE', 'Le corresponde a la otra institución'],
  ['CHILD', 'Es niña, niño o adolescente'],
  ['SAFETY', 'Por seguridad de la persona'],
  ['SERVICE_CLOSED', 'El servicio dejó de funcionar'],
]);

/** How a protection measure came to an end: always by an order. */
export const measureEndings = codeList('measureEndings', own('after what a court may order'), [
  ['ENDED', 'Cesó por orden'],
  ['SUBSTITUTED', 'Fue sustituida por otra'],
]);

/** What happens to a protection measure, one by one. */
export const measureSteps = codeList('measureSteps', own('after the duties of court and executor'), [
  ['TOLD_EXECUTOR', 'Notificada a quien la ejecuta'],
  ['TOLD_VICTIM', 'Notificada a la persona afectada'],
  ['TOLD_ACCUSED', 'Notificada a la persona denunciada'],
  ['EXECUTED', 'Ejecutada'],
  ['REPORTED', 'Informada al juzgado'],
  ['BREACHED', 'Incumplida'],
  ['BREACH_REPORTED', 'Incumplimiento informado al juzgado'],
]);

/** On whose word two records are held to be of one person. */
export const linkReasons = codeList('linkReasons', own('after what a counter can tell'), [
  ['SAME_DOCUMENT', 'Tienen el mismo documento'],
  ['SHE_SAID', 'Lo dijo la persona'],
  ['COMPARED', 'Se compararon los datos'],
]);
