import type { InstitutionType } from '../jurisdiction.js';

/** Kinds of bodies of Ley 348 and of the networks around it. Where Peru has the same kind, it has the same code. */
export const institutionTypes = [
  { code: 'POLICE_SPECIAL', label_es: 'FELCV', receivesReferrals: true },
  { code: 'POLICE', label_es: 'Estación o módulo policial', receivesReferrals: true },
  { code: 'SLIM', label_es: 'Servicio Legal Integral Municipal (SLIM)', receivesReferrals: true },
  { code: 'DNA', label_es: 'Defensoría de la Niñez y Adolescencia', receivesReferrals: true },
  { code: 'SEPDAVI', label_es: 'SEPDAVI (asistencia a la víctima)', receivesReferrals: true },
  { code: 'SIJPLU', label_es: 'SIJPLU (servicios integrados de justicia)', receivesReferrals: true },
  // Defends whoever is accused: nothing about the person may reach it through a referral.
  { code: 'SEPDEP', label_es: 'SEPDEP (defensa de la persona denunciada)', receivesReferrals: false },
  { code: 'PROSECUTOR', label_es: 'Ministerio Público (FEVAP)', receivesReferrals: true },
  { code: 'COURT', label_es: 'Juzgado contra la violencia hacia las mujeres', receivesReferrals: true },
  { code: 'IDIF', label_es: 'Instituto de Investigaciones Forenses (IDIF)', receivesReferrals: true },
  { code: 'CASA_ACOGIDA', label_es: 'Casa de acogida', receivesReferrals: true, secretAddress: true },
  { code: 'AIOC', label_es: 'Autoridad indígena originaria campesina', receivesReferrals: true },
  { code: 'HEALTH', label_es: 'Establecimiento de salud', receivesReferrals: true },
  { code: 'EDUCATION', label_es: 'Unidad educativa o dirección departamental', receivesReferrals: true },
  { code: 'MUNICIPALITY', label_es: 'Gobierno municipal', receivesReferrals: true },
  { code: 'COMMUNITY_DEFENDER', label_es: 'Promotora comunitaria', receivesReferrals: true },
  { code: 'OMBUDSMAN', label_es: 'Defensoría del Pueblo', receivesReferrals: true },
  { code: 'LABOUR_INSPECTION', label_es: 'Jefatura de trabajo', receivesReferrals: true },
  // Takes those a court orders to come. Handed a victim's case, one office would hold both sides.
  { code: 'REEDUCATION', label_es: 'Servicio de rehabilitación de agresores', receivesReferrals: false },
  { code: 'NGO', label_es: 'Organización de la sociedad civil', receivesReferrals: true },
] as const satisfies readonly InstitutionType[];

/** Bodies that take a complaint to the prosecutor and go with the person through every stage. */
export const promoters = ['SLIM', 'DNA', 'SEPDAVI', 'SIJPLU'] as const satisfies readonly BolivianInstitution[];

type BolivianInstitution = (typeof institutionTypes)[number]['code'];
