import type { RouteRow } from './access/row.js';
import { auditRoutes } from './routes/audit.js';
import { boardRoutes } from './routes/boards.js';
import { caseRoutes } from './routes/cases.js';
import { directoryRoutes } from './routes/directory.js';
import { interopRoutes } from './routes/interop.js';
import { otherRoutes } from './routes/others.js';
import { peopleRoutes } from './routes/people.js';
import { programmeRoutes } from './routes/programmes.js';
import { referralRoutes } from './routes/referrals.js';

/**
 * Every route there is, and who may call it. A route that is not here keeps the server from starting. A row that ends in
 * `/**` stands for the path before it and all below; a row of its own goes before.
 */
export const routes: readonly RouteRow[] = [
  ...caseRoutes,
  ...referralRoutes,
  ...boardRoutes,
  ...directoryRoutes,
  ...peopleRoutes,
  ...programmeRoutes,
  ...interopRoutes,
  ...auditRoutes,
  ...otherRoutes,
];
