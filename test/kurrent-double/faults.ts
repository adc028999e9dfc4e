/**
 * Ways in which the double lies on purpose. `failing.spec.ts` shows that the contract suite fails under each of
 * `noticed`, and that the adapter is right under each of `harmless` all the same.
 */
export const noticed = [
  'forgets the ids of what it wrote',
  'takes any expected revision',
  'names a wrong revision in a conflict',
  'numbers what it took one too high',
  'writes half of an append',
  'loses the first event after a position',
  'sends an event twice',
  'swaps neighbours in $all',
  'changes the bytes of an event',
  'does not see the newest event from behind',
] as const;

export const harmless = [
  'sends checkpoints ahead of the head',
  'never wakes a subscriber',
  'forgets recent ids',
  'leaves out the position of a repetition',
] as const;

export type Fault = (typeof noticed)[number] | (typeof harmless)[number];
