import { outcomes } from '../../protocol/index.js';
import { codesOf, count, shares } from './drafting.js';
import { type Inputs, receiversOf } from './inputs.js';
import { standingCell, tallyFunnel } from './funnel.js';
import { reached, standingOf, standings, steps } from './standing.js';
import { countBy, type Draft, type Tally } from './tally.js';
import type { ReportReferral } from '../views/report-referrals.js';

type Row = Draft['tables'][number]['rows'][number];

/** Section 6: what became of what was sent. */
export function loop(tally: Tally, inputs: Inputs): Draft {
  const at = `@${inputs.cohort.month}`;
  const sent = `sent${at}`;
  tallyFunnel(tally, inputs.cohort.referrals, at);
  const stands = standings.filter((standing) => tally.get(standingCell(standing, at)) > 0);
  const standing = (id: string, cell: string): Row => ({ id, cells: [count(cell), { ratio: [cell, sent] as const }] });
  return {
    id: 'loop',
    tables: [
      {
        id: 'steps',
        columns: ['count', 'share', 'not-yet'],
        rows: [
          { id: 'sent', cells: [count(sent), { ratio: [sent, sent] as const }, { plain: 0 }] },
          ...steps.map((step) => ({
            id: step,
            cells: [count(`${step}${at}`), { ratio: [`${step}${at}`, sent] as const }, count(`sent-not-${step}${at}`)],
          })),
        ],
      },
      {
        id: 'standing',
        columns: ['count', 'share'],
        rows: [...stands.map((each) => standing(each, standingCell(each, at))), standing('total', sent)],
      },
      ...answers(tally, inputs, at),
      reasons(tally, inputs, at),
      ...paths(tally, inputs, at),
      byReceiver(tally, inputs, at),
    ],
  };
}

/** What the answers say came of it. */
function answers(tally: Tally, { cohort }: Inputs, at: string): Draft['tables'] {
  const answered = cohort.referrals.filter((each) => reached('answered', each));
  const results = tally.partition(
    `answered${at}`,
    `outcome${at}`,
    countBy(answered, (each) => each.outcome, codesOf(outcomes)),
  );
  for (const standing of ['served', 'not-received'] as const) {
    const saying = answered.filter((each) => standingOf(each) === standing).map(({ outcome }) => outcome);
    tally.sum(
      standingCell(standing, at),
      [...new Set(saying)].map((outcome) => `outcome${at}/${outcome}`),
    );
  }
  return [shares('outcomes', `answered${at}`, results)];
}

/** Why what was declined or cancelled ended, each referral once; what the answers say is a table of its own. */
function reasons(tally: Tally, { cohort }: Inputs, at: string): Draft['tables'][number] {
  const rows = (['declined', 'cancelled'] as const).flatMap((loss): readonly Row[] => {
    const whole = `stands${at}/${loss}`;
    const mine = cohort.referrals.filter((each) => standingOf(each) === loss);
    const codes = tally.partition(
      whole,
      `${loss}${at}`,
      countBy(mine, (each) => each.reason ?? 'UNKNOWN'),
    );
    return codes.map((cell) => ({
      id: `${loss}/${cell.slice(cell.lastIndexOf('/') + 1)}`,
      cells: [count(cell), { ratio: [cell, whole] as const }],
    }));
  });
  return { id: 'reasons', columns: ['count', 'share'], rows };
}

/** On what ground data went along, through how many services it went, and why to another. */
function paths(tally: Tally, { cohort }: Inputs, at: string): Draft['tables'] {
  const { referrals } = cohort;
  const sent = `sent${at}`;
  const grounds = tally.partition(
    sent,
    `ground${at}`,
    countBy(referrals, (each) => each.basis, ['consented', 'legal-duty', 'none']),
  );
  const legs = tally.partition(
    sent,
    `legs${at}`,
    countBy(referrals, (each) => legsOf(each), ['1', '2', '3-plus']),
  );
  tally.sum(`rerouted${at}`, [`legs${at}/2`, `legs${at}/3-plus`]);
  const reasons = tally.partition(
    `rerouted${at}`,
    `rerouted${at}`,
    countBy(
      referrals.filter((each) => each.legs > 1),
      (each) => each.rerouted,
    ),
  );
  const rerouted = shares('reroutes', `rerouted${at}`, reasons);
  return [
    shares('grounds', sent, grounds),
    shares('legs', sent, legs),
    reasons.length === 0 ? { ...rerouted, rows: [] } : rerouted,
  ];
}

const legsOf = ({ legs }: ReportReferral): string => (legs > 2 ? '3-plus' : String(legs));

/** By who got it first: a re-route later changes no month. */
function byReceiver(tally: Tally, inputs: Inputs, at: string): Draft['tables'][number] {
  const receivers = receiversOf(inputs);
  for (const to of receivers) {
    const mine = inputs.cohort.referrals.filter((each) => each.to === to);
    const answered = mine.filter((each) => reached('answered', each)).length;
    tally.set(`answered-by${at}/${to}`, answered);
    tally.set(`unanswered-by${at}/${to}`, mine.length - answered);
    tally.sum(`to${at}/${to}`, [`answered-by${at}/${to}`, `unanswered-by${at}/${to}`]);
  }
  tally.sum(
    `answered${at}`,
    receivers.map((to) => `answered-by${at}/${to}`),
  );
  return {
    id: 'by-receiver',
    columns: ['sent', 'answered', 'share'],
    rows: receivers.map((to) => ({
      id: to,
      cells: [
        count(`to${at}/${to}`),
        count(`answered-by${at}/${to}`),
        { ratio: [`answered-by${at}/${to}`, `to${at}/${to}`] as const },
      ],
    })),
  };
}
