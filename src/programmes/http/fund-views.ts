import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsInstant, NestedList } from '#service';
import { fundCurrencies, type FundCurrency, type FundPurpose, fundPurposes } from '../domain/fund-events.js';
import { free, type RequestStatus } from '../domain/fund-state.js';
import type { FundLine, FundRequestCard } from '../views/funds.js';
import type { CountedFund } from './fund-desk.js';

export class FundLineView {
  @IsString()
  line: string;

  @IsString()
  name: string;

  @IsString()
  source: string;

  @IsOptional()
  @IsString()
  donor?: string;

  @IsIn([...fundCurrencies])
  currency: FundCurrency;

  @IsInt()
  cents: number;

  /** Approved and not paid yet. */
  @IsInt()
  promised: number;

  /** Paid, less what came back. */
  @IsInt()
  paid: number;

  /** What may still be promised. */
  @IsInt()
  free: number;
}

/** A fund and its lines; nothing of who was helped. */
export class FundView {
  @IsString()
  id: string;

  @IsString()
  name: string;

  @IsString()
  administrator: string;

  /** The last day whose promises and payments count; left out for whoever administers it: until now. */
  @IsOptional()
  @IsString()
  through?: string;

  @NestedList(() => FundLineView, 200)
  lines: readonly FundLineView[];
}

/** A request, for who asked and who approves. */
export class FundRequestView {
  @IsUUID()
  id: string;

  @IsUUID()
  referral: string;

  @IsString()
  line: string;

  @IsIn([...fundPurposes])
  purpose: FundPurpose;

  @IsInt()
  units: number;

  @IsIn([...fundCurrencies])
  currency: FundCurrency;

  @IsString()
  institution: string;

  @IsIn(['asked', 'approved', 'rejected', 'paid', 'cancelled'])
  status: RequestStatus;

  @IsInt()
  asked: number;

  @IsInt()
  approved: number;

  @IsInt()
  paid: number;

  @IsInt()
  reimbursed: number;

  @IsArray()
  @IsString({ each: true })
  vouchers: readonly string[];

  @IsOptional()
  @IsString()
  reason?: string;

  @IsInstant()
  requestedAt: string;
}

export class LineExecutionView {
  @IsString()
  month: string;

  @IsString()
  line: string;

  @IsIn([...fundCurrencies])
  currency: FundCurrency;

  @IsInt()
  approved: number;

  @IsInt()
  paid: number;

  @IsInt()
  reimbursed: number;
}

export class FundCostsView {
  @IsIn([...fundCurrencies])
  currency: FundCurrency;

  /** Paid, less what came back. */
  @IsInt()
  spent: number;

  /** Cases that were helped, and what one cost; null where they are so few that it would point at them. */
  @IsOptional()
  @IsInt()
  cases: number | null;

  @IsOptional()
  @IsInt()
  perCase: number | null;
}

export class FundExecutionView {
  @IsString()
  year: string;

  /** The last day whose records count; left out for whoever administers the fund: until now. */
  @IsOptional()
  @IsString()
  through?: string;

  @NestedList(() => LineExecutionView, 5_000)
  lines: readonly LineExecutionView[];

  @NestedList(() => FundCostsView, 2)
  costs: readonly FundCostsView[];
}

const lineView = ({ line, name, source, donor, currency, ...balance }: FundLine): FundLineView => ({
  ...{ line, name, source, currency },
  ...(donor === undefined ? {} : { donor }),
  ...{ cents: balance.cents, promised: balance.promised, paid: balance.paid, free: free(balance) },
});

export const fundView = ({ id, name, administrator, lines, through }: CountedFund): FundView => ({
  ...{ id, name, administrator },
  ...(through === undefined ? {} : { through }),
  lines: lines.map(lineView),
});

export function requestView(card: FundRequestCard): FundRequestView {
  const { of, units, status, asked, approved, paid, reimbursed, vouchers, reason, requestedAt } = card;
  const { request: id, referral, line, purpose, currency, institution } = of;
  return {
    ...{ id, referral, line, purpose, units, currency, institution },
    ...{ status, asked, approved, paid, reimbursed, vouchers, requestedAt },
    ...(reason === undefined ? {} : { reason }),
  };
}
