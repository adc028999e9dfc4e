import type { Insider } from '#disclosure';
import { draftOf } from './drafted.js';
import type { Cohort, Inputs } from './inputs.js';
import { boardProfile, type Profile } from './profiles.js';
import { Tally } from './tally.js';

/**
 * The counts to withhold from the members of a board, who read what others recorded beside what they know themselves.
 */
export function withheldFrom(inputs: Inputs, tally: Tally, profile: Profile = boardProfile): ReadonlySet<string> {
  const insiders = inputs.board.members.map((each) => knownTo(each, inputs, tally.cells.keys()));
  return tally.protected(
    profile,
    insiders.filter(({ exactly, least }) => exactly.size + least.size > 0),
  );
}

/**
 * What an institution knows of counts before it reads them: exactly those that name it, for it did or was sent all they
 * count; and of all others its own share.
 */
function knownTo(institution: string, inputs: Inputs, cells: Iterable<string>): Insider {
  const mine = ownOf(institution, inputs);
  const own = hasAny(mine) ? draftOf(mine).tally : new Tally();
  const exactly = new Set<string>();
  const least = new Map<string, number>();
  for (const cell of cells) {
    if (cell.split('/').includes(institution)) exactly.add(cell);
    else if (own.get(cell) > 0) least.set(cell, own.get(cell));
  }
  return { exactly, least };
}

/** Most seats of a board record nothing. */
const hasAny = ({ cohort, previous, yearBefore, caseload }: Inputs): boolean =>
  caseload.length > 0 ||
  [cohort, previous, yearBefore].some(
    ({ cases, referrals, clocks }) => cases.length + referrals.length + clocks.length > 0,
  );

/** What an institution recorded of a month or was sent. */
function ownOf(institution: string, inputs: Inputs): Inputs {
  const of = (cohort: Cohort): Cohort => ({
    ...cohort,
    cases: cohort.cases.filter((each) => each.institution === institution),
    referrals: cohort.referrals.filter(({ from, to }) => from === institution || to === institution),
    clocks: cohort.clocks.filter((each) => each.institution === institution),
  });
  return {
    ...inputs,
    ...{ cohort: of(inputs.cohort), previous: of(inputs.previous), yearBefore: of(inputs.yearBefore) },
    caseload: inputs.caseload.filter((each) => each.institution === institution),
    // Neither counters nor persons attended say by whom.
    ...{ months: new Map(), attended: 0 },
  };
}
