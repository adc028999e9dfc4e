import { projection, type Seen } from '#projection';
import type { FundCurrency } from '../domain/fund-events.js';
import { type FundFacts, fundFacts } from '../published/fund-facts.js';
import { localMonth } from './local-month.js';

/** What went through a line in a month: whole cents of its currency. */
export interface LineMonth {
  readonly approved: number;
  readonly paid: number;
  readonly reimbursed: number;
}

/** A fund in one month, in one currency. */
export interface FundMonth {
  readonly fund: string;
  readonly month: string;
  readonly currency: FundCurrency;
  readonly lines: Readonly<Record<string, LineMonth>>;
  /** Paid less what came back, by purpose. */
  readonly purposes: Readonly<Record<string, number>>;
  /** The same by case, so that cases can be counted over months. Never shown. */
  readonly cases: Readonly<Record<string, number>>;
}

type Moved = Seen<FundFacts, 'SupportApproved.v1' | 'SupportPaid.v1' | 'SupportReimbursed.v1'>;

const moves: ReadonlySet<string> = new Set<Moved['type']>([
  'SupportApproved.v1',
  'SupportPaid.v1',
  'SupportReimbursed.v1',
]);

/** On the calendar of the fund's country; in UTC what was told before the country was told with it. */
const monthOf = ({ metadata, data: { country } }: Pick<Moved, 'metadata' | 'data'>): string =>
  country === undefined ? (metadata['effectiveAt'] ?? '').slice(0, 7) : localMonth({ metadata }, country);

const isMoved = (fact: Seen<FundFacts>): fact is Moved => moves.has(fact.type);

const noMonth: LineMonth = { approved: 0, paid: 0, reimbursed: 0 };

function adding(month: FundMonth, fact: Moved, into: keyof LineMonth, spent: number): FundMonth {
  const { data } = fact;
  const { fund, currency, line, purpose, cents } = data;
  const before = month.lines[line] ?? noMonth;
  const sum = (sums: Readonly<Record<string, number>>, key: string) =>
    spent === 0 ? sums : { ...sums, [key]: (sums[key] ?? 0) + spent };
  return {
    ...{ fund, currency, month: monthOf(fact) },
    lines: { ...month.lines, [line]: { ...before, [into]: before[into] + cents } },
    purposes: sum(month.purposes, purpose),
    cases: sum(month.cases, data.case),
  };
}

/** Months of funds, by currency. List: `fund/<code>`, by month. */
export const fundMonths = projection<FundFacts, FundMonth>({
  name: 'fund-months',
  version: 2,
  events: fundFacts,
  key: (fact) => (isMoved(fact) ? `${fact.data.fund}/${monthOf(fact)}/${fact.data.currency}` : undefined),
  empty: () => ({ fund: '', month: '', currency: 'PEN', lines: {}, purposes: {}, cases: {} }),
  on: {
    'SupportApproved.v1': (month, fact) => adding(month, fact, 'approved', 0),
    'SupportPaid.v1': (month, fact) => adding(month, fact, 'paid', fact.data.cents),
    'SupportReimbursed.v1': (month, fact) => adding(month, fact, 'reimbursed', -fact.data.cents),
  },
  index: ({ fund, month }) => [[`fund/${fund}`, month]],
});
