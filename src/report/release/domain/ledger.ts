import { type Candidate, type Guarded, type Interval, isSmall, type Relation, together } from '#disclosure';
import { type Earlier, monthOf, type ReleasedFigures } from '../../domain/releasing.js';
import { profileOn } from '../../domain/profiles.js';

/** The same cell of another territory is another cell. */
export const scoped = ({ territory }: Pick<ReleasedFigures, 'territory'>, name: string): string =>
  `${territory.join('+')}|${name}`;

/** The name of a cell without its territory. */
export const unscoped = (cell: string): string => cell.slice(cell.indexOf('|') + 1);

/** What readers learn from one release. */
export function candidateOf(release: ReleasedFigures): Candidate {
  const { cells, sums, guarded, profile, month } = release;
  const { width } = profileOn(profile, `${month}-01`);
  const bounds = new Map<string, Interval>();
  for (const [name, [, min, max]] of Object.entries(cells)) {
    if (min > 0 || max !== null) bounds.set(scoped(release, name), { min, max: max ?? Infinity });
  }
  return {
    bounds,
    relations: sums.map((names): Relation => {
      const [total = '', ...parts] = names.map((name) => scoped(release, name));
      return { total, parts };
    }),
    guarded: guarded.map((name) => ({ cell: scoped(release, name), width })),
  };
}

/** What readers know from several releases together, boards of nested territories among them. */
export function ledgerOf(releases: readonly ReleasedFigures[], inside = nested(releases)): Candidate {
  const all = releases.map(candidateOf);
  const { bounds, relations } = together(...all);
  return {
    bounds,
    relations: [...relations, ...inside.relations],
    guarded: [...all.flatMap(({ guarded }) => guarded), ...inside.guarded],
  };
}

/**
 * A release with the sums among its own figures alone. Sums with what was told in other months, or of other boards, hold
 * only as long as nothing was recorded in between.
 */
export function onItsOwn(release: ReleasedFigures): ReleasedFigures {
  const { month, version, sums } = release;
  const isOwn = (name: string): boolean => monthOf(name) === month && name.endsWith(`#${version}`);
  return { ...release, sums: sums.filter((names) => names.every(isOwn)) };
}

/**
 * A territory's count is that of the territories inside it, and of the rest of it. Where what was told of them leaves a
 * small rest, that is as telling as any small count.
 */
export function nested(releases: readonly ReleasedFigures[]): Pick<Candidate, 'relations' | 'guarded'> {
  const relations: Relation[] = [];
  const guarded: Guarded[] = [];
  for (const outer of releases) {
    const inside = disjoint(releases.filter((each) => isInside(each, outer)));
    if (inside.length === 0) continue;
    const { rule, width } = profileOn(outer.profile, `${outer.month}-01`);
    for (const [name, [shown]] of Object.entries(outer.cells)) {
      const parts = inside.flatMap((each) => {
        const cell = each.cells[name];
        return cell === undefined ? [] : [{ cell: scoped(each, name), shown: cell[0] }];
      });
      if (parts.length === 0 || !isAdditive(name)) continue;
      const rest = scoped(outer, `rest of ${name}`);
      relations.push({ total: scoped(outer, name), parts: [...parts.map(({ cell }) => cell), rest] });
      const left = parts.reduce((sum, part) => sum - (part.shown ?? NaN), shown ?? NaN);
      if (isSmall(left, rule)) guarded.push({ cell: rest, width });
    }
  }
  return { relations, guarded };
}

const isInside = (inner: ReleasedFigures, outer: ReleasedFigures): boolean =>
  inner.month === outer.month &&
  inner.profile === outer.profile &&
  inner.version === outer.version &&
  inner.territory.length < outer.territory.length &&
  inner.territory.every((district) => outer.territory.includes(district));

/** The largest first, as long as they share no district. */
function disjoint(releases: readonly ReleasedFigures[]): readonly ReleasedFigures[] {
  const taken = new Set<string>();
  const chosen: ReleasedFigures[] = [];
  for (const each of [...releases].sort((a, b) => b.territory.length - a.territory.length)) {
    if (each.territory.some((district) => taken.has(district))) continue;
    each.territory.forEach((district) => taken.add(district));
    chosen.push(each);
  }
  return chosen;
}

/** A person attended in two districts is one person, and medians add up to nothing. */
const isAdditive = (name: string): boolean => !/^(attended-persons|more |median )/u.test(name);

/** Releases that say something about the same people, directly or through others. */
export function related(to: readonly string[], releases: readonly ReleasedFigures[]): readonly ReleasedFigures[] {
  const districts = new Set(to);
  const found = new Set<ReleasedFigures>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const each of releases) {
      if (found.has(each) || !each.territory.some((district) => districts.has(district))) continue;
      found.add(each);
      each.territory.forEach((district) => districts.add(district));
    }
  }
  return [...found];
}

/** What a board's earlier editions told under a profile, oldest release first. */
export function earlierOf(
  { board, profile, month, version }: Pick<ReleasedFigures, 'board' | 'profile' | 'month' | 'version'>,
  releases: readonly ReleasedFigures[],
): Earlier {
  const told = new Map<string, { readonly version: number; readonly cell: ReleasedFigures['cells'][string] }>();
  const months = new Set<string>();
  const kept = new Set<string>();
  for (const each of releases) {
    if (each.board === board && each.month === month && each.version === version && each.profile !== profile) {
      for (const [name, [shown]] of Object.entries(each.cells)) if (shown === null) kept.add(name.split('#')[0] ?? '');
    }
    if (each.board !== board || (each.month === month && each.version >= version)) continue;
    months.add(each.month);
    if (each.profile !== profile) continue;
    for (const [name, cell] of Object.entries(each.cells)) {
      const [id = '', told_ = ''] = name.split('#');
      told.set(id, { version: Number(told_), cell });
    }
  }
  return { told, months, kept };
}
