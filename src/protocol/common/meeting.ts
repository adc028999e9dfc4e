import { codeList } from '../codes.js';

const own = (what: string) => ({ source: `Our own list, ${what}.`, verified: false });

/** Who wished or did something about a referral. */
export const parties = codeList('parties', own('after the life of a referral'), [
  ['PERSON', 'La persona'],
  ['SENDER', 'Quien derivó'],
  ['RECEIVER', 'Quien atiende'],
]);

/** Why a referral goes on to another service. */
export const rerouteReasons = codeList('rerouteReasons', own('merged from referral networks in other fields'), [
  ['DECLINED', 'El servicio no la aceptó'],
  ['NO_ANSWER', 'El servicio no respondió'],
  ['NO_CAPACITY', 'El servicio no tiene cupo'],
  ['WRONG_SERVICE', 'Se necesita otro servicio'],
  ['NEARER_SERVICE', 'Hay un servicio más cercano'],
  ['PERSON_CHOSE', 'La persona prefiere otro servicio'],
  ['CONFLICT_OF_INTEREST', 'Conflicto de interés'],
  ['COULD_NOT_CONTACT', 'No se logró contactarla desde ese servicio'],
  ['NOT_ELIGIBLE', 'No cumple los requisitos del servicio'],
  ['OUTSIDE_COMPETENCE', 'Fuera del territorio o de la competencia'],
  ['PERSON_MOVED', 'La persona cambió de domicilio'],
  ['LANGUAGE', 'Se necesita atención en otro idioma'],
  ['UNSAFE_HERE', 'No es seguro atenderla en ese servicio'],
  ['OTHER', 'Otro motivo'],
]);

/** Where an appointment takes place. Never an address: the place itself is arranged by the safe way. */
export const appointmentPlaces = codeList('appointmentPlaces', own('after how the services work'), [
  ['AT_SERVICE', 'En el servicio'],
  ['OTHER_SERVICE', 'En otro servicio de la red'],
  ['HOME_VISIT', 'Visita acordada'],
  ['BY_PHONE', 'Por teléfono'],
  ['BY_VIDEO', 'Por videollamada'],
]);

/** Who goes with the person. */
export const companions = codeList('companions', own('after how the services work'), [
  ['NONE', 'Nadie'],
  ['SENDER_STAFF', 'Personal de quien derivó'],
  ['COMMUNITY_DEFENDER', 'Promotora o defensora comunitaria'],
  ['POLICE', 'Policía'],
  ['TRUSTED_PERSON', 'Una persona de su confianza'],
]);

/** Why an appointment is moved or called off. */
export const appointmentChangeReasons = codeList('appointmentChangeReasons', own('after how the services work'), [
  ['PERSON_ASKED', 'Lo pidió la persona'],
  ['NOT_SAFE', 'No era seguro para ella'],
  ['NO_TRANSPORT', 'No tenía cómo llegar'],
  ['NO_CHILDCARE', 'No tenía con quién dejar a sus hijas e hijos'],
  ['HEALTH', 'Por su estado de salud'],
  ['NO_INTERPRETER', 'No había intérprete'],
  ['STAFF_AWAY', 'El personal no estaba disponible'],
  ['SERVICE_CLOSED', 'El servicio no atendió'],
  ['OTHER', 'Otro motivo'],
]);

/** What came of an attempt to reach the person. */
export const contactResults = codeList('contactResults', own('after how the services work'), [
  ['REACHED', 'Se habló con ella'],
  ['NO_ANSWER', 'No respondió'],
  ['OTHER_ANSWERED', 'Respondió otra persona: no se dijo el motivo'],
  ['WRONG_CONTACT', 'El contacto ya no sirve'],
  ['UNSAFE', 'No era seguro hablarle'],
]);

/** Why an accepted referral waits. */
export const holdReasons = codeList('holdReasons', own('after how the services work'), [
  ['WAITING_LIST', 'Lista de espera'],
  ['PERSON_ASKED', 'Lo pidió la persona'],
  ['MISSING_DOCUMENT', 'Falta un documento'],
  ['OTHER_SERVICE_FIRST', 'Antes debe atenderla otro servicio'],
  ['NO_ACCESS', 'No se puede llegar (clima, camino, paro)'],
  ['HEALTH', 'Por su estado de salud'],
  ['NO_SAFE_MOMENT', 'No hay por ahora un momento seguro'],
  ['AWAITING_DECISION', 'Se espera una resolución'],
  ['OTHER', 'Otro motivo'],
]);

/** How consent was given. */
export const consentModes = codeList('consentModes', own('after the forms the services use'), [
  ['VERBAL', 'De palabra'],
  ['SIGNATURE', 'Con firma'],
  ['THUMBPRINT', 'Con huella'],
  ['VERBAL_WITNESSED', 'De palabra, con testigo'],
  ['REMOTE', 'A distancia (llamada o mensaje)'],
  ['GUARDIAN', 'Por quien la cuida, con su asentimiento'],
]);

/** What a consent may cover. */
export const dataCategories = codeList('dataCategories', own('after the sections that are sealed apart'), [
  ['IDENTITY', 'Quién es'],
  ['CONTACT', 'Cómo hablarle'],
  ['NARRATIVE', 'Lo que pasó'],
  ['RISK', 'El riesgo valorado'],
  ['HEALTH', 'Su salud y sus lesiones'],
  ['LEGAL', 'La denuncia y las medidas'],
  ['CHILDREN', 'Sus hijas e hijos'],
  ['ACCUSED', 'La persona denunciada'],
]);

/** Why nobody came, where it becomes known. */
export const notAttendedReasons = codeList('notAttendedReasons', own('after how the services work'), [
  ['UNKNOWN', 'No se sabe'],
  ['PREVENTED', 'Alguien se lo impidió'],
  ['AFRAID', 'Tuvo miedo'],
  ['NO_TRANSPORT', 'No tenía cómo llegar'],
  ['NO_CHILDCARE', 'No tenía con quién dejar a sus hijas e hijos'],
  ['WORK', 'Por su trabajo'],
  ['HEALTH', 'Por su estado de salud'],
  ['NOT_TOLD', 'No supo de la cita'],
  ['SERVICE_CLOSED', 'El servicio no atendió'],
  ['CHOSE_NOT_TO', 'Decidió no ir'],
  ['OTHER', 'Otro motivo'],
]);
