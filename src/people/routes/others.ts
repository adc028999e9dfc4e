import { confirmed, listing, office, open, type RouteRow } from '../access/row.js';

/** Who may do what with reports, audits and imports, and what everybody may. */
export const otherRoutes: readonly RouteRow[] = [
  ...open(
    ...['GET /entrar', 'POST /entrar', 'GET /salir', 'POST /salir'],
    ...['GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /problemas', 'GET /problemas/*'],
    ...['GET /api/asyncapi', 'GET /verificar', 'POST /verificar'],
    // Other processes ask: for keys, and, introduced, for checkpoints.
    ...['GET /.well-known/jwks.json', 'GET /api/checkpoints/covering/:position'],
  ),
  ...listing('listToday', open('GET /')),
  ...office('look', [
    // Of which boards, and whether as they were, is asked where reports are made.
    ...[
      'GET /api/boards/:board/reports/:month/:file',
      'GET /api/reports/comparison',
      'GET /api/reports/comparison/:file',
    ],
    ...['GET /api/indicators', 'GET /api/indicators/:id/:version'],
    ...['GET /mesa', 'GET /mesa/:board/:month', 'GET /mesa/comparar', 'GET /api/boards/:board/observatory'],
    'GET /api/boards/:board/observatory/:file',
    // Digests and signatures, which anybody may check.
    ...['GET /api/audit/checkpoint', 'GET /api/audit/proof/:eventId', 'GET /api/audit/consistency'],
  ]),
  // To those who do not audit, the page says so.
  ...office('look', ['GET /auditoria']),
  ...office('importHistory', [
    ...['POST /api/imports', 'POST /api/imports/preview', 'GET /api/imports/mappings'],
    ...['GET /importar', 'POST /importar'],
  ]),
  // Rows of single incidents leave.
  ...confirmed(office('leadBoard', ['GET /api/exports/ruv'])),
  ...office('leadBoard', ['POST /api/boards/:board/editions/**', 'POST /ediciones/:board/:month/**']),
  ...office('readEvidence', ['GET /api/boards/:board/editions/**', 'GET /ediciones/:board/:month']),
  // What was published for everybody also reaches those outside.
  ...office('look', ['GET /api/boards/:board/editions/:month/:version/:profile/:file'], {
    where: { parameter: 'profile', is: 'public', action: 'readEvidence' },
  }),
  ...confirmed(
    office('keepRights', [
      ...['POST /api/rights/persons/:person/erasures', 'POST /api/rights/erasures/:erasure/approval'],
      ...['POST /derechos/personas/:person/supresiones', 'POST /derechos/supresiones/:erasure/aprobacion'],
    ]),
  ),
  ...listing('listRights', office('keepRights', ['GET /api/rights/**', 'GET /derechos/**'])),
  ...office('keepRights', ['POST /api/rights/**', 'POST /derechos/**', 'GET /derechos/conflictos']),
];
