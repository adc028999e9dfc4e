import type { CodeList } from '../codes.js';
import * as caseLists from './case-lists.js';
import * as community from './community.js';
import * as handover from './handover.js';
import * as meeting from './meeting.js';
import {
  cancelReasons,
  closingReasons,
  declineReasons,
  outcomes,
  referralPurposes,
  services,
  withdrawReasons,
} from './referral.js';

export * from './case-lists.js';
export * from './case-work.js';
export * from './community.js';
export * from './community-routes.js';
export * from './handover.js';
export * from './meeting.js';
export * from './referral.js';

/** The lists of the network itself: about handing on, not about a country's law. A country may rename an entry. */
export const commonLists: readonly CodeList[] = [
  ...Object.values(caseLists),
  ...Object.values(community),
  ...Object.values(handover),
  ...Object.values(meeting),
  cancelReasons,
  closingReasons,
  declineReasons,
  outcomes,
  referralPurposes,
  services,
  withdrawReasons,
];
