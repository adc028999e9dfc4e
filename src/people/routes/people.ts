import { aCase, confirmed, office, open, type RouteRow } from '../access/row.js';

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
  ...office('keepSeals', [
    ...['GET /api/sealings', 'GET /api/sealings/:id'],
    ...['GET /derechos/reservas', 'GET /derechos/reservas/:id'],
  ]),
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
  ...office('look', ['GET /api/emergency-accesses', 'GET /emergencia/revisiones']),
  ...office('look', [
    ...['GET /api/emergency-accesses/:id', 'POST /api/emergency-accesses/:id/review'],
    ...['GET /emergencia/revisiones/:id', 'POST /emergencia/revisiones/:id'],
  ]),
];
