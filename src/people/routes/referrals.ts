import { aReferral, listing, office, type RouteRow } from '../access/row.js';

const steps = [
  ...['receipt', 'acceptance', 'decline', 'appointment', 'appointment-cancellation', 'absence', 'contact', 'hold'],
  ...['resumption', 'attendance', 'report-back', 'closure', 'cancellation', 'consent-withdrawal', 'undo', 'reroute'],
  'note',
];

/** Who may do what with referrals. */
export const referralRoutes: readonly RouteRow[] = [
  // Of which case, the desk asks when it has read the body.
  ...office('startCasework', ['POST /api/referrals', 'POST /api/referral-bundles', 'POST /derivar']),
  ...listing('listReferring', office('startCasework', ['GET /derivar'])),
  ...listing('listReferrals', office('listCasework', ['GET /api/referrals', 'GET /derivaciones'])),
  ...listing('listStuck', office('listCasework', ['GET /api/referrals/stuck', 'GET /derivaciones/detenidas'])),
  ...listing('listBundle', office('listCasework', ['GET /api/referral-bundles/:id', 'GET /derivaciones/conjunto/:id'])),
  ...aReferral('readReferral', [
    ...['GET /api/referrals/:id', 'GET /api/referrals/:id/alternatives'],
    ...['GET /derivaciones/:id', 'GET /derivaciones/:id/otro-servicio'],
  ]),
  ...aReferral('workOnReferral', [
    ...steps.map((step) => `POST /api/referrals/:id/${step}`),
    ...['nota', ':path', 'otro-servicio'].map((each) => `POST /derivaciones/:id/${each}`),
  ]),
];
