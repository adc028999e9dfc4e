import { jurisdiction } from '../../protocol/index.js';
import type { ReportReferral } from '../views/report-referrals.js';
import { decided, type Judged, type State, stateOf, states } from './clocks.js';
import { hoursBetween, isNew, measuresStop } from './cohort.js';
import { count } from './drafting.js';
import type { Inputs } from './inputs.js';
import type { Figures } from './model.js';
import { reached, type Step } from './standing.js';
import { median } from './statistics.js';
import { countBy, type Draft, statisticFrom, type Tally } from './tally.js';

interface Clock extends Judged {
  readonly rule: string;
  readonly version: number;
}

/** Clocks printed in one row. */
interface Row {
  readonly id: string;
  readonly cell: string;
  /** What starts and what meets them; unknown for a rule the country does not have. */
  readonly trigger: string | undefined;
  readonly stop: string | undefined;
  /** A board's own agreement, which no norm asks for. */
  readonly agreed: boolean;
  readonly clocks: readonly Clock[];
}

/** Deadlines of the month's cohort: those of law by rule version, a board's own by step, what has none apart; and the rules. */
export function deadlineTables(
  tally: Tally,
  inputs: Inputs,
): { readonly draft: Draft; readonly rules: Figures['rules'] } {
  const { cohort, board, cutoff } = inputs;
  const at = `@${cohort.month}`;
  const clocks = [...cohort.clocks, ...cohort.referrals.flatMap((referral) => referral.clocks)];
  const rows = rowsOf(clocks, board.country, at);
  const table = (id: string, agreed: boolean): Draft['tables'][number] => ({
    id,
    columns: ['total', ...states, 'share-in-time', 'median-lateness'],
    rows: rows.filter((row) => row.agreed === agreed).map((row) => draftOf(tally, row, cutoff)),
  });
  const tables = [table('deadlines', false), table('agreed', true), withoutDeadline(tally, inputs, at)];
  tieMeasures(tally, rows, at);
  tieLegs(tally, cohort.referrals, rows, at);
  for (const kind of followed) tieSteps(tally, cohort.referrals, rows, kind, at);
  return { draft: { id: 'deadlines', tables }, rules: rulesOf(clocks, board.country) };
}

function rowsOf(clocks: readonly Clock[], country: string, at: string): readonly Row[] {
  const rows = new Map<string, Clock[]>();
  const kinds = new Map<string, Omit<Row, 'clocks'>>();
  for (const clock of clocks) {
    const { rule: id, version } = clock;
    const rule = jurisdiction(country).rules.rule(id, version);
    // Of what a norm wants done "at once" only the hours are a board's.
    const agreed = rule?.value.policy === true && rule.value.says_es === undefined;
    const key = agreed ? `${rule.trigger}>${rule.stop}` : `${id}.${version}`;
    kinds.set(key, { id: key, cell: `clock${at}/${key}`, trigger: rule?.trigger, stop: rule?.stop, agreed });
    rows.set(key, [...(rows.get(key) ?? []), clock]);
  }
  return [...kinds.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((kind) => ({ ...kind, clocks: rows.get(kind.id) ?? [] }));
}

function draftOf(tally: Tally, { id, cell, clocks }: Row, cutoff: string): Draft['tables'][number]['rows'][number] {
  const counts = countBy(clocks, (clock) => stateOf(clock, cutoff), states);
  for (const [state, n] of counts) tally.set(`${cell}/${state}`, n);
  tally.sum(
    `${cell}/decided`,
    decided.map((state) => `${cell}/${state}`),
  );
  tally.sum(cell, [`${cell}/decided`, `${cell}/pending`, `${cell}/dropped`]);
  const late = clocks.flatMap(({ due, metAt }) =>
    metAt !== undefined && metAt > due ? [hoursBetween(due, metAt)] : [],
  );
  const lateness = late.length < statisticFrom ? undefined : median(late);
  return {
    id,
    cells: [
      count(cell),
      ...states.map((state) => count(`${cell}/${state}`)),
      { ratio: [`${cell}/in-time`, `${cell}/decided`] as const },
      { statistic: lateness, n: `${cell}/late` },
    ],
  };
}

/** The rules applied, each version once, with the norm each rests on. */
function rulesOf(clocks: readonly Clock[], country: string): Figures['rules'] {
  const used = new Map(clocks.map(({ rule, version }) => [`${rule}.${version}`, [rule, version] as const]));
  return [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [id, version]]) => {
      const rule = jurisdiction(country).rules.rule(id, version);
      if (rule === undefined) return [];
      const { norm, legalRef, verified, value } = rule;
      return [{ id, version, norm, legalRef, verified, policy: value.policy === true }];
    });
}

