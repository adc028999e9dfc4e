import type { Definition } from './definition.js';

/** What the board promised itself. */
export const agreementIndicators: readonly Definition[] = [
  {
    id: 'agreements-kept',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Acuerdos cumplidos',
    unit: 'share',
    over: 'dues',
    numerator: {
      words_es: 'Los cumplidos a más tardar en su fecha, con evidencia',
      cell: 'agreements-kept@',
      tests: [{ field: 'state', in: ['kept'] }],
    },
    denominator: {
      words_es: 'Acuerdos cuya fecha límite cayó en el mes y ya pasó, o que se cumplieron antes de ella',
      cell: 'agreements-due@',
      tests: [{ field: 'state', in: ['kept', 'late', 'missed'] }],
    },
    exclusions_es: [
      'Los anulados y los que recibieron otra fecha antes de vencer',
      'Una fecha que venció sigue vencida aunque después haya otra',
    ],
    source: { norm: 'Reglamento interno de la instancia', verified: false },
    comparable: 'anywhere',
    people: false,
    headline: false,
    examples: [
      { says_es: 'cumplido en su fecha', given: { state: 'kept' }, counts: 'numerator' },
      { says_es: 'cumplido después', given: { state: 'late' }, counts: 'denominator' },
      { says_es: 'vencido', given: { state: 'missed' }, counts: 'denominator' },
      { says_es: 'aún dentro de fecha', given: { state: 'pending' }, counts: 'nowhere' },
      { says_es: 'anulado antes de su fecha', given: { state: 'cancelled' }, counts: 'nowhere' },
    ],
  },
];
