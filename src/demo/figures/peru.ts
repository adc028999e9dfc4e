import type { Month } from '#terms';
import { type DistrictSeries, monthly } from '../series.js';

/*
 * Police complaints for violence against women and members of the family group, by month of 2025, and inhabitants.
 * Complaints: Ministry of the Interior, observatory of citizen security, open data (SIDPOL); the last month is
 * provisional, and a month that is not in the table had none. Inhabitants: area times density of 2020 in the national
 * table of districts; unknown for districts founded since.
 */

type Row = readonly [code: string, name: string, inhabitants: number | undefined, complaints: readonly number[]];

const sanJuanDeLuriganchoRows: readonly Row[] = [
  ['150132', 'San Juan de Lurigancho', 1112394, [787, 731, 703, 635, 594, 507, 513, 547, 516, 591, 582, 521]],
];

const ccapiRows: readonly Row[] = [['081003', 'Ccapi', 4210, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]]];

/** Its capital first. */
const jaujaRows: readonly Row[] = [
  ['120401', 'Jauja', 17903, [19, 12, 16, 19, 11, 19, 23, 24, 12, 16, 21, 20]],
  ['120402', 'Acolla', 7768, [5, 1, 3, 3, 3, 4, 2, 7, 3, 3, 4, 1]],
  ['120403', 'Apata', 5435, [9, 4, 7, 3, 7, 6, 4, 3, 6, 4, 9, 6]],
  ['120404', 'Ataura', 1495, [1, 0, 1, 1, 1, 0, 0, 2, 2, 1, 1, 0]],
  ['120405', 'Canchayllo', 1759, [1, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0]],
  ['120406', 'Curicaca', 1559, [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]],
  ['120407', 'El Mantaro', 2887, [0, 1, 2, 0, 2, 2, 3, 2, 1, 1, 0, 0]],
  ['120408', 'Huamali', 1909, [1, 3, 0, 0, 0, 0, 1, 0, 1, 0, 2, 1]],
  ['120409', 'Huaripampa', 1137, [1, 0, 0, 1, 1, 0, 0, 0, 1, 2, 1, 0]],
  ['120410', 'Huertas', 2434, [4, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['120411', 'Janjaillo', 849, [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]],
  ['120412', 'Julcan', 1117, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['120413', 'Leonor Ordoñez', 1722, [0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0]],
  ['120414', 'Llocllapampa', 1495, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]],
  ['120415', 'Marco', 1843, [0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0]],
  ['120416', 'Masma', 2250, [0, 1, 0, 0, 0, 1, 2, 0, 2, 0, 0, 1]],
  ['120417', 'Masma Chicche', 954, [1, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0]],
  ['120418', 'Molinos', 2021, [1, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0]],
  ['120419', 'Monobamba', 1615, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['120420', 'Muqui', 1085, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['120421', 'Muquiyauyo', 2529, [0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0]],
  ['120422', 'Paca', 1150, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0]],
  ['120423', 'Paccha', 2086, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]],
  ['120424', 'Pancan', 1705, [3, 1, 1, 1, 1, 1, 1, 0, 0, 0, 2, 3]],
  ['120425', 'Parco', 1595, [0, 0, 4, 1, 0, 0, 1, 0, 1, 0, 0, 0]],
  ['120426', 'Pomacancha', 1876, [0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0]],
  ['120427', 'Ricran', 1648, [1, 0, 2, 0, 1, 0, 0, 0, 0, 0, 1, 1]],
  ['120428', 'San Lorenzo', 2598, [2, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1]],
  ['120429', 'San Pedro de Chunán', 789, [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0]],
  ['120430', 'Sausa', 3041, [0, 1, 2, 1, 0, 2, 1, 0, 0, 1, 0, 3]],
  ['120431', 'Sincos', 4277, [1, 0, 1, 0, 1, 0, 1, 0, 0, 3, 0, 3]],
  ['120432', 'Tunan Marca', 1287, [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]],
  ['120433', 'Yauli', 1477, [0, 0, 0, 1, 0, 0, 2, 0, 0, 1, 1, 1]],
  ['120434', 'Yauyos', 9272, [7, 2, 8, 5, 2, 6, 4, 1, 5, 3, 8, 2]],
];

/** Its capital, Pampas, first. */
const tayacajaRows: readonly Row[] = [
  ['090701', 'Pampas', 10604, [8, 9, 11, 11, 10, 7, 15, 9, 15, 7, 8, 10]],
  ['090702', 'Acostambo', 4572, [2, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]],
  ['090703', 'Acraquia', 4994, [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]],
  ['090704', 'Ahuaycha', 5132, [0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0]],
  ['090705', 'Colcabamba', 15413, [0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 2]],
  ['090706', 'Daniel Hernandez', 11082, [0, 0, 0, 0, 1, 0, 1, 2, 4, 1, 3, 1]],
  ['090707', 'Huachocolpa', 3504, [1, 0, 0, 2, 0, 0, 2, 0, 0, 2, 0, 0]],
  ['090709', 'Huaribamba', 4949, [0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 2, 2]],
  ['090710', 'Ñahuimpuquio', 1840, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090711', 'Pazos', 7067, [1, 0, 1, 0, 1, 0, 4, 1, 1, 0, 1, 0]],
  ['090713', 'Quishuar', 897, [3, 2, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]],
  ['090714', 'Salcabamba', 5096, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2]],
  ['090715', 'Salcahuasi', 3639, [0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0]],
  ['090716', 'San Marcos de Rocchac', 3051, [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]],
  ['090717', 'Surcubamba', 5494, [0, 1, 0, 2, 0, 1, 3, 2, 3, 1, 3, 0]],
  ['090718', 'Tintay Puncu', 3274, [1, 2, 0, 2, 2, 1, 2, 2, 0, 2, 1, 1]],
  ['090719', 'Quichuas', 5146, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090720', 'Andaymarca', 2637, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090721', 'Roble', 1401, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090722', 'Pichos', 2561, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090723', 'Santiago de Tucuma', undefined, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090724', 'Lambras', undefined, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['090725', 'Cochabamba', undefined, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
];

const seriesOf = (province: string, rows: readonly Row[]): readonly DistrictSeries[] =>
  rows.map(([code, name, inhabitants, complaints]) => ({
    ...{ code, name, province, complaints: new Map<Month, number>(monthly(2025, complaints)) },
    ...(inhabitants === undefined ? {} : { population: { inhabitants, year: 2020, source: 'INEI-2020-DENSITY' } }),
  }));

export const sanJuanDeLurigancho = seriesOf('Lima', sanJuanDeLuriganchoRows);
export const ccapi = seriesOf('Paruro', ccapiRows);
export const jauja = seriesOf('Jauja', jaujaRows);
export const tayacaja = seriesOf('Tayacaja', tayacajaRows);