/** What is waited for and has no deadline: neither late nor on time, so it stands in no other table. */
function withoutDeadline(tally: Tally, { cohort }: Inputs, at: string): Draft['tables'][number] {
  const cases = cohort.cases.filter(isNew);
  const awaited = countBy(
    cases.flatMap((each) => each.awaited ?? []),
    (step) => step,
  );
  for (const [step, n] of awaited) {
    tally.set(`awaited${at}/${step}`, n);
    tally.beside(`awaited${at}/${step}`, `cases${at}`);
  }
  const legs = cohort.referrals.reduce((sum, { legs: all, clocks }) => sum + all - acknowledging(clocks).length, 0);
  tally.set(`clock${at}/none`, legs);
  const row = (id: string, cell: string) => ({ id, cells: [count(cell)] });
  return {
    id: 'no-deadline',
    columns: ['count'],
    rows: [
      ...(legs === 0 ? [] : [row('referral-acknowledged', `clock${at}/none`)]),
      ...[...awaited.keys()].map((step) => row(step, `awaited${at}/${step}`)),
    ],
  };
}

const acknowledging = (clocks: ReportReferral['clocks']): ReportReferral['clocks'] =>
  clocks.filter(({ waitsFor }) => waitsFor === 'referral-acknowledged');

// Sums that other sections print as well are tied to these, so that neither gives the other away.

/** The indicator of measures counts the court's clocks, whatever the rule. */
function tieMeasures(tally: Tally, rows: readonly Row[], at: string): void {
  const courts = rows.filter(({ stop }) => stop === measuresStop).map(({ cell }) => cell);
  tally.sum(
    `measures-in-time${at}`,
    courts.map((cell) => `${cell}/in-time`),
  );
  tally.sum(
    `measures-due${at}`,
    courts.map((cell) => `${cell}/decided`),
  );
}

/** Each leg has a clock to acknowledge it or none. */
function tieLegs(tally: Tally, referrals: readonly ReportReferral[], rows: readonly Row[], at: string): void {
  tally.set(
    `beyond-2${at}`,
    referrals.reduce((sum, { legs }) => sum + Math.max(0, legs - 2), 0),
  );
  tally.sum(`all-legs${at}`, [`sent${at}`, `legs${at}/2`, `legs${at}/3-plus`, `beyond-2${at}`]);
  const cells = rows.filter(({ stop }) => stop === 'referral-acknowledged').map(({ cell }) => cell);
  tally.sum(`all-legs${at}`, [...cells, `clock${at}/none`]);
}

/** Clocks begun by one step of a referral and met by another, of which section 6 counts both. */
const followed: readonly {
  readonly trigger: string;
  readonly stop: string;
  readonly begun: Step | 'sent';
  readonly met: Step;
}[] = [
  { trigger: 'referral-sent', stop: 'referral-acknowledged', begun: 'sent', met: 'received' },
  { trigger: 'referral-accepted', stop: 'referral-attended', begun: 'accepted', met: 'attended' },
  { trigger: 'referral-attended', stop: 'referral-reported-back', begun: 'attended', met: 'answered' },
  { trigger: 'referral-reported-back', stop: 'referral-reviewed', begun: 'answered', met: 'reviewed' },
];

/** A referral that took the step began such a clock or did not; some began another on a later leg. */
function tieSteps(
  tally: Tally,
  referrals: readonly ReportReferral[],
  rows: readonly Row[],
  { trigger, stop, begun, met }: (typeof followed)[number],
  at: string,
): void {
  const mine = rows.filter((row) => row.trigger === trigger && row.stop === stop);
  const known = new Set(mine.flatMap(({ clocks }) => clocks));
  const tie = (step: Step | 'sent', cells: readonly string[], test: (clock: Clock) => boolean): void => {
    const both = referrals.filter(
      (each) => reached(step, each) && each.clocks.some((clock) => known.has(clock) && test(clock)),
    ).length;
    const name = `${trigger}>${stop}/${step}`;
    const again = cells.reduce((sum, cell) => sum + tally.get(cell), 0) - both;
    tally.set(`${name}/none${at}`, tally.get(`${step}${at}`) - both);
    // How many there are of them is a count as well, though none of the tables prints it.
    tally.sum(`${name}/clocks${at}`, cells);
    if (again === 0) {
      tally.sum(`${step}${at}`, [`${name}/clocks${at}`, `${name}/none${at}`]);
      return;
    }
    tally.set(`${name}/again${at}`, again);
    tally.set(`${name}${at}`, both);
    tally.sum(`${step}${at}`, [`${name}${at}`, `${name}/none${at}`]);
    tally.sum(`${name}/clocks${at}`, [`${name}${at}`, `${name}/again${at}`]);
  };
  const kept: readonly State[] = ['in-time', 'late'];
  tie(
    begun,
    mine.map(({ cell }) => cell),
    () => true,
  );
  tie(
    met,
    mine.flatMap(({ cell }) => kept.map((state) => `${cell}/${state}`)),
    ({ metAt }) => metAt !== undefined,
  );
}
