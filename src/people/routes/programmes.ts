import { office, type RouteRow } from '../access/row.js';

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

/** Who may do what with programmes: which of their entries are whose, each desk knows. */
export const programmeRoutes: readonly RouteRow[] = [
  ...office('look', ['GET /programas', ...[...paths, ...overseen].map((path) => `GET ${path}/**`)]),
  ...office(
    'readEvidence',
    shownOutside.map((path) => `GET ${path}/**`),
  ),
  ...office(
    'keepProgramme',
    paths.map((path) => `POST ${path}/**`),
  ),
];
