import { confirmed, listing, office, type RouteRow } from '../access/row.js';

const api = (...rest: readonly string[]): readonly string[] => rest.map((each) => `GET /api/audit/${each}`);
const pages = (...rest: readonly string[]): readonly string[] => rest.map((each) => `GET /auditoria/${each}`);

/** Who may replay what was recorded, see who looked at what, and unmask whom. */
export const auditRoutes: readonly RouteRow[] = [
  ...office(
    'auditHistory',
    [
      ...api(':kind/:id', ':kind/:id/differences', ':kind/:id/changes', ':kind/:id/reads'),
      ...api('months/:board/:month'),
      ...api('months/:board/:month/issued/:version/:profile', 'reads'),
      ...['POST /api/audit/unmaskings', 'POST /api/audit/unmaskings/:id/showing'],
      ...pages(':kind/:id', 'momento', 'lecturas', 'que-pasaria'),
      ...['POST /auditoria/desenmascarar', 'POST /auditoria/desenmascarar/:id/ver'],
    ],
    { hidden: true },
  ),
  ...listing(
    'listQueue',
    office(
      'auditHistory',
      [...api('queues/:institution/:queue', 'queues/:institution/:queue/changes'), ...pages('colas')],
      { hidden: true },
    ),
  ),
  ...listing(
    'listCauses',
    office(
      'auditHistory',
      [...api('months/:board/:month/changes', 'months/:board/:month/versions'), ...pages('mes', 'informes')],
      { hidden: true },
    ),
  ),
  ...listing('listClocks', office('auditHistory', ['POST /api/audit/what-if'], { hidden: true })),
  ...confirmed(office('auditHistory', api('evidence/:kind/:id'), { hidden: true })),
  // Each auditor their own; whoever looks after personal data, all that wait for them: the desk knows.
  ...office('look', ['GET /api/audit/unmaskings', 'GET /auditoria/desenmascarar']),
  // The second person is another one, of another office.
  ...confirmed(
    office(
      'approveUnmasking',
      ['POST /api/audit/unmaskings/:id/approval', 'POST /auditoria/desenmascarar/:id/aprobar'],
      { purpose: 'review' },
    ),
  ),
  ...office(
    'approveUnmasking',
    ['POST /api/audit/unmaskings/:id/refusal', 'POST /auditoria/desenmascarar/:id/rechazar'],
    { purpose: 'review' },
  ),
];
