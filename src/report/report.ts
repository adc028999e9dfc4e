import { digest } from '#document';
import type { Clock, Position } from '#event-log';
import { everyListed, type Projection, type Views } from '#projection';
import { addMonths, type Month, monthRange } from '#terms';
import { Refusal } from '#decider';
import { zoneOf } from '../protocol/index.js';
import { figuresOf } from './domain/figures.js';
import { draftBeside, type Earlier } from './domain/releasing.js';
import type { Cohort, Inputs } from './domain/inputs.js';
import type { Report } from './domain/model.js';
import { endsQuarter } from './domain/tables.js';
import { seriesMonths } from './domain/sections.js';
import { issuedMonths } from './views/issued-months.js';
import { reportAgreements } from './views/report-agreements.js';
import { districtsOf, reportBoards, type ReportBoard, reportOrganizations } from './views/report-boards.js';
import { closedIn, openIn, type ReportCase, reportCases } from './views/report-cases.js';
import { reportClocks } from './views/report-clocks.js';
import { reportAttended, type ReportMonth, reportMonths } from './views/report-months.js';
import { listOf } from './views/months.js';
import { reportPlans } from './views/report-plans.js';
import { reportReferrals } from './views/report-referrals.js';
import { reportSessions } from './views/report-sessions.js';

/** Everything the report folds, all of it from facts. */
export const reportProjections = [
  reportBoards,
  reportOrganizations,
  reportCases,
  reportReferrals,
  reportClocks,
  reportMonths,
  reportAttended,
  reportAgreements,
  reportSessions,
  reportPlans,
  issuedMonths,
] as const;

/** What a report is made with, beside the facts. */
export interface Edition {
  /** Everything up to here has been folded into the views. */
  readonly position: Position;
  /** Clocks and waiting times are judged at this instant. */
  readonly cutoff: string;
  readonly clock: Clock;
  readonly software: string;
  readonly demo: boolean;
}

/**
 * The report of a board's month from views that stand at `edition.position`.
 * @param earlier what editions of other months told, which is then told of them; left out, all is counted now
 * @throws Refusal `report/unknown-board` or `report/bad-month`
 */
export async function reportOf(
  views: Views,
  board: string,
  month: Month,
  edition: Edition,
  earlier?: Earlier,
): Promise<Report> {
  const inputs = await inputsOf(views, board, month, edition.cutoff);
  const figures = earlier === undefined ? figuresOf(inputs) : draftBeside(inputs, earlier);
  return {
    figures,
    seal: {
      position: edition.position,
      issuedAt: edition.clock.now(),
      software: edition.software,
      figuresDigest: digest(figures),
      demo: edition.demo,
    },
  };
}

/** There is no such board, or none for who asks. */
export const unknownBoard = (): Refusal => new Refusal('report/unknown-board', 'there is no such board', 'unknown');

/** Loads what the figures of a month are made of. */
export async function inputsOf(views: Views, boardId: string, month: Month, cutoff: string): Promise<Inputs> {
  const board = await views.get(reportBoards, boardId);
  if (board === undefined) throw unknownBoard();
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new Refusal('report/bad-month', 'a month is written YYYY-MM', 'invalid');
  }
  const [from, until] = monthRange(month, zoneOf(board.country));
  const of = (each: Month): Promise<Cohort> => cohortOf(views, board, each, cutoff);
  const cohort = await of(month);
  const yearBefore = await of(earlier(month, 12));
  const agreements = await whole(views, reportAgreements, board.id);
  const plans = await whole(views, reportPlans, board.id);
  const ids = new Set([
    ...board.members,
    ...cohort.referrals.flatMap((each) => [each.from, each.to]),
    ...agreements.map(({ owner }) => owner),
    ...plans.flatMap(({ actions }) => actions.map(({ responsible }) => responsible)),
  ]);
  const named = await views.load(reportOrganizations, [...ids].sort());
  return {
    board,
    cohort,
    previous: await of(earlier(month, 1)),
    yearBefore,
    caseload: await caseloadOf(views, board, yearBefore.end),
    agreements,
    sessions: await whole(views, reportSessions, board.id),
    plans,
    months: await countersOf(views, board, month),
    attended: await sum(districtsOf(board), (district) => views.count(reportAttended, listOf(district, month))),
    names: Object.fromEntries([...named].map(([id, { name }]) => [id, name])),
    from,
    until,
    cutoff,
  };
}

