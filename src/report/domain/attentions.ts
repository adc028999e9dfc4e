import { services } from '../../protocol/index.js';
import { codesOf, count } from './drafting.js';
import { type Inputs, populationOf } from './inputs.js';
import type { Draft, Expression, Tally } from './tally.js';

/** Section 9: service acts, the people behind them, and the rate by inhabitants. */
export function attentions(tally: Tally, inputs: Inputs): Draft {
  const { cohort, months, attended } = inputs;
  const at = `@${cohort.month}`;
  const counted = months.get(cohort.month)?.attentions ?? {};
  const known = codesOf(services).filter((code) => counted[code] !== undefined);
  const parts = tally.partition(`acts${at}`, `act${at}`, new Map(known.map((code) => [code, counted[code] ?? 0])));
  tally.set(`attended-persons${at}`, attended);
  const population = populationOf(inputs);
  const rate = (id: string): Expression =>
    population === null ? { unmeasured: true } : { rate: id, per: 10_000, of: population.inhabitants };
  return {
    id: 'attentions',
    tables: [
      {
        id: 'by-service',
        columns: ['count', 'share', 'per-10000'],
        rows: [
          ...parts.map((part) => ({
            id: part.slice(part.lastIndexOf('/') + 1),
            cells: [count(part), { ratio: [part, `acts${at}`] as const }, rate(part)],
          })),
          {
            id: 'total',
            cells: [count(`acts${at}`), { ratio: [`acts${at}`, `acts${at}`] as const }, rate(`acts${at}`)],
          },
        ],
      },
      {
        id: 'persons',
        columns: ['count', 'per-10000'],
        rows: [{ id: 'attended-persons', cells: [count(`attended-persons${at}`), rate(`attended-persons${at}`)] }],
      },
    ],
  };
}
