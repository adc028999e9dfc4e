import type { InstitutionType } from '../jurisdiction.js';

/** DS 003-2025-MIMP gave the programme and its services new names in May 2025; the day is approximate. */
const renamed = '2025-05-01';

/** Kinds of bodies, named as in the ministry's directory where it lists them. */
export const institutionTypes = [
  { code: 'POLICE_FAMILY', label_es: 'Comisaría de Familia', receivesReferrals: true },
  { code: 'POLICE', label_es: 'Comisaría', receivesReferrals: true },
  {
    code: 'CEM',
    label_es: 'Centro Emergencia Mujer y Familia',
    names: [
      { label_es: 'Centro Emergencia Mujer', from: '2015-11-24' },
      { label_es: 'Centro Emergencia Mujer y Familia', from: renamed },
    ],
    receivesReferrals: true,
  },
  { code: 'SAR', label_es: 'Servicio de Atención Rural', receivesReferrals: true },
  {
    code: 'SAM',
    label_es: 'Servicio de atención urgente (SAM)',
    names: [
      { label_es: 'Servicio de Atención Urgente (SAU)', from: '2015-11-24' },
      { label_es: 'Servicio de atención urgente (SAM)', from: renamed },
    ],
    receivesReferrals: true,
  },
  { code: 'LINE100', label_es: 'Línea 100', receivesReferrals: false },
  { code: 'CHAT100', label_es: 'Chat 100', receivesReferrals: false },
  { code: 'HRT', label_es: 'Hogar de refugio temporal', receivesReferrals: true, secretAddress: true },
  // Takes those a court orders to come. Handed a victim's case, one office would hold both sides.
  { code: 'CAI', label_es: 'Centro de Atención Institucional', receivesReferrals: false },
  { code: 'FAMILY_COURT', label_es: 'Juzgado de familia', receivesReferrals: true },
  { code: 'JUSTICE_OF_PEACE_LEGAL', label_es: 'Juzgado de paz letrado', receivesReferrals: true },
  { code: 'JUSTICE_OF_PEACE', label_es: 'Juzgado de paz', receivesReferrals: true },
  { code: 'PROSECUTOR_CRIMINAL', label_es: 'Fiscalía penal', receivesReferrals: true },
  { code: 'PROSECUTOR_FAMILY', label_es: 'Fiscalía de familia', receivesReferrals: true },
  { code: 'UDAVIT', label_es: 'Unidad de víctimas y testigos (UDAVIT)', receivesReferrals: true },
  { code: 'IML', label_es: 'Instituto de Medicina Legal', receivesReferrals: true },
  { code: 'PUBLIC_DEFENCE', label_es: 'Defensa pública de víctimas', receivesReferrals: true },
  { code: 'DEMUNA', label_es: 'DEMUNA', receivesReferrals: true },
  { code: 'UPE', label_es: 'Unidad de Protección Especial', receivesReferrals: true },
  { code: 'HEALTH', label_es: 'Establecimiento de salud', receivesReferrals: true },
  { code: 'EDUCATION', label_es: 'Institución educativa o UGEL', receivesReferrals: true },
  { code: 'MUNICIPALITY', label_es: 'Municipalidad', receivesReferrals: true },
  { code: 'COMMUNITY_DEFENDER', label_es: 'Defensoría comunitaria', receivesReferrals: true },
  { code: 'RONDA', label_es: 'Ronda campesina', receivesReferrals: true },
  { code: 'NATIVE_COMMUNITY', label_es: 'Comunidad nativa', receivesReferrals: true },
  { code: 'OMBUDSMAN', label_es: 'Defensoría del Pueblo', receivesReferrals: true },
  { code: 'LABOUR_INSPECTION', label_es: 'Inspección de trabajo', receivesReferrals: true },
  { code: 'NGO', label_es: 'Organización de la sociedad civil', receivesReferrals: true },
] as const satisfies readonly InstitutionType[];

export type InstitutionTypeCode = (typeof institutionTypes)[number]['code'];
