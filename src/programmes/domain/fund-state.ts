import type { EventOf, Header } from '#decider';
import type { FundEvents, OfRequest } from './fund-events.js';

/** Where the money of a line is: what came in, what is promised, and what went out. Whole cents. */
export interface LineBalance {
  readonly cents: number;
  /** Approved and not paid yet. */
  readonly promised: number;
  /** Paid, less what came back. */
  readonly paid: number;
}

/** What may still be promised. */
export const free = ({ cents, promised, paid }: LineBalance): number => cents - promised - paid;

export type RequestStatus = 'asked' | 'approved' | 'rejected' | 'paid' | 'cancelled';

export interface FundRequest {
  readonly of: OfRequest;
  readonly status: RequestStatus;
  readonly asked: number;
  readonly approved: number;
  readonly paid: number;
  readonly reimbursed: number;
  /** Whoever asked: somebody else approves. */
  readonly by?: string;
}

export interface Fund {
  readonly opened?: FundEvents['FundOpened'];
  readonly lines: Readonly<Record<string, LineBalance & Pick<FundEvents['FundLineAdded'], 'currency'>>>;
  readonly requests: Readonly<Record<string, FundRequest>>;
  /** Numbers of vouchers that were used: each pays once. */
  readonly vouchers: readonly string[];
}

export const noFund: Fund = { lines: {}, requests: {}, vouchers: [] };

/** A balance after a step of a request: of the fund as its rules see it, and of its view alike. */
export function balanceAfter<B extends LineBalance>(
  balance: B,
  { type, data }: EventOf<FundEvents>,
  before: Pick<FundRequest, 'status' | 'approved'>,
): B {
  switch (type) {
    case 'SupportApproved':
      return { ...balance, promised: balance.promised + data.cents };
    case 'SupportPaid':
      return { ...balance, promised: balance.promised - before.approved, paid: balance.paid + data.cents };
    case 'SupportCancelled':
      return before.status === 'approved' ? { ...balance, promised: balance.promised - before.approved } : balance;
    case 'SupportReimbursed':
      return { ...balance, paid: balance.paid - data.cents };
    case 'FundOpened':
    case 'FundLineAdded':
    case 'SupportRequested':
    case 'SupportRejected':
      return balance;
  }
}

/** A request after one of its steps. */
export function requestAfter<R extends FundRequest>(request: R, { type, data }: EventOf<FundEvents>): R {
  switch (type) {
    case 'SupportApproved':
      return { ...request, status: 'approved', approved: data.cents };
    case 'SupportRejected':
      return { ...request, status: 'rejected' };
    case 'SupportPaid':
      return { ...request, status: 'paid', paid: data.cents };
    case 'SupportCancelled':
      return { ...request, status: 'cancelled' };
    case 'SupportReimbursed':
      return { ...request, reimbursed: request.reimbursed + data.cents };
    case 'FundOpened':
    case 'FundLineAdded':
    case 'SupportRequested':
      return request;
  }
}

/** A request as it is asked for. */
export function newRequest(data: FundEvents['SupportRequested']): FundRequest {
  const { request, referral, case: of, line, purpose, currency, institution } = data;
  return {
    of: { request, referral, case: of, line, purpose, currency, institution },
    ...{ status: 'asked', asked: data.cents, approved: 0, paid: 0, reimbursed: 0 },
  };
}

export function evolveFund(state: Fund, event: EventOf<FundEvents>, header?: Header): Fund {
  switch (event.type) {
    case 'FundOpened':
      return { ...state, opened: event.data };
    case 'FundLineAdded': {
      const { line, currency, cents } = event.data;
      return { ...state, lines: { ...state.lines, [line]: { currency, cents, promised: 0, paid: 0 } } };
    }
    case 'SupportRequested': {
      const by = header === undefined ? {} : { by: header.actor };
      const { request } = event.data;
      return { ...state, requests: { ...state.requests, [request]: { ...newRequest(event.data), ...by } } };
    }
    case 'SupportApproved':
    case 'SupportRejected':
    case 'SupportPaid':
    case 'SupportCancelled':
    case 'SupportReimbursed': {
      const { request: id, line: lineId } = event.data;
      const [request, line] = [state.requests[id], state.lines[lineId]];
      if (request === undefined || line === undefined) return state;
      return {
        ...state,
        lines: { ...state.lines, [lineId]: balanceAfter(line, event, request) },
        requests: { ...state.requests, [id]: requestAfter(request, event) },
        vouchers: 'voucher' in event.data ? [...state.vouchers, event.data.voucher] : state.vouchers,
      };
    }
  }
}
