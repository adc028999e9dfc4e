import type { Month } from '#terms';
import { agreementIndicators } from './agreements.js';
import { caseIndicators } from './cases.js';
import { caseloadIndicators } from './caseload.js';
import { deadlineIndicators } from './deadlines.js';
import { type Definition, nameOf } from './definition.js';
import { referralIndicators } from './referrals.js';

/** All versions of all indicators there ever were. Old reports name theirs, so none is taken out. */
export class Registry {
  readonly #byName: ReadonlyMap<string, Definition>;

  /**
   * @param order ids as a report prints them
   * @throws RangeError a version stands twice, or an indicator has two that begin in one month or none at all
   */
  constructor(
    readonly all: readonly Definition[],
    readonly order: readonly string[],
  ) {
    this.#byName = new Map(all.map((each) => [nameOf(each), each]));
    if (this.#byName.size < all.length) throw new RangeError('a version of an indicator stands twice');
    const starts = new Set(all.map(({ id, validFrom }) => `${id} ${validFrom}`));
    if (starts.size < all.length) throw new RangeError('two versions of an indicator begin in one month');
    const missing = order.filter((id) => !all.some((each) => each.id === id));
    if (missing.length > 0) throw new RangeError(`no definition of ${missing.join(', ')}`);
  }

  /** The definitions a month is counted by, in order: of each indicator the last version that had begun. */
  of(month: Month): readonly Definition[] {
    return this.order.flatMap((id) => {
      const begun = this.all.filter((each) => each.id === id && each.validFrom <= month);
      return begun.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)).slice(0, 1);
    });
  }

  find(id: string, version: number): Definition | undefined {
    return this.#byName.get(nameOf({ id, version }));
  }
}

/** The indicators boards agreed on. */
export const indicators = new Registry(
  [...caseIndicators, ...referralIndicators, ...deadlineIndicators, ...caseloadIndicators, ...agreementIndicators],
  [
    'new-cases',
    'new-police-complaints',
    'severe-risk-share',
    'referrals-answered',
    'first-attention-72h',
    'measures-in-time',
    'repeat-share',
    'open-cases',
    'agreements-kept',
  ],
);
