import { catalogueOf, type MessageValues } from '#service';
import { localeNow } from '../country.js';

/** What every page says, in Spanish. Capabilities have catalogues of their own for their pages. */
const words = catalogueOf({
  'frame.name': 'Agenda',
  'frame.skip': 'Ir al contenido',
  'frame.exit': 'Salir ya',
  'frame.exit.hint': 'Salir ya: cierra esta página y abre otra. También con la tecla Mayús tres veces seguidas.',
  'frame.further': 'Otras páginas',
  'frame.change': 'Cambiar de persona',
  'frame.demo': 'Datos de demostración: ninguna persona es real.',
  'frame.offline': 'Sin señal. Lo que envíe se guardará en este teléfono.',
  'frame.saved': 'Guardado en este teléfono. Se enviará cuando haya señal, sin la nota ni el contacto.',
  'frame.sending': 'Enviando lo guardado…',
  'frame.received': 'Recibido por el sistema.',
  'frame.refused': 'Lo guardado no se pudo enviar: hay algo por corregir.',
  'frame.open': 'Abrir',
  'nav.today': 'Hoy',
  'nav.refer': 'Derivar',
  'nav.cases': 'Casos',
  'nav.board': 'Mesa',
  'nav.programmes': 'Programas',
  'nav.audit': 'Auditoría',
  'nav.evidence': 'Evidencia',
  'nav.rights': 'Datos',
  'nav.directory': 'Directorio',
  'nav.pairs': 'Registros de dos instituciones',
  'nav.import': 'Importar una lista',
  'nav.systems': 'Envíos a otros sistemas',
  'nav.reviews': 'Accesos de emergencia',
  'time.left': '{n, plural, one {queda} other {quedan}} {n}\u00a0{unit}',
  'time.now': 'vence ahora',
  'time.overdue': 'venció hace {n}\u00a0{unit}',
  'time.ago': 'hace {n}\u00a0{unit}',
  'time.justNow': 'ahora mismo',
  'errors.title': 'Hay algo por corregir',
  'form.optional': '{label} (opcional)',
  'form.choose': 'Elija…',
  'form.back': 'Atrás',
  'form.change': 'Cambiar',
  'form.search': 'Buscar',
  'page.more': 'Ver más',
  'enter.title': '¿Quién es usted?',
  'enter.lead':
    'Elija una persona de la demostración. No hay claves: este programa solo atiende en esta misma máquina.',
  'enter.unknown': 'Nadie tiene ese código. Elija una persona de la lista.',
  'enter.others': 'Otras funciones',
  'enter.role.worker': 'Personal',
  'enter.role.coordinator': 'Coordinación',
  'enter.role.auditor': 'Auditoría',
  'enter.empty': 'El directorio está vacío: cargue primero los datos de demostración.',
  'problem.enter': 'Entrar',
  'problem.home': 'Volver al inicio',
  'problem.number': 'Número de esta respuesta: {instance}',
  'today.title': 'Hoy',
  'today.due': 'Plazos de los casos',
  'today.stuck': '{count, plural, one {Una derivación está detenida} other {# derivaciones están detenidas}}: véalas',
  'today.now': 'Vence hoy o ya venció ({count})',
  'today.now.none': 'Ninguna derivación vence hoy.',
  'today.later': 'Le toca a su institución, con más tiempo ({count})',
  'today.undated': 'Sin plazo ({count})',
  'today.answers': 'Le toca a usted: respuestas por leer ({count})',
  'today.noLimit': 'Sin plazo',
  'today.received': 'Ya se confirmó que se recibió.',
  'today.sent': 'enviada {ago}',
  'today.onHold': 'en espera hasta el {day}',
  'today.more': 'Ver todas',
  'today.cases': 'Mis últimos casos',
  'today.cases.none': 'Todavía no hay casos de esta institución.',
  'today.newReferral': 'Nueva derivación',
  'today.newCase': 'Nuevo caso',
  'today.refer': 'Derivar',
  'today.from': 'De: {institution}',
  'today.accept': 'Aceptar',
  'today.cannot': 'No podemos',
  'today.why': '¿Por qué? Se avisará a quien derivó.',
  'today.otherReason': 'Otro motivo',
  'today.declined': 'No la aceptan: {reason}',
  'today.unreachable': 'No se logró hablar con la persona',
  risk: 'Riesgo {level}',
});

export type Word = Parameters<typeof words.text>[1];

/** How who asks is spoken to: numbers and dates are those of their country. */
const voice = () => ({ lang: 'es', locale: localeNow() });

/** A message of the pages' common catalogue. */
export const say = (word: Word, values?: MessageValues): string => words.text(voice(), word, values);

/** The same for a catalogue of a capability. */
export function speaker<K extends string>(catalogue: {
  text(spoken: ReturnType<typeof voice>, key: K, values?: MessageValues): string;
}): (key: K, values?: MessageValues) => string {
  return (key, values) => catalogue.text(voice(), key, values);
}
