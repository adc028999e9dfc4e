import type { Personal } from '#decider';
import { projection, type Seen } from '#projection';
import { type ReferralEvents, referralEvents } from '../domain/events.js';
import type { ReferralStatus } from '../domain/referral.js';

export interface ReferralStep {
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly position: string;
  readonly actor: string;
  readonly code?: string;
}

/** A referral as both ends see it; its message stays sealed until a grant opens it. */
export interface ReferralCard {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly case: string;
  readonly caseCode: string;
  readonly district: string;
  readonly leg: number;
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly purpose: string;
  readonly urgency: string;
  readonly risk: string;
  readonly basis: string;
  readonly status: ReferralStatus;
  readonly lapsed: boolean;
  readonly due?: string;
  readonly sentAt: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly revision: number;
  readonly steps: readonly ReferralStep[];
  /** Sealed, with where it was sealed. */
  readonly message?: {
    readonly eventId: string;
    readonly revision: number;
    readonly schema: number;
    readonly note?: Personal<string>;
    readonly safeContact?: Personal<string>;
  };
}

const empty = (key: string): ReferralCard => ({
  id: key,
  code: '',
  country: '',
  case: '',
  caseCode: '',
  district: '',
  leg: 0,
  from: '',
  to: '',
  service: '',
  purpose: '',
  urgency: '',
  risk: '',
  basis: '',
  status: 'none',
  lapsed: false,
  sentAt: '',
  revision: 0,
  steps: [],
});

interface EventSeen {
  readonly type: string;
  readonly position: string;
  readonly revision: number;
  readonly metadata: Readonly<Record<string, string>>;
}

const step = (card: ReferralCard, event: EventSeen, status: ReferralStatus, code?: string): ReferralCard => ({
  ...card,
  status,
  revision: event.revision,
  steps: [
    ...card.steps,
    {
      type: event.type,
      effectiveAt: event.metadata['effectiveAt'] ?? '',
      recordedAt: event.metadata['recordedAt'] ?? '',
      position: event.position,
      actor: event.metadata['actor'] ?? '',
      ...(code === undefined ? {} : { code }),
    },
  ],
});

function messageOf({
  id,
  revision,
  metadata,
  data,
}: Seen<ReferralEvents, 'ReferralSent'>): Pick<ReferralCard, 'message'> {
  const { note, safeContact } = data;
  if (note === undefined && safeContact === undefined) return {};
  return {
    message: {
      eventId: id,
      revision,
      schema: Number(metadata['schema'] ?? 1),
      ...(note === undefined ? {} : { note }),
      ...(safeContact === undefined ? {} : { safeContact }),
    },
  };
}

/** Referrals still waiting for somebody: whose next step it is decides in whose queue they stand. */
const open: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>(['sent', 'received', 'accepted', 'attended']);

/**
 * A referral by its id. Lists: `to/<institution>/open` and `from/<institution>/open` (what waits for the receiver),
 * `from/<institution>/answered` (what waits for the sender), `…/all`, `case/<id>`, `code/<code>`, and `due` for unacknowledged ones.
 */
export const referralCards = projection<ReferralEvents, ReferralCard>({
  name: 'referral-cards',
  version: 1,
  events: referralEvents,
  key: (event) => event.stream.slice('referral-'.length),
  empty,
  on: {
    ReferralSent: (card, event) => {
      const { data } = event;
      return {
        ...step(card, event, 'sent'),
        code: data.code,
        country: data.country,
        case: data.case,
        caseCode: data.caseCode,
        district: data.district,
        leg: data.leg,
        from: data.from,
        to: data.to.organization,
        service: data.to.service,
        purpose: data.purpose,
        urgency: data.urgency,
        risk: data.risk,
        basis: data.consent.basis === 'none' ? 'without-identity' : data.consent.basis,
        sentAt: event.metadata['effectiveAt'] ?? '',
        ...(data.deadline === undefined ? {} : { due: data.deadline.due }),
        ...messageOf(event),
      };
    },
    ReferralReceived: (card, event) => step(card, event, 'received'),
    ReferralAccepted: (card, event) => step(card, event, 'accepted'),
    ReferralDeclined: (card, event) => ({
      ...step(card, event, 'declined', event.data.reason),
      reason: event.data.reason,
    }),
    ReferralAttended: (card, event) => step(card, event, 'attended', event.data.service),
    ReferralReportedBack: (card, event) => ({
      ...step(card, event, 'reported-back', event.data.outcome),
      outcome: event.data.outcome,
    }),
    ReferralClosed: (card, event) => step(card, event, 'closed', event.data.disposition),
    ReferralLapsed: (card, event) => ({ ...step(card, event, card.status), lapsed: true }),
  },
  index: (card) => {
    const sort = `${card.due ?? '9'} ${card.id}`;
    const recent = `${card.sentAt} ${card.id}`;
    return [
      [`to/${card.to}/all`, recent],
      [`from/${card.from}/all`, recent],
      [`case/${card.case}`, recent],
      [`code/${card.code}`, recent],
      ...(open.has(card.status)
        ? ([
            [`to/${card.to}/open`, sort],
            [`from/${card.from}/open`, sort],
          ] as const)
        : []),
      ...(card.status === 'declined' || card.status === 'reported-back'
        ? ([[`from/${card.from}/answered`, recent]] as const)
        : []),
      ...(card.status === 'sent' && !card.lapsed && card.due !== undefined ? ([['due', card.due]] as const) : []),
    ];
  },
});
