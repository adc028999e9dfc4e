import type { Beside, ProgrammesModel } from './model.js';

/** Re-education in Peru: the kind the law gives it to takes no referrals, so it has no services to refer to. */
const centre: Beside = {
  suffix: 'cai',
  kind: 'CAI',
  name: (place) => `Centro de Atención Institucional de ${place}`,
  always: false,
  services: [],
};

/** In a province: the school authority is among those who do things, and nobody re-educates. */
export const provincialProgrammes: ProgrammesModel = {
  beside: [],
  ...{ men: 'ong', fund: 'municipalidad', currency: 'PEN', councils: [], spoken: ['ES'] },
  watch: { by: 'ong', over: ['cem', 'salud', 'fiscalia', 'defensa-publica'] },
  alerts: { by: ['ugel', 'demuna', 'salud'], to: ['demuna', 'municipalidad', 'comisaria'] },
  activities: ['cem', 'municipalidad', 'ugel', 'demuna', 'salud'],
  ...{ government: 'municipalidad', norm: 'MUNICIPAL_BYLAW' },
};

/** In a district of a city: somebody re-educates, and there is no community that assembles. */
export const urbanProgrammes: ProgrammesModel = {
  ...provincialProgrammes,
  ...{ beside: [centre], centre: 'cai' },
  alerts: { by: ['demuna', 'salud', 'ong'], to: ['demuna', 'municipalidad', 'comisaria-central'] },
  activities: ['cem', 'municipalidad', 'demuna', 'ong', 'salud'],
};

/** Two communities high above the valleys, with people of their own who know the way down to the capital. */
export const tayacajaProgrammes: ProgrammesModel = {
  ...provincialProgrammes,
  beside: [
    {
      suffix: 'defensoria',
      kind: 'COMMUNITY_DEFENDER',
      name: (place) => `Defensoría comunitaria de las alturas de ${place}`,
      always: true,
      services: [],
    },
    {
      suffix: 'ronda',
      kind: 'RONDA',
      name: (place) => `Ronda campesina de los valles de ${place}`,
      always: true,
      services: [],
      district: '090718',
    },
    {
      suffix: 'red',
      kind: 'NGO',
      name: (place) => `Red de defensorías y rondas de ${place}`,
      always: false,
      services: [],
    },
  ],
  councils: [
    {
      ...{
        suffix: 'defensoria',
        kind: 'COMMUNITY_DEFENDER',
        communities: ['comunidad-de-arriba', 'comunidad-del-lago'],
      },
      ...{ since: '2021-08-14', norm: 'RA-118-2021', defenders: 6 },
    },
    {
      ...{ suffix: 'ronda', kind: 'RONDA', communities: ['comunidad-del-valle'] },
      ...{ since: '2017-05-06', norm: 'RA-064-2017', defenders: 9 },
    },
  ],
  ...{ network: 'red', spoken: ['QU', 'ES'] },
  alerts: { by: ['ugel', 'ronda', 'defensoria'], to: ['demuna', 'municipalidad', 'comisaria'] },
};

/** Communities at 3,200 metres: the defenders and the ronda sit on the board themselves. */
export const ccapiProgrammes: ProgrammesModel = {
  beside: [
    {
      suffix: 'red',
      kind: 'NGO',
      name: () => 'Red de defensorías comunitarias de Paruro',
      always: false,
      services: [],
    },
  ],
  ...{ fund: 'municipalidad', currency: 'PEN', network: 'red', spoken: ['QU', 'ES'] },
  councils: [
    {
      ...{ suffix: 'defensoria', kind: 'COMMUNITY_DEFENDER', communities: ['comunidad-alta', 'comunidad-del-puente'] },
      ...{ since: '2019-03-09', norm: 'RA-021-2019', defenders: 8 },
    },
    {
      ...{ suffix: 'ronda', kind: 'RONDA', communities: ['comunidad-de-la-loma'] },
      ...{ since: '2014-06-21', norm: 'RA-009-2014', defenders: 11 },
    },
  ],
  watch: { by: 'defensoria', over: ['salud', 'comisaria', 'juez-paz', 'demuna'] },
  alerts: { by: ['defensoria', 'ronda', 'salud'], to: ['demuna', 'municipalidad', 'comisaria'] },
  activities: ['defensoria', 'ronda', 'salud', 'demuna'],
  ...{ government: 'municipalidad', norm: 'MUNICIPAL_BYLAW' },
};

/** By Ley 348: the service that rehabilitates aggressors, promoters of the neighbourhoods, a municipality with laws of its own. */
export const elAltoProgrammes: ProgrammesModel = {
  beside: [
    {
      suffix: 'rehabilitacion',
      kind: 'REEDUCATION',
      name: (place) => `Servicio de rehabilitación de agresores de ${place}`,
      always: false,
      services: [],
    },
    {
      suffix: 'promotoras',
      kind: 'COMMUNITY_DEFENDER',
      name: (place) => `Promotoras comunitarias de ${place}`,
      always: true,
      services: [],
    },
    {
      suffix: 'red',
      kind: 'NGO',
      name: (place) => `Red de promotoras comunitarias de ${place}`,
      always: false,
      services: [],
    },
  ],
  ...{ centre: 'rehabilitacion', men: 'slim', fund: 'unidad', currency: 'BOB', network: 'red', spoken: ['ES', 'AY'] },
  councils: [
    {
      ...{
        suffix: 'promotoras',
        kind: 'COMMUNITY_DEFENDER',
        communities: ['distrito-municipal-4', 'distrito-municipal-8'],
      },
      ...{ since: '2018-11-25', norm: 'RM-211-2018', defenders: 14 },
    },
  ],
  watch: { by: 'organizacion', over: ['felcv', 'fiscalia', 'salud', 'slim'] },
  alerts: { by: ['promotoras', 'dna', 'salud'], to: ['dna', 'felcv', 'unidad'] },
  activities: ['slim', 'unidad', 'dna', 'organizacion', 'felcv'],
  ...{ government: 'unidad', norm: 'MUNICIPAL_LAW' },
};
