import type { ReportCase } from '../views/report-cases.js';
import { hoursBetween, isNew } from './cohort.js';
import { count, shares } from './drafting.js';
import type { Cohort, Inputs } from './inputs.js';
import { countBy, type Draft, type Expression, type Tally } from './tally.js';

/** Whether a case is open just before an instant, which is where a month ends. */
export const isOpenAt = ({ spells }: Pick<ReportCase, 'spells'>, at: string): boolean =>
  spells.some(({ from, until }) => from < at && (until === undefined || until >= at));

/** What went on with cases in a month. */
export interface Flows {
  readonly start: number;
  readonly opened: number;
  readonly reopened: number;
  readonly closed: number;
  readonly end: number;
}

/**
 * The cases of a month in an account: those open when it began and when it ended are looked up one by one, those opened
 * are the month's own list, so that the account can fail.
 */
export function flowsOf(caseload: readonly ReportCase[], opened: Cohort['cases'], from: string, end: string): Flows {
  const during = (at: string | undefined): boolean => at !== undefined && from <= at && at < end;
  const spells = caseload.flatMap((each) => each.spells);
  return {
    start: caseload.filter((each) => isOpenAt(each, from)).length,
    opened: opened.filter(({ openedAt }) => openedAt < end).length,
    reopened: caseload.flatMap((each) => each.spells.slice(1)).filter((spell) => during(spell.from)).length,
    closed: spells.filter(({ until }) => during(until)).length,
    end: caseload.filter((each) => isOpenAt(each, end)).length,
  };
}

/** open + new + reopened − closed = open */
export const balances = ({ start, opened, reopened, closed, end }: Flows): boolean =>
  start + opened + reopened - closed === end;

/** Days since it was opened, up to and including each; the last is open. */
const ages = [
  { id: '0-7', upTo: 7 },
  { id: '8-30', upTo: 30 },
  { id: '31-90', upTo: 90 },
  { id: '91-180', upTo: 180 },
] as const;
const oldest = 'over-180';

export function ageOf({ openedAt }: Pick<ReportCase, 'openedAt'>, end: string): string {
  const days = Math.floor(hoursBetween(openedAt, end) / 24);
  return ages.find(({ upTo }) => days <= upTo)?.id ?? oldest;
}

const flowIds = ['start', 'opened', 'reopened', 'closed', 'end'] as const;

/** Section 10: the account of cases, and for how long those left have been open. A month that does not balance is not printed. */
export function caseload(
  tally: Tally,
  { cohort, previous, caseload: cases }: Inputs,
): { readonly draft: Draft; readonly balanced: boolean } {
  const [from, end] = [previous.end, cohort.end];
  const at = `@${cohort.month}`;
  const flows = flowsOf(cases, cohort.cases, from, end);
  if (!balances(flows))
    return {
      balanced: false,
      draft: drafted(
        flowIds.map(() => inconsistent),
        [],
      ),
    };
  const cells = {
    start: `open@${previous.month}`,
    opened: `opened${at}`,
    reopened: `reopened${at}`,
    closed: `closed${at}`,
    end: `open${at}`,
  };
  for (const id of flowIds) tally.set(cells[id], flows[id]);
  // Both sides of the account are one number nobody prints.
  tally.sum(`handled${at}`, [cells.start, cells.opened, cells.reopened]);
  tally.sum(`handled${at}`, [cells.closed, cells.end]);
  const all = cohort.cases.filter(({ openedAt }) => openedAt < end);
  if (all.length === cohort.cases.length) {
    tally.set(`carried${at}`, all.length - all.filter(isNew).length);
    tally.sum(cells.opened, [`cases${at}`, `carried${at}`]);
  }
  const open = cases.filter((each) => isOpenAt(each, end));
  const aged = tally.partition(
    cells.end,
    `open-for${at}`,
    countBy(open, (each) => ageOf(each, end), [...ages.map(({ id }) => id), oldest]),
  );
  // Who reads how many were opened and how many of the youngest are left knows of the others, where no band holds more.
  for (const upTo of [1, 2]) {
    const young = `open-for-${upTo}-youngest${at}`;
    tally.sum(young, aged.slice(0, upTo));
    const bands = ages.slice(0, upTo).map(({ id }) => id as string);
    const fresh = open.filter((each) => from <= each.openedAt && bands.includes(ageOf(each, end)));
    if (tally.get(young) === fresh.length) tally.beside(young, cells.opened);
  }
  const account = flowIds.map((id) => count(cells[id]));
  return { balanced: true, draft: drafted(account, [shares('by-age', cells.end, aged)]) };
}

/** What is printed of a month whose numbers contradict each other. */
export const inconsistent: Expression = { unmeasured: 'inconsistent' };

const drafted = (cells: readonly Expression[], tables: Draft['tables']): Draft => ({
  id: 'caseload',
  tables: [{ id: 'account', columns: [...flowIds], rows: [{ id: 'cases', cells }] }, ...tables],
});
