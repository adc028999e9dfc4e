import type { FundCurrency } from './fund-events.js';
import { disclosed } from './small-counts.js';

/** A month of a fund, as it is counted: whole cents. */
export interface CountedMonth {
  readonly month: string;
  readonly currency: FundCurrency;
  readonly lines: Readonly<
    Record<string, { readonly approved: number; readonly paid: number; readonly reimbursed: number }>
  >;
  readonly purposes: Readonly<Record<string, number>>;
  readonly cases: Readonly<Record<string, number>>;
}

/** What went through one line in one month, in whole cents. */
export interface LineExecution {
  readonly month: string;
  readonly line: string;
  readonly currency: FundCurrency;
  readonly approved: number;
  readonly paid: number;
  readonly reimbursed: number;
}

/** What a fund did in one currency. */
export interface FundCosts {
  readonly currency: FundCurrency;
  /** Paid less what came back. */
  readonly spent: number;
  /** Cases that were helped, and what one cost, rounded to a cent; null where they are so few that it would point at them. */
  readonly cases: number | null;
  readonly perCase: number | null;
}

export interface FundExecution {
  readonly lines: readonly LineExecution[];
  readonly costs: readonly FundCosts[];
}

/** How the money of a year went, line by line and month by month, and the indicator *cost per case*. */
export function executionOf(months: readonly CountedMonth[]): FundExecution {
  const lines = months.flatMap(({ month, currency, lines: each }) =>
    Object.entries(each).map(([line, sums]) => ({ month, line, currency, ...sums })),
  );
  const currencies = [...new Set(months.map(({ currency }) => currency))].sort();
  return { lines, costs: currencies.map((currency) => costsOf(currency, months)) };
}

function costsOf(currency: FundCurrency, months: readonly CountedMonth[]): FundCosts {
  const byCase = new Map<string, number>();
  for (const { cases } of months.filter((each) => each.currency === currency)) {
    for (const [id, cents] of Object.entries(cases)) byCase.set(id, (byCase.get(id) ?? 0) + cents);
  }
  const spent = [...byCase.values()].reduce((sum, cents) => sum + cents, 0);
  // Whose payment came back in full was not helped by it; what comes back of an earlier year makes no case cheaper.
  const helped = [...byCase.values()].filter((cents) => cents > 0);
  const cost = helped.reduce((sum, cents) => sum + cents, 0);
  const { counts, from } = disclosed({ cases: helped.length }, []);
  return {
    currency,
    spent,
    cases: counts['cases'] ?? null,
    perCase: helped.length === 0 ? null : from(['cases'], () => Math.round(cost / helped.length)),
  };
}
