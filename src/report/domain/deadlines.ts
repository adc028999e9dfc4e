import { jurisdiction } from '../../protocol/index.js';
import type { Inputs } from './inputs.js';
import type { Figures } from './model.js';
import { hoursBetween, measuresRule } from './cohort.js';
import { median } from './statistics.js';
import { type Draft, round, statisticFrom, type Tally } from './tally.js';

interface Clock {
  readonly rule: string;
  readonly version: number;
  readonly due: string;
  readonly doneAt: string | undefined;
}

const states = ['in-time', 'late', 'overdue', 'pending'] as const;

/** Where a clock stands at the cut-off. Done at the very due instant is in time. */
export function stateOf({ due, doneAt }: Clock, cutoff: string): (typeof states)[number] {
  if (doneAt !== undefined) return doneAt <= due ? 'in-time' : 'late';
  return due < cutoff ? 'overdue' : 'pending';
}

/** Legal deadlines of the month's cohort, one row per rule version, and the rules they rest on. */
export function deadlineTables(
  tally: Tally,
  { cohort, board, cutoff }: Inputs,
): { readonly draft: Draft; readonly rules: Figures['rules'] } {
  const clocks: readonly Clock[] = [
    ...cohort.clocks.map(({ rule, version, due, metAt }) => ({ rule, version, due, doneAt: metAt })),
    ...cohort.referrals.flatMap(({ rule, version, due, receivedAt }) =>
      rule === undefined || version === undefined || due === undefined
        ? []
        : [{ rule, version, due, doneAt: receivedAt }],
    ),
  ];
  const byRule = new Map<string, Clock[]>();
  for (const clock of clocks) {
    const key = `${clock.rule}.${clock.version}`;
    const group = byRule.get(key);
    if (group === undefined) byRule.set(key, [clock]);
    else group.push(clock);
  }
  const ids = [...byRule.keys()].sort();
  const at = `@${cohort.month}`;
  const rows = ids.map((id) => {
    const group = byRule.get(id) ?? [];
    const prefix = `clock${at}/${id}`;
    for (const state of states) {
      tally.set(`${prefix}/${state}`, group.filter((clock) => stateOf(clock, cutoff) === state).length);
    }
    tally.sum(`${prefix}/decided`, [`${prefix}/in-time`, `${prefix}/late`, `${prefix}/overdue`]);
    tally.sum(prefix, [`${prefix}/decided`, `${prefix}/pending`]);
    const late = group.flatMap(({ due, doneAt }) =>
      doneAt !== undefined && doneAt > due ? [hoursBetween(due, doneAt)] : [],
    );
    const lateness = late.length < statisticFrom ? undefined : median(late);
    return {
      id,
      cells: [
        { count: prefix },
        ...states.map((state) => ({ count: `${prefix}/${state}` })),
        { ratio: [`${prefix}/in-time`, `${prefix}/decided`] as const },
        { statistic: lateness === undefined ? undefined : round(lateness, 1), n: `${prefix}/late` },
      ],
    };
  });
  tieMeasures(tally, ids, at);
  tieReferrals(tally, ids, at);
  return {
    draft: {
      id: 'deadlines',
      tables: [{ id: 'deadlines', columns: ['total', ...states, 'share-in-time', 'median-lateness'], rows }],
    },
    rules: ids.flatMap((key) => {
      const [id = '', version = ''] = key.split('.');
      const rule = jurisdiction(board.country).rules.rule(id, Number(version));
      if (rule === undefined) return [];
      const { norm, legalRef, verified } = rule;
      return [{ id, version: Number(version), norm, legalRef, verified }];
    }),
  };
}

// Sums that other sections print as well are tied to these, so that neither gives the other away.

/** The indicator of measures counts the court's clocks, whatever the rule. */
function tieMeasures(tally: Tally, ids: readonly string[], at: string): void {
  const courts = ids.filter((id) => id.startsWith(measuresRule)).map((id) => `clock${at}/${id}`);
  tally.sum(
    `measures-in-time${at}`,
    courts.map((clock) => `${clock}/in-time`),
  );
  tally.sum(
    `measures-due${at}`,
    courts.map((clock) => `${clock}/decided`),
  );
}

/** A referral has a clock or none; one that was received met its clock in time or late, one that was not did not. */
function tieReferrals(tally: Tally, ids: readonly string[], at: string): void {
  const clocks = ids.filter((id) => id.startsWith(acknowledgementRule)).map((id) => `clock${at}/${id}`);
  const of = (...wanted: readonly (typeof states)[number][]) =>
    clocks.flatMap((clock) => wanted.map((state) => `${clock}/${state}`));
  tie(tally, `received${at}`, of('in-time', 'late'), `clock${at}/none/received`);
  tie(tally, `not-received${at}`, of('overdue', 'pending'), `clock${at}/none/not-received`);
  tie(tally, `sent${at}`, clocks, `clock${at}/none`);
  tally.sum(`clock${at}/none`, [`clock${at}/none/received`, `clock${at}/none/not-received`]);
}

/** The term to acknowledge a referral, in all its versions. */
const acknowledgementRule = 'PE-25';

function tie(tally: Tally, total: string, parts: readonly string[], rest: string): void {
  const known = parts.reduce((sum, part) => sum + tally.get(part), 0);
  tally.set(rest, tally.get(total) - known);
  tally.sum(total, [...parts, rest]);
}
