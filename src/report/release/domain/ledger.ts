import { type Candidate, type Interval, type Relation, together } from '#disclosure';
import { type Earlier, type ReleasedFigures } from '../../domain/releasing.js';
import { profileOn } from '../../domain/profiles.js';

/** The same cell of another territory is another cell. */
const scoped = ({ territory }: Pick<ReleasedFigures, 'territory'>, name: string): string =>
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
export function ledgerOf(releases: readonly ReleasedFigures[]): Candidate {
  const all = releases.map(candidateOf);
  const { bounds, relations } = together(...all);
  return { bounds, relations: [...relations, ...nested(releases)], guarded: all.flatMap(({ guarded }) => guarded) };
}

/** A territory's count is that of the territories inside it, and of the rest of it. */
export function nested(releases: readonly ReleasedFigures[]): readonly Relation[] {
  return releases.flatMap((outer) => {
    const inside = disjoint(
      releases.filter(
        (each) =>
          each.month === outer.month &&
          each.profile === outer.profile &&
          each.version === outer.version &&
          each.territory.length < outer.territory.length &&
          each.territory.every((district) => outer.territory.includes(district)),
      ),
    );
    if (inside.length === 0) return [];
    return Object.keys(outer.cells)
      .filter((name) => isAdditive(name) && inside.some(({ cells }) => name in cells))
      .map((name) => ({
        total: scoped(outer, name),
        parts: [
          ...inside.filter(({ cells }) => name in cells).map((each) => scoped(each, name)),
          scoped(outer, `rest of ${name}`),
        ],
      }));
  });
}

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

/** Persons attended in two districts are one person; everything else adds up. */
const isAdditive = (name: string): boolean => !/^(persons|more )/u.test(name);

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
