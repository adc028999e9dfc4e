import type { Clock } from '#event-log';
import { everyListed, type Views } from '#projection';
import { runningClocks } from '../cases/views/running-clocks.js';
import { allOrganizations } from '../directory/http/answers.js';
import { referralCards } from '../referrals/views/referral-card.js';

/** How many clocks wait for a step, and how many of them have been due. */
export interface ClockCounts {
  readonly open: number;
  readonly overdue: number;
}

/** Documents looked at for one figure at most: more than that are told as so many. */
const most = 2_000;

/**
 * The clocks of all institutions together: those of cases, and the referrals whose next step has a time, once for each
 * institution whose turn it is. Figures only: which, of whom and where stays in the views.
 */
export async function clockCounts(
  views: Views,
  clock: Clock,
): Promise<{ readonly case: ClockCounts; readonly referral: ClockCounts }> {
  const institutions = (await allOrganizations(views)).map(({ id }) => id);
  const now = clock.now();
  const sum = async (count: (institution: string) => Promise<number>): Promise<number> =>
    (await Promise.all(institutions.map(count))).reduce((a, b) => a + b, 0);
  const missed = await sum((institution) => views.count(runningClocks, `late/${institution}`));
  return {
    case: {
      open: (await views.count(runningClocks, 'due')) + missed,
      // Due since the clock was last looked at, and not recorded as missed yet.
      overdue: (await dueUntil(views, runningClocks, 'due', now)) + missed,
    },
    referral: {
      open: await sum((institution) => views.count(referralCards, `turn/${institution}`)),
      overdue: await sum((institution) => dueUntil(views, referralCards, `turn/${institution}`, now)),
    },
  };
}

/** How many stand in a list that is sorted by an instant, up to `now`. */
async function dueUntil(
  views: Views,
  projection: Parameters<Views['count']>[0],
  list: string,
  now: string,
): Promise<number> {
  let found = 0;
  for await (const { sort } of everyListed(views, projection, list)) {
    if (sort.slice(0, now.length) > now || found === most) break;
    found += 1;
  }
  return found;
}
