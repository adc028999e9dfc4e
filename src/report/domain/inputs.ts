import type { Month } from '#terms';
import type { Figures } from './model.js';
import type { ReportAgreement } from '../views/report-agreements.js';
import type { ReportBoard } from '../views/report-boards.js';
import type { ReportCase } from '../views/report-cases.js';
import type { ReportClock } from '../views/report-clocks.js';
import type { ReportMonth } from '../views/report-months.js';
import type { ReportPlan } from '../views/report-plans.js';
import type { ReportReferral } from '../views/report-referrals.js';
import type { ReportSession } from '../views/report-sessions.js';

/** The cases opened, referrals sent and clocks started in one month, whatever became of them since. */
export interface Cohort {
  readonly month: Month;
  /** Where it ends: at the end of the month, or at the cut-off where that comes first. */
  readonly end: string;
  readonly cases: readonly ReportCase[];
  readonly referrals: readonly ReportReferral[];
  readonly clocks: readonly ReportClock[];
}

/** All that figures are made of. */
export interface Inputs {
  readonly board: ReportBoard;
  readonly cohort: Cohort;
  /** The cohort of the month before, and of the same month a year ago. */
  readonly previous: Cohort;
  readonly yearBefore: Cohort;
  /** Every case that was open at the end of any of these months, and may be open now. */
  readonly caseload: readonly ReportCase[];
  /** The board's agreements, sessions held, and plans, oldest first. */
  readonly agreements: readonly ReportAgreement[];
  readonly sessions: readonly ReportSession[];
  readonly plans: readonly ReportPlan[];
  /** Counters of the 24 months up to this one, summed over the territory; a month without any is left out. */
  readonly months: ReadonlyMap<Month, Omit<ReportMonth, 'district'>>;
  /** Persons with at least one service act in the month. */
  readonly attended: number;
  /** Public names of institutions. */
  readonly names: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  readonly cutoff: string;
}

/** Inhabitants of the whole territory, when each district's are known for the same year and source. */
export function populationOf({ board }: Inputs): Figures['population'] {
  const latest = board.territory.map((district) =>
    board.populations
      .filter((each) => each.district === district)
      .sort((a, b) => b.year - a.year)
      .at(0),
  );
  const [first] = latest;
  if (first === undefined) return null;
  let inhabitants = 0;
  for (const each of latest) {
    if (each === undefined || each.year !== first.year || each.source !== first.source) return null;
    inhabitants += each.inhabitants;
  }
  return { inhabitants, year: first.year, source: first.source };
}

/** Institutions in the order of how much passes through them. */
export function institutions({ cohort }: Inputs): readonly string[] {
  const volume = new Map<string, number>();
  for (const { from, to } of cohort.referrals) {
    for (const id of [from, to]) volume.set(id, (volume.get(id) ?? 0) + 1);
  }
  return [...volume].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
}

/** Those among them who were sent something first, in the same order. */
export const receiversOf = (inputs: Inputs): readonly string[] =>
  institutions(inputs).filter((id) => inputs.cohort.referrals.some(({ to }) => to === id));
