import { byName, relabelled, type CodeList } from '../codes.js';
import { commonLists, referralPurposes } from '../common/index.js';
import * as intake from './codes/intake.js';
import { frequencies, protectiveMeasures, relations, riskLevels, settings, violenceTypes } from './codes/violence.js';
import { institutionTypes } from './institutions.js';

/** Every code list of Bolivia by its name; where a name here says it better, it takes the place of the network's. */
export const boliviaCodes: Readonly<Record<string, CodeList>> = byName([
  {
    name: 'institutionTypes',
    source: 'Public guides to Ley 348 and its regulation, and a list of services of one department.',
    verified: false,
    entries: institutionTypes,
  },
  ...commonLists,
  relabelled(referralPurposes, { SHELTER: 'Acogida en casa de acogida' }),
  ...Object.values(intake),
  frequencies,
  protectiveMeasures,
  relations,
  riskLevels,
  settings,
  violenceTypes,
]);
