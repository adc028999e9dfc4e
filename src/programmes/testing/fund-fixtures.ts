import type { EventOf } from '#decider';
import type { FundEvents, OfRequest } from '../domain/fund-events.js';

type Event<T extends keyof FundEvents> = EventOf<FundEvents, T>;

export const fundId = 'fondo-150112';
export const requestId = '4e900000-0000-8000-8000-000000000001';
export const ofRequest: OfRequest = {
  request: requestId,
  referral: '4efe0000-0000-8000-8000-000000000001',
  case: 'ca5e0000-0000-8000-8000-000000000001',
  line: 'municipal-2025',
  purpose: 'TRANSPORT',
  currency: 'PEN',
  institution: 'pe-150112-cem',
};

const fund = {
  country: 'PE',
  name: 'Fondo de apoyo de Independencia',
  administrator: 'pe-150112-municipalidad',
};
export const openingFund = { do: 'open', ...fund } as const;
export const fundOpened: Event<'FundOpened'> = { type: 'FundOpened', data: fund };
const line = {
  line: 'municipal-2025',
  name: 'Presupuesto participativo',
  source: 'mesa-150112',
  donor: 'cooperacion-1',
  currency: 'PEN',
  cents: 100_000,
} as const;
export const addingLine = { do: 'add-line', ...line } as const;
export const lineAdded: Event<'FundLineAdded'> = { type: 'FundLineAdded', data: line };

const { request, referral, case: ofCase, line: from, purpose, institution } = ofRequest;
export const requesting = {
  do: 'request',
  ...{ request, referral, case: ofCase, line: from, purpose, institution },
  ...{ cents: 60_000, units: 2 },
} as const;
export const requested: Event<'SupportRequested'> = {
  type: 'SupportRequested',
  data: { ...ofRequest, cents: 60_000, units: 2 },
};
export const approved: Event<'SupportApproved'> = {
  type: 'SupportApproved',
  data: { ...ofRequest, country: 'PE', cents: 60_000 },
};
export const rejected: Event<'SupportRejected'> = {
  type: 'SupportRejected',
  data: { ...ofRequest, reason: 'NOT_COVERED' },
};
export const paid: Event<'SupportPaid'> = {
  type: 'SupportPaid',
  data: { ...ofRequest, country: 'PE', cents: 60_000, voucher: 'B001-15' },
};
export const cancelled: Event<'SupportCancelled'> = {
  type: 'SupportCancelled',
  data: { ...ofRequest, reason: 'NO_LONGER_NEEDED' },
};
export const reimbursed: Event<'SupportReimbursed'> = {
  type: 'SupportReimbursed',
  data: { ...ofRequest, country: 'PE', cents: 10_000, voucher: 'R001-1' },
};
