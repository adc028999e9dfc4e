import { newViolence } from '../../protocol/index.js';

/** How cases and persons are counted, the same for whoever counts. */

/** A case as far as it counts. */
export interface Countable {
  readonly person: string;
  readonly condition: string;
}

export interface Counted {
  /** Files, whatever brought them: what an institution worked on. */
  readonly cases: number;
  /** Of them, those that stand for violence not counted before. */
  readonly newViolence: number;
  /** Human beings, each once, however many files and records there are of them. */
  readonly persons: number;
  /** Of them, those with new violence. */
  readonly personsWithNewViolence: number;
}

/**
 * A first time, the same aggressor again and another aggressor are new violence; a file received from another centre or
 * carried on is not: neither the violence nor who used it is another.
 */
export const isNewViolence = (condition: string): boolean => newViolence.includes(condition);

/**
 * Cases and persons, counted apart.
 * @param links pairs of records that are of one person
 */
export function count(cases: readonly Countable[], links: readonly (readonly [string, string])[] = []): Counted {
  const same = groups(links);
  const fresh = cases.filter(({ condition }) => isNewViolence(condition));
  const heads = (of: readonly Countable[]) => new Set(of.map(({ person }) => same(person))).size;
  return {
    cases: cases.length,
    newViolence: fresh.length,
    persons: heads(cases),
    personsWithNewViolence: heads(fresh),
  };
}

/** Of each record, the smallest of all that are of the same person. */
export function groups(links: readonly (readonly [string, string])[]): (person: string) => string {
  const parents = new Map<string, string>();
  const root = (person: string): string => {
    let at = person;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  for (const [a, b] of links) {
    const [low, high] = [root(a), root(b)].sort();
    if (low !== undefined && high !== undefined && low !== high) parents.set(high, low);
  }
  return root;
}

/** What is known when a person comes: whether she was here before, and because of whom she comes now. */
export interface Coming {
  /** She has a file at this centre. */
  readonly known: boolean;
  /** Her file comes from another centre, with the same violence. */
  readonly fromAnother?: boolean;
  /** Violence happened since; absent: nobody knows. */
  readonly again?: boolean;
  /** By the same person as before. */
  readonly sameAggressor?: boolean;
}

/** The condition a case is opened with. */
export function conditionOf({ known, fromAnother = false, again = true, sameAggressor = true }: Coming): string {
  if (fromAnother) return 'TRANSFERRED';
  if (!known) return 'NEW';
  if (!again) return 'CONTINUED';
  return sameAggressor ? 'REPEAT_SAME' : 'REPEAT_OTHER';
}

/** The files that are open after a time, from those that were open before it. */
export const openAfter = (
  before: number,
  { opened, reopened, closed }: Readonly<Record<'opened' | 'reopened' | 'closed', number>>,
): number => before + opened + reopened - closed;
