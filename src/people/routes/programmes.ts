import { listing, office, type RouteRow } from '../access/row.js';

const registers = [
  'activities',
  'budget-lines',
  'exchanges',
  'findings',
  'materials',
  'norms',
  'projects',
  'trainings',
];
const paths = [
  ...registers.map((each) => `/api/boards/:board/${each}`),
  ...['alerts', 'assemblies', 'councils', 'funds', 'helps', 'masculinities', 'networks', 'reeducation'].map(
    (each) => `/api/${each}`,
  ),
  ...['/programas/reeducacion', '/programas/masculinidades', '/programas/fondos'],
  ...['/alertas', '/comunidades', '/mesa/:board/registro/:register'],
];
const overseen = ['/api/boards/:board/oversight', '/mesa/:board/vigilancia'];
const shownOutside = ['/api/boards/:board/evidence', '/mesa/:board/evidencia', '/evidencia'];

/** What tells of persons line by line. */
const listed: readonly RouteRow[] = [
  ...listing(
    'listSupport',
    office('look', [
      'GET /api/funds/:id/requests',
      'GET /api/funds/:id/requests/:request',
      'GET /programas/fondos/:id',
    ]),
  ),
  ...listing(
    'listParticipants',
    office('look', [
      ...['GET /api/reeducation/enrolments', 'GET /api/reeducation/enrolments/:id', 'GET /api/reeducation/reports'],
      'GET /programas/reeducacion/**',
      ...['GET /api/masculinities/groups', 'GET /api/masculinities/groups/:id', 'GET /programas/masculinidades/:id'],
    ]),
  ),
  ...listing('listHelps', office('look', ['GET /api/helps/**', 'GET /comunidades/ayuda'])),
];

/** Who may do what with programmes: which of their entries are whose, each desk knows. */
export const programmeRoutes: readonly RouteRow[] = [
  ...listed,
  ...office('look', [
    'GET /programas',
    ...[...paths, ...overseen]
      .map((path) => `GET ${path}/**`)
      .filter((each) => listed.every((row) => row.route !== each)),
  ]),
  ...office(
    'readEvidence',
    shownOutside.map((path) => `GET ${path}/**`),
  ),
  ...office(
    'keepProgramme',
    paths.map((path) => `POST ${path}/**`),
  ),
];
