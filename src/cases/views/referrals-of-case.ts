import { projection } from '#projection';
import { type ReferralFacts, referralFacts } from '../../referrals/published/facts.js';

/** A referral as the case that caused it sees it. */
export interface ReferralOfCase {
  readonly referral: string;
  readonly code: string;
  readonly case: string;
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly urgency: string;
  readonly due?: string;
  readonly lapsed: boolean;
  readonly status: string;
  readonly steps: readonly {
    readonly type: string;
    readonly at: string;
    readonly position: string;
    readonly code?: string;
  }[];
}

const empty = (referral: string): ReferralOfCase => ({
  referral,
  code: '',
  case: '',
  from: '',
  to: '',
  service: '',
  urgency: '',
  lapsed: false,
  status: 'none',
  steps: [],
});

interface FactSeen {
  readonly position: string;
  readonly metadata: Readonly<Record<string, string>>;
}

const step = (
  document: ReferralOfCase,
  status: string,
  type: string,
  fact: FactSeen,
  code?: string,
): ReferralOfCase => ({
  ...document,
  status,
  steps: [
    ...document.steps,
    {
      type,
      at: fact.metadata['effectiveAt'] ?? '',
      position: fact.position,
      ...(code === undefined ? {} : { code }),
    },
  ],
});

/** The referrals of each case, from what the referrals capability publishes. */
export const referralsOfCase = projection<ReferralFacts, ReferralOfCase>({
  name: 'referrals-of-case',
  version: 1,
  events: referralFacts,
  key: ({ data }) => data.referral,
  empty,
  on: {
    'ReferralSent.v1': (document, fact) => ({
      ...step(document, 'sent', 'ReferralSent', fact),
      code: fact.data.code,
      case: fact.data.case,
      from: fact.data.from,
      to: fact.data.to,
      service: fact.data.service,
      urgency: fact.data.urgency,
      ...(fact.data.deadline === undefined ? {} : { due: fact.data.deadline.due }),
    }),
    'ReferralReceived.v1': (document, fact) => step(document, 'received', 'ReferralReceived', fact),
    'ReferralAccepted.v1': (document, fact) => step(document, 'accepted', 'ReferralAccepted', fact),
    'ReferralDeclined.v1': (document, fact) => step(document, 'declined', 'ReferralDeclined', fact, fact.data.reason),
    'ReferralAttended.v1': (document, fact) => step(document, 'attended', 'ReferralAttended', fact, fact.data.service),
    'ReferralReportedBack.v1': (document, fact) =>
      step(document, 'reported-back', 'ReferralReportedBack', fact, fact.data.outcome),
    'ReferralClosed.v1': (document, fact) => step(document, 'closed', 'ReferralClosed', fact, fact.data.disposition),
    'ReferralLapsed.v1': (document, fact) => ({
      ...step(document, document.status, 'ReferralLapsed', fact),
      lapsed: true,
    }),
  },
  index: (document) => [[`case/${document.case}`, document.steps[0]?.position ?? '']],
});
