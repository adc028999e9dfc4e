import { tayacaja as districts } from '../figures/peru.js';
import { tayacajaProgrammes } from './programmes.js';
import { provincialBoard } from './provincial.js';

/** The province of Tayacaja (Huancavelica): its capital is Pampas, its farthest districts lie in the hot valleys below. */
export const tayacaja = provincialBoard({
  id: 'tayacaja',
  code: '0907',
  name: 'Tayacaja',
  region: 'Huancavelica',
  capital: 'Pampas',
  districts,
  stations: [
    { suffix: 'comisaria-surcubamba', name: 'Comisaría de Surcubamba', district: '090717' },
    { suffix: 'comisaria-tintay-puncu', name: 'Comisaría de Tintay Puncu', district: '090718' },
  ],
  tongues: {
    because: 'most people of the province speak Quechua at home; the share among those who complain was not found',
    value: { ES: 38, QU: 59, UNKNOWN: 3 },
  },
  slowness: {
    because: 'from Tintay Puncu or Surcubamba to Pampas is most of a day, and the road closes when it rains',
    value: 2.2,
  },
  programmes: tayacajaProgrammes,
});
