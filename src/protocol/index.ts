export { adopt, jurisdiction, jurisdictionIds, withHolidayFile } from './jurisdictions.js';

export { codeList, hasCode, labelOf, relabelled } from './codes.js';
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
export { districtNamed, placeName, type Places, placesNamed, plain } from './places.js';
export { milestoneNames, milestones } from './milestones.js';
export type { Milestone } from './milestones.js';
export { instrumentsOn, ruleFacts } from './jurisdiction.js';
export type {
  AgeBand,
  CommonViolence,
  HandoverPolicy,
  IncidentKind,
  InstitutionType,
  Jurisdiction,
  RefusedPurpose,
  StepRule,
  ViolenceMap,
} from './jurisdiction.js';
export { bolivia } from './bolivia/index.js';
export * from './peru/index.js';
export { deadlines, ladderOf, obligations, publicCode, rebound, refuseAgeBand, refuseUnlisted, zoneOf } from './use.js';
export { refuseBadCode, refuseBadDistrict, refuseBadName, refuseUnknownCountry } from './public-words.js';
export { refuseBadDay, refuseBadId, refuseOther } from './refusing.js';
export { startClocks } from './clock.js';
export type { Clock, Rung, Starting } from './clock.js';
export { consentUntil, contactAttempts, personReached, unsafeToReach } from './handover.js';
export { absencePolicy, orderingCourts, reeducationClocks, reeducationKinds, reeducationSteps } from './reeducation.js';
export type { ReeducationStart, ReeducationStep } from './reeducation.js';
export {
  changeBetween,
  changeInstrument,
  changeInstrumentOn,
  changeInstruments,
  changeScore,
} from './change-instrument.js';
export type { ChangeInstrument, ChangeItem } from './change-instrument.js';
export {
  dataCategories,
  dataRights,
  erasureGrounds,
  holdLiftReasons,
  holdNormRows,
  holdNorms,
  refuseNotIn,
  requestDeadline,
  requestRules,
  recordClasses,
  retentionEnd,
  type RetentionLine,
  retentionSchedule,
  rightsOutcomes,
  rightsReasons,
} from './rights/index.js';
