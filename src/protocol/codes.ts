import type { LocalDate } from '#terms';

/** A name a code went by from a day on, until the next one. */
export interface DatedName {
  readonly label_es: string;
  readonly from: LocalDate;
}

/** One entry of a code list. The code never changes; its name may. */
export interface CodeEntry<C extends string = string> {
  readonly code: C;
  /** The name used today. */
  readonly label_es: string;
  /** Earlier and present names, oldest first, where the name changed. */
  readonly names?: readonly DatedName[];
}

/** A closed list of codes, where it comes from, and whether it was checked against that source. */
export interface CodeList<C extends string = string> {
  readonly name: string;
  readonly source: string;
  readonly verified: boolean;
  readonly entries: readonly CodeEntry<C>[];
}

/** The codes of a list, as a type: `CodeOf<typeof violenceTypes>`. */
export type CodeOf<L> = L extends CodeList<infer C> ? C : never;

/** Declares a list; its codes become a literal type. `[code, label]`, or with dated names as a third. */
export function codeList<const C extends string>(
  name: string,
  origin: { readonly source: string; readonly verified: boolean },
  entries: readonly (readonly [code: C, label_es: string, names?: readonly DatedName[]])[],
): CodeList<C> {
  return {
    name,
    ...origin,
    entries: entries.map(([code, label_es, names]) => (names ? { code, label_es, names } : { code, label_es })),
  };
}

/** The same list where some codes go by other names. Codes stay what they are, so that countries can be compared. */
export function relabelled<C extends string>(
  list: CodeList<C>,
  labels: { readonly [K in C]?: string },
  source = list.source,
): CodeList<C> {
  const entries = list.entries.map(({ code, label_es, names }): CodeEntry<C> => {
    const other = labels[code];
    if (other !== undefined) return { code, label_es: other };
    return names === undefined ? { code, label_es } : { code, label_es, names };
  });
  return { ...list, source, entries };
}

/** Lists by their names. */
export const byName = (lists: readonly CodeList[]): Readonly<Record<string, CodeList>> =>
  Object.fromEntries(lists.map((list) => [list.name, list]));

export function hasCode<C extends string>(list: CodeList<C>, code: string): code is C {
  return list.entries.some((entry) => entry.code === code);
}

/**
 * What people called a code on a day; without a day, what they call it today.
 * @throws RangeError the list has no such code
 */
export function labelOf(list: CodeList, code: string, day?: LocalDate): string {
  const entry = list.entries.find((each) => each.code === code);
  if (entry === undefined) throw new RangeError(`${list.name} has no code ${code}`);
  if (day === undefined || entry.names === undefined) return entry.label_es;
  // Before its first recorded name a thing is called by that name.
  return (entry.names.findLast((name) => name.from <= day) ?? entry.names[0])?.label_es ?? entry.label_es;
}
