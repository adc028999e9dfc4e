import { aCase, confirmed, listing, office, open, type RouteRow } from '../access/row.js';

/** Who may do what with people, conflicts of interest, emergency access and the record of reads. */
export const peopleRoutes: readonly RouteRow[] = [
  ...office('readStaff', ['GET /api/staff', 'GET /api/staff/:code']),
  // Which role they may give, the desk asks when it has read the body.
  ...office('enrolStaff', [
    'POST /api/staff',
    ...['role', 'login', 'suspension', 'reinstatement', 'departure'].map((each) => `POST /api/staff/:code/${each}`),
  ]),
  ...open('GET /entrar/ir', 'GET /entrar/respuesta'),
  ...office('look', ['GET /api/me', 'GET /entrar/seguir/:ticket']),
  // Whose people it is about, the desk asks.
  ...aCase('declareConflict', ['POST /api/cases/:id/conflicts', 'POST /casos/:id/conflictos']),
  ...aCase('liftConflict', [
    ...['GET /api/cases/:id/conflicts', 'POST /api/cases/:id/conflicts/:code/lifting'],
    ...['GET /casos/:id/conflictos', 'POST /casos/:id/conflictos/:code'],
  ]),
  ...aCase('seeReads', ['GET /api/cases/:id/reads', 'GET /casos/:id/lecturas']),
  ...listing(
    'listSeals',
    office('keepSeals', [
      ...['GET /api/sealings', 'GET /api/sealings/:id'],
      ...['GET /derechos/reservas', 'GET /derechos/reservas/:id'],
    ]),
  ),
  ...confirmed(
    office('keepSeals', [
      ...['POST /api/sealings', 'POST /api/sealings/:id/approval', 'POST /api/sealings/:id/refusal'],
      ...['POST /derechos/reservas', 'POST /derechos/reservas/:id'],
    ]),
  ),
  // Of which case, the desk asks when it has read the code.
  ...confirmed(office('askEmergency', ['POST /api/emergency-accesses', 'POST /emergencia'], { purpose: 'emergency' })),
  ...office('askEmergency', ['GET /emergencia'], { purpose: 'emergency' }),
  // Each one's own, and those they review.
  ...listing(
    'listEmergencies',
    office('look', [
      ...['GET /api/emergency-accesses', 'GET /api/emergency-accesses/:id'],
      ...['GET /emergencia/revisiones', 'GET /emergencia/revisiones/:id'],
    ]),
  ),
  ...office('look', ['POST /api/emergency-accesses/:id/review', 'POST /emergencia/revisiones/:id']),
];
