import { newViolence } from '../../protocol/index.js';
import type { ReportReferral } from '../views/report-referrals.js';
import type { Cohort } from './inputs.js';
import { countBy, type Tally } from './tally.js';

/** Whether a case counts as new violence: one handed on or carried on is the same violence again. */
export const isNew = ({ condition }: { readonly condition: string }): boolean => newViolence.includes(condition);

/** Where the formal complaint was taken by the police. */
export const policeDoor = 'POLICE';

/** Cells every month has, under names ending in `@<month>`: the same in its own report and in later ones. */
export function tallyMonth(tally: Tally, cohort: Cohort, cutoff: string): void {
  const at = `@${cohort.month}`;
  const cases = cohort.cases.filter(isNew);
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

  tally.headline(
    `cases${at}`,
    `door${at}/${policeDoor}`,
    `risk${at}/SEVERE`,
    `sent${at}`,
    `answered${at}`,
    `attended-72h${at}`,
  );
  const { referrals } = cohort;
  tallyLoop(tally, referrals, at);

  const dueClocks = cohort.clocks.filter(
    (clock) => clock.rule.startsWith(measuresRule) && (clock.metAt !== undefined || clock.due < cutoff),
  );
  tally.set(
    `measures-in-time${at}`,
    dueClocks.filter((clock) => clock.metAt !== undefined && clock.metAt <= clock.due).length,
  );
  tally.set(
    `measures-late${at}`,
    dueClocks.filter((clock) => clock.metAt === undefined || clock.metAt > clock.due).length,
  );
  tally.sum(`measures-due${at}`, [`measures-in-time${at}`, `measures-late${at}`]);
}

/** Levels of risk as printed, and the cases nobody valued. */
export const riskCodes = ['SEVERE', 'MODERATE', 'MILD', 'UNDETERMINED', 'NONE'] as const;

/** The court's term for protection measures, in all its versions. */
export const measuresRule = 'PE-05';

const hour = 3_600_000;

export const hoursBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / hour;

/** Bins of the time to first attention, in hours; the last is open. */
export const bins = [
  { id: '24h', upTo: 24 },
  { id: '72h', upTo: 72 },
] as const;

export type Bin = (typeof bins)[number]['id'] | 'later' | 'waiting';

/** In which bin a referral's first attention fell; exactly 24 h is still within 24 h. */
export function binOf(referral: ReportReferral): Bin {
  if (referral.attendedAt === undefined) return 'waiting';
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

/** The hand-over as steps: each is what reached it and what did not, so that the two always make the step before. */
function tallyLoop(tally: Tally, referrals: readonly ReportReferral[], at: string): void {
  const split = (
    whole: string,
    yes: string,
    no: string,
    of: readonly ReportReferral[],
    test: (each: ReportReferral) => boolean,
  ): void => {
    const reached = of.filter(test).length;
    tally.set(`${yes}${at}`, reached);
    tally.set(`${no}${at}`, of.length - reached);
    tally.sum(`${whole}${at}`, [`${yes}${at}`, `${no}${at}`]);
  };
  const received = referrals.filter((each) => each.receivedAt !== undefined);
  const accepted = received.filter((each) => each.acceptedAt !== undefined);
  split('sent', 'received', 'not-received', referrals, (each) => each.receivedAt !== undefined);
  tally.set(`accepted${at}`, accepted.length);
  tally.set(`declined${at}`, received.filter((each) => each.declinedAt !== undefined).length);
  tally.set(
    `undecided${at}`,
    received.filter((each) => each.acceptedAt === undefined && each.declinedAt === undefined).length,
  );
  tally.sum(`received${at}`, [`accepted${at}`, `declined${at}`, `undecided${at}`]);
  split('accepted', 'attended', 'not-attended', accepted, (each) => each.attendedAt !== undefined);
  split('accepted', 'answered', 'not-answered', accepted, (each) => each.reportedAt !== undefined);
  const answered = accepted.filter((each) => each.reportedAt !== undefined);
  split('answered', 'closed', 'not-closed', answered, (each) => each.closedAt !== undefined);
  tally.partition(
    `attended${at}`,
    `within${at}`,
    countBy(
      accepted.filter((each) => each.attendedAt !== undefined),
      binOf,
      ['24h', '72h', 'later'],
    ),
  );
  tally.sum(`attended-72h${at}`, [`within${at}/24h`, `within${at}/72h`]);
}
