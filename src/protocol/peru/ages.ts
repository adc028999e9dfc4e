import { containing, type AgeBandCode } from '../common/ages.js';
import type { AgeBand } from '../jurisdiction.js';

/** The scheme of the emergency centres' tables. */
export const cemBands = [
  { code: '0-5', label_es: '0 a 5 años', from: 0, to: 5 },
  { code: '6-11', label_es: '6 a 11 años', from: 6, to: 11 },
  { code: '12-17', label_es: '12 a 17 años', from: 12, to: 17 },
  { code: '18-25', label_es: '18 a 25 años', from: 18, to: 25 },
  { code: '26-35', label_es: '26 a 35 años', from: 26, to: 35 },
  { code: '36-45', label_es: '36 a 45 años', from: 36, to: 45 },
  { code: '46-59', label_es: '46 a 59 años', from: 46, to: 59 },
  { code: '60-plus', label_es: '60 años o más', from: 60 },
] as const satisfies readonly AgeBand[];

/** The scheme by stage of life. */
export const stageBands = [
  { code: '0-5', label_es: 'Primera infancia (0 a 5)', from: 0, to: 5 },
  { code: '6-11', label_es: 'Infancia (6 a 11)', from: 6, to: 11 },
  { code: '12-17', label_es: 'Adolescencia (12 a 17)', from: 12, to: 17 },
  { code: '18-29', label_es: 'Juventud (18 a 29)', from: 18, to: 29 },
  { code: '30-59', label_es: 'Adultez (30 a 59)', from: 30, to: 59 },
  { code: '60-plus', label_es: 'Persona adulta mayor (60 o más)', from: 60 },
] as const satisfies readonly AgeBand[];

export type CemBandCode = (typeof cemBands)[number]['code'] | 'UNKNOWN';
export type StageBandCode = (typeof stageBands)[number]['code'] | 'UNKNOWN';

/** The band of the emergency centres' tables that holds a band. */
export const cemBand = (band: AgeBandCode): CemBandCode => containing(cemBands, band);

/** The stage of life that holds a band. */
export const stageBand = (band: AgeBandCode): StageBandCode => containing(stageBands, band);
