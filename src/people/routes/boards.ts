import { office, type RouteRow } from '../access/row.js';

const under = (path: string, ...rest: readonly string[]): readonly string[] =>
  rest.map((each) => `${each.split(' ')[0]} ${path}${each.split(' ')[1] ?? ''}`);

/** Who may do what with boards. */
export const boardRoutes: readonly RouteRow[] = [
  ...office('look', [
    ...['GET /api/boards', 'GET /api/boards/:id'],
    ...under('/api/boards/:board', 'GET /agreements', 'GET /agreements/:agreement', 'GET /plans', 'GET /plans/:plan'),
    ...under('/api/boards/:board', 'GET /sessions', 'GET /activity', 'GET /sessions/:session'),
    ...under('/mesa/:board', 'GET /sesion', 'GET /acuerdos', 'GET /plan'),
  ]),
  ...office('leadBoard', [
    'POST /api/boards',
    ...['members', 'links', 'members/:organization/departure', 'populations'].map(
      (each) => `POST /api/boards/:id/${each}`,
    ),
    ...['progress', 'postponement', 'completion', 'cancellation'].map(
      (each) => `POST /api/boards/:board/agreements/:agreement/${each}`,
    ),
    'POST /api/boards/:board/sessions',
    ...[
      ...['agenda', 'postponement', 'cancellation', 'opening', 'attendance'],
      ...['attendance/:organization/withdrawal', 'agreements', 'minutes', 'closure'],
    ].map((each) => `POST /api/boards/:board/sessions/:session/${each}`),
    'POST /api/boards/:board/plans',
    ...[...['drafts', 'approval', 'recognition'], ...['actions/:action/progress', 'goals/:goal/measurements']].map(
      (each) => `POST /api/boards/:board/plans/:plan/${each}`,
    ),
    'POST /mesa/:board/sesion',
    ...['agenda', 'apertura', 'asistencia', 'acuerdos', 'cierre', 'acta'].map(
      (each) => `POST /mesa/:board/sesion/:session/${each}`,
    ),
    ...['avance', 'plazo', 'cumplido'].map((each) => `POST /mesa/:board/acuerdos/:agreement/${each}`),
    'POST /mesa/:board/plan/:plan/avance',
    ...['GET /mesa/:board/plan/nuevo', 'POST /mesa/:board/plan/nuevo'],
    ...['GET /mesa/:board/plan/:plan/borrador', 'POST /mesa/:board/plan/:plan/borrador'],
    'POST /mesa/:board/plan/:plan/aprobacion',
  ]),
];
