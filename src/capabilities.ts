import type { Decider, EventMap } from '#decider';
import type { DuePolicy, Reaction } from '#policy';
import type { Projection } from '#projection';
import type { Publication } from '#publishing';
import { unmaskingDecider } from './audit/domain/unmasking.js';
import { unmaskings } from './audit/views/unmaskings.js';
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
import { inquiryDecider } from './cases/domain/inquiry.js';
import { personLinkDecider } from './cases/domain/person-link.js';
import { missedDeadlines } from './cases/policies/deadlines.js';
import { expiringMeasures } from './cases/policies/expiry.js';
import { caseLadder } from './cases/policies/ladder.js';
import { notifyAsked, notifyEscalated, notifyExpiring, notifyMissed } from './cases/policies/notify.js';
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
import { alertDecider } from './programmes/domain/alert.js';
import { assemblyDecider } from './programmes/domain/assembly.js';
import { helpDecider } from './programmes/domain/community-help.js';
import { councilDecider } from './programmes/domain/council.js';
import { enrolmentDecider } from './programmes/domain/enrolment.js';
import { fundDecider } from './programmes/domain/fund.js';
import { masculinitiesDecider } from './programmes/domain/masculinities.js';
import { networkDecider } from './programmes/domain/network.js';
import { registerDeciders } from './programmes/domain/register-list.js';
import { notifyAlerts, unansweredAlerts } from './programmes/policies/alert-due.js';
import { enrolmentLadder, missedEnrolmentDeadlines } from './programmes/policies/enrolment-due.js';
import { notifyEnrolments } from './programmes/policies/enrolment-notify.js';
import { lateReplies, notifyObserved } from './programmes/policies/finding.js';
import { alertPublication } from './programmes/published/alert-facts.js';
import { councilPublication, helpPublication } from './programmes/published/community-facts.js';
import { enrolmentPublication } from './programmes/published/enrolment-facts.js';
import { fundPublication } from './programmes/published/fund-facts.js';
import { masculinitiesPublication } from './programmes/published/masculinities-facts.js';
import { registerPublications } from './programmes/published/register-facts.js';
import { alerts } from './programmes/views/alerts.js';
import { assemblies } from './programmes/views/assemblies.js';
import { communityHelps } from './programmes/views/community-helps.js';
import { councils } from './programmes/views/councils.js';
import { enrolments } from './programmes/views/enrolments.js';
import { fundMonths } from './programmes/views/fund-months.js';
import { fundRequests, funds } from './programmes/views/funds.js';
import { menGroups } from './programmes/views/masculinities.js';
import { networks } from './programmes/views/networks.js';
import { followedAgreements } from './programmes/views/oversight-agreements.js';
import { participantChanges } from './programmes/views/participant-changes.js';
import { reeducationMonths } from './programmes/views/reeducation-months.js';
import { registerBoards } from './programmes/views/register-boards.js';
import { keptRegisters } from './programmes/views/register-views.js';
import { webhookDecider } from './interop/domain/webhook.js';
import { webhooks } from './interop/views/webhooks.js';
import { referralDecider } from './referrals/domain/referral.js';
import { ladder, lapses, wakes } from './referrals/policies/due.js';
import { notify } from './referrals/policies/notify.js';
import { referralPublication } from './referrals/published/facts.js';
import { referralCards } from './referrals/views/referral-card.js';
import { glassDecider } from './people/domain/break-glass.js';
import { conflictDecider } from './people/domain/conflict.js';
import { sealingDecider } from './people/domain/sealing.js';
import { staffDecider } from './people/domain/staff.js';
import { missedReviews, notifyGlass } from './people/policies/glass.js';
import { notifyLogins } from './people/policies/staff.js';
import { conflicts } from './people/views/conflicts.js';
import { glasses } from './people/views/glasses.js';
import { keysAway, sealings, seals } from './people/views/sealings.js';
import { staff } from './people/views/staff.js';
import { editionDecider } from './report/release/domain/edition.js';
import { editions } from './report/release/views/editions.js';
import { editionPublication } from './report/published/edition-facts.js';
import { reportProjections } from './report/report.js';
import { requestDecider } from './rights/domain/request.js';
import { subjectDecider } from './rights/domain/subject.js';
import { lateRequests, retentionOver } from './rights/policies/due.js';
import { notifyErased, notifyLateRequest } from './rights/policies/notify.js';
import { requestPublication, subjectPublication } from './rights/published/facts.js';
import { erasures } from './rights/views/erasures.js';
import { holds } from './rights/views/holds.js';
import { keptCases } from './rights/views/kept-cases.js';
import { proposals } from './rights/views/proposals.js';
import { requests } from './rights/views/requests.js';

type AnyDecider = Decider<unknown, EventMap, unknown>;

/** What every capability brings, by kind: the one list that runners, replays and tests go through. */
export const deciders: readonly AnyDecider[] = [
  caseDecider,
  personLinkDecider,
  referralDecider,
  inquiryDecider,
  organizationDecider,
  boardDecider,
  sessionDecider,
  agreementDecider,
  planDecider,
  editionDecider,
  subjectDecider,
  requestDecider,
  enrolmentDecider,
  masculinitiesDecider,
  fundDecider,
  ...registerDeciders,
  councilDecider,
  networkDecider,
  helpDecider,
  alertDecider,
  assemblyDecider,
  staffDecider,
  conflictDecider,
  glassDecider,
  unmaskingDecider,
  sealingDecider,
  webhookDecider,
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
  editions,
  erasures,
  holds,
  proposals,
  requests,
  enrolments,
  menGroups,
  funds,
  fundRequests,
  ...keptRegisters.map(({ view }) => view),
  councils,
  networks,
  communityHelps,
  alerts,
  assemblies,
  staff,
  conflicts,
  glasses,
  unmaskings,
  seals,
  sealings,
  keysAway,
  webhooks,
];

/** Views folded from facts. */
export const factProjections: readonly Projection[] = [
  referralsOfCase,
  keptCases,
  reeducationMonths,
  participantChanges,
  fundMonths,
  followedAgreements,
  registerBoards,
  ...reportProjections,
];

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
  editionPublication,
  subjectPublication,
  requestPublication,
  enrolmentPublication,
  masculinitiesPublication,
  fundPublication,
  ...registerPublications,
  councilPublication,
  helpPublication,
  alertPublication,
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
  lateRequests,
  retentionOver,
  missedEnrolmentDeadlines,
  enrolmentLadder,
  lateReplies,
  unansweredAlerts,
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
  notifyAsked,
  notifyLateRequest,
  notifyErased,
  notifyEnrolments,
  notifyObserved,
  notifyAlerts,
  notifyGlass,
  notifyLogins,
];
