import { at, Caller } from '../../acceptance/house.js';
import { send } from '../../../src/platform.js';
import { deriveId } from '#decider';
import { browser } from '../../browser/support/chromium.js';
import { measure, picture, violations } from '../../browser/support/looking.js';
import { coordinator, laptop, phone, type Stage } from '../../browser/support/stage.js';
import { centre, measureOf, municipality } from './reeducation-world.js';

const clerk = 'demo-municipalidad-01';

/** A centre with a file, a group of men some of whom were measured, a fund with requests. */
async function prepared({ house, referralId }: Stage): Promise<readonly (readonly [actor: string, path: string])[]> {
  for (const [id, name, kind] of [
    [centre, 'CAI de prueba', 'CAI'],
    [municipality, 'Municipalidad de prueba', 'MUNICIPALITY'],
  ] as const) {
    const command = { do: 'register', organization: id, name, kind, country: 'PE', district: '150112' };
    await send(house.platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('setup', id) });
  }
  const post = async (actor: string, url: string, body: object = {}): Promise<string> => {
    const answer = await new Caller(house.app, actor).post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return answer.json<{ id: string }>().id;
  };
  const order = { entry: 'COURT_ORDER', court: 'pe-150112-juzgado-familia', sessions: 12 };
  const file = await post('demo-cai-01', '/api/reeducation/enrolments', order);
  await post('demo-cai-01', `/api/reeducation/enrolments/${file}/intake`);
  house.clock.advanceTo('2026-03-19T15:00:00.000Z');
  for (const day of ['2026-03-12', '2026-03-17', '2026-03-19']) {
    await post('demo-cai-01', `/api/reeducation/enrolments/${file}/sessions`, { day, result: 'MISSED' });
  }
  await post('demo-cai-01', `/api/reeducation/enrolments/${file}/reports`, { kind: 'NON_COMPLIANCE' });
  const group = await post(at.cem, '/api/masculinities/groups', { name: 'Hombres por la igualdad' });
  for (let nth = 0; nth < 6; nth += 1) {
    const man = await post(at.cem, `/api/masculinities/groups/${group}/participants`);
    const measures = `/api/masculinities/groups/${group}/participants/${man}/measures`;
    await post(at.cem, measures, measureOf('PRE', 1));
    await post(at.cem, measures, measureOf('POST', 3));
    const meeting = { day: `2026-03-0${nth + 1}`, present: [man] };
    await post(at.cem, `/api/masculinities/groups/${group}/meetings`, meeting);
  }
  await post(coordinator, '/api/funds', {
    id: 'fondo',
    name: 'Fondo de apoyo de Independencia',
    administrator: municipality,
  });
  const line = {
    line: 'L1',
    name: 'Presupuesto participativo 2026',
    source: 'mesa',
    currency: 'PEN',
    cents: 1_250_000,
  };
  await post(coordinator, '/api/funds/fondo/lines', line);
  const asking = { referral: referralId, line: 'L1', purpose: 'LAWYER_MONTH', units: 1, cents: 110_050 };
  for (let nth = 0; nth < 2; nth += 1) {
    const request = await post(at.cem, '/api/funds/fondo/requests', asking);
    await post(clerk, `/api/funds/fondo/requests/${request}/approval`);
    if (nth === 0) await post(clerk, `/api/funds/fondo/requests/${request}/payment`, { voucher: 'B-1' });
  }
  await post(at.cem, '/api/funds/fondo/requests', asking);
  return [
    ['demo-cai-01', '/programas'],
    [at.cem, '/mesa/mesa-150112/acuerdos'],
    ['demo-evaluacion', '/evidencia'],
    ['demo-cai-01', '/programas/reeducacion'],
    ['demo-cai-01', `/programas/reeducacion/${file}`],
    [at.court, '/programas/reeducacion'],
    [at.cem, '/programas/masculinidades'],
    [at.cem, `/programas/masculinidades/${group}`],
    [coordinator, '/programas/fondos'],
    [clerk, '/programas/fondos/fondo'],
    [at.cem, '/programas/fondos/fondo'],
  ];
}

browser('The pages of programmes in a browser', (stage) => {
  let places: Awaited<ReturnType<typeof prepared>> = [];
  beforeAll(async () => {
    places = await prepared(stage());
  });

  it.each([phone, laptop])(
    'can be used by everybody, $width pixels wide',
    async (viewport) => {
      const found: string[] = [];
      for (const [nth, [actor, path]] of places.entries()) {
        const { page, context } = await stage().visit(actor, { viewport, hasTouch: viewport === phone });
        await page.goto(path);
        const name = `programme-${nth}-${viewport.width}`;
        await measure(page, 'unfold()');
        await picture(page, name);
        const wider = await measure<number>(page, 'overflow()');
        if (wider > 0) found.push(`${name}: ${wider} px too wide`);
        found.push(...(await violations(page)).map((fault) => `${name}: ${fault}`));
        found.push(...(await measure<string[]>(page, 'smallTargets(44)')).map((small) => `${name}: small ${small}`));
        found.push(...(await measure<string[]>(page, 'collisions()')).map((each) => `${name}: collides ${each}`));
        await context.close();
      }
      expect(found).toEqual([]);
    },
    90_000,
  );
});
