import { attackLp, type Interval, isTooNarrow } from '#disclosure';
import { draftOf } from '../../src/report/domain/drafted.js';
import type { Cohort, Inputs } from '../../src/report/domain/inputs.js';
import { profileOn, type Profile } from '../../src/report/domain/profiles.js';
import { monthOf, type ReleasedFigures } from '../../src/report/domain/releasing.js';
import type { Tally } from '../../src/report/domain/tally.js';
import { ledgerOf, scoped } from '../../src/report/release/domain/ledger.js';

/** What a member of a board knew of a release beforehand, by the names of its cells. */
export interface Knowledge {
  readonly institution: string;
  /** Names the member: it made or was sent everything counted. */
  readonly exactly: ReadonlyMap<string, number>;
  /** Is no less than what the member has in it. */
  readonly least: ReadonlyMap<string, number>;
  /** Nobody else has anything in it. */
  readonly wholly: ReadonlySet<string>;
}

/** What every member knows of a release: what is counted, less what is left without what is theirs. */
export function knowledgeOf(inputs: Inputs, released: ReleasedFigures): readonly Knowledge[] {
  const { month, cells, sums, guarded, version } = released;
  const profile = profileOn(released.profile, `${month}-01`);
  const { tally } = draftOf(inputs, undefined, profile);
  const names = new Map<string, string>();
  for (const name of new Set([...Object.keys(cells), ...sums.flat(), ...guarded])) {
    const [cell = '', told = ''] = name.split('#');
    // What stood before was counted before.
    const isNew = Number(told) === ((monthOf(cell) ?? month) === month ? version : 0);
    if (isNew && tally.cells.has(cell)) names.set(scoped(released, name), cell);
  }
  return inputs.board.members.map((institution) => {
    const others = draftOf(without(institution, inputs), undefined, profile).tally;
    const exactly = new Map<string, number>();
    const least = new Map<string, number>();
    for (const [name, cell] of names) {
      const count = tally.get(cell);
      const share = count - countIn(others, cell);
      if (cell.split('/').includes(institution)) exactly.set(name, count);
      else if (share > 0) least.set(name, share);
    }
    const wholly = [...least].flatMap(([name, share]) => (share === tally.get(names.get(name) ?? '') ? [name] : []));
    return { institution, exactly, least, wholly: new Set([...exactly.keys(), ...wholly]) };
  });
}

function without(institution: string, inputs: Inputs): Inputs {
  const of = (cohort: Cohort): Cohort => ({
    ...cohort,
    cases: cohort.cases.filter((each) => each.institution !== institution),
    referrals: cohort.referrals.filter(({ from, to }) => from !== institution && to !== institution),
    clocks: cohort.clocks.filter((each) => each.institution !== institution),
  });
  const { cohort, previous, yearBefore, caseload } = inputs;
  return {
    ...inputs,
    ...{ cohort: of(cohort), previous: of(previous), yearBefore: of(yearBefore) },
    caseload: caseload.filter((each) => each.institution !== institution),
  };
}

/** Some counts are only set where they are needed: what is left of a whole, and clocks where a referral began several. */
function countIn(tally: Tally, cell: string): number {
  const [whole = '', part] = cell.split(' less ');
  if (tally.cells.has(cell)) return tally.get(cell);
  if (part !== undefined) return tally.get(whole) - tally.get(part);
  return tally.get(cell.replace('@', '/clocks@'));
}

/** What a member works out of what is guarded and not wholly theirs, from all releases they read. */
export async function recoveredBy(
  institution: string,
  releases: readonly ReleasedFigures[],
  knowledge: readonly Knowledge[],
  profile: Profile['id'],
): Promise<{ readonly attacked: number; readonly found: ReadonlyMap<string, Interval> }> {
  const read = profile === 'board' ? releases : releases.filter((each) => each.profile === profile);
  const ledger = ledgerOf(read);
  const bounds = new Map(ledger.bounds);
  const wholly = new Set<string>();
  for (const known of knowledge.filter((each) => each.institution === institution)) {
    for (const [name, count] of known.exactly) bounds.set(name, { min: count, max: count });
    for (const [name, share] of known.least) {
      const { min, max } = bounds.get(name) ?? { min: 0, max: Infinity };
      bounds.set(name, { min: Math.max(min, share), max });
    }
    for (const name of known.wholly) wholly.add(name);
  }
  const { guarded } = ledgerOf(releases.filter((each) => each.profile === profile));
  const others = guarded.filter(({ cell }) => !wholly.has(cell));
  const intervals = await attackLp({ ...ledger, bounds }, others);
  const { width } = profileOn(profile, '2025-01-01');
  const found = [...intervals].filter(([, interval]) => isTooNarrow(interval, { width }));
  return { attacked: others.length, found: new Map(found) };
}
