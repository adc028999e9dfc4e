import { often, type Route, type Routes } from '../routes.js';
import type { InstitutionModel } from './model.js';

const spoken = ['ES', 'AY'] as const;

/** The bodies of Ley 348 in one city. Made-up houses with public names; the shelter has no address. */
export const elAltoInstitutions: readonly InstitutionModel[] = [
  {
    suffix: 'felcv',
    kind: 'POLICE_SPECIAL',
    name: (place) => `FELCV ${place}`,
    seat: 'felcv',
    always: true,
    services: [
      { suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Recepción de denuncias y auxilio', languages: spoken },
    ],
  },
  {
    suffix: 'unidad',
    kind: 'MUNICIPALITY',
    name: (place) => `Unidad Municipal de Atención Integral a la Familia de ${place}`,
    seat: 'municipio',
    always: false,
    services: [{ suffix: 'apoyo', kind: 'SUPPORT_FUND', name: 'Apoyo económico de emergencia' }],
  },
  {
    suffix: 'slim',
    kind: 'SLIM',
    name: (place) => `Servicio Legal Integral Municipal de ${place}`,
    seat: 'slim',
    always: false,
    parent: 'unidad',
    services: [
      { suffix: 'legal', kind: 'LEGAL', name: 'Patrocinio legal', minimumAge: 18, languages: spoken },
      { suffix: 'psicologia', kind: 'PSYCHOLOGY', name: 'Atención psicológica', minimumAge: 18, languages: spoken },
      { suffix: 'social', kind: 'SOCIAL', name: 'Trabajo social', minimumAge: 18, languages: spoken },
    ],
  },
  {
    suffix: 'dna',
    kind: 'DNA',
    name: (place) => `Defensoría de la Niñez y Adolescencia de ${place}`,
    seat: 'dna',
    always: false,
    parent: 'unidad',
    services: [
      {
        suffix: 'proteccion',
        kind: 'CHILD_PROTECTION',
        name: 'Protección de niñas, niños y adolescentes',
        maximumAge: 17,
        languages: spoken,
      },
    ],
  },
  {
    suffix: 'fiscalia',
    kind: 'PROSECUTOR',
    name: (place) => `Fiscalía especializada para víctimas de ${place}`,
    seat: 'ministerio-publico',
    always: true,
    services: [{ suffix: 'victimas', kind: 'SOCIAL', name: 'Protección a víctimas y testigos' }],
  },
  {
    suffix: 'juzgado',
    kind: 'COURT',
    name: (place) => `Juzgado contra la violencia hacia las mujeres de ${place}`,
    seat: 'organo-judicial',
    always: true,
    services: [],
  },
  {
    suffix: 'idif',
    kind: 'IDIF',
    name: (place) => `Instituto de Investigaciones Forenses, ${place}`,
    seat: 'idif',
    always: true,
    services: [{ suffix: 'forense', kind: 'FORENSIC', name: 'Examen médico forense' }],
  },
  {
    suffix: 'casa-acogida',
    kind: 'CASA_ACOGIDA',
    name: (place) => `Casa de acogida de ${place}`,
    seat: 'acogida',
    always: true,
    services: [
      {
        suffix: 'acogida',
        kind: 'SHELTER',
        name: 'Acogida temporal',
        confidential: true,
        capacity: { unit: 'BED', total: 24 },
      },
    ],
  },
  {
    suffix: 'salud',
    kind: 'HEALTH',
    name: (place) => `Hospital municipal de ${place}`,
    seat: 'salud',
    always: true,
    services: [
      { suffix: 'emergencia', kind: 'HEALTH', name: 'Emergencia y atención de salud', languages: spoken },
      { suffix: 'salud-mental', kind: 'PSYCHOLOGY', name: 'Salud mental' },
    ],
  },
  {
    suffix: 'sepdavi',
    kind: 'SEPDAVI',
    name: (place) => `SEPDAVI ${place}`,
    seat: 'sepdavi',
    always: false,
    services: [{ suffix: 'legal', kind: 'LEGAL', name: 'Asistencia legal gratuita' }],
  },
  {
    suffix: 'organizacion',
    kind: 'NGO',
    name: (place) => `Organización de mujeres de ${place}`,
    seat: 'sociedad-civil',
    always: false,
    services: [{ suffix: 'acompanamiento', kind: 'ACCOMPANIMENT', name: 'Acompañamiento', languages: spoken }],
  },
];

const slim = {
  mind: {
    to: 'slim',
    service: 'psicologia',
    kind: 'PSYCHOLOGY',
    purpose: 'PSYCHOLOGICAL_CARE',
    weight: ({ minor }) => (minor ? 0 : 38),
  },
  legal: { to: 'slim', service: 'legal', kind: 'LEGAL', purpose: 'LEGAL_AID', weight: ({ minor }) => (minor ? 0 : 26) },
  social: {
    to: 'slim',
    service: 'social',
    kind: 'SOCIAL',
    purpose: 'SOCIAL_CARE',
    weight: ({ minor }) => (minor ? 0 : 10),
  },
} as const satisfies Record<string, Route>;
/** Whoever is under 18 goes to the DNA, whoever is not to the SLIM. */
const child: Route = {
  to: 'dna',
  service: 'proteccion',
  kind: 'CHILD_PROTECTION',
  purpose: 'CHILD_PROTECTION',
  weight: ({ minor }) => (minor ? 60 : 0),
};
const health: Route = {
  to: 'salud',
  service: 'emergencia',
  kind: 'HEALTH',
  purpose: 'MEDICAL_CARE',
  weight: ({ severe }) => (severe ? 22 : 9),
};
const kit: Route = { ...health, purpose: 'SEXUAL_VIOLENCE_KIT', weight: ({ sexual }) => (sexual ? 28 : 0) };
const mind: Route = {
  to: 'salud',
  service: 'salud-mental',
  kind: 'PSYCHOLOGY',
  purpose: 'MENTAL_HEALTH',
  weight: often(8),
};
const forensic: Route = {
  to: 'idif',
  service: 'forense',
  kind: 'FORENSIC',
  purpose: 'FORENSIC_EXAM',
  weight: ({ sexual }) => (sexual ? 34 : 14),
};
/** Sexual violence always goes to the prosecutor as well. */
const investigation: Route = {
  to: 'fiscalia',
  service: 'victimas',
  kind: 'SOCIAL',
  purpose: 'CRIMINAL_INVESTIGATION',
  weight: ({ sexual }) => (sexual ? 40 : 8),
};
const witness: Route = { ...investigation, purpose: 'VICTIM_WITNESS_ASSISTANCE', weight: often(5) };
const shelter: Route = {
  to: 'casa-acogida',
  service: 'acogida',
  kind: 'SHELTER',
  purpose: 'SHELTER',
  weight: ({ severe, minor }) => (severe && !minor ? 9 : 0.5),
};
const lawyer: Route = { to: 'sepdavi', service: 'legal', kind: 'LEGAL', purpose: 'LEGAL_AID', weight: often(12) };
const company: Route = {
  to: 'organizacion',
  service: 'acompanamiento',
  kind: 'ACCOMPANIMENT',
  purpose: 'COMMUNITY_ACCOMPANIMENT',
  weight: often(8),
};
const fund: Route = { to: 'unidad', service: 'apoyo', kind: 'SUPPORT_FUND', purpose: 'SUPPORT_FUND', weight: often(4) };
const complaint: Route = {
  to: 'felcv',
  service: 'proteccion',
  kind: 'POLICE_PROTECTION',
  purpose: 'COMPLAINT',
  weight: often(14),
};

export const elAltoExecution: Route = { ...complaint, purpose: 'EXECUTE_MEASURES', weight: often(1) };

const justice: readonly Route[] = [slim.mind, slim.legal, child, forensic, witness, lawyer];

/** Where each of them refers to: purposes and services follow the roles of the law. */
export const elAltoRoutes: Routes = {
  felcv: [slim.mind, slim.legal, slim.social, child, health, kit, forensic, shelter],
  slim: [complaint, investigation, health, mind, kit, forensic, lawyer, shelter, company, fund, child],
  dna: [complaint, investigation, health, mind, kit, forensic, fund],
  fiscalia: justice,
  juzgado: justice,
  salud: [slim.mind, slim.social, complaint, investigation, child, company],
  sepdavi: [slim.mind, slim.social, complaint, forensic],
  idif: [slim.mind, child, health],
  'casa-acogida': [slim.legal, slim.mind, lawyer, health, fund],
  organizacion: [slim.mind, slim.legal, complaint],
  unidad: [slim.social, slim.mind, child, company],
};
