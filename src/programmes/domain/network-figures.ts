import type { Relation } from '#disclosure';
import { disclosed } from './small-counts.js';

/** A record as far as a network counts it. */
export interface CountedHelp {
  readonly council: string;
  readonly matter: string;
  readonly acts: readonly string[];
}

/** Counts of one council, or of all of them; null where the count is small, or would give a small one away. */
export interface HelpFigures {
  readonly taken: number | null;
  /** By code of `communityActs`: records in which it was done. */
  readonly acts: Readonly<Record<string, number | null>>;
  /** By what they were about. */
  readonly matters: Readonly<Record<string, number | null>>;
}

export interface NetworkFigures {
  readonly councils: Readonly<Record<string, HelpFigures>>;
  readonly total: HelpFigures;
}

const all = '*';

/**
 * What the councils of a network did in a month, with small counts withheld so that no other count gives them away.
 * @param councils each of them, also those that did nothing
 * @param codes what is counted: every matter a record can have, and the acts somebody asks about
 */
export function networkFigures(
  councils: readonly string[],
  helps: readonly CountedHelp[],
  codes: { readonly acts: readonly string[]; readonly matters: readonly string[] },
): NetworkFigures {
  const cells = new Map<string, number>();
  const relations: Relation[] = [];
  const rows = [...councils, all];
  for (const row of rows) {
    const own = helps.filter(({ council }) => row === all || council === row);
    cells.set(`${row} taken`, own.length);
    for (const act of codes.acts) {
      const done = own.filter(({ acts }) => acts.includes(act)).length;
      cells.set(`${row} act ${act}`, done);
      // Whoever reads a part beside its whole knows the rest.
      cells.set(`${row} without ${act}`, own.length - done);
      relations.push({ total: `${row} taken`, parts: [`${row} act ${act}`, `${row} without ${act}`] });
    }
    for (const matter of codes.matters) {
      cells.set(`${row} matter ${matter}`, own.filter((help) => help.matter === matter).length);
    }
    relations.push({ total: `${row} taken`, parts: codes.matters.map((matter) => `${row} matter ${matter}`) });
  }
  if (councils.length > 0) {
    const columns = [...cells.keys()].flatMap((id) => (id.startsWith(`${all} `) ? [id.slice(all.length)] : []));
    for (const column of columns) {
      relations.push({ total: `${all}${column}`, parts: councils.map((council) => `${council}${column}`) });
    }
  }
  const { counts } = disclosed(Object.fromEntries(cells), relations);
  const figure = (id: string): number | null => counts[id] ?? null;
  const figuresOf = (row: string): HelpFigures => ({
    taken: figure(`${row} taken`),
    acts: Object.fromEntries(codes.acts.map((act) => [act, figure(`${row} act ${act}`)])),
    matters: Object.fromEntries(codes.matters.map((matter) => [matter, figure(`${row} matter ${matter}`)])),
  });
  return {
    councils: Object.fromEntries(councils.map((council) => [council, figuresOf(council)])),
    total: figuresOf(all),
  };
}
