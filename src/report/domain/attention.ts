import { binOf, hoursBetween, waitBins } from './cohort.js';
import { count, shares } from './drafting.js';
import { type Inputs, receiversOf } from './inputs.js';
import { waitingStatuses } from './standing.js';
import { medianWaiting } from './statistics.js';
import { countBy, type Draft, statisticFrom, type Tally } from './tally.js';

type Table = Draft['tables'][number];

/** Section 7: how long until somebody attends; who still waits stays in the denominator. */
export function firstAttention(tally: Tally, inputs: Inputs): Draft {
  const at = `@${inputs.cohort.month}`;
  return {
    id: 'first-attention',
    tables: [waiting(tally, inputs, at), waitingFor(tally, at), onTheWay(tally, inputs, at)],
  };
}

/** How long, by who got it first. */
function waiting(tally: Tally, inputs: Inputs, at: string): Table {
  const { cohort, cutoff } = inputs;
  const receivers = receiversOf(inputs);
  const rowOf = (id: string, whole: string, cell: (bin: string) => string): Table['rows'][number] => {
    const mine = id === 'total' ? cohort.referrals : cohort.referrals.filter((each) => each.to === id);
    const waits = mine.map(({ sentAt, attendedAt, endedAt }) => ({
      hours: hoursBetween(sentAt, attendedAt ?? endedAt ?? cutoff),
      ended: attendedAt !== undefined,
    }));
    const wait = mine.length < statisticFrom ? undefined : medianWaiting(waits);
    return {
      id,
      cells: [count(whole), ...waitBins.map((bin) => count(cell(bin))), { statistic: wait, n: whole }],
    };
  };
  for (const to of receivers) {
    tally.partition(
      `to${at}/${to}`,
      `wait${at}/${to}`,
      countBy(
        cohort.referrals.filter((each) => each.to === to),
        binOf,
        waitBins,
      ),
    );
  }
  const totals: Readonly<Record<string, string>> = {
    waiting: `stands${at}/waiting`,
    ended: `ended-unattended${at}`,
  };
  const totalOf = (bin: string): string => totals[bin] ?? `within${at}/${bin}`;
  for (const bin of waitBins) {
    tally.sum(
      totalOf(bin),
      receivers.map((to) => `wait${at}/${to}/${bin}`),
    );
  }
  tally.sum(`sent-not-attended${at}`, [`stands${at}/waiting`, `ended-unattended${at}`]);
  return {
    id: 'waiting',
    columns: ['sent', ...waitBins, 'median-hours'],
    rows: [
      ...receivers.map((to) => rowOf(to, `to${at}/${to}`, (bin) => `wait${at}/${to}/${bin}`)),
      rowOf('total', `sent${at}`, totalOf),
    ],
  };
}

/** What those who still wait are waiting for. */
function waitingFor(tally: Tally, at: string): Table {
  const present = waitingStatuses.map((status) => `waiting${at}/${status}`).filter((cell) => tally.get(cell) > 0);
  const table = shares('waiting-for', `stands${at}/waiting`, present);
  return present.length === 0 ? { ...table, rows: [] } : table;
}

/** What happened on the way to an attention: referrals, each once in a row, and maybe in several. */
function onTheWay(tally: Tally, { cohort }: Inputs, at: string): Table {
  const ways = {
    scheduled: cohort.referrals.filter(({ appointments }) => appointments > 0),
    missed: cohort.referrals.filter(({ missed }) => missed > 0),
    contacted: cohort.referrals.filter(({ attempts }) => attempts > 0),
    held: cohort.referrals.filter(({ held }) => held > 0),
  };
  for (const [way, referrals] of Object.entries(ways)) tally.set(`had-${way}${at}`, referrals.length);
  // Nobody misses an appointment that was not agreed, nor waits now without having waited.
  tally.beside(`had-missed${at}`, `had-scheduled${at}`);
  tally.beside(`waiting${at}/scheduled`, `had-scheduled${at}`);
  tally.beside(`waiting${at}/on-hold`, `had-held${at}`);
  return {
    id: 'on-the-way',
    columns: ['count', 'share'],
    rows: Object.keys(ways).flatMap((way) => {
      const cell = `had-${way}${at}`;
      return tally.get(cell) === 0 ? [] : [{ id: way, cells: [count(cell), { ratio: [cell, `sent${at}`] as const }] }];
    }),
  };
}
