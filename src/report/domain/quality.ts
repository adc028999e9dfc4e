import { hoursBetween, isNew } from './cohort.js';
import { count } from './drafting.js';
import type { Inputs } from './inputs.js';
import type { Draft, Tally } from './tally.js';

/** Section 14: who reported, what is missing, what came late. */
export function quality(tally: Tally, { board, cohort, months }: Inputs): Draft {
  const at = `@${cohort.month}`;
  // Over new cases: a total of its own for all records would give away the few that are not new.
  const cases = cohort.cases.filter(isNew);
  const whole = `cases${at}`;
  const reporters = months.get(cohort.month)?.reporters ?? {};
  // What is missing is the row "not known" of another table where there is one: the same number has one id.
  const fields: readonly (readonly [field: string, missing: string, (each: (typeof cases)[number]) => boolean])[] = [
    ['risk', `risk${at}/NONE`, (each) => each.risk !== undefined],
    ['language', `language${at}/UNKNOWN`, (each) => (each.language ?? 'UNKNOWN') !== 'UNKNOWN'],
    ['age', `age${at}/UNKNOWN`, (each) => each.ageBand !== 'UNKNOWN'],
    ['type', `type${at}/UNKNOWN`, (each) => each.principal !== undefined],
  ];
  for (const [field, missing, test] of fields) {
    const complete = cases.filter(test).length;
    tally.set(`complete${at}/${field}`, complete);
    tally.set(missing, cases.length - complete);
    tally.sum(whole, [`complete${at}/${field}`, missing]);
  }
  const late = cases.filter((each) => hoursBetween(each.openedAt, each.recordedAt) > lateAfterHours).length;
  tally.set(`late${at}`, late);
  tally.set(`prompt${at}`, cases.length - late);
  tally.sum(whole, [`late${at}`, `prompt${at}`]);
  return {
    id: 'quality',
    tables: [
      {
        id: 'reporters',
        columns: ['reported'],
        rows: board.members.map((member) => ({ id: member, cells: [{ plain: (reporters[member] ?? 0) > 0 ? 1 : 0 }] })),
      },
      {
        id: 'completeness',
        columns: ['complete', 'records', 'share'],
        rows: fields.map(([field]) => ({
          id: field,
          cells: [count(`complete${at}/${field}`), count(whole), { ratio: [`complete${at}/${field}`, whole] as const }],
        })),
      },
      {
        id: 'lateness',
        columns: ['count', 'share'],
        rows: [{ id: 'late', cells: [count(`late${at}`), { ratio: [`late${at}`, whole] as const }] }],
      },
    ],
  };
}

/** A record made more than this after what it records counts as late. */
const lateAfterHours = 48;
