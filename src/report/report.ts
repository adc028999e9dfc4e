import { digest } from '#document';
import type { Clock, Position } from '#event-log';
import type { Views } from '#projection';
import { addMonths, type Month, monthRange } from '#terms';
import { Refusal } from '#decider';
import { zoneOf } from '../protocol/index.js';
import { figuresOf } from './domain/figures.js';
import type { Cohort, Inputs } from './domain/inputs.js';
import type { Report } from './domain/model.js';
import { seriesMonths } from './domain/sections.js';
import { reportBoards, type ReportBoard, reportOrganizations } from './views/report-boards.js';
import { reportCases } from './views/report-cases.js';
import { reportClocks } from './views/report-clocks.js';
import { reportAttended, type ReportMonth, reportMonths } from './views/report-months.js';
import { listOf } from './views/months.js';
import { reportReferrals } from './views/report-referrals.js';
import type { Projection } from '#projection';

/** Everything the report folds, all of it from facts. */
export const reportProjections = [
  reportBoards,
  reportOrganizations,
  reportCases,
  reportReferrals,
  reportClocks,
  reportMonths,
  reportAttended,
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
 * @throws Refusal `report/unknown-board` or `report/bad-month`
 */
export async function reportOf(views: Views, board: string, month: Month, edition: Edition): Promise<Report> {
  const figures = figuresOf(await inputsOf(views, board, month, edition.cutoff));
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

/** Loads what the figures of a month are made of. */
export async function inputsOf(views: Views, boardId: string, month: Month, cutoff: string): Promise<Inputs> {
  const board = await views.get(reportBoards, boardId);
  if (board === undefined) throw new Refusal('report/unknown-board', 'there is no such board', 'unknown');
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new Refusal('report/bad-month', 'a month is written YYYY-MM', 'invalid');
  }
  const [from, until] = monthRange(month, zoneOf(board.country));
  const cohort = await cohortOf(views, board, month);
  const ids = new Set([...board.members, ...cohort.referrals.flatMap((each) => [each.from, each.to])]);
  const named = await views.load(reportOrganizations, [...ids].sort());
  return {
    board,
    cohort,
    previous: await cohortOf(views, board, earlier(month, 1)),
    yearBefore: await cohortOf(views, board, earlier(month, 12)),
    months: await countersOf(views, board, month),
    attended: await sum(board.territory, (district) => views.count(reportAttended, listOf(district, month))),
    names: Object.fromEntries([...named].map(([id, { name }]) => [id, name])),
    from,
    until,
    cutoff,
  };
}

const earlier = (month: Month, months: number): Month => addMonths(`${month}-01`, -months).slice(0, 7);

async function cohortOf(views: Views, board: ReportBoard, month: Month): Promise<Cohort> {
  return {
    month,
    cases: await everything(views, reportCases, board, month),
    referrals: await everything(views, reportReferrals, board, month),
    clocks: await everything(views, reportClocks, board, month),
  };
}

const page = 2_000;

/** Every document of a month, over all districts of the board, in the order of its list. */
async function everything<D>(
  views: Views,
  projection: Projection<D>,
  board: ReportBoard,
  month: Month,
): Promise<readonly D[]> {
  const documents: D[] = [];
  for (const district of board.territory) {
    let after: string | undefined;
    for (;;) {
      const range = { limit: page, ...(after === undefined ? {} : { after }) };
      const listed = await views.list(projection, listOf(district, month), range);
      for (const { document } of listed) documents.push(document);
      after = listed.at(-1)?.cursor;
      if (listed.length < page) break;
    }
  }
  return documents;
}

async function countersOf(views: Views, board: ReportBoard, month: Month): Promise<Inputs['months']> {
  const months = seriesMonths(month);
  const keys = board.territory.flatMap((district) => months.map((each) => listOf(district, each)));
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
