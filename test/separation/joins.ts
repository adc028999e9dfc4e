/** What tells who somebody is, or which file is whose, on each side of a couple: ids, codes and canaries. */
export interface Sides {
  readonly victim: readonly string[];
  readonly aggressor: readonly string[];
}

/** Something that was looked at: where it was found, and everything it says. */
export interface Found {
  readonly at: string;
  readonly says: string;
}

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** Where both sides can be read in one place. */
export const joins = (found: readonly Found[], { victim, aggressor }: Sides): readonly string[] =>
  found.filter(({ says }) => holds(says, victim) && holds(says, aggressor)).map(({ at }) => at);

/** How many of what was looked at spoke of each side: of nothing at all, no join would be no wonder. */
export const spoke = (found: readonly Found[], { victim, aggressor }: Sides) => ({
  victim: found.filter(({ says }) => holds(says, victim)).length,
  aggressor: found.filter(({ says }) => holds(says, aggressor)).length,
});
