import { ruleBook } from '../rows.js';
import { peruCalendar } from './calendar.js';
import { appealRows } from './rules/appeal.js';
import { careDuties, careRows } from './rules/care.js';
import { complaintDuties, complaintRows } from './rules/complaint.js';
import { measuresDuties, measuresRows } from './rules/measures.js';
import { workplaceRows } from './rules/workplace.js';

/**
 * Peru's deadlines. Facts: see `ruleFacts`; triggers and stops are milestones.
 *
 * Not legal advice: a row with `verified: false` must be checked by a lawyer before real use.
 */
export const peruRules = ruleBook(
  'PE',
  peruCalendar,
  [...complaintRows, ...measuresRows, ...appealRows, ...careRows, ...workplaceRows],
  [...complaintDuties, ...measuresDuties, ...careDuties],
);
