import { assumed } from './assumption.js';

/** How a board meets. */
export const sessions = assumed(
  { present: 0.78, remote: 0.15, alternate: 0.3, decisions: 1.6 },
  'such boards meet every month, about a fifth of the seats stay empty, and they leave with one or two agreements',
);

/** What it agrees, and what becomes of that. */
export const agreementsOf = assumed(
  {
    days: [18, 50] as const,
    texts: [
      'Actualizar el directorio de servicios y sus horarios',
      'Coordinar turnos de guardia para la atención de fin de semana',
      'Capacitar al personal de recepción en la ruta de atención',
      'Difundir la ruta de atención en mercados y escuelas',
      'Revisar las derivaciones sin respuesta del mes',
      'Presentar el proyecto al presupuesto participativo',
      'Asegurar intérprete de lengua originaria en la atención',
      'Reunirse con el juzgado sobre los plazos de las medidas',
    ] as readonly string[],
    /** Before its last day. */
    done: 0.62,
    /** Of the others, done after it all the same, by so many days. */
    late: 0.65,
    lateBy: [5, 40] as const,
    notes: { STARTED: 30, ADVANCING: 34, WAITING_ON_OTHERS: 16, NO_BUDGET: 8, NO_STAFF: 6, NOT_STARTED: 6 },
  },
  'agreements without money or a date are those that wait; the shares are guesses that show each state',
);

/** How many places of a service are taken, counted once a week. */
export const occupancy = assumed({ from: 0.55, to: 1 }, 'shelters are rarely half empty, and now and then full');
