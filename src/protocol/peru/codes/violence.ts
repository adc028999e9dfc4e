import { codeList } from '../../codes.js';

const microdata = {
  source: 'Fields and values seen in the public case register of the emergency centres (CEM), as read by its users.',
  verified: true,
};

/** The four types of the law; a case has one principal type, and may name others. */
export const violenceTypes = codeList('violenceTypes', microdata, [
  ['ECONOMIC', 'Económica o patrimonial'],
  ['PSYCHOLOGICAL', 'Psicológica'],
  ['PHYSICAL', 'Física'],
  ['SEXUAL', 'Sexual'],
]);

/** The levels of the register, and `UNDETERMINED` where the answers do not settle it. */
export const riskLevels = codeList('riskLevels', microdata, [
  ['MILD', 'Leve'],
  ['MODERATE', 'Moderado'],
  ['SEVERE', 'Severo'],
  ['UNDETERMINED', 'No determinado'],
]);

export const frequencies = codeList('frequencies', microdata, [
  ['DAILY', 'Diario'],
  ['WEEKLY', 'Semanal'],
  ['FORTNIGHTLY', 'Quincenal'],
  ['MONTHLY', 'Mensual'],
  ['INTERMITTENT', 'Intermitente'],
]);

/** What the accused is to the person. */
export const relations = codeList(
  'relations',
  {
    source: 'The register splits the tie in couple, family and none; the entries under each are our own reading.',
    verified: false,
  },
  [
    ['SPOUSE', 'Cónyuge'],
    ['PARTNER', 'Conviviente'],
    ['EX_SPOUSE', 'Excónyuge'],
    ['EX_PARTNER', 'Exconviviente'],
    ['SWEETHEART', 'Enamorado(a) o novio(a)'],
    ['EX_SWEETHEART', 'Exenamorado(a) o exnovio(a)'],
    ['CHILD_IN_COMMON', 'Progenitor(a) de su hijo(a), sin convivencia'],
    ['PARENT', 'Padre o madre'],
    ['STEP_PARENT', 'Padrastro o madrastra'],
    ['CHILD', 'Hijo o hija'],
    ['SIBLING', 'Hermano o hermana'],
    ['GRANDPARENT', 'Abuelo o abuela'],
    ['IN_LAW', 'Familiar político'],
    ['OTHER_RELATIVE', 'Otro familiar'],
    ['TEACHER', 'Docente o personal educativo'],
    ['EMPLOYER', 'Empleador o compañero de trabajo'],
    ['NEIGHBOUR', 'Vecino'],
    ['ACQUAINTANCE', 'Otra persona conocida'],
    ['STRANGER', 'Persona desconocida'],
    ['UNKNOWN', 'No registrado'],
  ],
);

/** Ties that make the couple risk form the right one. */
export const coupleRelations: readonly string[] = [
  'SPOUSE',
  'PARTNER',
  'EX_SPOUSE',
  'EX_PARTNER',
  'SWEETHEART',
  'EX_SWEETHEART',
  'CHILD_IN_COMMON',
];

/** Where it happened. */
export const settings = codeList(
  'settings',
  { source: 'Our own list, after the situations the network serves.', verified: false },
  [
    ['HOME', 'Hogar'],
    ['WORKPLACE', 'Centro de trabajo'],
    ['SCHOOL', 'Institución educativa'],
    ['PUBLIC_SPACE', 'Espacio público'],
    ['DIGITAL', 'Medio digital'],
    ['INSTITUTION', 'Institución'],
    ['OTHER', 'Otro'],
  ],
);

/** Protective measures a court may order. They hold until an order ends them. */
export const protectiveMeasures = codeList(
  'protectiveMeasures',
  { source: 'Ley 30364, art. 22, from general knowledge; not checked against the text.', verified: false },
  [
    ['RETIRO_AGRESOR', 'Retiro del agresor del domicilio y prohibición de volver'],
    ['NO_ACERCAMIENTO', 'Impedimento de acercarse'],
    ['NO_COMUNICACION', 'Prohibición de comunicarse'],
    ['ARMAS', 'Prohibición de tener o portar armas'],
    ['INVENTARIO_BIENES', 'Inventario de bienes'],
    ['ASIGNACION_ECONOMICA_EMERGENCIA', 'Asignación económica de emergencia'],
    ['NO_DISPONER_BIENES', 'Prohibición de disponer de bienes'],
    ['NO_RETIRAR_NNA', 'Prohibición de retirar del cuidado a niñas, niños y adolescentes'],
    ['TRATAMIENTO_REEDUCATIVO_AGRESOR', 'Tratamiento reeducativo para la persona agresora'],
    ['TRATAMIENTO_PSICOLOGICO_VICTIMA', 'Tratamiento psicológico para la víctima'],
    ['ALBERGUE', 'Albergue'],
    ['OTRA', 'Otra medida'],
  ],
);
