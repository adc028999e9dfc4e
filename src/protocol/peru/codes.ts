import type { CodeList } from '../codes.js';
import { dispositions, legalDuties, urgencies } from './codes/handover.js';
import {
  areas,
  conditions,
  disabilities,
  entryDoors,
  ethnicities,
  motherTongues,
  networkDoors,
  programmes,
  sexes,
} from './codes/intake.js';
import {
  cancelReasons,
  closingReasons,
  declineReasons,
  outcomes,
  referralPurposes,
  services,
} from './codes/referral.js';
import { frequencies, protectiveMeasures, relations, riskLevels, settings, violenceTypes } from './codes/violence.js';
import { institutionTypes } from './institutions.js';

export * from './codes/handover.js';
export * from './codes/intake.js';
export * from './codes/referral.js';
export * from './codes/violence.js';

const lists: readonly CodeList[] = [
  {
    name: 'institutionTypes',
    source: 'The ministry’s directory of services and the bodies the law gives duties to.',
    verified: true,
    entries: institutionTypes,
  },
  areas,
  cancelReasons,
  closingReasons,
  conditions,
  declineReasons,
  disabilities,
  dispositions,
  entryDoors,
  ethnicities,
  frequencies,
  legalDuties,
  motherTongues,
  networkDoors,
  outcomes,
  programmes,
  protectiveMeasures,
  referralPurposes,
  relations,
  riskLevels,
  services,
  settings,
  sexes,
  urgencies,
  violenceTypes,
];

/** Every code list of Peru by its name. */
export const peruCodes: Readonly<Record<string, CodeList>> = Object.fromEntries(lists.map((list) => [list.name, list]));
