import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';

/** What the way in and the pages about emergency access and about reads say. */
const words = catalogueOf({
  'enter.title': 'Ingresar',
  'enter.lead': 'Ingrese con la cuenta que le dio su institución.',
  'enter.go': 'Ingresar con mi cuenta',
  'enter.shared': 'En un equipo compartido, salga siempre al terminar. La sesión se bloquea tras 15 minutos sin uso.',
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
  'reads.title': 'Quién vio los datos de este caso',
  'reads.lead':
    'Cada vez que alguien abre datos personales queda registrado. Esta lista puede entregarse a la persona si la pide.',
  'reads.none': 'Nadie abrió datos personales de este caso.',
  'reads.day': 'Día',
  'reads.institution': 'Institución',
  'reads.role': 'Función',
  'reads.purpose': 'Para qué',
  'reads.what': 'Qué',
  'role.worker': 'Personal',
  'role.supervisor': 'Jefatura',
  'role.coordinator': 'Coordinación',
  'role.board': 'Mesa',
  'role.auditor': 'Auditoría',
  'role.data-officer': 'Oficialía de datos personales',
  'role.administrator': 'Administración',
  'role.evaluator': 'Evaluación externa',
  'purpose.care': 'Atención',
  'purpose.search': 'Búsqueda de duplicados',
  'purpose.emergency': 'Emergencia',
  'purpose.review': 'Revisión',
  'what.identity': 'Nombre y documento',
  'what.contact': 'Contacto seguro',
  'what.location': 'Dirección',
  'what.shelter': 'Alojamiento',
  'what.narrative': 'Relato o nota',
  'what.risk': 'Riesgo',
  'what.aggressor': 'Datos de la persona denunciada',
  'what.children': 'Datos de sus hijas e hijos',
  'what.reporter': 'Datos de quien avisó',
  'what.search': 'Búsqueda',
  'outcome.opened': 'Visto',
  'outcome.exported': 'Llevado en un archivo',
  'outcome.refused': 'Negado',
});

export const say = speaker(words);

/** A code in words; one that has none stands for itself. */
export function coded(kind: 'role' | 'purpose' | 'what' | 'outcome' | 'status' | 'reason', code: string): string {
  const word = `${kind}.${code}`;
  return words.has(word) ? say(word) : code;
}
