import { isSmall, shown, told as toldAs, type Relation, withheld as withheldAs } from '#disclosure';
import { addMonths, type Month } from '#terms';
import { dominated } from './contributors.js';
import { draftOf, type Drafted, expressionsOf, figuresFrom } from './drafted.js';
import type { Registry } from './indicators/registry.js';
import { withheldFrom } from './insiders.js';
import type { Inputs } from './inputs.js';
import type { Figures, Withheld } from './model.js';
import { boardProfile, type Profile } from './profiles.js';
import { merged, quarterOf, tableAt, wholeTable } from './tables.js';
import type { Expression, Tally } from './tally.js';

/** What readers know of one counted cell: what was printed, and the least and most it can be; null for no limit. */
export type ToldCell = readonly [shown: number | null, min: number, max: number | null];

/**
 * Figures as they were released: for every cell of an edition what readers were told, never what was counted. Names are
 * `<cell>#<version>`, version 0 for a month that has no edition of its own.
 */
export interface ReleasedFigures {
  readonly board: string;
  /** Districts, sorted: boards of nested territories count the same people. */
  readonly territory: readonly string[];
  readonly month: Month;
  readonly profile: Profile['id'];
  readonly version: number;
  readonly cells: Readonly<Record<string, ToldCell>>;
  /** Each a total and its parts. */
  readonly sums: readonly (readonly string[])[];
  /** Cells nobody may work out. */
  readonly guarded: readonly string[];
}

/** What earlier editions of the same board told under the same profile. */
export interface Earlier {
  /** By cell: the latest version that told of it. */
  readonly told: ReadonlyMap<string, { readonly version: number; readonly cell: ToldCell }>;
  /** Months that have an edition, under whichever profile. */
  readonly months: ReadonlySet<Month>;
  /** Cells of this very edition that are withheld from readers of another profile, who must not learn them here. */
  readonly kept: ReadonlySet<string>;
  /** What was told is known to another process alone, and `told` is empty. */
  readonly elsewhere?: true;
}

export interface Releasing {
  readonly profile: Profile;
  readonly version: number;
  readonly earlier: Earlier;
  /** What is left out beside what the profile withholds. */
  readonly withheld: readonly Withheld[];
  /** The quarter that ends with the month, counted as one. */
  readonly quarter?: Inputs;
  readonly registry?: Registry;
}

/** An edition to be released: what is printed, and what readers learn from it. */
export interface Releasable {
  readonly figures: Figures;
  readonly released: ReleasedFigures;
  /** Sums and guarded cells are of this draft. */
  readonly drafted: Drafted;
}

/** `open@2025-10` counts in its month; a cell without a month counts in the month of its report. */
export const monthOf = (cell: string): Month | undefined => /@(\d{4}-\d\d)/u.exec(cell)?.[1];

/**
 * Figures of an edition: of its own month by the profile; of every other month as they were told before, whatever has
 * been recorded since.
 */
export function releasable(inputs: Inputs, releasing: Releasing): Releasable {
  const { figures, telling, drafted } = decided(inputs, releasing);
  return { figures, released: telling.released(), drafted };
}

/**
 * What a board sees of a month that can still change: of every other month that has an edition what that told, and what
 * is counted now only of months that have none.
 */
export function draftBeside(inputs: Inputs, earlier: Earlier): Figures {
  const { figures } = decided(inputs, { profile: boardProfile, version: 1, earlier, withheld: [] });
  const untold = earlier.elsewhere === true && earlier.months.size > 0;
  return untold ? { ...figures, toldElsewhere: [...earlier.months].sort() } : figures;
}

interface Decided extends Pick<Releasable, 'figures' | 'drafted'> {
  readonly telling: Telling;
}

function decided(inputs: Inputs, releasing: Releasing): Decided {
  const { profile, registry, withheld, quarter } = releasing;
  const counted = draftOf(inputs, registry, profile);
  const drafted = withheld.reduce<Drafted>(
    (draft, each) =>
      each.how === 'merged'
        ? merged(draft, each)
        : each.how === 'quarter'
          ? wholeTable(draft, each, quarter, profile)
          : draft,
    counted,
  );
  const telling = new Telling(inputs, drafted, leftOutOf(counted, withheld), releasing);
  const figures = figuresFrom(
    inputs,
    drafted,
    drafted.tally.publish((cell) => telling.of(cell).cell[0], profile),
  );
  return {
    figures: { ...figures, profile: profile.id, ...(withheld.length === 0 ? {} : { withheld }) },
    telling,
    drafted,
  };
}

