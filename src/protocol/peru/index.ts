import { ageBands } from '../common/ages.js';
import { handoverPolicy } from '../common/handover-policy.js';
import { policyLadders } from '../common/ladders.js';
import type { Jurisdiction } from '../jurisdiction.js';
import { peruCalendar } from './calendar.js';
import { peruCodes } from './codes.js';
import { coupleRisk } from './couple-risk.js';
import { institutionTypes } from './institutions.js';
import { peruPlaces } from './places.js';
import { refusedPurposes } from './refused-purposes.js';
import { peruRules } from './rules.js';
import { peruViolence } from './violence.js';

export { ageBandOf, ageBands } from '../common/ages.js';
export type { AgeBandCode } from '../common/ages.js';
export { cemBand, cemBands, stageBand, stageBands } from './ages.js';
export type { CemBandCode, StageBandCode } from './ages.js';
export { peruCalendar } from './calendar.js';
export * from './codes.js';
export { coupleRisk } from './couple-risk.js';
export { institutionTypes } from './institutions.js';
export type { InstitutionTypeCode } from './institutions.js';
export { refusedPurposes } from './refused-purposes.js';
export { peruRules } from './rules.js';

export const peru: Jurisdiction = {
  id: 'PE',
  country: 'PE',
  zone: peruCalendar.zone,
  locale: 'es-PE',
  codes: peruCodes,
  institutionTypes,
  ageBands,
  refusedPurposes,
  places: peruPlaces,
  calendar: peruCalendar,
  rules: peruRules,
  ladders: policyLadders('2015-11-24'),
  handover: handoverPolicy,
  violence: peruViolence,
  instruments: [coupleRisk],
};
