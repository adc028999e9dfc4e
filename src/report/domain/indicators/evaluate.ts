import type { Month } from '#terms';
import type { DefinitionOver, Documents, Kind, Term, Test } from './definition.js';

const hour = 3_600_000;

/** Whether a test holds; of what is not there nothing holds but that it is not known. */
function holds<D>(test: Test<D>, document: D): boolean {
  const at = (field: keyof D): string | undefined => document[field] as string | undefined;
  if ('in' in test) {
    const value = at(test.field);
    return value !== undefined && test.in.includes(value);
  }
  if ('known' in test) return (at(test.field) !== undefined) === test.known;
  const [from, to] = [at(test.from), at(test.to)];
  if (from === undefined || to === undefined) return false;
  return (Date.parse(to) - Date.parse(from)) / hour <= test.atMostHours;
}

const isOf =
  <D>({ tests }: Term<D>) =>
  (document: D): boolean =>
    tests.every((test) => holds(test, document));

/** What a definition counts among documents. */
export interface Count {
  readonly numerator: number;
  /** Absent where it has none. */
  readonly denominator?: number;
}

/** The one place where an indicator is counted, for screens, interfaces and files alike. */
export function evaluate<K extends Kind>(definition: DefinitionOver<K>, documents: readonly Documents[K][]): Count {
  const { numerator, denominator } = definition;
  if (denominator === undefined) return { numerator: documents.filter(isOf(numerator)).length };
  const whole = documents.filter(isOf(denominator));
  return { numerator: whole.filter(isOf(numerator)).length, denominator: whole.length };
}

/** The name of a count in a month. */
export const cellIn = (month: Month, cell: string): string => cell.replace('@', `@${month}`);
