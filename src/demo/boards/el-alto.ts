import { assumed, from } from '../assumption.js';
import { elAlto as districts } from '../figures/el-alto.js';
import { usual } from './mix.js';
import type { DemoBoard } from './model.js';
import { elAltoProgrammes } from './programmes.js';
import { elAltoExecution, elAltoInstitutions, elAltoRoutes } from './el-alto-network.js';

/** El Alto (La Paz, Bolivia): by Ley 348, with the special police force at its first door. */
export const elAlto: DemoBoard = {
  id: 'el-alto',
  country: 'BO',
  code: '020105',
  name: 'El Alto',
  place: 'El Alto, La Paz',
  title: 'Red interinstitucional de El Alto',
  level: 'district',
  districts,
  institutions: elAltoInstitutions,
  routes: elAltoRoutes,
  court: 'juzgado',
  execution: elAltoExecution,
  programmes: elAltoProgrammes,
  mix: {
    policeShare: usual.policeShare,
    doors: assumed(
      { PROSECUTOR: 7.8, SELF: 12, DNA: 7, HEALTH: 4.9, SEPDAVI: 1.5 },
      'the shares of the Peruvian survey, for want of a Bolivian one, with more for the SLIM, which takes complaints itself',
    ),
    openers: assumed(
      {
        POLICE: { felcv: 1 },
        PROSECUTOR: { fiscalia: 1 },
        SELF: { slim: 1 },
        SLIM: { slim: 1 },
        DNA: { dna: 1 },
        HEALTH: { salud: 1 },
        SEPDAVI: { sepdavi: 1 },
      },
      'one house for each body the law names',
    ),
    complaints: assumed(
      { POLICE: 1, PROSECUTOR: 1, SELF: 0.6, DNA: 0.6, SEPDAVI: 0.8 },
      'promoters take the complaint of most who come, and first give counsel to the others',
    ),
    carriedOver: assumed(
      {
        TRANSFERRED: { perComplaint: 0.012, door: 'SLIM' },
        CONTINUED: { perComplaint: 0.008, door: 'SELF' },
      },
      'as in Independencia',
    ),
    principalTypes: from(
      'Public Ministry of Bolivia, crimes of Ley 348 in 2024, whole country: 37,601 of family violence, 11,437 sexual ones, 1,287 others.',
      { FAMILY: 37_601, SEXUAL: 11_437, OTHER: 1_287 },
    ),
    risks: usual.risks,
    motherTongues: assumed(
      { ES: 64, AY: 31, QU: 4, UNKNOWN: 1 },
      'a city of people who came from the Aymara highlands; the share among those who complain was not found',
    ),
    slowness: assumed(
      1.1,
      'a city with all its offices, and a police that says it builds its files in the eight hours of the norm',
    ),
  },
};
