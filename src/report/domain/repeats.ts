import { codesOf, shares } from './drafting.js';
import type { Inputs } from './inputs.js';
import { conditions } from '../../protocol/index.js';
import { isNew } from './cohort.js';
import type { Draft, Tally } from './tally.js';

/** Section 11: new cases that are violence again, by whom; the whole is those of the month that are new violence. */
export function repeats(tally: Tally, { cohort }: Inputs): Draft {
  const at = `@${cohort.month}`;
  const repeated = codesOf(conditions).filter((condition) => condition !== 'NEW' && isNew({ condition }));
  const cells = repeated.map((condition) => `condition${at}/${condition}`);
  tally.sum(`repeats${at}`, cells);
  const { rows, ...table } = shares('by-condition', `cases${at}`, cells);
  const total = shares('', `cases${at}`, [`repeats${at}`])
    .rows.slice(0, 1)
    .map((row) => ({ ...row, id: 'repeats' }));
  return { id: 'repeats', tables: [{ ...table, rows: [...rows.slice(0, -1), ...total] }] };
}