interface Said {
  readonly version: number;
  readonly cell: ToldCell;
  /** Told now, or it stood before. */
  readonly isNew: boolean;
}

/** Decides cell by cell what is told. */
class Telling {
  readonly #tally: Tally;
  readonly #hidden: ReadonlySet<string>;
  readonly #dominated: ReadonlySet<string>;
  readonly #printed: ReadonlySet<string>;

  constructor(
    private readonly inputs: Inputs,
    private readonly drafted: Drafted,
    private readonly leftOut: ReadonlySet<string>,
    private readonly releasing: Releasing,
  ) {
    const { profile, registry } = releasing;
    this.#tally = drafted.tally;
    this.#dominated = dominated(inputs, this.#tally.cells, profile, registry);
    // Rounding hides differences; exact figures need others withheld beside the small ones.
    this.#hidden = profile.rule.base === 1 ? withheldFrom(inputs, this.#tally, profile) : releasing.earlier.kept;
    this.#printed = new Set(expressionsOf(drafted).flatMap(cellsOf));
  }

  of(cell: string): Said {
    const { earlier, version, profile } = this.releasing;
    const before = earlier.told.get(cell);
    const month = monthOf(cell) ?? this.inputs.cohort.month;
    if (month !== this.inputs.cohort.month) {
      if (before !== undefined) return { ...before, isNew: false };
      // An edition of that month said nothing of it, so none does.
      if (earlier.months.has(month)) return { version: 0, cell: [null, 0, null], isNew: false };
      return { version: 0, cell: this.#now(cell), isNew: true };
    }
    const last = before?.cell[0] ?? null;
    const change = last === null ? Infinity : Math.abs(this.#tally.get(cell) - last);
    if (last !== null && change < profile.revisionFrom && !this.leftOut.has(cell)) {
      const room = profile.revisionFrom - 1;
      return { version, cell: [last, Math.max(0, last - room), last + room], isNew: true };
    }
    return { version, cell: this.#now(cell), isNew: true };
  }

  released(): ReleasedFigures {
    const { inputs, releasing } = this;
    const { board, cohort } = inputs;
    const { profile, version } = releasing;
    const cells: Record<string, ToldCell> = {};
    const guarded: string[] = [];
    for (const [cell, count] of this.#tally.cells) {
      const said = this.of(cell);
      if (!said.isNew) continue;
      const name = `${cell}#${said.version}`;
      if (this.#printed.has(cell)) cells[name] = said.cell;
      // Tables list what occurred: that nothing else did is no secret of theirs.
      if (count === 0 && !this.#printed.has(cell)) continue;
      if (isSmall(count, profile.rule) || this.#dominated.has(cell)) guarded.push(name);
    }
    const changes = this.#changes();
    const sums = [...this.#sums(), ...this.#quarters(), ...changes.sums];
    return {
      ...{ board: board.id, territory: [...board.territory].sort(), month: cohort.month, profile: profile.id, version },
      ...{ cells: { ...cells, ...this.#statistics() }, sums, guarded: [...guarded, ...changes.guarded] },
    };
  }

  /** Medians add up to nothing, but that they were told is part of what readers know. */
  #statistics(): Record<string, ToldCell> {
    const { profile, version } = this.releasing;
    const publish = this.#tally.publish((cell) => this.of(cell).cell[0], profile);
    const half = profile.statistic.base / 2;
    const told: Record<string, ToldCell> = {};
    for (const { id: section, tables } of this.drafted.drafts) {
      for (const { id, columns, rows } of tables) {
        for (const row of rows) {
          for (const [at, expression] of row.cells.entries()) {
            const { value } = publish(expression);
            if (!('statistic' in expression) || value === null) continue;
            const name = `median ${section}/${id}/${row.id}/${columns[at] ?? ''}@${this.inputs.cohort.month}#${version}`;
            told[name] = [value, Math.max(0, value - half), value + half];
          }
        }
      }
    }
    return told;
  }

  #now(cell: string): ToldCell {
    const { rule } = this.releasing.profile;
    const count = this.#tally.get(cell);
    if (this.leftOut.has(cell) || this.#dominated.has(cell)) return [null, 0, null];
    if (isSmall(count, rule) || this.#hidden.has(cell))
      return [null, this.leftOut.size > 0 ? 0 : withheldAs(rule).min, null];
    const value = shown(count, rule);
    const { min, max } = toldAs(value, rule);
    return [value, min, max];
  }

  /** Sums of what is told now. With what stood before, as long as the counts are still what was told. */
  #sums(): readonly (readonly string[])[] {
    const name = (cell: string): string => `${cell}#${this.of(cell).version}`;
    const fits = (cell: string): boolean => {
      const { isNew, cell: said } = this.of(cell);
      const [, min, max] = said;
      const count = this.#tally.get(cell);
      return isNew || (min <= count && count <= (max ?? Infinity));
    };
    const all: readonly Relation[] = this.#tally.relations;
    return all
      .map(({ total, parts }) => [total, ...parts])
      .filter((cells) => cells.some((cell) => this.of(cell).isNew) && cells.every(fits))
      .map((cells) => cells.map(name));
  }

  /** A quarter is the sum of its months, as long as they are still what was told of each. */
  #quarters(): readonly (readonly string[])[] {
    const { month } = this.inputs.cohort;
    const { version, earlier } = this.releasing;
    const at = `@${quarterOf(month)}`;
    return [...this.#tally.cells].flatMap(([cell, count]) => {
      if (!cell.includes(at)) return [];
      const own = cell.replace(at, `@${month}`);
      const parts = [1, 2].flatMap((back) => {
        const part = cell.replace(at, `@${addMonths(`${month}-01`, -back).slice(0, 7)}`);
        const before = earlier.told.get(part);
        return before === undefined ? [] : [{ name: `${part}#${before.version}`, cell: before.cell }];
      });
      const [low, high] = parts.reduce(
        ([least, most], { cell: [, min, max] }) => [least + min, most + (max ?? Infinity)],
        [this.#tally.get(own), this.#tally.get(own)],
      );
      if (parts.length < 2 || count < low || count > high) return [];
      return [[`${cell}#${version}`, `${own}#${version}`, ...parts.map(({ name }) => name)]];
    });
  }

  /** In a corrected edition: what changed of each figure is a count of its own, and a small one as telling as any. */
  #changes() {
    const { version, earlier, profile } = this.releasing;
    const guarded: string[] = [];
    const sums: (readonly string[])[] = [];
    if (version === 1) return { guarded, sums };
    for (const [cell, before] of earlier.told) {
      const [last] = before.cell;
      if (last === null || monthOf(cell) !== this.inputs.cohort.month || !this.#tally.cells.has(cell)) continue;
      const change = this.#tally.get(cell) - last;
      if (change <= 0) continue;
      const more = `more ${cell}#${version}`;
      sums.push([`${cell}#${version}`, `${cell}#${before.version}`, more]);
      if (isSmall(change, profile.rule)) guarded.push(more);
    }
    return { guarded, sums };
  }
}

/** The cells an expression prints. */
export function cellsOf(expression: Expression): readonly string[] {
  if ('count' in expression) return [expression.count];
  if ('ratio' in expression) return expression.ratio;
  if ('rate' in expression) return [expression.rate];
  return 'n' in expression ? [expression.n] : [];
}

/** The cells that are told nothing of. Of a table its rows, not the whole they make, which other tables print as well. */
function leftOutOf(counted: Drafted, withheld: readonly Withheld[]): ReadonlySet<string> {
  const cells = withheld.flatMap(({ table, rows }) => {
    if (table === everything) return [...counted.tally.cells.keys()];
    const found = tableAt(counted, table)?.rows ?? [];
    const wholes = new Set(found.filter(({ id }) => id === 'total').flatMap((row) => row.cells.flatMap(cellsOf)));
    return found
      .filter(({ id }) => rows === undefined || rows.includes(id))
      .flatMap((row) => row.cells.flatMap(cellsOf))
      .filter((cell) => !wholes.has(cell));
  });
  return new Set(cells);
}

/** In place of a path: nothing at all is told. */
export const everything = '*';
