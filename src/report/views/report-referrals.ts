import { projection } from '#projection';
import { type ReferralFacts, referralFacts } from '../../referrals/published/facts.js';
import { effectiveAt, listOf, localMonth } from './months.js';

/** What the report counts of a referral: its own stamp for every step, never one stamp used twice. */
export interface ReportReferral {
  readonly id: string;
  readonly district: string;
  /** Local month in which it was sent: the cohort it is followed in. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly risk: string;
  readonly sentAt: string;
  readonly rule?: string;
  readonly version?: number;
  readonly due?: string;
  readonly receivedAt?: string;
  readonly acceptedAt?: string;
  readonly declinedAt?: string;
  readonly reason?: string;
  readonly attendedAt?: string;
  readonly reportedAt?: string;
  readonly outcome?: string;
  readonly closedAt?: string;
}

/** Referrals of a district and month of sending. */
export const reportReferrals = projection<ReferralFacts, ReportReferral>({
  name: 'report-referrals',
  version: 1,
  events: referralFacts,
  key: ({ data }) => data.referral,
  empty: (id) => ({ id, district: '', month: '', from: '', to: '', risk: '', sentAt: '' }),
  on: {
    'ReferralSent.v1': (document, fact) => {
      const { data } = fact;
      return {
        ...document,
        district: data.district,
        month: localMonth(effectiveAt(fact), data.country),
        from: data.from,
        to: data.to,
        risk: data.risk,
        sentAt: effectiveAt(fact),
        ...(data.deadline === undefined
          ? {}
          : { rule: data.deadline.rule, version: data.deadline.version, due: data.deadline.due }),
      };
    },
    'ReferralReceived.v1': (document, fact) => ({ ...document, receivedAt: effectiveAt(fact) }),
    'ReferralAccepted.v1': (document, fact) => ({ ...document, acceptedAt: effectiveAt(fact) }),
    'ReferralDeclined.v1': (document, fact) => ({
      ...document,
      declinedAt: effectiveAt(fact),
      reason: fact.data.reason,
    }),
    'ReferralAttended.v1': (document, fact) => ({ ...document, attendedAt: effectiveAt(fact) }),
    'ReferralReportedBack.v1': (document, fact) => ({
      ...document,
      reportedAt: effectiveAt(fact),
      outcome: fact.data.outcome,
    }),
    'ReferralClosed.v1': (document, fact) => ({ ...document, closedAt: effectiveAt(fact) }),
  },
  index: (document) => [[listOf(document.district, document.month), document.sentAt]],
});
