/** A value the made-up cases are drawn with, and where it comes from: a public source, or `assumed`. */
export interface Assumption<T> {
  readonly source: string;
  readonly value: T;
}

export const assumed = <T>(value: T, because?: string): Assumption<T> => ({
  source: because === undefined ? 'assumed' : `assumed: ${because}`,
  value,
});
export const from = <T>(source: string, value: T): Assumption<T> => ({ source, value });
