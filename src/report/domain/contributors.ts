import type { Registry } from './indicators/registry.js';
import { draftOf } from './drafted.js';
import type { Cohort, Inputs } from './inputs.js';
import type { Profile } from './profiles.js';

/** What one institution recorded of a month. */
function only(institution: string, inputs: Inputs): Inputs {
  const of = (cohort: Cohort): Cohort => ({
    ...cohort,
    cases: cohort.cases.filter((each) => each.institution === institution),
    referrals: cohort.referrals.filter(({ from }) => from === institution),
    clocks: cohort.clocks.filter((each) => each.institution === institution),
  });
  return {
    ...inputs,
    ...{ cohort: of(inputs.cohort), previous: of(inputs.previous), yearBefore: of(inputs.yearBefore) },
    caseload: inputs.caseload.filter((each) => each.institution === institution),
    // Counters of older months do not say who counted.
    months: new Map(),
  };
}

/**
 * Counts made by too few institutions, or nearly all by one: to print them is to print what that institution did. Found
 * by counting the month again with the records of each alone; where those do not make up the whole, nobody can say who
 * contributed, and nothing is found.
 */
export function dominated(
  inputs: Inputs,
  cells: ReadonlyMap<string, number>,
  { contributors }: Profile,
  registry?: Registry,
): ReadonlySet<string> {
  if (contributors === undefined) return new Set();
  const { cases, referrals, clocks } = inputs.cohort;
  const institutions = new Set([
    ...inputs.caseload.map(({ institution }) => institution),
    ...[inputs.cohort, inputs.previous, inputs.yearBefore].flatMap((each) => each.cases.map((one) => one.institution)),
    ...cases.map(({ institution }) => institution),
    ...clocks.map(({ institution }) => institution),
    ...[...referrals, ...inputs.previous.referrals, ...inputs.yearBefore.referrals].map(({ from }) => from),
  ]);
  const shares = [...institutions].map((each) => draftOf(only(each, inputs), registry).tally);
  const named = new Set(Object.keys(inputs.names));
  return new Set(
    [...cells].flatMap(([cell, count]) => {
      if (cell.split('/').some((part) => named.has(part))) return [cell];
      const counts = shares.map((tally) => tally.get(cell)).filter((each) => each > 0);
      const isWhole = counts.reduce((sum, each) => sum + each, 0) === count;
      const isFew = counts.length < contributors.fewest || Math.max(...counts) >= contributors.most * count;
      return isWhole && count > 0 && isFew ? [cell] : [];
    }),
  );
}
