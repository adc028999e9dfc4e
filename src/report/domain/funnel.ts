import type { ReportReferral } from '../views/report-referrals.js';
import { split } from './cohort.js';
import { reached, type Standing, type Step, standingOf, standings, steps, waitingStatuses } from './standing.js';
import { countBy, type Tally } from './tally.js';

/** Each of these is only reached by what reached the other: whoever reads both knows how many there are between them. */
const nested: readonly (readonly [before: Step, step: Step])[] = [
  ['received', 'accepted'],
  ['accepted', 'attended'],
  ['accepted', 'answered'],
  ['attended', 'served'],
  ['answered', 'reviewed'],
];

/** How far the referrals of a month came, and where they stand: two ways to cut the same whole, and so they are tied. */
export function tallyFunnel(tally: Tally, referrals: readonly ReportReferral[], at: string): void {
  for (const step of steps) split(tally, 'sent', step, referrals, at);
  for (const [before, step] of nested) split(tally, before, step, referrals, at);
  const counts = countBy(referrals, standingOf, standings);
  for (const standing of standings) tally.set(standingCell(standing, at), counts.get(standing) ?? 0);
  tally.sum(
    `sent${at}`,
    standings.map((standing) => standingCell(standing, at)),
  );
  const waiting = referrals.filter((each) => standingOf(each) === 'waiting');
  tally.partition(
    `stands${at}/waiting`,
    `waiting${at}`,
    countBy(waiting, ({ status }) => status, waitingStatuses),
  );
  tieSteps(tally, referrals, at);
}

/** Who was served stands there, and came to that step: the same number has one id. */
export const standingCell = (standing: Standing, at: string): string =>
  standing === 'served' ? `served${at}` : `stands${at}/${standing}`;

/** Which of those that stand somewhere had been received, accepted or attended before: what neither table says. */
function tieSteps(tally: Tally, referrals: readonly ReportReferral[], at: string): void {
  const furthest = (each: ReportReferral): string =>
    (['attended', 'accepted', 'received'] as const).find((step) => reached(step, each)) ?? 'sent';
  const ways = new Map<string, { stands: string; furthest: string; count: number }>();
  for (const each of referrals) {
    const standing = standingOf(each);
    const way = {
      stands: standing === 'waiting' ? `waiting${at}/${each.status}` : standingCell(standing, at),
      furthest: furthest(each),
    };
    const key = `${way.stands} ${way.furthest}`;
    ways.set(key, { ...way, count: (ways.get(key)?.count ?? 0) + 1 });
  }
  for (const [key, { count }] of ways) tally.set(key, count);
  const of = (test: (way: { readonly stands: string; readonly furthest: string }) => boolean): readonly string[] =>
    [...ways].flatMap(([key, way]) => (test(way) ? [key] : []));
  for (const cell of new Set([...ways.values()].map(({ stands }) => stands))) {
    tally.sum(
      cell,
      of(({ stands }) => stands === cell),
    );
  }
  const cells = {
    attended: `attended${at}`,
    accepted: `accepted-not-attended${at}`,
    received: `received-not-accepted${at}`,
    sent: `sent-not-received${at}`,
  };
  for (const [step, cell] of Object.entries(cells)) {
    tally.sum(
      cell,
      of((way) => way.furthest === step),
    );
  }
  tally.sum(`answered${at}`, [standingCell('served', at), standingCell('not-received', at)]);
}
