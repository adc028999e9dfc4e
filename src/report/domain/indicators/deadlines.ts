import { measuresStop } from '../cohort.js';
import { decided } from '../clocks.js';
import type { Definition } from './definition.js';

/** Terms of law. */
export const deadlineIndicators: readonly Definition[] = [
  {
    id: 'measures-in-time',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Medidas de protección en plazo legal',
    unit: 'share',
    over: 'clocks',
    numerator: {
      words_es: 'Los que el juzgado cumplió a más tardar en el instante en que vencían',
      cell: 'measures-in-time@',
      tests: [{ field: 'state', in: ['in-time'] }],
    },
    denominator: {
      words_es: 'Plazos del juzgado para dictar medidas que empezaron en el mes y ya se cumplieron o vencieron',
      cell: 'measures-due@',
      tests: [
        { field: 'stop', in: [measuresStop] },
        { field: 'state', in: decided },
      ],
    },
    exclusions_es: ['Los que aún corren y los que dejaron de hacer falta antes de vencer'],
    source: { norm: 'Ley de cada país, en la versión que la sección 8 nombra', verified: false },
    comparable: 'country',
    people: true,
    headline: false,
    examples: [
      { says_es: 'en plazo', given: { stop: measuresStop, state: 'in-time' }, counts: 'numerator' },
      { says_es: 'tarde', given: { stop: measuresStop, state: 'late' }, counts: 'denominator' },
      { says_es: 'vencido', given: { stop: measuresStop, state: 'overdue' }, counts: 'denominator' },
      { says_es: 'aún corre', given: { stop: measuresStop, state: 'pending' }, counts: 'nowhere' },
      { says_es: 'dejó de hacer falta', given: { stop: measuresStop, state: 'dropped' }, counts: 'nowhere' },
      { says_es: 'otro plazo', given: { stop: 'report-sent', state: 'in-time' }, counts: 'nowhere' },
    ],
  },
];
