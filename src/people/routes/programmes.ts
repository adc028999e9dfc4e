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
const underBoards = registers.map((each) => `/api/boards/:board/${each}/**`);
const own = ['alerts', 'assemblies', 'councils', 'helps', 'networks', 'funds', 'masculinities', 'reeducation'];
const paths = [...underBoards, ...own.map((each) => `/api/${each}/**`)];

/** Who may do what with programmes: which of their entries are whose, each desk knows. */
export const programmeRoutes: readonly RouteRow[] = [
  ...office(
    'look',
    paths.map((path) => `GET ${path}`),
  ),
  ...office(
    'keepProgramme',
    paths.map((path) => `POST ${path}`),
  ),
];
