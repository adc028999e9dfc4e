import type { Milestone } from '../protocol/index.js';
import { assumed } from './assumption.js';
import { days, type Delay, hours } from './random.js';

const steps: readonly { readonly name: Milestone; readonly share: number; readonly after: Delay }[] = [
  { name: 'evidence-gathered', share: 0.7, after: days(5, 0.6) },
  { name: 'preliminary-investigation-ended', share: 0.68, after: days(12, 0.6) },
  { name: 'charge-notified', share: 0.3, after: days(4, 0.7) },
];

/**
 * How a complaint goes through Ley 348. BO-03: the prosecutor is told within 8 h. BO-04 and BO-06: each 24 h. BO-07: 8
 * days. BO-08: 20 days.
 */
export const prosecution = assumed(
  {
    told: { share: 0.95, after: hours(5, 0.55) },
    registered: { share: 0.82, after: hours(10, 0.8) },
    /** Ordered at once at a severe risk, and sometimes otherwise. */
    urgent: { after: hours(1, 0.7), otherwise: 0.35 },
    started: { share: 0.9, after: hours(10, 0.65), stamped: hours(3, 0.7) },
    homologated: {
      /** Measures the judge gives without urgent ones before them. */
      otherwise: 0.25,
      share: 0.94,
      after: hours(11, 0.65),
      granted: 0.9,
      measures: {
        NO_ACERCAMIENTO: 32,
        RETIRO_AGRESOR: 24,
        NO_COMUNICACION: 20,
        ASIGNACION_ECONOMICA_EMERGENCIA: 9,
        TRATAMIENTO_REEDUCATIVO_AGRESOR: 6,
        ESCOLTA_POLICIAL: 4,
        GUARDA_NNA: 4,
        ARMAS: 1,
      },
      executionReferred: 0.3,
    },
    forensic: { share: 0.4, asked: hours(4, 0.8), delivered: 0.88, after: hours(16, 0.8) },
    steps,
  },
  'no figures of how long it takes were found; the police of El Alto says it keeps the eight hours, and the rest is set so that about a fifth of each clock is missed',
);
