import type { DatedLadder } from '#terms';

const source = 'Policy values; no norm sets whom a clock calls. A board may change them.';

/** The ladder of every rule that names no other. */
export const usualLadder = 'USUAL';

/** Whom a clock calls, and when: half the time gone, due, and half as long again overdue. */
export const policyLadders = (validFrom: string): readonly DatedLadder[] => [
  {
    id: usualLadder,
    validFrom,
    steps: [
      { role: 'OWNER', fraction: 0.5 },
      { role: 'SUPERVISOR', fraction: 1 },
      { role: 'COORDINATOR', fraction: 1.5 },
    ],
    source,
    verified: false,
  },
  {
    // Where the norm says "at once", half of the time to warn by is too late to call the next.
    id: 'AT_ONCE',
    validFrom,
    steps: [
      { role: 'OWNER', fraction: 0 },
      { role: 'SUPERVISOR', fraction: 0.5 },
      { role: 'COORDINATOR', fraction: 1 },
    ],
    source,
    verified: false,
  },
];
