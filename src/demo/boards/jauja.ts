import { jauja as districts } from '../figures/peru.js';
import { provincialProgrammes } from './programmes.js';
import { provincialBoard } from './provincial.js';

/** The province of Jauja (Junín): 34 small districts close to each other in one valley. */
export const jauja = provincialBoard({
  id: 'jauja',
  code: '1204',
  name: 'Jauja',
  region: 'Junín',
  capital: 'Jauja',
  districts,
  stations: [
    { suffix: 'comisaria-apata', name: 'Comisaría de Apata', district: '120403' },
    { suffix: 'comisaria-acolla', name: 'Comisaría de Acolla', district: '120402' },
    { suffix: 'comisaria-yauyos', name: 'Comisaría de Yauyos, Jauja', district: '120434' },
  ],
  tongues: {
    because: 'Wanka Quechua is spoken by the old, and Spanish by nearly all; no share of the province was found',
    value: { ES: 86, QU: 11, UNKNOWN: 3 },
  },
  slowness: {
    because:
      'a valley with roads: the capital is an hour or two from most of its districts, by bus and not by patrol car',
    value: 1.5,
  },
  programmes: provincialProgrammes,
});
