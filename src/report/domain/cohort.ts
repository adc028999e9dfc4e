import { newViolence } from '../../protocol/index.js';
import type { ReportReferral } from '../views/report-referrals.js';
import type { Cohort } from './inputs.js';
import { reached, type Step, standingOf } from './standing.js';
import { countBy, type Tally } from './tally.js';

/** Whether a case counts as new violence: one handed on or carried on is the same violence again. */
export const isNew = ({ condition }: { readonly condition: string }): boolean => newViolence.includes(condition);

/** Where the formal complaint was taken by the police. */
export const policeDoor = 'POLICE';

/**
 * Cells every month has, under names ending in `@<month>`: the same in its own report and in later ones. What the
 * indicators count is counted by then, and has to agree.
 */
export function tallyMonth(tally: Tally, { month, cases: opened, referrals }: Cohort): void {
  const at = `@${month}`;
  const cases = opened.filter(isNew);
  tallyDoors(
    tally,
    at,
    countBy(cases, (each) => each.entry, [policeDoor]),
  );
  tally.partition(
    `cases${at}`,
    `risk${at}`,
    countBy(cases, (each) => each.risk ?? 'NONE', riskCodes),
  );
  for (const step of ['attended', 'answered'] as const) split(tally, 'sent', step, referrals, at);
  tally.partition(
    `attended${at}`,
    `within${at}`,
    countBy(
      referrals.filter((each) => reached('attended', each)),
      binOf,
      ['24h', '72h', 'later'],
    ),
  );
  tally.sum(`attended-72h${at}`, [`within${at}/24h`, `within${at}/72h`]);
  tally.set(`measures-late${at}`, tally.get(`measures-due${at}`) - tally.get(`measures-in-time${at}`));
  tally.sum(`measures-due${at}`, [`measures-in-time${at}`, `measures-late${at}`]);
}

/** Which of those that came to one step came to the next, and which did not, so that the two always make the whole. */
export function split(
  tally: Tally,
  whole: Step | 'sent',
  step: Step,
  referrals: readonly ReportReferral[],
  at: string,
): void {
  const of = referrals.filter((each) => reached(whole, each));
  const there = of.filter((each) => reached(step, each)).length;
  tally.set(`${step}${at}`, there);
  tally.set(`${whole}-not-${step}${at}`, of.length - there);
  tally.sum(`${whole}${at}`, [`${step}${at}`, `${whole}-not-${step}${at}`]);
}

/** Levels of risk as printed, and the cases nobody valued. */
export const riskCodes = ['SEVERE', 'MODERATE', 'MILD', 'UNDETERMINED', 'NONE'] as const;

/** What the court's clock waits for. */
export const measuresStop = 'measures-issued';

const hour = 3_600_000;

export const hoursBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / hour;

/** Bins of the time to first attention, in hours; the last is open. */
const bins = [
  { id: '24h', upTo: 24 },
  { id: '72h', upTo: 72 },
] as const;

/** All bins, in order: attended after a time, still waiting, and never to be. */
export const waitBins = ['24h', '72h', 'later', 'waiting', 'ended'] as const;
export type Bin = (typeof waitBins)[number];

/** In which bin a referral's first attention fell; exactly 24 h is still within 24 h. */
export function binOf(referral: ReportReferral): Bin {
  if (referral.attendedAt === undefined) return standingOf(referral) === 'waiting' ? 'waiting' : 'ended';
  const hours = hoursBetween(referral.sentAt, referral.attendedAt);
  return bins.find(({ upTo }) => hours <= upTo)?.id ?? 'later';
}

/**
 * Cases by the door they came through. Series print the whole and the police beside it, so what is left is a number of
 * its own.
 */
export function tallyDoors(tally: Tally, at: string, counts: ReadonlyMap<string, number>): void {
  const others = new Map([...counts].filter(([code]) => code !== policeDoor));
  tally.partition(`not-police${at}`, `door${at}`, others);
  tally.set(`door${at}/${policeDoor}`, counts.get(policeDoor) ?? 0);
  tally.sum(`cases${at}`, [`door${at}/${policeDoor}`, `not-police${at}`]);
}
