import { disclosed } from './small-counts.js';

/** How some participants changed, as it is counted. */
export interface CountedChanges {
  readonly district: string;
  readonly measured: number;
  readonly favourable: number;
  readonly points: number;
}

/** The same as it may be shown: null is withheld. `mean` in points, to one decimal. */
export interface ShownChanges {
  readonly measured: number | null;
  readonly favourable: number | null;
  readonly mean: number | null;
}

/** The indicator *participants with a favourable change*: over all districts, and in each. */
export interface ChangesShown extends ShownChanges {
  readonly districts: readonly (ShownChanges & { readonly district: string })[];
}

const all = 'all';

/** Nothing of one to four men, and nothing such a count could be worked out from, over the total and its districts. */
export function changesShown(rows: readonly CountedChanges[]): ChangesShown {
  const districts = [...new Set(rows.map(({ district }) => district))].sort();
  const sums = new Map([
    [all, sumOf(rows)],
    ...districts.map((district) => [district, sumOf(rows.filter((row) => row.district === district))] as const),
  ]);
  const counts: Record<string, number> = {};
  for (const [place, { measured, favourable }] of sums) {
    counts[`${place}/measured`] = measured;
    counts[`${place}/favourable`] = favourable;
    counts[`${place}/other`] = measured - favourable;
  }
  const parts = ['favourable', 'other'] as const;
  const { counts: shown, from } = disclosed(counts, [
    ...[...sums.keys()].map((place) => ({
      total: `${place}/measured`,
      parts: parts.map((part) => `${place}/${part}`),
    })),
    ...(districts.length === 0 ? [] : ['measured', ...parts]).map((part) => ({
      total: `${all}/${part}`,
      parts: districts.map((district) => `${district}/${part}`),
    })),
  ]);
  const shownOf = (place: string): ShownChanges => {
    const { measured = 0, points = 0 } = sums.get(place) ?? {};
    // A mean of men of whom nearly all or nearly none changed would say how many.
    const rests = [`${place}/measured`, ...parts.map((part) => `${place}/${part}`)];
    return {
      measured: shown[`${place}/measured`] ?? null,
      favourable: shown[`${place}/favourable`] ?? null,
      mean: measured === 0 ? null : from(rests, () => Math.round((points / measured) * 10) / 10),
    };
  };
  return { ...shownOf(all), districts: districts.map((district) => ({ district, ...shownOf(district) })) };
}

const sumOf = (rows: readonly CountedChanges[]): Omit<CountedChanges, 'district'> =>
  rows.reduce(
    (sum, { measured, favourable, points }) => ({
      measured: sum.measured + measured,
      favourable: sum.favourable + favourable,
      points: sum.points + points,
    }),
    { measured: 0, favourable: 0, points: 0 },
  );
