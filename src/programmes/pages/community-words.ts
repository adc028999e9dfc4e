import { catalogueOf } from '#service';
import { localeNow } from '../../country.js';
import { speaker } from '../../pages/words.js';

/**
 * What the pages of communities say. The words in Quechua (as in Cusco) and Aymara are the few that are sure; no speaker
 * has checked them, and the form says so. What is missing is said in Spanish.
 */
const words = catalogueOf(
  {
    yes: 'Sí',
    no: 'No',
    'councils.title': 'Defensorías comunitarias y rondas',
    'councils.none': 'Todavía no hay ninguna registrada. Las registra quien coordina la mesa.',
    'councils.serving':
      '{count, plural, =0 {ningún integrante en funciones} one {un integrante en funciones} other {# integrantes en funciones}}, {trained, plural, =0 {ninguno} other {#}} con formación concluida',
    'councils.communities': 'Comunidades: {names}',
    'councils.recognised': 'Reconocida por {by} el {on}',
    'councils.unrecognised': 'Sin reconocimiento registrado',
    'councils.ended': 'Dejó de funcionar el {on}',
    'councils.loose': 'Sin red',
    'network.title': 'Red',
    'network.month': 'Lo que hicieron en {month}',
    'network.through': 'Cuenta lo registrado hasta el {day}.',
    'network.council': 'Organización',
    'network.taken': 'Atenciones',
    'network.total': 'Toda la red',
    'network.matters': 'Asuntos, en toda la red',
    'network.matter': 'Asunto',
    'network.hidden': 'menos de 5 o reservado',
    'network.note':
      'No se muestran los números pequeños ni aquellos con los que se podrían calcular. Aquí no figura ningún caso.',
    'help.title': 'Registrar una ayuda',
    'help.lead': 'Anote solo lo necesario. No escriba nombres.',
    'help.done': 'Quedó registrado',
    'help.done.handed': 'Quedó registrado y derivado. La institución ya lo tiene en su lista.',
    'help.again': 'Registrar otra ayuda',
    'help.see': 'Ver el caso',
    'help.rights': 'Qué pide la persona sobre sus datos',
    'help.languages': 'Idioma del formulario',
    'help.unchecked': 'Las palabras en este idioma todavía no fueron revisadas por una persona que lo habla.',
    'help.matter': '¿Qué pasó?',
    'help.community': 'Comunidad',
    'help.day': '¿Qué día?',
    'help.sex': 'La persona es',
    'help.sex.F': 'Mujer',
    'help.sex.M': 'Hombre',
    'help.age': 'Edad aproximada',
    'help.age.unknown': 'No la sé',
    'help.language': '¿En qué idioma hablaron?',
    'help.acts': '¿Qué hizo usted?',
    'help.to': '¿A quién deriva?',
    'help.to.hint': 'Si la deriva, la institución recibe el caso en cuanto haya señal.',
    'help.to.nobody': 'A nadie por ahora',
    'help.danger': '¿Está en peligro ahora?',
    'help.agrees': '¿Acepta que la institución sepa cómo contactarla?',
    'help.contact': '¿Cómo contactarla sin ponerla en riesgo? (opcional)',
    'help.contact.hint': 'Se guarda cerrado. Solo lo lee la institución a la que se deriva, y solo si ella acepta.',
    'help.send': 'Guardar',
    'help.rule': 'La violencia no se concilia: la comunidad acompaña, informa y deriva.',
    'refused.nothing': 'Marque al menos una opción, o elija a quién deriva.',
    'refused.noViolence': 'La red deriva casos de violencia. Infórmele adónde puede ir, y déjelo sin derivar.',
    'refused.community': 'Elija una de las comunidades de su organización.',
    'refused.future': 'Ese día todavía no llega.',
    'refused.receiver': 'Esa institución no recibe derivaciones ahora. Elija otra.',
    missing: 'Falta responder: {label}',
    'alerts.title': 'Alertas',
    'alerts.open': 'Por responder ({count})',
    'alerts.over': 'Terminadas',
    'alerts.none': 'No hay alertas por responder.',
    'alert.about': '{source}: {place}. Dada por {institution} el {day}; responde {to}',
    'alert.due': 'responder hasta el {day}',
    'alert.times': 'volvió {times, plural, one {una vez} other {# veces}} sin respuesta',
    'alert.open': 'Abierta',
    'alert.looked-at': 'En revisión',
    'alert.referred': 'Derivada',
    'alert.answered': 'Respondida',
    'alert.closed': 'Cerrada',
    'alert.record': 'Responder',
    'alert.look': 'La estoy viendo',
    'alert.answer': '¿Qué se hizo?',
    'alert.answer.send': 'Responder',
    'alert.reason': '¿Por qué se cierra?',
    'alert.close.send': 'Cerrar',
    'alert.refer': 'Derivar a una persona que se encontró',
    'alert.refer.lead': 'Se abre un caso de su institución y se deriva. La alerta sigue sin decir quién es.',
    'alert.refer.send': 'Abrir el caso y derivar',
    'alert.new': 'Dar una alerta',
    'alert.new.lead': 'Diga qué pasa y dónde. Nunca quién.',
    'alert.topic': '¿Qué pasa?',
    'alert.source': '¿Quién lo dice?',
    'alert.place': 'Código del lugar',
    'alert.place.hint': 'El de la institución educativa en el directorio, o el de la comunidad.',
    'alert.place.unknown':
      'Nadie tiene ese código: use el de una institución del directorio o el de una comunidad. Nunca un nombre.',
    'alert.to': '¿Quién debe responder?',
    'alert.send': 'Dar la alerta',
    'assemblies.title': 'Asambleas de las comunidades',
    'assemblies.none': 'Todavía no hay ninguna acta. Las registra la defensoría o la ronda de la comunidad.',
    'assembly.line':
      '{day}, {community}. Se habló en {languages}. Asistieron {women, plural, one {una mujer} other {# mujeres}} y {men, plural, one {un hombre} other {# hombres}}.',
    'assembly.heard': 'Acuerdos de mesas por lo que pidió',
    'assembly.due': 'hasta el {day}',
    'agreement.open': 'En curso',
    'agreement.done': 'Cumplido',
    'agreement.cancelled': 'Sin efecto',
  },
  {
    qu: { yes: 'Arí', no: 'Manan', 'help.community': 'Ayllu', 'help.sex.F': 'Warmi', 'help.sex.M': 'Qhari' },
    ay: { yes: 'Jisa', no: 'Janiwa', 'help.community': 'Ayllu', 'help.sex.F': 'Warmi', 'help.sex.M': 'Chacha' },
  },
);

export const say = speaker(words);

/** The languages of the volunteers’ form, each by its own name. */
export const formLanguages = [
  ['es', 'Castellano'],
  ['qu', 'Runasimi'],
  ['ay', 'Aymar aru'],
] as const;
export type FormLanguage = (typeof formLanguages)[number][0];

/** The form in a language, as far as it is translated. */
export const sayIn =
  (lang: FormLanguage) =>
  (key: Parameters<typeof say>[0]): string =>
    words.text({ lang, locale: localeNow() }, key);
