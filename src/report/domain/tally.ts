import { type Insider, isSmall, protect, type Relation } from '#disclosure';
import { hidden, published, unmeasured, type Value } from './model.js';
import { boardProfile, type Profile, statisticFrom } from './profiles.js';

export { statisticFrom };

/** How a figure follows from counted cells. */
export type Expression =
  | { readonly count: string }
  | { readonly ratio: readonly [numerator: string, denominator: string] }
  | { readonly rate: string; readonly per: number; readonly of: number }
  /** A statistic over the people counted in `n`; published from 20 on. */
  | { readonly statistic: number | undefined; readonly n: string }
  /** Not about people: published as it is. */
  | { readonly plain: number }
  | { readonly plainRatio: readonly [numerator: number, denominator: number] }
  /** Nobody measures it, or the reason why it is not printed. */
  | { readonly unmeasured: true | 'inconsistent' };

/** A section before small counts are hidden: the same shape with expressions for cells. */
export interface Draft {
  readonly id: string;
  readonly tables: readonly {
    readonly id: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly id: string; readonly cells: readonly Expression[] }[];
  }[];
}

/** What is printed of a counted cell; null where it is withheld. */
export type Told = (cell: string) => number | null;

/**
 * Counted cells and how they add up. The same id everywhere is the same number everywhere, so what one table hides no
 * other table gives away.
 */
export class Tally {
  readonly #cells = new Map<string, number>();
  readonly #relations: Relation[] = [];
  readonly #headline = new Set<string>();

  set(id: string, count: number): void {
    const known = this.#cells.get(id);
    if (known !== undefined && known !== count) throw new Error(`cell ${id} counted as ${known} and as ${count}`);
    this.#cells.set(id, count);
  }

  get(id: string): number {
    return this.#cells.get(id) ?? 0;
  }

  get cells(): ReadonlyMap<string, number> {
    return this.#cells;
  }

  get relations(): readonly Relation[] {
    return this.#relations;
  }

  /** Marks what people come for: it is withheld only where nothing else would do. */
  headline(...ids: readonly string[]): void {
    for (const id of ids) this.#headline.add(id);
  }

  /** Declares that `total` is the sum of `parts`, which have been set; sets the total. */
  sum(total: string, parts: readonly string[]): void {
    this.set(
      total,
      parts.reduce((sum, part) => sum + this.get(part), 0),
    );
    if (parts.length > 0) this.#relations.push({ total, parts });
  }

  /**
   * Declares that a part is printed beside its whole: whoever reads both knows the rest, so a small rest is a small
   * count like any other.
   */
  beside(part: string, whole: string, { rule } = boardProfile): void {
    if (part === whole) return;
    const rest = this.get(whole) - this.get(part);
    // Nobody is left over where only what occurred is listed.
    if (rest === 0 || !isSmall(rest, rule)) return;
    this.set(`${whole} less ${part}`, rest);
    this.sum(whole, [part, `${whole} less ${part}`]);
  }

  /** Sets one cell a code, under `<prefix>/<code>`, and declares that they add up to `total`. Returns their ids. */
  partition(total: string, prefix: string, counts: ReadonlyMap<string, number>): readonly string[] {
    const parts = [...counts].map(([code, count]) => {
      const id = `${prefix}/${code}`;
      this.set(id, count);
      return id;
    });
    this.sum(total, parts);
    return parts;
  }

  /** The counts to withhold, small ones and what they could be worked out from, of one report that tells the others. */
  protected({ rule }: Profile = boardProfile, insiders: readonly Insider[] = []): ReadonlySet<string> {
    return protect(this.#cells, this.#relations, rule.small, this.#headline, insiders);
  }

  /** Answers what may be printed for each expression. Left out: what a board may see of one month. */
  publish(told?: Told, profile: Profile = boardProfile): (expression: Expression) => Value {
    const kept = told === undefined ? this.protected() : new Set<string>();
    const of: Told = told ?? ((id) => (kept.has(id) ? null : this.get(id)));
    return (expression) => {
      if ('count' in expression) return printed(of(expression.count));
      if ('plain' in expression) return published(expression.plain);
      if ('plainRatio' in expression) {
        const [part, whole] = expression.plainRatio;
        return whole === 0 ? { ...unmeasured, because: 'none-due' } : published(round(part / whole, 4), part, whole);
      }
      if ('unmeasured' in expression) {
        return expression.unmeasured === true ? unmeasured : { ...unmeasured, because: expression.unmeasured };
      }
      if ('ratio' in expression) return share(of(expression.ratio[0]), of(expression.ratio[1]), profile);
      if ('rate' in expression) {
        const count = of(expression.rate);
        return count === null
          ? hidden
          : published(round((count * expression.per) / expression.of, 2), count, expression.of);
      }
      return this.#statistic(expression, of(expression.n), profile);
    };
  }

  #statistic(
    { n, statistic }: Extract<Expression, { n: string }>,
    over: number | null,
    { statistic: { from, base } }: Profile,
  ): Value {
    if (over === null) return hidden;
    if (over === 0) return { ...unmeasured, because: 'nothing' };
    if (this.get(n) < from) return { ...unmeasured, because: 'too-few' };
    if (statistic === undefined) return { ...unmeasured, because: 'not-reached' };
    return published(Math.round(statistic / base) * base, null, over);
  }
}

const printed = (count: number | null): Value => (count === null ? hidden : published(count));

/** A share of printed counts: whoever reads it can work it out from them, and nothing more from it. */
function share(part: number | null, whole: number | null, { shareFrom }: Profile): Value {
  if (part === null || whole === null) return hidden;
  if (whole === 0) return { ...unmeasured, because: 'nothing' };
  if (whole < shareFrom) return { ...unmeasured, because: 'too-few' };
  // Rounded each for itself, a part may come out larger than its whole.
  const of = Math.min(part, whole);
  return published(round(of / whole, 4), of, whole);
}

export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** How many of `items` have each code, in the order of `codes`; codes not listed are added behind, by name. */
export function countBy<T>(
  items: readonly T[],
  codeOf: (item: T) => string | undefined,
  codes: readonly string[] = [],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(codes.map((code) => [code, 0]));
  const others = new Map<string, number>();
  for (const item of items) {
    const code = codeOf(item);
    if (code === undefined) continue;
    const target = counts.has(code) ? counts : others;
    target.set(code, (target.get(code) ?? 0) + 1);
  }
  for (const [code, count] of [...others].sort(([a], [b]) => (a < b ? -1 : 1))) counts.set(code, count);
  return counts;
}
