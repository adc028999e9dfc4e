/**
 * A value that is one of a closed list. The compiler knows no other; what was stored is looked at all the same, so that
 * no free text is told.
 * @throws Error it is none of them
 */
export function known<T>(list: readonly T[], value: T): T {
  if (!list.includes(value)) throw new Error('not among what is known');
  return value;
}
