import { projection, type Seen } from '#projection';
import { type FundEvents, fundEvents } from '../domain/fund-events.js';
import { balanceAfter, type FundRequest, type LineBalance, newRequest, requestAfter } from '../domain/fund-state.js';

/** A line of a fund, with where its money is. */
export interface FundLine extends LineBalance {
  readonly line: string;
  readonly name: string;
  readonly source: string;
  readonly donor?: string;
  readonly currency: FundEvents['FundLineAdded']['currency'];
}

/** A fund with its lines; nothing of who was helped. */
export interface FundCard {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly administrator: string;
  readonly lines: readonly FundLine[];
  /** What each request holds of its line, while it may still give it back. */
  readonly held: Readonly<Record<string, Pick<FundRequest, 'status' | 'approved'>>>;
  readonly revision: number;
}

/** A request, on the side of who suffered violence: it names the referral it is for. */
export interface FundRequestCard extends FundRequest {
  readonly fund: string;
  readonly units: number;
  readonly vouchers: readonly string[];
  readonly requestedAt: string;
  readonly reason?: string;
}

type Any = Seen<FundEvents>;
type Step = Seen<FundEvents, 'SupportApproved' | 'SupportPaid' | 'SupportCancelled' | 'SupportReimbursed'>;

const fundOf = (stream: string): string => stream.slice('fund-'.length);

const happened = ({ metadata }: Any): string => metadata['effectiveAt'] ?? '';

function moved(card: FundCard, event: Step): FundCard {
  const { request, line } = event.data;
  const before = card.held[request] ?? { status: 'asked', approved: 0 };
  const held: Record<string, Pick<FundRequest, 'status' | 'approved'>> = { ...card.held };
  if (event.type === 'SupportApproved') held[request] = { status: 'approved', approved: event.data.cents };
  else delete held[request];
  const lines = card.lines.map((each) => (each.line === line ? balanceAfter(each, event, before) : each));
  return { ...card, lines, held, revision: event.revision };
}

/** Funds by code. List: `country/<code>`, by name. */
export const funds = projection<FundEvents, FundCard>({
  name: 'funds',
  version: 1,
  events: fundEvents,
  key: ({ stream }) => fundOf(stream),
  empty: (id) => ({ id, country: '', name: '', administrator: '', lines: [], held: {}, revision: 0 }),
  on: {
    FundOpened: (card, { data, revision }) => ({ ...card, ...data, revision }),
    FundLineAdded: (card, { data, revision }) => ({
      ...card,
      lines: [...card.lines, { ...data, promised: 0, paid: 0 }],
      revision,
    }),
    SupportRequested: (card, { revision }) => ({ ...card, revision }),
    SupportRejected: (card, { revision }) => ({ ...card, revision }),
    SupportApproved: moved,
    SupportPaid: moved,
    SupportCancelled: moved,
    SupportReimbursed: moved,
  },
  index: ({ country, name }) => [[`country/${country}`, name]],
});

const stepped = (card: FundRequestCard, event: Any): FundRequestCard => {
  const { data } = event;
  const next = requestAfter(card, event);
  return {
    ...next,
    ...('voucher' in data ? { vouchers: [...card.vouchers, data.voucher] } : {}),
    ...('reason' in data ? { reason: data.reason } : {}),
  };
};

const blank: FundRequestCard = {
  of: {
    ...{ request: '', referral: '', case: '', line: '', institution: '' },
    ...{ purpose: 'TRANSPORT', currency: 'PEN' },
  },
  ...{ status: 'asked', asked: 0, approved: 0, paid: 0, reimbursed: 0 },
  ...{ fund: '', units: 0, vouchers: [], requestedAt: '' },
};

/** Requests by id. Lists: `fund/<code>` and `institution/<fund>/<code>`, by when they were made. */
export const fundRequests = projection<FundEvents, FundRequestCard>({
  name: 'fund-requests',
  version: 1,
  events: fundEvents,
  key: ({ data }) => ('request' in data ? data.request : undefined),
  empty: () => blank,
  on: {
    SupportRequested: (_, event) => ({
      ...newRequest(event.data),
      ...{ fund: fundOf(event.stream), units: event.data.units, vouchers: [], requestedAt: happened(event) },
      by: event.metadata['actor'] ?? '',
    }),
    SupportApproved: stepped,
    SupportRejected: stepped,
    SupportPaid: stepped,
    SupportCancelled: stepped,
    SupportReimbursed: stepped,
  },
  index: ({ fund, of, requestedAt }) => [
    [`fund/${fund}`, requestedAt],
    [`institution/${fund}/${of.institution}`, requestedAt],
  ],
});
