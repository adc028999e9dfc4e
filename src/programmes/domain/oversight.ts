import type { Entry } from './register.js';
import { executedOf } from './budget.js';

/** An entry that holds, with its id. */
type Known = Pick<Entry, 'values' | 'steps'> & { readonly id: string };

/** What a board agreed, with what was found about it, the money it has and the figure it is to move. */
export interface OverseenAgreement<A, F> {
  readonly agreement: A;
  readonly findings: readonly Known[];
  readonly budget: readonly { readonly currency: string; readonly assigned: number; readonly executed: number }[];
  /** Left out where the agreement names no indicator, or the month has none of that name. */
  readonly figure?: F;
}

/** Findings by agreement, and those no agreement was made of. */
export interface Overseen<A, F> {
  readonly agreements: readonly OverseenAgreement<A, F>[];
  readonly loose: readonly Known[];
}

const agreementOf = ({ steps }: Known): unknown =>
  steps.find(({ type }) => type === 'FindingTakenUp')?.values['agreement'];

/** Joins agreements, findings, budget lines and figures. */
export function overseen<
  A extends { readonly id: string; readonly indicator?: string },
  F extends { readonly id: string },
>(
  agreements: readonly A[],
  findings: readonly Known[],
  lines: readonly Known[],
  figures: readonly F[],
): Overseen<A, F> {
  const known = new Set<unknown>(agreements.map(({ id }) => id));
  return {
    agreements: agreements.map((agreement) => {
      const figure = figures.find(({ id }) => id === agreement.indicator);
      return {
        agreement,
        findings: findings.filter((each) => agreementOf(each) === agreement.id),
        budget: moneyOf(lines.filter(({ values }) => values['agreement'] === agreement.id)),
        ...(figure === undefined ? {} : { figure }),
      };
    }),
    loose: findings.filter((each) => !known.has(agreementOf(each))),
  };
}

/**
 * What lines have and have spent, by currency, in cents.
 * @param year `YYYY`: what lines of that year have, and what was spent in it, of whatever year the line is
 */
export function moneyOf(
  lines: readonly Pick<Entry, 'values' | 'steps'>[],
  year?: string,
): readonly { readonly currency: string; readonly assigned: number; readonly executed: number }[] {
  const isOf = ({ values }: (typeof lines)[number]): boolean => year === undefined || String(values['year']) === year;
  const counted = lines.filter((line) => isOf(line) || executedOf(line.steps, year) > 0);
  const currencies = [...new Set(counted.map(({ values }) => String(values['currency'])))].sort();
  return currencies.map((currency) => {
    const of = counted.filter(({ values }) => values['currency'] === currency);
    const sum = (amount: (line: (typeof of)[number]) => number): number =>
      of.reduce((so, each) => so + amount(each), 0);
    return {
      currency,
      assigned: sum((line) => (isOf(line) ? Number(line.values['amount']) : 0)),
      executed: sum(({ steps }) => executedOf(steps, year)),
    };
  });
}
