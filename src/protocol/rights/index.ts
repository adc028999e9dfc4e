import { Refusal } from '#decider';
import { type CodeList, hasCode } from '../codes.js';

export { dataCategories } from './categories.js';
export { holdNormRows } from './holds.js';
export { dataRights, erasureGrounds, holdLiftReasons, holdNorms, rightsOutcomes, rightsReasons } from './lists.js';
export { recordClasses, retentionEnd, type RetentionLine, retentionSchedule } from './retention.js';
export { requestDeadline, requestRules } from './rules.js';

/** @throws Refusal `code/not-listed` */
export function refuseNotIn(list: CodeList, code: string): void {
  if (!hasCode(list, code)) throw new Refusal('code/not-listed', `${list.name} has no such code`, 'invalid');
}
