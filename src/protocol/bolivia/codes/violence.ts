import { codeList, relabelled, type CodeOf } from '../../codes.js';
import type { ViolenceMap } from '../../jurisdiction.js';
import * as peru from '../../peru/codes/violence.js';

/** The types of article 7. A case has one principal type, and may name others. */
export const violenceTypes = codeList(
  'violenceTypes',
  {
    source: 'Ley 348, art. 7: twelve of the types are listed in a public summary, the others are general knowledge.',
    verified: false,
  },
  [
    ['PHYSICAL', 'Física'],
    ['FEMINICIDAL', 'Feminicida'],
    ['PSYCHOLOGICAL', 'Psicológica'],
    ['MEDIA', 'Mediática'],
    ['SYMBOLIC', 'Simbólica o encubierta'],
    ['DIGNITY', 'Contra la dignidad, la honra y el nombre'],
    ['SEXUAL', 'Sexual'],
    ['REPRODUCTIVE_RIGHTS', 'Contra los derechos reproductivos'],
    ['HEALTH_SERVICES', 'En servicios de salud'],
    ['ECONOMIC', 'Patrimonial y económica'],
    ['LABOUR', 'Laboral'],
    ['EDUCATION', 'En el sistema educativo'],
    ['POLITICAL', 'En el ejercicio político y de liderazgo'],
    ['INSTITUTIONAL', 'Institucional'],
    ['FAMILY', 'En la familia'],
    ['SEXUAL_FREEDOM', 'Contra los derechos y la libertad sexual'],
    ['OTHER', 'Otra forma'],
  ],
);

type Type = CodeOf<typeof violenceTypes>;

/** `OTHER` falls under nothing: it is counted apart, never guessed. A setting is no act: its usual act stands for it. */
const common: Readonly<Record<Exclude<Type, 'OTHER'>, ViolenceMap['common'][string]>> = {
  PHYSICAL: 'PHYSICAL',
  FEMINICIDAL: 'PHYSICAL',
  FAMILY: 'PHYSICAL',
  PSYCHOLOGICAL: 'PSYCHOLOGICAL',
  MEDIA: 'PSYCHOLOGICAL',
  SYMBOLIC: 'PSYCHOLOGICAL',
  DIGNITY: 'PSYCHOLOGICAL',
  POLITICAL: 'PSYCHOLOGICAL',
  INSTITUTIONAL: 'PSYCHOLOGICAL',
  EDUCATION: 'PSYCHOLOGICAL',
  HEALTH_SERVICES: 'PSYCHOLOGICAL',
  SEXUAL: 'SEXUAL',
  SEXUAL_FREEDOM: 'SEXUAL',
  REPRODUCTIVE_RIGHTS: 'SEXUAL',
  ECONOMIC: 'ECONOMIC',
  LABOUR: 'ECONOMIC',
};

const incident: Readonly<Record<Exclude<Type, 'OTHER'>, ViolenceMap['incident'][string]>> = {
  PHYSICAL: 'PHYSICAL_ASSAULT',
  FEMINICIDAL: 'PHYSICAL_ASSAULT',
  FAMILY: 'PHYSICAL_ASSAULT',
  PSYCHOLOGICAL: 'PSYCHOLOGICAL_ABUSE',
  MEDIA: 'PSYCHOLOGICAL_ABUSE',
  SYMBOLIC: 'PSYCHOLOGICAL_ABUSE',
  DIGNITY: 'PSYCHOLOGICAL_ABUSE',
  POLITICAL: 'PSYCHOLOGICAL_ABUSE',
  INSTITUTIONAL: 'PSYCHOLOGICAL_ABUSE',
  EDUCATION: 'PSYCHOLOGICAL_ABUSE',
  HEALTH_SERVICES: 'DENIAL_OF_RESOURCES',
  SEXUAL: 'SEXUAL_ASSAULT',
  SEXUAL_FREEDOM: 'SEXUAL_ASSAULT',
  REPRODUCTIVE_RIGHTS: 'DENIAL_OF_RESOURCES',
  ECONOMIC: 'DENIAL_OF_RESOURCES',
  LABOUR: 'DENIAL_OF_RESOURCES',
};

export const boliviaViolence: ViolenceMap = { common, incident };

const sameScale = 'The same scale as in Peru, so that the two can be compared; no official list was found.';
const here = <L extends typeof peru.riskLevels | typeof peru.frequencies | typeof peru.settings>(list: L) => ({
  ...list,
  source: sameScale,
  verified: false,
});
export const riskLevels = here(peru.riskLevels);
export const frequencies = here(peru.frequencies);
export const settings = here(peru.settings);

export const relations = relabelled(
  { ...peru.relations, verified: false },
  {
    PARTNER: 'Concubino(a)',
    EX_PARTNER: 'Exconcubino(a)',
    SWEETHEART: 'Enamorado(a) o novio(a)',
    CHILD_IN_COMMON: 'Padre o madre de sus hijos, sin convivencia',
  },
  'The same ties as in Peru, in the words used here; no official list was found.',
);

/** Measures of protection. They hold until an order ends them. */
export const protectiveMeasures = codeList(
  'protectiveMeasures',
  { source: 'Ley 348, art. 35, from general knowledge; not checked against the text.', verified: false },
  [
    ['RETIRO_AGRESOR', 'Salida del agresor del domicilio y prohibición de volver'],
    ['NO_ACERCAMIENTO', 'Prohibición de acercarse'],
    ['NO_COMUNICACION', 'Prohibición de comunicarse'],
    ['RESTITUCION_DOMICILIO', 'Restitución de la mujer al domicilio'],
    ['DEVOLUCION_DOCUMENTOS', 'Devolución de documentos y objetos personales'],
    ['ARMAS', 'Prohibición de tener o portar armas'],
    ['INVENTARIO_BIENES', 'Inventario de bienes'],
    ['NO_DISPONER_BIENES', 'Retención o anotación de bienes'],
    ['ASIGNACION_ECONOMICA_EMERGENCIA', 'Asistencia familiar provisional'],
    ['GUARDA_NNA', 'Guarda de hijas e hijos'],
    ['ESCOLTA_POLICIAL', 'Custodia policial'],
    ['TRATAMIENTO_REEDUCATIVO_AGRESOR', 'Terapia para el agresor'],
    ['ALBERGUE', 'Casa de acogida'],
    ['OTRA', 'Otra medida'],
  ],
);
