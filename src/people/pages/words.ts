import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';

/** What the way in and the pages about emergency access and about reads say. */
const words = catalogueOf({
  'enter.title': 'Ingresar',
  'enter.lead': 'Ingrese con la cuenta que le dio su institución.',
  'enter.go': 'Ingresar con mi cuenta',
  'enter.shared': 'En un equipo compartido, salga siempre al terminar. La sesión se bloquea tras 15 minutos sin uso.',
  'case.unknown': 'No hay un caso con ese código que se pueda abrir desde aquí. Revise el código.',
  'emergency.title': 'Acceso de emergencia',
  'emergency.lead':
    'Para un caso que no es de su institución, cuando no hay otra forma de proteger a la persona. Dura 60 minutos y no muestra dónde está alojada.',
  'emergency.told':
    'La institución que responde por el caso y la oficialía de datos personales reciben el aviso en el momento. El acceso se revisa en 72 horas.',
  'emergency.case': 'Código del caso',
  'emergency.reason': '¿Qué ocurre?',
  'emergency.explanation': 'Explique por qué (al menos 20 caracteres)',
  'emergency.send': 'Ver el caso',
  'emergency.reviews': 'Accesos de emergencia',
  'emergency.none': 'No hay accesos que revisar ni propios.',
  'emergency.at': 'Cuándo',
  'emergency.who': 'Quién',
  'emergency.from': 'De qué institución',
  'emergency.state': 'Revisión',
  'emergency.by': 'Revisar hasta',
  'emergency.explained': 'Explicación',
  'emergency.erased': 'Se borró con los datos de la persona.',
  'emergency.read': 'Leer y revisar',
  'reason.LIFE_IN_DANGER': 'La vida de la persona corre peligro',
  'reason.PERSON_PRESENT': 'La persona está aquí y pide ayuda',
  'reason.COURT_ORDER': 'Lo ordena un juzgado',
  'reason.OTHER_EMERGENCY': 'Otra emergencia',
  'status.waiting': 'Por revisar',
  'status.missed': 'No se revisó a tiempo',
  'status.reviewed': 'Revisado',
  'outcome.JUSTIFIED': 'Justificado',
  'outcome.NOT_JUSTIFIED': 'No justificado',
  'sealing.title': 'Reserva de casos',
  'sealing.lead':
    'Un caso bajo reserva no lo ve nadie, tampoco en una emergencia. Sus plazos siguen corriendo. Una persona lo pide y otra decide.',
  'sealing.none': 'No hay pedidos por decidir.',
  'sealing.read': 'Ver el pedido',
  'sealing.ask': 'Pedir una reserva o su levantamiento',
  'sealing.case': 'Código del caso',
  'sealing.aim': 'Qué se pide',
  'sealing.ground': 'Por qué',
  'sealing.norm': 'Norma que cita la orden',
  'sealing.number': 'Número de la orden',
  'sealing.order.hint': 'Solo si lo ordena un juzgado. Se guarda cifrado.',
  'sealing.send': 'Pedir',
  'sealing.asked': 'Pedido',
  'sealing.decided': 'Decidido',
  'sealing.state': 'Estado',
  'sealing.own': 'Usted lo pidió: decide otra persona.',
  'sealing.approve': 'Aprobar',
  'sealing.refuse': 'Rechazar',
  'sealing.keys': 'Quién podría leer los datos',
  'keys.here':
    'Las llaves de los datos siguen en el servidor: la reserva la hacen cumplir las reglas del programa. Quien administra el equipo podría leerlos.',
  'keys.leaving':
    'Las llaves de los datos se guardan fuera de línea, para quien ordenó la reserva, cuando todos los casos de la persona están bajo reserva. Hasta entonces la hacen cumplir las reglas del programa.',
  'keys.away':
    'Nadie aquí, tampoco quien administra el equipo: las llaves de los datos están fuera de línea desde {since}. Las devuelve quien ordenó la reserva, con su clave privada.',
  'keys.awaited':
    'Todavía nadie: la reserva se levantó, pero las llaves siguen fuera de línea desde {since}. Quien administra el equipo las devuelve con la clave privada de quien ordenó la reserva (chaski seal restore).',
  'aim.seal': 'Reservar el caso',
  'aim.unseal': 'Levantar la reserva',
  'ground.COURT_ORDER': 'Lo ordena un juzgado',
  'ground.DATA_PROTECTION': 'Protección de datos personales',
  'sealing-status.asked': 'Por decidir',
  'sealing-status.refused': 'Rechazado',
  'sealing-status.done': 'Aprobado',
  'reads.title': 'Quién vio los datos de este caso',
  'reads.lead':
    'Cada vez que alguien abre datos personales queda registrado. Esta lista puede entregarse a la persona si la pide.',
  'reads.none': 'Nadie abrió datos personales de este caso.',
  'reads.day': 'Día',
  'reads.institution': 'Institución',
  'reads.role': 'Función',
  'reads.purpose': 'Para qué',
  'reads.what': 'Qué',
});

export const say = speaker(words);

/** A code in words; one that has none stands for itself. */
export function coded(
  kind: 'outcome' | 'status' | 'reason' | 'aim' | 'ground' | 'sealing-status',
  code: string,
): string {
  const word = `${kind}.${code}`;
  return words.has(word) ? say(word) : code;
}
