import { codeList } from '../codes.js';

const own = (what: string) => ({ source: `Our own list, ${what}.`, verified: false });

/** What a volunteer is told of. The types of violence go by their own list; these are what else people come with. */
export const communityMatters = codeList('communityMatters', own('after the notebooks of community defenders'), [
  ['CHILD_MAINTENANCE', 'Alimentos de hijas e hijos'],
  ['ABANDONMENT', 'Abandono de familia'],
  ['OTHER_FAMILY', 'Otro problema familiar'],
]);

/** What a volunteer does. None of it settles anything: see `refusedPurposes`. */
export const communityActs = codeList('communityActs', own('after the notebooks of community defenders'), [
  ['ACCOMPANIED', 'Acompañé a la persona'],
  ['INFORMED', 'Le informé de sus derechos y de adónde ir'],
  ['HANDED_ON', 'La derivé a una institución'],
  ['HELPED_EXECUTE', 'Ayudé a ejecutar una medida de protección'],
]);

/** The languages a volunteer speaks with people. */
export const communityLanguages = codeList('communityLanguages', own('the languages of the volunteers’ form'), [
  ['ES', 'Castellano'],
  ['QU', 'Quechua'],
  ['AY', 'Aimara'],
]);

/** How far a volunteer’s training has come. */
export const trainingStates = codeList('trainingStates', own('after how volunteers are trained'), [
  ['NOT_TRAINED', 'Sin formación'],
  ['IN_TRAINING', 'En formación'],
  ['TRAINED', 'Con formación concluida'],
]);

/** Why a council or a network is no more. */
export const councilEndings = codeList('councilEndings', own('after why groups of volunteers end'), [
  ['NO_MEMBERS', 'Se quedó sin integrantes'],
  ['MERGED', 'Se unió a otra'],
  ['DECIDED', 'Lo decidió su asamblea'],
  ['ENTERED_IN_ERROR', 'Registrada por error'],
]);

/** What an alert of a community or a school is about. It names nobody. */
export const alertTopics = codeList('alertTopics', own('after what young leaders and schools report'), [
  ['GIRLS_RECRUITED', 'Captación de niñas y adolescentes para explotación sexual'],
  ['TRAFFICKING', 'Trata de personas'],
  ['DRUGS', 'Drogas'],
  ['ADOLESCENT_PREGNANCY', 'Embarazo de adolescentes'],
  ['BULLYING', 'Acoso entre escolares'],
  ['SCHOOL_VIOLENCE', 'Violencia de personal de la institución educativa'],
  ['UNSAFE_PLACE', 'Lugar inseguro'],
  ['OTHER', 'Otro asunto'],
]);

/** Who gave the alert. */
export const alertSources = codeList('alertSources', own('after who gives alerts'), [
  ['SCHOOL', 'Institución educativa'],
  ['STUDENT_COUNCIL', 'Municipio escolar'],
  ['YOUTH_GROUP', 'Grupo de adolescentes y jóvenes'],
  ['COMMUNITY', 'Comunidad'],
  ['RONDA', 'Ronda campesina'],
]);

/** What was done about an alert where nobody had to be handed on. */
export const alertAnswers = codeList('alertAnswers', own('after how alerts are answered'), [
  ['VISITED', 'Se visitó el lugar'],
  ['TALK_GIVEN', 'Se dio una charla'],
  ['PATROLLED', 'Se patrulla el lugar'],
  ['PLAN_MADE', 'Entró en un plan de convivencia'],
  ['REPORTED', 'Se puso en conocimiento de la autoridad'],
]);

/** Why an alert is closed without an answer. */
export const alertClosings = codeList('alertClosings', own('after why alerts come to nothing'), [
  ['NOT_CONFIRMED', 'No se confirmó'],
  ['DUPLICATE', 'Ya se había dado'],
  ['OUTSIDE_COMPETENCE', 'Fuera de la competencia de la red'],
  ['ENTERED_IN_ERROR', 'Registrada por error'],
]);

/**
 * What a record is to earlier ones where it stands for no new violence: what was done long ago, or to many. Such a case
 * goes its own way, to reparation, and none of the clocks of an emergency run for it.
 */
export const trackConditions = codeList('trackConditions', own('after the persons who still seek reparation'), [
  ['HISTORIC', 'Hechos históricos'],
  ['COLLECTIVE', 'Violación colectiva de derechos'],
]);

/** The way to reparation, in its order; accompaniment goes on all along. */
export const reparationSteps = codeList('reparationSteps', own('after the steps of a reparations programme'), [
  ['REGISTERED', 'Registrada como persona afectada'],
  ['DOCUMENTED', 'Testimonio y documentos reunidos'],
  ['IN_REPARATIONS_REGISTER', 'Inscrita en el registro de reparaciones'],
  ['ACCOMPANIED', 'Acompañada'],
]);
