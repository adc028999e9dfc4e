import { type Context, type Decider, type EventOf, Refusal } from '#decider';
import { refuseBadCode, refuseBadId, refuseBadName, refuseOther, refuseUnknownCountry } from '../../protocol/index.js';
import {
  fundCurrencies,
  type FundEvents,
  fundEvents,
  fundPurposes,
  type FundReason,
  fundReasons,
  type OfRequest,
} from './fund-events.js';
import { evolveFund, free, type Fund, type FundRequest, noFund, type RequestStatus } from './fund-state.js';
import { refuseBadNumber } from './refusing.js';

export type FundCommand =
  | ({ readonly do: 'open' } & FundEvents['FundOpened'])
  | ({ readonly do: 'add-line' } & FundEvents['FundLineAdded'])
  | ({ readonly do: 'request'; readonly cents: number; readonly units: number } & Omit<OfRequest, 'currency'>)
  /** `cents` left out: all that was asked for. */
  | { readonly do: 'approve'; readonly request: string; readonly cents?: number }
  | { readonly do: 'reject'; readonly request: string; readonly reason: FundReason }
  /** `cents` left out: all that was approved. */
  | { readonly do: 'pay'; readonly request: string; readonly voucher: string; readonly cents?: number }
  | { readonly do: 'cancel'; readonly request: string; readonly reason: FundReason }
  | { readonly do: 'reimburse'; readonly request: string; readonly voucher: string; readonly cents: number };

type Event = EventOf<FundEvents>;
type Of<C extends FundCommand['do']> = Extract<FundCommand, { do: C }>;

/** One hundred million soles. */
const mostCents = 10_000_000_000;
const mostUnits = 366;

/**
 * The rules of a fund: all of its lines and requests in one stream, so that a line never pays out what it does not have,
 * however many ask at once.
 */
export const fundDecider: Decider<FundCommand, FundEvents, Fund> = {
  category: 'fund',
  events: fundEvents,
  initial: noFund,
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'open') return open(command, state);
    if (state.opened === undefined) throw new Refusal('fund/unknown', 'there is no such fund', 'unknown');
    switch (command.do) {
      case 'add-line':
        return addLine(command, state);
      case 'request':
        return request(command, state);
      case 'approve':
        return approve(command, state, context);
      case 'reject':
        return giveUp('SupportRejected', command, state, ['asked']);
      case 'cancel':
        return giveUp('SupportCancelled', command, state, ['asked', 'approved']);
      case 'pay':
        return pay(command, state);
      case 'reimburse':
        return reimburse(command, state);
    }
  },
  evolve: evolveFund,
};

function open({ country, name, administrator }: Of<'open'>, { opened }: Fund): readonly Event[] {
  if (opened !== undefined) {
    if (opened.name === name && opened.administrator === administrator) return [];
    throw new Refusal('fund/taken', 'another fund has this code');
  }
  refuseUnknownCountry('fund', country);
  refuseBadName('fund', name);
  refuseBadCode('fund', administrator);
  return [{ type: 'FundOpened', data: { country, name, administrator } }];
}

function addLine({ do: _, ...data }: Of<'add-line'>, { lines }: Fund): readonly Event[] {
  const { line, name, source, donor, currency, cents } = data;
  for (const code of [line, source, ...(donor === undefined ? [] : [donor])]) refuseBadCode('fund', code);
  if (lines[line] !== undefined) throw new Refusal('fund/line-taken', 'another line has this code');
  refuseBadName('fund', name);
  refuseOther(fundCurrencies, currency);
  refuseBadNumber('fund', cents, 1, mostCents);
  return [{ type: 'FundLineAdded', data }];
}

function request({ do: _, cents, units, ...of }: Of<'request'>, { lines, requests }: Fund): readonly Event[] {
  for (const id of [of.request, of.referral, of.case]) refuseBadId('fund', id);
  for (const code of [of.line, of.institution]) refuseBadCode('fund', code);
  if (requests[of.request] !== undefined) throw new Refusal('fund/request-exists', 'it was asked for already');
  const line = lines[of.line];
  if (line === undefined) throw new Refusal('fund/unknown-line', 'the fund has no such line', 'invalid');
  refuseOther(fundPurposes, of.purpose);
  refuseBadNumber('fund', cents, 1, mostCents);
  refuseBadNumber('fund', units, 1, mostUnits);
  return [{ type: 'SupportRequested', data: { ...of, currency: line.currency, cents, units } }];
}

/** @throws Refusal `fund/unknown-request`, or `fund/not-now` it is not where this can be done */
function found({ requests }: Fund, id: string, where: readonly RequestStatus[]): FundRequest {
  refuseBadId('fund', id);
  const known = requests[id];
  if (known === undefined) throw new Refusal('fund/unknown-request', 'the fund has no such request', 'unknown');
  if (!where.includes(known.status)) throw new Refusal('fund/not-now', `the request is ${known.status}`);
  return known;
}

const inCountry = ({ opened }: Fund) => (opened === undefined ? {} : { country: opened.country });

function approve({ request: id, cents }: Of<'approve'>, state: Fund, { actor }: Context): readonly Event[] {
  const { of, asked, by } = found(state, id, ['asked']);
  if (by === actor) throw new Refusal('fund/own-request', 'somebody else approves than who asked');
  const granted = cents ?? asked;
  refuseBadNumber('fund', granted, 1, asked);
  const line = state.lines[of.line];
  if (line === undefined || free(line) < granted) throw new Refusal('fund/over-balance', 'the line has not so much');
  return [{ type: 'SupportApproved', data: { ...of, ...inCountry(state), cents: granted } }];
}

function giveUp(
  type: 'SupportRejected' | 'SupportCancelled',
  { request: id, reason }: Of<'reject' | 'cancel'>,
  state: Fund,
  where: readonly RequestStatus[],
): readonly Event[] {
  const { of } = found(state, id, where);
  refuseOther(fundReasons, reason);
  return [{ type, data: { ...of, reason } }];
}

/** @throws Refusal `fund/voucher-used` */
function refuseUsed({ vouchers }: Fund, voucher: string): void {
  refuseBadCode('fund', voucher);
  if (vouchers.includes(voucher)) throw new Refusal('fund/voucher-used', 'this voucher paid for something else');
}

/** What was promised is paid, or less of it; the rest is free again. */
function pay({ request: id, voucher, cents }: Of<'pay'>, state: Fund): readonly Event[] {
  const { of, approved } = found(state, id, ['approved']);
  refuseUsed(state, voucher);
  const paid = cents ?? approved;
  refuseBadNumber('fund', paid, 1, approved);
  return [{ type: 'SupportPaid', data: { ...of, ...inCountry(state), cents: paid, voucher } }];
}

function reimburse({ request: id, voucher, cents }: Of<'reimburse'>, state: Fund): readonly Event[] {
  const { of, paid, reimbursed } = found(state, id, ['paid']);
  refuseUsed(state, voucher);
  refuseBadNumber('fund', cents, 1, paid - reimbursed);
  return [{ type: 'SupportReimbursed', data: { ...of, ...inCountry(state), cents, voucher } }];
}
