import { catalogueOf } from '#service';
import { speaker } from './words.js';

/** What the fields of short forms ask for, where nothing but what is wrong with them can be shown. */
const words = catalogueOf({
  action: 'Acción',
  aim: 'Qué se pide',
  amount: 'Monto',
  answer: 'Respuesta',
  case: 'Código del caso',
  cause: 'Causa',
  day: 'Día',
  due: 'Hasta el',
  entry: 'Forma de ingreso',
  evidence: 'Huella del sustento',
  explanation: 'Explicación',
  ground: 'Motivo',
  kind: 'Tipo',
  line: 'Línea',
  minutes: 'Número del acta',
  name: 'Nombre',
  norm: 'Norma',
  note: 'Cómo va',
  number: 'Número',
  outcome: 'Resultado',
  owner: 'Responsable',
  pseudonym: 'Seudónimo',
  purpose: 'Para qué',
  reason: 'Motivo',
  referral: 'Derivación',
  result: 'Resultado',
  right: 'Qué pide',
  sessions: 'Sesiones',
  staff: 'Código de la persona',
  text: 'Texto',
  title: 'Título',
  topic: 'Tema',
  units: 'Cantidad',
  voucher: 'Comprobante',
});
const say = speaker(words);

/** A field of a form by its pointer, `/case`; one of another kind as the address or the API has it. */
export function fieldName(pointer: string): string {
  const field = pointer.replaceAll('/', ' ').trim();
  return words.has(field) ? say(field) : field;
}
