import { disclosed, type ShownCounts } from './small-counts.js';

/** The counts of a programme, by what they count and how: `entry/COURT_ORDER`. */
const kinds = {
  entry: ['COURT_ORDER', 'VOLUNTARY'],
  session: ['ATTENDED', 'MISSED', 'JUSTIFIED'],
  report: ['PROGRESS', 'NON_COMPLIANCE', 'END'],
  end: ['COMPLETED', 'ABANDONED', 'EXCLUDED'],
} as const;

/** What happened in the programmes of a country in a year, as it may be shown; `entry` is the sum of `entry/…`. */
export function reeducationShown(
  months: readonly { readonly counts: Readonly<Record<string, number>> }[],
): ShownCounts {
  const sum = (name: string): number => months.reduce((so, { counts }) => so + (counts[name] ?? 0), 0);
  const relations = Object.entries(kinds).map(([total, hows]) => ({
    total,
    parts: hows.map((how) => `${total}/${how}`),
  }));
  const counts: Record<string, number> = { begun: sum('begun') };
  for (const { total, parts } of relations) {
    for (const part of parts) counts[part] = Math.max(0, sum(part));
    counts[total] = parts.reduce((so, part) => so + (counts[part] ?? 0), 0);
  }
  return disclosed(counts, relations).counts;
}
