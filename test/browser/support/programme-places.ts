import { at } from '../../acceptance/house.js';
import { centre, measureOf, municipality } from '../../stories/programmes/reeducation-world.js';
import type { Place } from './places.js';
import { coordinator, doing, register, type Stage } from './stage.js';

const clerk = 'demo-municipalidad-01';
const atCentre = 'demo-cai-01';

/** A centre with a file, a group of men some of whom were measured, a fund with requests. */
export async function programmePlaces(stage: Stage): Promise<readonly Place[]> {
  const post = doing(stage);
  await register(stage, [centre, 'CAI de prueba', 'CAI'], [municipality, 'Municipalidad de prueba', 'MUNICIPALITY']);
  const order = { entry: 'COURT_ORDER', court: 'pe-150112-juzgado-familia', sessions: 12 };
  const file = await post(atCentre, '/api/reeducation/enrolments', order);
  await post(atCentre, `/api/reeducation/enrolments/${file}/intake`);
  stage.house.clock.advanceTo('2026-03-19T15:00:00.000Z');
  for (const day of ['2026-03-12', '2026-03-17', '2026-03-19']) {
    await post(atCentre, `/api/reeducation/enrolments/${file}/sessions`, { day, result: 'MISSED' });
  }
  await post(atCentre, `/api/reeducation/enrolments/${file}/reports`, { kind: 'NON_COMPLIANCE' });
  const group = await post(at.cem, '/api/masculinities/groups', { name: 'Hombres por la igualdad' });
  for (let nth = 0; nth < 6; nth += 1) {
    const man = await post(at.cem, `/api/masculinities/groups/${group}/participants`);
    const measures = `/api/masculinities/groups/${group}/participants/${man}/measures`;
    await post(at.cem, measures, measureOf('PRE', 1));
    await post(at.cem, measures, measureOf('POST', 3));
    const meeting = { day: `2026-03-0${nth + 1}`, present: [man] };
    await post(at.cem, `/api/masculinities/groups/${group}/meetings`, meeting);
  }
  const fund = { id: 'fondo', name: 'Fondo de apoyo de Independencia', administrator: municipality };
  await post(coordinator, '/api/funds', fund);
  const line = {
    ...{ line: 'L1', name: 'Presupuesto participativo 2026', source: 'mesa' },
    ...{ currency: 'PEN', cents: 1_250_000 },
  };
  await post(coordinator, '/api/funds/fondo/lines', line);
  const asking = { referral: stage.referralId, line: 'L1', purpose: 'LAWYER_MONTH', units: 1, cents: 110_050 };
  for (let nth = 0; nth < 2; nth += 1) {
    const request = await post(at.cem, '/api/funds/fondo/requests', asking);
    await post(clerk, `/api/funds/fondo/requests/${request}/approval`);
    if (nth === 0) await post(clerk, `/api/funds/fondo/requests/${request}/payment`, { voucher: 'B-1' });
  }
  await post(at.cem, '/api/funds/fondo/requests', asking);
  return [
    { name: 'programmes', actor: atCentre, path: '/programas' },
    { name: 'programmes-coordinator', actor: coordinator, path: '/programas' },
    { name: 'reeducation', actor: atCentre, path: '/programas/reeducacion' },
    { name: 'reeducation-file', actor: atCentre, path: `/programas/reeducacion/${file}` },
    { name: 'reeducation-court', actor: at.court, path: '/programas/reeducacion' },
    { name: 'masculinities', actor: at.cem, path: '/programas/masculinidades' },
    { name: 'masculinities-group', actor: at.cem, path: `/programas/masculinidades/${group}` },
    { name: 'funds', actor: coordinator, path: '/programas/fondos' },
    { name: 'fund-administrator', actor: clerk, path: '/programas/fondos/fondo' },
    { name: 'fund-asking', actor: at.cem, path: '/programas/fondos/fondo' },
  ];
}