/**
 * The quarter that ends with a month, counted as if it were one month.
 * @returns undefined for a month within a quarter
 */
export async function quarterInputsOf(
  views: Views,
  boardId: string,
  month: Month,
  cutoff: string,
): Promise<Inputs | undefined> {
  if (!endsQuarter(month)) return undefined;
  const inputs = await inputsOf(views, boardId, month, cutoff);
  const first = await cohortOf(views, inputs.board, earlier(month, 2), cutoff);
  const months = [first, inputs.previous, inputs.cohort];
  const cohort: Cohort = {
    ...inputs.cohort,
    cases: months.flatMap(({ cases }) => cases),
    referrals: months.flatMap(({ referrals }) => referrals),
    clocks: months.flatMap(({ clocks }) => clocks),
  };
  return { ...inputs, cohort };
}

const earlier = (month: Month, months: number): Month => addMonths(`${month}-01`, -months).slice(0, 7);

async function cohortOf(views: Views, board: ReportBoard, month: Month, cutoff: string): Promise<Cohort> {
  const [, until] = monthRange(month, zoneOf(board.country));
  const lists = districtsOf(board).map((district) => listOf(district, month));
  return {
    month,
    end: until < cutoff ? until : cutoff,
    cases: await everything(views, reportCases, lists),
    referrals: await everything(views, reportReferrals, lists),
    clocks: await everything(views, reportClocks, lists),
  };
}

/** Cases that are open, and those closed since. */
async function caseloadOf(views: Views, board: ReportBoard, since: string): Promise<readonly ReportCase[]> {
  const districts = districtsOf(board);
  return [
    ...(await everything(views, reportCases, districts.map(openIn))),
    ...(await everything(views, reportCases, districts.map(closedIn), justBefore(since))),
  ];
}

/** A list goes on behind a text, and a case closed at the very end of a month was open in it. */
const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

const whole = <D>(views: Views, projection: Projection<D>, list: string): Promise<readonly D[]> =>
  everything(views, projection, [list]);

const page = 2_000;

/** Every document of these lists, one list after the other, each in its order; from a sort text on, where one is given. */
async function everything<D>(
  views: Views,
  projection: Projection<D>,
  lists: readonly string[],
  since?: string,
): Promise<readonly D[]> {
  const documents: D[] = [];
  const range = { limit: page, ...(since === undefined ? {} : { after: since }) };
  for (const list of lists) {
    for await (const { document } of everyListed(views, projection, list, range)) documents.push(document);
  }
  return documents;
}

async function countersOf(views: Views, board: ReportBoard, month: Month): Promise<Inputs['months']> {
  const months = seriesMonths(month);
  const keys = districtsOf(board).flatMap((district) => months.map((each) => listOf(district, each)));
  const counters = new Map<Month, Omit<ReportMonth, 'district'>>();
  for (const each of (await views.load(reportMonths, keys)).values()) {
    const known = counters.get(each.month);
    counters.set(each.month, {
      month: each.month,
      entries: added(known?.entries, each.entries),
      attentions: added(known?.attentions, each.attentions),
      reporters: added(known?.reporters, each.reporters),
    });
  }
  return counters;
}

function added(
  a: Readonly<Record<string, number>> = {},
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = { ...a };
  for (const [code, n] of Object.entries(b)) sums[code] = (sums[code] ?? 0) + n;
  return sums;
}

async function sum<T>(items: readonly T[], count: (item: T) => Promise<number>): Promise<number> {
  let total = 0;
  for (const item of items) total += await count(item);
  return total;
}
