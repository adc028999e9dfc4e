import { deriveId } from '#decider';
import type { AgreementCommand } from '../../src/boards/domain/agreement.js';
import type { PlanCommand } from '../../src/boards/domain/plan.js';
import type { SessionCommand } from '../../src/boards/domain/session.js';
import { board, org } from './history.js';

/** A command, and whom it is for. */
export type Command = readonly [category: string, id: string, command: unknown];

/** What is common to the commands of one scene. */
export interface Moment {
  readonly now: string;
  /** Two small numbers that choose between what may happen. */
  readonly on: number;
  readonly with: number;
  /** Counts the scenes. */
  readonly index: number;
}

const day = 86_400_000;
const later = (now: string, days: number): string => new Date(Date.parse(now) + days * day).toISOString();
const members = ['comisaria-familia', 'cem', 'juzgado-familia', 'salud'].map(org);
const digest = 'cd'.repeat(32);

const session = (id: string, command: SessionCommand): Command => ['session', id, command];
const agreement = (id: string, command: AgreementCommand): Command => ['agreement', id, command];
const plan = (command: PlanCommand): Command => ['plan', deriveId('random-plan'), command];

/** The session and the agreement that a scene is about, one of two each. */
const sessionOf = ({ on, with: n }: Moment): string => deriveId('random-session', (on + n) % 3);
const agreementOf = ({ on }: Moment): string => deriveId('random-agreement', on);

const convene = (moment: Moment): Command =>
  session(sessionOf(moment), {
    ...{ do: 'convene', board, country: 'PE', kind: 'ordinary', place: 'sala', invited: members },
    at: later(moment.now, moment.with),
    agenda: [{ kind: 'MONTHLY_REPORT', title: 'Informe del mes' }],
  });

const attend = (moment: Moment, nth: number): Command =>
  session(sessionOf(moment), {
    ...{ do: 'attend', organization: members[nth] ?? '' },
    by: nth === moment.with ? 'alternate' : 'titular',
    mode: nth === moment.on ? 'remote' : 'in-person',
  });

/** A session from its opening to its end; with as many as came, there may be no quorum. */
const hold = (moment: Moment): readonly Command[] => {
  const id = sessionOf(moment);
  const due = later(moment.now, moment.with).slice(0, 10);
  const taken = { agreement: agreementOf(moment), owner: org('cem'), due, text: 'Ampliar el horario del CEM' };
  return [
    convene(moment),
    session(id, { do: 'open', seated: members }),
    ...members.slice(0, 2 + moment.on * 2).map((_, nth) => attend(moment, nth)),
    ...(moment.with === 3 ? [session(id, { do: 'withdraw-attendance', organization: org('cem') })] : []),
    session(id, { do: 'decide', ...taken }),
    session(id, { do: 'record-minutes', number: `${moment.with}-2025`, digest }),
    ...(moment.with === 4 ? [] : [session(id, { do: 'close' })]),
  ];
};

/** An agreement that no policy has to wait for: the session decided it some other day. */
const adopt = (moment: Moment): Command =>
  agreement(agreementOf(moment), {
    ...{ do: 'adopt', board, country: 'PE', session: sessionOf(moment), owner: org('cem') },
    ...{ due: later(moment.now, moment.with % 2).slice(0, 10), text: 'Ampliar el horario del CEM' },
  });

const steps: readonly ((moment: Moment) => AgreementCommand)[] = [
  ({ with: n }) => ({ do: 'progress', note: n % 2 === 0 ? 'ADVANCING' : 'NO_BUDGET' }),
  ({ now, with: n }) => ({ do: 'reschedule', due: later(now, 10 + n).slice(0, 10) }),
  (moment) => ({ do: 'carry-over', session: sessionOf({ ...moment, on: moment.on + 1 }) }),
  () => ({ do: 'cancel', reason: 'REPLACED' }),
  () => ({ do: 'finish', evidence: digest }),
];

const drafted = (target: number): PlanCommand => ({
  ...{ do: 'draft', board, country: 'PE', level: 'district', territory: ['150112'], title: 'Plan local' },
  ...{ from: '2025-01-01', until: '2026-12-31' },
  objectives: [
    {
      ...{ id: 'O1', title: 'Atención a tiempo' },
      goals: [
        {
          ...{ id: 'M1', title: 'Respuestas', indicator: 'referrals-answered', unit: 'PERCENT', by: '2026-12-31' },
          ...{ baseline: 50, target },
          actions: [
            {
              ...{ id: 'A1', title: 'Horario', responsible: org('cem'), start: '2025-01-01', due: '2025-12-31' },
              budget: { amount: 100_000, currency: 'PEN' },
            },
          ],
        },
      ],
    },
  ],
});

const planned = ({ with: n, now, index }: Moment): readonly Command[] => [
  plan(drafted(70 + n)),
  ...(n === 2 ? [] : [plan({ do: 'approve', version: 1 + (index % 3), norm: 'ORD-1', on: '2025-02-01' })]),
  plan({ do: 'recognise', by: org('cem'), norm: 'RA-1', on: '2025-03-01' }),
  plan({
    ...{ do: 'progress', action: 'A1', state: 'in-progress', progress: n * 10 },
    spent: { amount: n * 1_000, currency: 'PEN' },
  }),
  plan({ do: 'measure', goal: 'M1', value: 50 + n, on: now.slice(0, 10) }),
];

const scenes: readonly ((moment: Moment) => readonly Command[])[] = [
  (moment) => [convene(moment), session(sessionOf(moment), { do: 'remind', at: later(moment.now, moment.with) })],
  (moment) => [session(sessionOf(moment), { do: 'add-item', kind: 'BUDGET', title: 'Presupuesto participativo' })],
  (moment) => [
    convene(moment),
    session(sessionOf(moment), { do: 'postpone', at: later(moment.now, 3), reason: 'HOLIDAY' }),
  ],
  (moment) => [convene(moment), session(sessionOf(moment), { do: 'cancel', reason: 'NO_PLACE' })],
  hold,
  hold,
  (moment) => [
    adopt(moment),
    ...steps
      .filter((_, nth) => (nth + moment.with) % 2 === 0)
      .map((step) => agreement(agreementOf(moment), step(moment))),
  ],
  (moment) => [adopt(moment)],
  (moment) => [adopt(moment), ...steps.slice(4).map((step) => agreement(agreementOf(moment), step(moment)))],
  planned,
  () => [['board', board, { do: 'link', parent: { board: 'ipc-lima', level: 'provincial' } }]],
];

/** What may happen at a board at some moment: a handful of commands, some of which the rules refuse. */
export const atBoard = (moment: Moment): readonly Command[] =>
  scenes[(moment.index * 7 + moment.with + moment.on) % scenes.length]?.(moment) ?? [];
