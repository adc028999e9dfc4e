import { addMonths, type Month } from '#terms';
import type { Due, ReportAgreement } from '../views/report-agreements.js';
import { localMonth } from '../views/months.js';
import type { Documents } from './indicators/definition.js';
import type { Inputs } from './inputs.js';
import type { Figures } from './model.js';
import type { Draft } from './tally.js';

const day = 86_400_000;

/** How an agreement kept to one of its days: what was done, or given up, after the day was late all the same. */
export function keptTo({ doneAt, cancelledAt }: ReportAgreement, due: Due, cutoff: string): Documents['dues']['state'] {
  if (doneAt !== undefined && doneAt <= cutoff) return doneAt <= due.at ? 'kept' : 'late';
  if (cancelledAt !== undefined && cancelledAt <= due.at) return 'cancelled';
  return due.at < cutoff ? 'missed' : 'pending';
}

/** The days of a month on which agreements were due. */
export const duesIn = (
  month: Month,
  agreements: readonly ReportAgreement[],
  cutoff: string,
): readonly Documents['dues'][] =>
  agreements.flatMap((agreement) =>
    agreement.dues
      .filter((due) => due.day.startsWith(`${month}-`))
      .map((due) => ({ state: keptTo(agreement, due, cutoff) })),
  );

export const agreementStates = ['overdue', 'open', 'done', 'cancelled'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** Where an agreement stands at the cut-off. */
export function stateOfAgreement({ doneAt, cancelledAt, dues }: ReportAgreement, cutoff: string): AgreementState {
  if (doneAt !== undefined) return 'done';
  if (cancelledAt !== undefined) return 'cancelled';
  return (dues.at(-1)?.at ?? cutoff) < cutoff ? 'overdue' : 'open';
}

/** Whole days between its last day and when it was done, or the cut-off. */
function daysLate({ doneAt, dues }: ReportAgreement, cutoff: string): number {
  const due = dues.at(-1)?.at;
  if (due === undefined) return 0;
  return Math.max(0, Math.ceil((Date.parse(doneAt ?? cutoff) - Date.parse(due)) / day));
}

/** Months whose agreements are summed up in one line. */
const summedMonths = 3;

/**
 * Section 2: what the board agreed up to the end of the month, as far as it was open in it or ended since; the overdue
 * first. They are about institutions, so nothing is withheld.
 */
export function agreementTables({ board, agreements, cohort, from, until, cutoff, sessions }: Inputs): {
  readonly draft: Draft;
  readonly agreements: Figures['agreements'];
} {
  const shown = agreements
    .filter(({ adoptedAt, doneAt, cancelledAt }) => adoptedAt < until && (doneAt ?? cancelledAt ?? until) >= from)
    .map((agreement) => ({
      agreement,
      state: stateOfAgreement(agreement, cutoff),
      due: agreement.dues.at(-1)?.day ?? '',
    }))
    .sort(
      (a, b) =>
        agreementStates.indexOf(a.state) - agreementStates.indexOf(b.state) ||
        (a.due < b.due ? -1 : a.due > b.due ? 1 : a.agreement.id < b.agreement.id ? -1 : 1),
    );
  const since = addMonths(`${cohort.month}-01`, 1 - summedMonths).slice(0, 7);
  const recent = agreements.filter(
    ({ adoptedAt }) => adoptedAt < until && localMonth(adoptedAt, board.country) >= since,
  );
  const held = sessions.filter(({ at }) => from <= at && at < cohort.end).at(-1);
  return {
    draft: {
      id: 'agreements',
      tables: [
        {
          id: 'list',
          columns: ['days-late', 'rescheduled'],
          rows: shown.map(({ agreement, state }) => ({
            id: agreement.id,
            cells: [
              { plain: state === 'cancelled' ? 0 : daysLate(agreement, cutoff) },
              { plain: agreement.rescheduled },
            ],
          })),
        },
        {
          id: 'recent',
          columns: ['total', ...agreementStates],
          rows:
            shown.length === 0
              ? []
              : [
                  {
                    id: 'agreements',
                    cells: [
                      { plain: recent.length },
                      ...agreementStates.map((state) => ({
                        plain: recent.filter((each) => stateOfAgreement(each, cutoff) === state).length,
                      })),
                    ],
                  },
                ],
        },
        {
          id: 'session',
          columns: ['seated', 'present', 'decisions'],
          rows:
            held === undefined
              ? []
              : [
                  {
                    id: held.quorate ? 'quorate' : 'not-quorate',
                    cells: [{ plain: held.seated }, { plain: held.present }, { plain: held.decisions }],
                  },
                ],
        },
      ],
    },
    agreements: shown.map(({ agreement, state, due }) => ({
      ...{ id: agreement.id, text: agreement.text, owner: agreement.owner, due, state },
      ...(agreement.note === undefined ? {} : { note: agreement.note }),
      ...(agreement.evidence === undefined ? {} : { evidence: agreement.evidence }),
      ...(agreement.indicator === undefined ? {} : { indicator: agreement.indicator }),
    })),
  };
}
