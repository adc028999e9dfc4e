import { jurisdiction } from '../../protocol/index.js';
import type { ReportCase } from '../views/report-cases.js';
import { isNew } from './cohort.js';
import { shares } from './drafting.js';
import type { Inputs } from './inputs.js';
import { countBy, type Draft, type Tally } from './tally.js';

/** What is told of the people in new cases, and under which list its codes are named. */
const traits = [
  { id: 'sex', of: ({ sex }: ReportCase) => sex },
  { id: 'age', of: ({ ageBand }: ReportCase) => ageBand },
  { id: 'language', of: ({ language }: ReportCase) => language ?? unknown },
  { id: 'disability', of: ({ disability }: ReportCase) => disability ?? unknown },
  { id: 'ethnicity', of: ({ ethnicity }: ReportCase) => ethnicity ?? unknown },
  { id: 'relation', of: ({ relation }: ReportCase) => relation ?? unknown },
] as const;

const unknown = 'UNKNOWN';

/** Section 4: who the people in the month's new cases are, one trait at a time: crossed, most cells would be withheld. */
export function who(tally: Tally, { board, cohort }: Inputs): Draft {
  const at = `@${cohort.month}`;
  const whole = `cases${at}`;
  const cases = cohort.cases.filter(isNew);
  const bands = jurisdiction(board.country).ageBands.map(({ code }) => code);
  return {
    id: 'who',
    tables: traits.map(({ id, of }) => {
      const counts = countBy(cases, of, id === 'age' ? bands : []);
      // Last, whatever its name; and 0 where everything is known, which the share of complete records says as well.
      const known = [...counts].filter(([code]) => code !== unknown);
      const order = id === 'age' ? known : known.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      const parts = tally.partition(whole, `${id}${at}`, new Map([...order, [unknown, counts.get(unknown) ?? 0]]));
      return shares(`by-${id}`, whole, id === 'sex' ? parts.filter((part) => tally.get(part) > 0) : parts);
    }),
  };
}
