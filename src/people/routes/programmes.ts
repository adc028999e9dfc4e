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
const looked = ['evidence', 'oversight'].map((each) => `/api/boards/:board/${each}`);
const shown = ['evidencia', 'vigilancia'].map((each) => `/mesa/:board/${each}`);

/** Who may do what with programmes: which of their entries are whose, each desk knows. */
export const programmeRoutes: readonly RouteRow[] = [
  ...office(
    'look',
    [...paths, ...looked, ...shown].map((path) => `GET ${path}/**`),
  ),
  ...office(
    'keepProgramme',
    paths.map((path) => `POST ${path}/**`),
  ),
];
