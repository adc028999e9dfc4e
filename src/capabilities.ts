import type { Decider, EventMap } from '#decider';
import type { DuePolicy, Reaction } from '#policy';
import type { Projection } from '#projection';
import type { Publication } from '#publishing';
import { agreementDecider } from './boards/domain/agreement.js';
import { boardDecider } from './boards/domain/board.js';
import { planDecider } from './boards/domain/plan.js';
import { sessionDecider } from './boards/domain/session.js';
import { carriedAgreements, lateAgreements, sessionReminders } from './boards/policies/due.js';
import { followSessions, notifyOwners } from './boards/policies/follow.js';
import { agreementPublication } from './boards/published/agreement-facts.js';
import { boardPublication } from './boards/published/facts.js';
import { planPublication } from './boards/published/plan-facts.js';
import { sessionPublication } from './boards/published/session-facts.js';
import { agreements } from './boards/views/agreements.js';
import { boardActivity } from './boards/views/board-activity.js';
import { boards } from './boards/views/boards.js';
import { carrying } from './boards/views/carrying.js';
import { plans } from './boards/views/plans.js';
import { sessions } from './boards/views/sessions.js';
import { caseDecider } from './cases/domain/case.js';
import { personLinkDecider } from './cases/domain/person-link.js';
import { missedDeadlines } from './cases/policies/deadlines.js';
import { expiringMeasures } from './cases/policies/expiry.js';
import { caseLadder } from './cases/policies/ladder.js';
import { notifyEscalated, notifyExpiring, notifyMissed } from './cases/policies/notify.js';
import { casePublication } from './cases/published/facts.js';
import { personPublication } from './cases/published/person-facts.js';
import { caseCards } from './cases/views/case-card.js';
import { caseHistories } from './cases/views/case-history.js';
import { personLinks } from './cases/views/person-links.js';
import { referralsOfCase } from './cases/views/referrals-of-case.js';
import { runningClocks } from './cases/views/running-clocks.js';
import { organizationDecider } from './directory/domain/organization.js';
import { directoryPublication } from './directory/published/facts.js';
import { organizations } from './directory/views/organizations.js';
import { glassDecider } from './people/domain/break-glass.js';
import { conflictDecider } from './people/domain/conflict.js';
import { staffDecider } from './people/domain/staff.js';
import { missedReviews, notifyGlass } from './people/policies/glass.js';
import { conflicts } from './people/views/conflicts.js';
import { glasses } from './people/views/glasses.js';
import { staff } from './people/views/staff.js';
import { referralDecider } from './referrals/domain/referral.js';
import { ladder, lapses, wakes } from './referrals/policies/due.js';
import { notify } from './referrals/policies/notify.js';
import { referralPublication } from './referrals/published/facts.js';
import { referralCards } from './referrals/views/referral-card.js';
import { reportProjections } from './report/report.js';

type AnyDecider = Decider<unknown, EventMap, unknown>;

/** What every capability brings, by kind: the one list that runners, replays and tests go through. */
export const deciders: readonly AnyDecider[] = [
  caseDecider,
  personLinkDecider,
  referralDecider,
  organizationDecider,
  boardDecider,
  sessionDecider,
  agreementDecider,
  planDecider,
  staffDecider,
  conflictDecider,
  glassDecider,
].map((decider) => decider as unknown as AnyDecider);

/** Views folded from the log. */
export const eventProjections: readonly Projection[] = [
  caseCards,
  caseHistories,
  runningClocks,
  personLinks,
  referralCards,
  organizations,
  boards,
  sessions,
  boardActivity,
  agreements,
  carrying,
  plans,
  staff,
  conflicts,
  glasses,
];

/** Views folded from facts. */
export const factProjections: readonly Projection[] = [referralsOfCase, ...reportProjections];

/** What is told to others. */
export const publications: readonly Publication[] = [
  casePublication,
  personPublication,
  referralPublication,
  directoryPublication,
  boardPublication,
  sessionPublication,
  agreementPublication,
  planPublication,
];

/** What falls due. */
export const duePolicies: readonly DuePolicy[] = [
  missedDeadlines,
  caseLadder,
  expiringMeasures,
  ladder,
  lapses,
  wakes,
  lateAgreements,
  sessionReminders,
  carriedAgreements,
  missedReviews,
];

/** What follows from what. */
export const reactions: readonly Reaction[] = [
  notify,
  notifyMissed,
  notifyEscalated,
  notifyExpiring,
  followSessions,
  notifyOwners,
  notifyGlass,
];
