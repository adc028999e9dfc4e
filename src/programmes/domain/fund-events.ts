import { catalogue } from '#decider';

/** What a fund pays for, so that somebody gets from a referral to help. */
export const fundPurposes = ['TRANSPORT', 'LODGING', 'LAWYER_MONTH', 'PROFESSIONAL_DAYS', 'DOCUMENTS', 'FOOD'] as const;
export type FundPurpose = (typeof fundPurposes)[number];

export const fundCurrencies = ['PEN', 'BOB'] as const;
export type FundCurrency = (typeof fundCurrencies)[number];

/** Why a request is not granted, or is given up. */
export const fundReasons = ['NO_LONGER_NEEDED', 'OTHER_SOURCE', 'NOT_COVERED', 'NO_BUDGET', 'MISTAKE'] as const;
export type FundReason = (typeof fundReasons)[number];

/** What a step of a request says about it, so that it can be told by itself. Amounts are whole cents. */
export interface OfRequest {
  readonly request: string;
  readonly referral: string;
  /** The case of the referral: the fund is on the side of who suffered violence, and so costs per case are known. */
  readonly case: string;
  readonly line: string;
  readonly purpose: FundPurpose;
  readonly currency: FundCurrency;
  /** Who asked. */
  readonly institution: string;
}

/** Where money went: its month is that of the country's calendar. */
interface InCountry {
  readonly country?: string;
}

/** What happens in a fund. Money is whole cents of the line's currency. */
export type FundEvents = {
  FundOpened: {
    readonly country: string;
    readonly name: string;
    /** Who approves and pays. */
    readonly administrator: string;
  };
  /** Money came in: a line with its own balance. */
  FundLineAdded: {
    readonly line: string;
    readonly name: string;
    /** Who brings it: a board or an institution. */
    readonly source: string;
    /** Who stands behind it, where it is a donor. */
    readonly donor?: string;
    readonly currency: FundCurrency;
    readonly cents: number;
  };
  SupportRequested: OfRequest & {
    readonly cents: number;
    /** Days, months, tickets: how many of what is paid for. */
    readonly units: number;
  };
  SupportApproved: OfRequest & InCountry & { readonly cents: number };
  SupportRejected: OfRequest & { readonly reason: FundReason };
  SupportPaid: OfRequest & InCountry & { readonly cents: number; readonly voucher: string };
  SupportCancelled: OfRequest & { readonly reason: FundReason };
  /** Some or all of what was paid came back. */
  SupportReimbursed: OfRequest & InCountry & { readonly cents: number; readonly voucher: string };
};

/** The country was added: what was written before is read as it is. */
const asBefore = { 1: (data: object) => data };

export const fundEvents = catalogue<FundEvents>(
  {
    FundOpened: 1,
    FundLineAdded: 1,
    SupportRequested: 1,
    SupportApproved: 2,
    SupportRejected: 1,
    SupportPaid: 2,
    SupportCancelled: 1,
    SupportReimbursed: 2,
  },
  { SupportApproved: asBefore, SupportPaid: asBefore, SupportReimbursed: asBefore },
);
