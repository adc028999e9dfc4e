import {
  type Code,
  code,
  factCatalogue,
  publish,
  type PublicName,
  publicName,
  type RandomId,
  randomId,
} from '#publishing';
import {
  fundCurrencies,
  type FundCurrency,
  type FundEvents,
  fundEvents,
  type FundPurpose,
  fundPurposes,
  type FundReason,
  fundReasons,
  type OfRequest,
} from '../domain/fund-events.js';
import { known } from './known.js';

/** A step of a request. Money is whole cents of the currency. */
interface Of {
  fund: Code;
  request: RandomId;
  referral: RandomId;
  case: RandomId;
  line: Code;
  purpose: FundPurpose;
  currency: FundCurrency;
  institution: Code;
}

/** What others are told of support funds: codes and cents. Numbers of vouchers stay behind. */
export type FundFacts = {
  'FundOpened.v1': { fund: Code; country: Code; name: PublicName; administrator: Code };
  'FundLineAdded.v1': {
    fund: Code;
    line: Code;
    name: PublicName;
    source: Code;
    donor?: Code;
    currency: FundCurrency;
    cents: number;
  };
  'SupportRequested.v1': Of & { cents: number; units: number };
  'SupportApproved.v1': Of & { country?: Code; cents: number };
  'SupportRejected.v1': Of & { reason: FundReason };
  'SupportPaid.v1': Of & { country?: Code; cents: number };
  'SupportCancelled.v1': Of & { reason: FundReason };
  'SupportReimbursed.v1': Of & { country?: Code; cents: number };
};

export const fundFacts = factCatalogue<FundFacts>({
  'FundOpened.v1': true,
  'FundLineAdded.v1': true,
  'SupportRequested.v1': true,
  'SupportApproved.v1': true,
  'SupportRejected.v1': true,
  'SupportPaid.v1': true,
  'SupportCancelled.v1': true,
  'SupportReimbursed.v1': true,
});

/** A stream is `fund-<code>`. */
const fundOf = (stream: string): Code => code(stream.slice('fund-'.length));

const of = (stream: string, data: OfRequest): Of => ({
  fund: fundOf(stream),
  request: randomId(data.request),
  referral: randomId(data.referral),
  case: randomId(data.case),
  line: code(data.line),
  purpose: known(fundPurposes, data.purpose),
  currency: known(fundCurrencies, data.currency),
  institution: code(data.institution),
});

/** Money that was promised, went out or came back, and where. */
const moved = (stream: string, data: FundEvents['SupportApproved']) => ({
  ...of(stream, data),
  ...(data.country === undefined ? {} : { country: code(data.country) }),
  cents: data.cents,
});

export const fundPublication = publish(fundEvents, fundFacts, {
  FundOpened: ({ stream, data }) => ({
    type: 'FundOpened.v1',
    data: {
      fund: fundOf(stream),
      country: code(data.country),
      name: publicName(data.name),
      administrator: code(data.administrator),
    },
  }),
  FundLineAdded: ({ stream, data }) => ({
    type: 'FundLineAdded.v1',
    data: {
      fund: fundOf(stream),
      line: code(data.line),
      name: publicName(data.name),
      source: code(data.source),
      ...(data.donor === undefined ? {} : { donor: code(data.donor) }),
      currency: known(fundCurrencies, data.currency),
      cents: data.cents,
    },
  }),
  SupportRequested: ({ stream, data }) => ({
    type: 'SupportRequested.v1',
    data: { ...of(stream, data), cents: data.cents, units: data.units },
  }),
  SupportApproved: ({ stream, data }) => ({
    type: 'SupportApproved.v1',
    data: moved(stream, data),
  }),
  SupportRejected: ({ stream, data }) => ({
    type: 'SupportRejected.v1',
    data: { ...of(stream, data), reason: known(fundReasons, data.reason) },
  }),
  SupportPaid: ({ stream, data }) => ({ type: 'SupportPaid.v1', data: moved(stream, data) }),
  SupportCancelled: ({ stream, data }) => ({
    type: 'SupportCancelled.v1',
    data: { ...of(stream, data), reason: known(fundReasons, data.reason) },
  }),
  SupportReimbursed: ({ stream, data }) => ({
    type: 'SupportReimbursed.v1',
    data: moved(stream, data),
  }),
});
