import { assumed } from '../assumption.js';
import { ccapi as districts } from '../figures/peru.js';
import { at, often, type Route, routesAmong, urbanExecution } from '../routes.js';
import { usual } from './mix.js';
import type { DemoBoard, InstitutionModel } from './model.js';
import { ccapiProgrammes } from './programmes.js';
import { urbanInstitutions } from './urban-institutions.js';

/** Capital of the province: what the district itself does not have is there, hours away. */
const paruro = '081001';
const quechua = ['QU', 'ES'] as const;

const station: InstitutionModel = {
  suffix: 'comisaria',
  kind: 'POLICE',
  name: () => 'Comisaría de Paruro',
  seat: 'policia',
  always: true,
  services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Patrullaje y protección', languages: ['ES'] }],
  district: paruro,
};

/** What there is in the district itself. */
const local: readonly InstitutionModel[] = [
  {
    suffix: 'defensoria',
    kind: 'COMMUNITY_DEFENDER',
    name: () => 'Defensoría comunitaria Nueva Vida',
    seat: 'defensoria-comunitaria',
    always: true,
    services: [
      { suffix: 'acompanamiento', kind: 'ACCOMPANIMENT', name: 'Acompañamiento comunitario', languages: quechua },
    ],
  },
  {
    suffix: 'ronda',
    kind: 'RONDA',
    name: (place) => `Ronda campesina de ${place}`,
    seat: 'ronda',
    always: true,
    services: [
      { suffix: 'acompanamiento', kind: 'ACCOMPANIMENT', name: 'Acompañamiento y vigilancia', languages: quechua },
    ],
  },
  {
    suffix: 'juez-paz',
    kind: 'JUSTICE_OF_PEACE',
    name: (place) => `Juzgado de Paz de ${place}`,
    seat: 'justicia-de-paz',
    always: true,
    services: [{ suffix: 'orientacion', kind: 'LEGAL', name: 'Orientación y medidas urgentes', languages: quechua }],
  },
  {
    suffix: 'salud',
    kind: 'HEALTH',
    name: (place) => `Puesto de Salud de ${place}`,
    seat: 'salud',
    always: true,
    services: [{ suffix: 'emergencia', kind: 'HEALTH', name: 'Atención de salud', languages: quechua }],
  },
];

const kept = ['cem', 'fiscalia', 'demuna', 'municipalidad'];
const inParuro: readonly string[] = ['cem', 'fiscalia'];
const fromTheCity = urbanInstitutions
  .filter(({ suffix }) => kept.includes(suffix))
  .map((each) =>
    inParuro.includes(each.suffix) ? { ...each, name: () => each.name('Paruro'), district: paruro } : each,
  );
const institutions = [station, ...local, ...fromTheCity];

const inPlaceOf = { 'comisaria-familia': 'comisaria', 'juzgado-familia': 'juez-paz', ong: 'defensoria' };
const routes = routesAmong(institutions, inPlaceOf);

const company: Route = {
  to: 'defensoria',
  service: 'acompanamiento',
  kind: 'ACCOMPANIMENT',
  purpose: 'COMMUNITY_ACCOMPANIMENT',
  weight: often(20),
};
const justice: Route = {
  to: 'juez-paz',
  service: 'orientacion',
  kind: 'LEGAL',
  purpose: 'PROTECTION_MEASURES',
  weight: ({ severe }) => (severe ? 40 : 18),
};
const watch: Route = { ...company, to: 'ronda', weight: often(8) };
const complaint: Route = {
  to: 'comisaria',
  service: 'proteccion',
  kind: 'POLICE_PROTECTION',
  purpose: 'COMPLAINT',
  weight: ({ severe }) => (severe ? 22 : 5),
};
const health: Route = {
  to: 'salud',
  service: 'emergencia',
  kind: 'HEALTH',
  purpose: 'MEDICAL_CARE',
  weight: ({ severe }) => (severe ? 24 : 12),
};

/** Ccapi (Paruro, Cusco): communities at 3,200 metres, defenders who speak Quechua, and a police station far away. */
export const ccapi: DemoBoard = {
  id: 'ccapi',
  country: 'PE',
  code: '081003',
  name: 'Ccapi',
  place: 'Ccapi, Paruro',
  title: 'Mesa de las defensorías comunitarias de Ccapi',
  level: 'district',
  districts,
  institutions,
  routes: {
    ...routes,
    defensoria: [justice, health, complaint, watch, ...(routes['defensoria'] ?? [])],
    ronda: [company, justice, health, complaint],
    salud: [company, justice, complaint, ...(routes['salud'] ?? [])],
    'juez-paz': [company, watch, health, complaint],
  },
  court: 'juez-paz',
  execution: at(urbanExecution, inPlaceOf),
  programmes: ccapiProgrammes,
  mix: {
    ...usual,
    openers: assumed(
      {
        POLICE: { comisaria: 1 },
        PROSECUTOR: { fiscalia: 1 },
        DEMUNA: { demuna: 1 },
        SELF: { cem: 1 },
        CEM: { cem: 1 },
        COURT: { 'juez-paz': 1 },
        HEALTH: { salud: 1 },
        COMMUNITY_DEFENDER: { defensoria: 1 },
        RONDA: { ronda: 1 },
      },
      'each door has one house, the first four of them in the capital of the province',
    ),
    monthlyDoors: assumed(
      { COMMUNITY_DEFENDER: 2.5, RONDA: 0.4, HEALTH: 0.3 },
      'defenders of the whole rural network are said to see about 40 cases a month; two or three of them here, where the police hears of one a year',
    ),
    principalTypes: assumed(
      { PSYCHOLOGICAL: 40, PHYSICAL: 48, SEXUAL: 9, ECONOMIC: 3 },
      'what neighbours are told first is the blow, and maintenance that was not paid; what is sexual stays unsaid longest',
    ),
    risks: assumed(
      { MILD: 30, MODERATE: 34, SEVERE: 16, UNDETERMINED: 20 },
      'a notebook is no form: in one case out of five the answers do not settle a level',
    ),
    motherTongues: assumed({ QU: 93, ES: 6, UNKNOWN: 1 }, 'assemblies there are held in Quechua and Spanish'),
    slowness: assumed(
      3,
      'Cusco is five hours away and Paruro not much nearer; what goes on foot or with the bus of the week takes days',
    ),
  },
};
