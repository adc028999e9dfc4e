export { jurisdiction } from './jurisdictions.js';

export { codeList, hasCode, labelOf } from './codes.js';
export type { CodeEntry, CodeList, CodeOf, DatedName } from './codes.js';
export { graver, mayOverride, score } from './instrument.js';
export type {
  AssessedLevel,
  RiskAlert,
  RiskAnswers,
  RiskBand,
  RiskInstrument,
  RiskItem,
  RiskLevel,
  RiskOption,
  RiskScore,
} from './instrument.js';
export { instrumentsOn, milestones } from './jurisdiction.js';
export type { AgeBand, InstitutionType, Jurisdiction, Milestone, RefusedPurpose, StepRule } from './jurisdiction.js';
export * from './peru/index.js';
export { deadlines, publicCode, refuseAgeBand, refuseUnlisted, zoneOf } from './use.js';
export { refuseBadCode, refuseBadDistrict, refuseBadName, refuseUnknownCountry } from './public-words.js';
