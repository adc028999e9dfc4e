import { byName, type CodeList } from '../codes.js';
import { commonLists } from '../common/index.js';
import { legalDuties } from './codes/duties.js';
import {
  areas,
  conditions,
  disabilities,
  entryDoors,
  ethnicities,
  explanationLanguages,
  motherTongues,
  networkDoors,
  programmes,
  sexes,
} from './codes/intake.js';
import { frequencies, protectiveMeasures, relations, riskLevels, settings, violenceTypes } from './codes/violence.js';
import { institutionTypes } from './institutions.js';

export * from '../common/index.js';
export * from './codes/duties.js';
export * from './codes/intake.js';
export * from './codes/violence.js';

/** Every code list of Peru by its name. */
export const peruCodes: Readonly<Record<string, CodeList>> = byName([
  {
    name: 'institutionTypes',
    source: 'The ministry’s directory of services and the bodies the law gives duties to.',
    verified: true,
    entries: institutionTypes,
  },
  ...commonLists,
  areas,
  conditions,
  disabilities,
  entryDoors,
  ethnicities,
  explanationLanguages,
  frequencies,
  legalDuties,
  motherTongues,
  networkDoors,
  programmes,
  protectiveMeasures,
  relations,
  riskLevels,
  settings,
  sexes,
  violenceTypes,
]);
