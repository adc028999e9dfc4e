import { helpReceived } from '../../protocol/index.js';
import type { ReportReferral } from '../views/report-referrals.js';

/** What is asked of every referral that was sent, in the order in which it is printed. */
export const steps = ['received', 'accepted', 'attended', 'answered', 'served', 'reviewed'] as const;
export type Step = (typeof steps)[number];

const tests: Readonly<Record<Step, (referral: ReportReferral) => boolean>> = {
  received: ({ receivedAt }) => receivedAt !== undefined,
  accepted: ({ acceptedAt }) => acceptedAt !== undefined,
  attended: ({ attendedAt }) => attendedAt !== undefined,
  answered: ({ reportedAt }) => reportedAt !== undefined,
  // Not by being closed, but by what the answer says.
  served: ({ outcome }) => outcome !== undefined && helpReceived.includes(outcome),
  reviewed: ({ reportedAt, closedAt }) => reportedAt !== undefined && closedAt !== undefined,
};

export const reached = (step: Step | 'sent', referral: ReportReferral): boolean =>
  step === 'sent' || tests[step](referral);

/** What ended it without help. */
const losses = ['not-received', 'declined', 'cancelled', 'unreachable'] as const;

/** Helped; attended, and the answer is waited for; waiting to be attended; or over without help. */
export const standings = ['served', 'attended', 'waiting', ...losses] as const;
export type Standing = (typeof standings)[number];

/** Where a referral stands: open as long as nothing ended it, and each in one place only. */
export function standingOf(referral: ReportReferral): Standing {
  const { endedBy } = referral;
  if (reached('served', referral)) return 'served';
  if (endedBy !== undefined) return endedBy === 'answered' ? 'not-received' : endedBy;
  return reached('attended', referral) ? 'attended' : 'waiting';
}

/** Statuses in which somebody may still be attended, in the order of a referral's life. */
export const waitingStatuses = [
  'sent',
  'received',
  'accepted',
  'scheduled',
  'not-attended',
  'on-hold',
  'cancel-asked',
  'declined',
  'unreachable',
] as const;
