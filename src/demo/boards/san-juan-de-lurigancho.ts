import { assumed } from '../assumption.js';
import { sanJuanDeLurigancho as districts } from '../figures/peru.js';
import { routesAmong, urbanExecution } from '../routes.js';
import { usual } from './mix.js';
import type { DemoBoard, InstitutionModel } from './model.js';
import { urbanProgrammes } from './programmes.js';
import { urbanInstitutions } from './urban-institutions.js';

/** More of what one of is not enough for the district with the most complaints of the country. */
const more: readonly InstitutionModel[] = [
  {
    suffix: 'comisaria-canto-rey',
    kind: 'POLICE',
    name: () => 'Comisaría de Canto Rey',
    seat: 'policia-canto-rey',
    always: true,
    services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Patrullaje y protección' }],
  },
  {
    suffix: 'cem-comisaria',
    kind: 'CEM',
    name: (place) => `Centro Emergencia Mujer en comisaría, ${place}`,
    seat: 'cem-comisaria',
    always: true,
    services: [
      { suffix: 'psicologia', kind: 'PSYCHOLOGY', name: 'Atención psicológica' },
      { suffix: 'legal', kind: 'LEGAL', name: 'Patrocinio legal' },
    ],
  },
];
const institutions = [...urbanInstitutions, ...more];

const [district] = districts;
const routes = routesAmong(institutions);
const stations = routes['comisaria-familia'] ?? [];
const centre = routes['cem'] ?? [];

/** San Juan de Lurigancho (Lima): a million inhabitants, and the most police complaints of all districts. */
export const sanJuanDeLurigancho: DemoBoard = {
  id: 'san-juan-de-lurigancho',
  country: 'PE',
  code: '150132',
  name: 'San Juan de Lurigancho',
  place: 'San Juan de Lurigancho, Lima',
  title: 'Mesa de concertación de San Juan de Lurigancho',
  level: 'district',
  districts: district === undefined ? [] : [district],
  institutions,
  routes: {
    ...routes,
    'comisaria-canto-rey': stations.map((route) =>
      route.to === 'cem' && route.service !== 'social' ? { ...route, to: 'cem-comisaria' } : route,
    ),
    'cem-comisaria': centre,
  },
  court: 'juzgado-familia',
  execution: urbanExecution,
  programmes: urbanProgrammes,
  mix: {
    ...usual,
    openers: assumed(
      {
        ...usual.openers.value,
        POLICE: { 'comisaria-familia': 30, 'comisaria-central': 40, 'comisaria-canto-rey': 30 },
        SELF: { cem: 60, 'cem-comisaria': 40 },
      },
      'so many complaints spread over more than one station and one centre',
    ),
    motherTongues: assumed(
      { ES: 84, QU: 12, AY: 1, SHP: 0.5, CNI: 0.5, UNKNOWN: 2 },
      'a district of people who came from the highlands; its own share was not found',
    ),
    slowness: assumed(1.3, 'the same offices for four to five times the complaints: everybody waits longer'),
  },
};
