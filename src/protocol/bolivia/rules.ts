import { referralRows } from '../common/referral-rules.js';
import { ruleBook } from '../rows.js';
import { boliviaCalendar } from './calendar.js';
import { complaintRows } from './rules/complaint.js';
import { investigationRows } from './rules/investigation.js';

/**
 * Bolivia's deadlines. Facts: see `ruleFacts`; who took the complaint decides most of them. None was read in the text of
 * its norm: every row is to be checked by a lawyer before real use.
 */
export const boliviaRules = ruleBook(
  'BO',
  boliviaCalendar,
  [...complaintRows, ...investigationRows, ...referralRows('BO', '2013-03-09')],
  [],
);
