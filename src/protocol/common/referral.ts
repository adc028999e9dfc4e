import { codeList } from '../codes.js';

const own = (what: string) => ({ source: `Our own list, ${what}.`, verified: false });

/** What a service does for a person. */
export const services = codeList('services', own('after the services the law and the ministry name'), [
  ['PSYCHOLOGY', 'Atención psicológica'],
  ['LEGAL', 'Asesoría y patrocinio legal'],
  ['SOCIAL', 'Atención social'],
  ['HEALTH', 'Atención de salud'],
  ['SHELTER', 'Acogida temporal'],
  ['POLICE_PROTECTION', 'Protección policial'],
  ['FORENSIC', 'Evaluación médico-legal'],
  ['CHILD_PROTECTION', 'Protección de niñas, niños y adolescentes'],
  ['ACCOMPANIMENT', 'Acompañamiento comunitario'],
  ['REEDUCATION', 'Reeducación de la persona agresora'],
  ['SUPPORT_FUND', 'Apoyo económico'],
]);

/** What one institution asks another to do. Purposes nobody may ask for are in `refusedPurposes`. */
export const referralPurposes = codeList('referralPurposes', own('after the steps of the case in law'), [
  ['COMPLAINT', 'Recibir la denuncia'],
  ['PROTECTION_MEASURES', 'Evaluar y dictar medidas de protección'],
  ['EXECUTE_MEASURES', 'Ejecutar medidas de protección'],
  ['CRIMINAL_INVESTIGATION', 'Investigar el delito'],
  ['PSYCHOLOGICAL_CARE', 'Atención psicológica'],
  ['LEGAL_AID', 'Asesoría y patrocinio legal'],
  ['SOCIAL_CARE', 'Atención social'],
  ['MEDICAL_CARE', 'Atención de salud'],
  ['SEXUAL_VIOLENCE_KIT', 'Atención urgente por violencia sexual'],
  ['MENTAL_HEALTH', 'Atención de salud mental'],
  ['FORENSIC_EXAM', 'Evaluación médico-legal'],
  ['SHELTER', 'Acogida en hogar de refugio temporal'],
  ['CHILD_PROTECTION', 'Protección de niña, niño o adolescente'],
  ['VICTIM_WITNESS_ASSISTANCE', 'Asistencia a víctimas y testigos'],
  ['SCHOOL_PROTECTION', 'Protección en la institución educativa'],
  ['LABOUR_HARASSMENT', 'Hostigamiento sexual en el trabajo'],
  ['COMMUNITY_ACCOMPANIMENT', 'Acompañamiento comunitario'],
  ['AGGRESSOR_REEDUCATION', 'Reeducación de la persona agresora'],
  ['SUPPORT_FUND', 'Apoyo económico'],
]);

/** Why a receiver does not take a referral. */
export const declineReasons = codeList('declineReasons', own('merged from referral networks in other fields'), [
  ['NO_CAPACITY', 'Sin capacidad en este momento'],
  ['NOT_ELIGIBLE', 'No cumple los requisitos del servicio'],
  ['OUTSIDE_COMPETENCE', 'Fuera del territorio o de la competencia'],
  ['WRONG_SERVICE', 'No es el servicio que se necesita'],
  ['MISSING_DOCUMENT', 'Falta un documento'],
  ['DUPLICATE', 'Ya fue derivado'],
  ['LEGAL_IMPEDIMENT', 'Impedimento legal'],
  ['CONFLICT_OF_INTEREST', 'Conflicto de interés'],
  ['PERSON_DECLINED', 'La persona no lo desea'],
  ['UNSAFE_TO_CONTACT', 'No es seguro contactarla'],
  ['COULD_NOT_CONTACT', 'No se logró contactarla'],
  ['OTHER', 'Otro motivo'],
]);

/** What came of a referral: coded apart from its being closed. */
export const outcomes = codeList('outcomes', own('merged from referral networks in other fields'), [
  ['SERVICE_RECEIVED', 'Recibió el servicio'],
  ['PARTLY_RECEIVED', 'Recibió el servicio en parte'],
  ['NOT_RECEIVED_NO_SHOW', 'No se presentó'],
  ['NOT_RECEIVED_COULD_NOT_CONTACT', 'No se logró contactarla'],
  ['NOT_RECEIVED_UNSAFE_CONTACT', 'No era seguro contactarla'],
  ['NOT_RECEIVED_DECLINED', 'Decidió no recibirlo'],
  ['NOT_RECEIVED_NO_CAPACITY', 'El servicio no pudo darse'],
  ['NOT_RECEIVED_OTHER', 'No lo recibió por otro motivo'],
]);

/** Whether an outcome means that help arrived. */
export const helpReceived: readonly string[] = ['SERVICE_RECEIVED', 'PARTLY_RECEIVED'];

/** Why a case is closed. */
export const closingReasons = codeList('closingReasons', own('after the three levels of care of the centres'), [
  ['PLAN_COMPLETED', 'Plan cumplido y riesgo superado'],
  ['PERSON_WITHDREW', 'La persona decidió no continuar'],
  ['MOVED_AWAY', 'Cambió de domicilio y fue derivada'],
  ['TRANSFERRED', 'Transferida a otra institución'],
  ['LOST_CONTACT', 'Se perdió el contacto'],
  ['DECEASED', 'Fallecimiento'],
  ['DUPLICATE', 'Registro duplicado'],
  ['ENTERED_IN_ERROR', 'Registrado por error'],
]);

/** Why a referral that was sent is called back. */
export const cancelReasons = codeList('cancelReasons', own('after the life of a referral'), [
  ['CONSENT_WITHDRAWN', 'La persona retiró su consentimiento'],
  ['NEED_MET', 'La necesidad ya fue atendida'],
  ['REROUTED', 'Se redirigió a otra institución'],
  ['PERSON_CHANGED_MIND', 'La persona ya no lo desea'],
  ['MOVED_AWAY', 'La persona cambió de domicilio'],
  ['DUPLICATE', 'Ya se había derivado'],
  ['UNSAFE', 'Continuar pondría en riesgo a la persona'],
  ['ENTERED_IN_ERROR', 'Registrada por error'],
]);

/** Why a person takes back a consent, where she says it. She owes no reason. */
export const withdrawReasons = codeList('withdrawReasons', own('after what persons say; none has to be given'), [
  ['NOT_SAID', 'No lo dijo'],
  ['CHANGED_MIND', 'Cambió de parecer'],
  ['AFRAID', 'Teme que se sepa'],
  ['DISTRUST', 'No confía en la institución'],
  ['NOT_NEEDED', 'Ya no lo necesita'],
]);
