import { deriveId } from '#decider';
import { changeInstruments } from '../../src/protocol/index.js';
import { type EnrolmentCommand } from '../../src/programmes/domain/enrolment.js';
import { attendanceResults, courtReportKinds, enrolmentEnds } from '../../src/programmes/domain/enrolment-events.js';
import { type FundCommand } from '../../src/programmes/domain/fund.js';
import { fundPurposes } from '../../src/programmes/domain/fund-events.js';
import { type MasculinitiesCommand } from '../../src/programmes/domain/masculinities.js';
import { org } from './history.js';
import type { Command, Moment } from './random-boards.js';

const day = 86_400_000;
const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;
const dayOf = (now: string, before: number): string =>
  new Date(Date.parse(now) - before * day).toISOString().slice(0, 10);

const file = ({ on }: Moment, command: EnrolmentCommand): Command => [
  'enrolment',
  deriveId('random-enrolment', on),
  command,
];
const group = (command: MasculinitiesCommand): Command => ['masculinities', deriveId('random-group'), command];
const fund = (command: FundCommand): Command => ['fund', 'fondo-150112', command];

const centre = { country: 'PE', institution: org('cai'), district: '150112' };
const answers = (points: number): Readonly<Record<string, number>> =>
  Object.fromEntries((changeInstruments[0]?.items ?? []).map(({ key }) => [key, points % 4]));

/** A file of an order, or of a wish; who he is is written down every other time. */
const open = (moment: Moment): Command =>
  file(moment, {
    ...{ do: 'open', ...centre, sessions: 2 },
    ...(moment.on === 0
      ? { entry: 'COURT_ORDER', court: org('juzgado-familia'), order: 'demo', firstDayBy: dayOf(moment.now, -1) }
      : { entry: 'VOLUNTARY' }),
    ...(moment.with % 2 === 0 ? { identity: { name: 'demo' } } : {}),
  });

/** Sessions of three days, at which he came or did not. */
const sessions = (moment: Moment): readonly Command[] =>
  [0, 1, 2].map((nth) =>
    file(moment, {
      ...{ do: 'record-session', day: dayOf(moment.now, nth) },
      result: pick([...attendanceResults, 'MISSED', 'MISSED'], moment.with + (moment.index % 5) * nth),
    }),
  );

const measures = (moment: Moment): readonly Command[] => [
  file(moment, { do: 'measure', phase: 'PRE', answers: answers(moment.with) }),
  file(moment, { do: 'measure', phase: 'POST', answers: answers(moment.with + 2) }),
];

/** The one who joined in the scene of that number, under the id the rules made for him. */
const man = (index: number): string => deriveId(deriveId('random', index, 1), 'men-participant');

const men = (moment: Moment): readonly Command[] => {
  const participant = man(moment.index);
  return [
    group({ do: 'form', ...centre, institution: org('cem'), name: 'Hombres por la igualdad' }),
    group({ do: 'join' }),
    group({ do: 'meet', day: dayOf(moment.now, moment.with), present: moment.on === 0 ? [] : [participant] }),
    group({ do: 'measure', participant, phase: 'PRE', answers: answers(1) }),
    group({ do: 'measure', participant, phase: 'POST', answers: answers(moment.with) }),
    group({ do: 'name-leader', participant }),
    ...(moment.with === 1 ? [group({ do: 'unname-leader', participant })] : []),
    ...(moment.with === 2 ? [group({ do: 'leave', participant, reason: 'MOVED' })] : []),
    group({ do: 'act', day: dayOf(moment.now, 0), kind: 'FAIR', men: 1 + moment.with, reached: 40 }),
    ...(moment.index % 9 === 0 ? [group({ do: 'close' })] : []),
  ];
};

/** A line and a request that is granted, paid, given up or given back; whoever asks is the same who would approve. */
const money = ({ index, on, with: n }: Moment): readonly Command[] => {
  const line = `L${on}`;
  const request = deriveId('random-support', index % 6);
  const of = { request, referral: deriveId('random-referral', on), case: deriveId('random-case', on), line };
  return [
    fund({ do: 'open', country: 'PE', name: 'Fondo de apoyo', administrator: org('salud') }),
    fund({
      do: 'add-line',
      line,
      name: 'Presupuesto',
      source: 'mesa-150112',
      currency: pick(['PEN', 'BOB'], on),
      cents: 9_000,
    }),
    fund({ do: 'request', ...of, purpose: pick(fundPurposes, n), institution: org('cem'), cents: 1_000 + n, units: 1 }),
    n === 0 ? fund({ do: 'reject', request, reason: 'NOT_COVERED' }) : fund({ do: 'approve', request }),
    n === 1 ? fund({ do: 'cancel', request, reason: 'MISTAKE' }) : fund({ do: 'pay', request, voucher: `B-${index}` }),
    ...(n === 3 ? [fund({ do: 'reimburse', request, voucher: `R-${index}`, cents: 500 })] : []),
  ];
};

const scenes: readonly ((moment: Moment) => readonly Command[])[] = [
  (moment) => [open(moment)],
  (moment) => [open(moment), file(moment, { do: 'hold-intake' })],
  (moment) => [open(moment), file(moment, { do: 'hold-intake' }), ...sessions(moment)],
  sessions,
  (moment) => [file(moment, { do: 'report', kind: pick(courtReportKinds, moment.with) })],
  (moment) => [open(moment), ...measures(moment)],
  (moment) => [
    file(moment, { do: 'end', how: pick(enrolmentEnds, moment.with) }),
    file(moment, { do: 'report', kind: 'END' }),
  ],
  men,
  men,
  money,
  money,
];

/** What may happen in a programme or a fund at some moment: a handful of commands, some of which the rules refuse. */
export const inProgrammes = (moment: Moment): readonly Command[] =>
  scenes[(moment.index * 5 + moment.with * 3 + moment.on) % scenes.length]?.(moment) ?? [];
