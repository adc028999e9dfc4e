/**
 * The compiler knows no other; what was stored is looked at all the same, so that no free text is told.
 * @throws Error it is none of them
 */
export function among<T>(known: readonly T[], value: T): T {
  if (!known.includes(value)) throw new Error('not among what is known');
  return value;
}
