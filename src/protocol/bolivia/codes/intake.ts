import { codeList, relabelled } from '../../codes.js';
import * as peru from '../../peru/codes/intake.js';

const own = (what: string) => ({ source: `Our own list, ${what}.`, verified: false });
const noList = 'The same codes as in Peru, so that the two can be compared; no official list was found.';
const compared = <L extends { readonly source: string; readonly verified: boolean }>(list: L) => ({
  ...list,
  source: noList,
  verified: false,
});

/** How a person came to the service. */
export const entryDoors = codeList('entryDoors', own('after the bodies Ley 348 gives duties to'), [
  ['SELF', 'Acude directamente'],
  ['OTHER_MATTER', 'Acude por otro motivo'],
  // One door for the police, as in Peru; which unit took a complaint is said with the complaint.
  ['POLICE', 'Derivado por la FELCV u otra unidad policial'],
  ['PROSECUTOR', 'Derivado por el Ministerio Público'],
  ['COURT', 'Derivado por un juzgado'],
  ['SLIM', 'Derivado por otro SLIM'],
  ['DNA', 'Derivado por la Defensoría de la Niñez y Adolescencia'],
  ['SEPDAVI', 'Derivado por el SEPDAVI'],
  ['SIJPLU', 'Derivado por el SIJPLU'],
  ['HEALTH', 'Derivado por un establecimiento de salud'],
  ['EDUCATION', 'Derivado por una unidad o dirección educativa'],
]);

/** Doors of a network beyond the bodies of the law. */
export const networkDoors = codeList('networkDoors', own('after the bodies that first hear of violence'), [
  ['AIOC', 'Derivado por la autoridad indígena originaria campesina'],
  ['COMMUNITY_DEFENDER', 'Derivado por la promotora comunitaria'],
  ['MUNICIPALITY', 'Derivado por el gobierno municipal'],
  ['OMBUDSMAN', 'Derivado por la Defensoría del Pueblo'],
  ['NGO', 'Derivado por una organización de la sociedad civil'],
  ['THIRD_PARTY', 'Comunicado por otra persona'],
]);

export const conditions = relabelled(compared(peru.conditions), { TRANSFERRED: 'Derivado de otro servicio' });
export const sexes = compared(peru.sexes);
export const areas = compared(peru.areas);
export const disabilities = compared(peru.disabilities);

const tongues = [
  ['ES', 'Castellano'],
  ['QU', 'Quechua'],
  ['AY', 'Aymara'],
  ['GN', 'Guaraní'],
] as const;

export const motherTongues = codeList('motherTongues', own('after the languages most spoken'), [
  ...tongues,
  ['OTHER_INDIGENOUS', 'Otra lengua indígena'],
  ['OTHER_FOREIGN', 'Otra lengua extranjera'],
  ['SIGN', 'Lengua de señas boliviana'],
  ['NO_SPEECH', 'No escucha ni habla'],
  ['UNKNOWN', 'No registrada'],
]);

/** In which language a consent is explained. */
export const explanationLanguages = codeList('explanationLanguages', own('after the mother tongues, and English'), [
  ...tongues,
  ['EN', 'Inglés'],
  ['OTHER_INDIGENOUS', 'Otra lengua indígena, con intérprete'],
  ['OTHER_FOREIGN', 'Otra lengua extranjera, con intérprete'],
  ['SIGN', 'Lengua de señas boliviana'],
]);

export const ethnicities = codeList('ethnicities', own('after the peoples most persons name as theirs'), [
  ['QUECHUA', 'Quechua'],
  ['AIMARA', 'Aymara'],
  ['GUARANI', 'Guaraní'],
  ['CHIQUITANO', 'Chiquitano'],
  ['MOJENO', 'Mojeño'],
  ['OTHER_INDIGENOUS', 'De otro pueblo indígena originario campesino'],
  ['AFROBOLIVIAN', 'Afroboliviano'],
  ['NONE', 'De ninguno'],
  ['UNKNOWN', 'No sabe o no responde'],
]);

/** National programmes. */
export const programmes = codeList(
  'programmes',
  { source: 'Public pages on Ley 348 and its regulation.', verified: false },
  [['NATIONAL', 'Sistema integral contra la violencia en razón de género (SIPPASE)']],
);

/** Duties of the law under which a service must tell another, whether or not the person agrees. */
export const legalDuties = codeList(
  'legalDuties',
  { source: 'Duties named by Ley 348 and its regulation; the articles are to be checked.', verified: false },
  [
    ['MANDATORY_COMPLAINT', 'Denuncia obligatoria del personal de salud o educación'],
    ['PROMOTER_REMISSION', 'Remisión de la denuncia al Ministerio Público'],
    ['CHILD_PROTECTION', 'Protección de una niña, niño o adolescente'],
    ['RISK_TO_LIFE', 'Peligro inmediato para la vida'],
    ['COURT_ORDER', 'Orden judicial o requerimiento fiscal'],
  ],
);
