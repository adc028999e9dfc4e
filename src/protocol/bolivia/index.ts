import { ageBands } from '../common/ages.js';
import { handoverPolicy } from '../common/handover-policy.js';
import { policyLadders } from '../common/ladders.js';
import type { Jurisdiction } from '../jurisdiction.js';
import { boliviaCalendar } from './calendar.js';
import { boliviaCodes } from './codes.js';
import { boliviaViolence } from './codes/violence.js';
import { institutionTypes } from './institutions.js';
import { levelScale } from './level-scale.js';
import { boliviaPlaces } from './places.js';
import { refusedPurposes } from './refused-purposes.js';
import { boliviaRules } from './rules.js';

export const bolivia: Jurisdiction = {
  id: 'BO',
  country: 'BO',
  zone: boliviaCalendar.zone,
  locale: 'es-BO',
  codes: boliviaCodes,
  institutionTypes,
  ageBands,
  refusedPurposes,
  places: boliviaPlaces,
  calendar: boliviaCalendar,
  rules: boliviaRules,
  ladders: policyLadders('2013-03-09'),
  handover: handoverPolicy,
  violence: boliviaViolence,
  instruments: [levelScale],
};
