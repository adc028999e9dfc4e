import type { ReportReferral } from '../../views/report-referrals.js';
import type { Definition, Term } from './definition.js';

const sent: Term<ReportReferral> = {
  words_es: 'Derivaciones enviadas en el mes',
  cell: 'sent@',
  tests: [],
};

const once = 'Ninguna se cuenta dos veces: la que pasó a otro servicio es la misma, del mes en que se envió';
const [sentAt, onTime, late] = ['2025-10-01T15:00:00.000Z', '2025-10-04T15:00:00.000Z', '2025-10-04T15:00:00.001Z'];

/** What became of referrals. */
export const referralIndicators: readonly Definition[] = [
  {
    id: 'referrals-answered',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Derivaciones con respuesta',
    unit: 'share',
    over: 'referrals',
    numerator: {
      words_es: 'Las que tienen respuesta a quien derivó, hasta el corte',
      cell: 'answered@',
      tests: [{ field: 'reportedAt', known: true }],
    },
    denominator: sent,
    exclusions_es: [once],
    source: { norm: 'Acuerdo de la instancia', verified: false },
    comparable: 'anywhere',
    people: true,
    headline: true,
    examples: [
      { says_es: 'respondida', given: { sentAt, reportedAt: late }, counts: 'numerator' },
      {
        says_es: 'respondida sin que se prestara el servicio: hubo respuesta',
        given: { sentAt, reportedAt: late, outcome: 'NOT_RECEIVED_NO_SHOW' },
        counts: 'numerator',
      },
      { says_es: 'atendida, sin respuesta', given: { sentAt, attendedAt: onTime }, counts: 'denominator' },
      { says_es: 'cerrada sin respuesta', given: { sentAt, closedAt: late }, counts: 'denominator' },
      { says_es: 'anulada', given: { sentAt, status: 'cancelled' }, counts: 'denominator' },
    ],
  },
  {
    id: 'first-attention-72h',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Primera atención en 72 horas',
    unit: 'share',
    over: 'referrals',
    numerator: {
      words_es: 'Las que alguien atendió a más tardar 72 horas después del envío',
      cell: 'attended-72h@',
      tests: [{ from: 'sentAt', to: 'attendedAt', atMostHours: 72 }],
    },
    denominator: sent,
    exclusions_es: [once],
    source: { norm: 'Acuerdo de la instancia', verified: false },
    comparable: 'anywhere',
    people: true,
    headline: true,
    examples: [
      { says_es: 'atendida a las 72 horas exactas', given: { sentAt, attendedAt: onTime }, counts: 'numerator' },
      { says_es: 'atendida un instante después', given: { sentAt, attendedAt: late }, counts: 'denominator' },
      { says_es: 'aún espera: sigue en el total', given: { sentAt }, counts: 'denominator' },
    ],
  },
];
