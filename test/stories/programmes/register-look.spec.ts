import { send } from '../../../src/platform.js';
import { deriveId } from '#decider';
import { Caller, cem, police } from '../../acceptance/house.js';
import { browser } from '../../browser/support/chromium.js';
import { measure, picture, violations } from '../../browser/support/looking.js';
import { coordinator, laptop, phone, type Stage } from '../../browser/support/stage.js';
import { members } from '../boards/world.js';
import { activityOf, network } from './register-world.js';

const board = 'mesa-registros-vista';
const text = 'Los lunes la espera pasa de dos horas y no hay quien traduzca del quechua';

/** A board with something in its registers; answers with where each page is. */
async function prepared(stage: Stage): Promise<readonly (readonly [name: string, path: string])[]> {
  const { app, platform } = stage.house;
  const caller = new Caller(app, coordinator);
  const done = async (url: string, body: object = {}): Promise<string> => {
    const answer = await caller.post(`/api/boards${url}`, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return answer.json<{ id: string }>().id;
  };
  const about = { name: 'Red de vigilancia ciudadana', kind: 'NGO', country: 'PE', district: '150112' };
  await send(platform, 'organization', {
    ...{ id: network, actor: 'setup', commandId: deriveId('look', network) },
    command: { do: 'register', organization: network, ...about },
  });
  const place = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Vista', territory: ['150112'] };
  await done('', { id: board, name: 'Mesa de concertación de la vista', ...place });
  for (const organization of [...members, network]) {
    await done(`/${board}/members`, { organization, seat: 'mesa', from: '2025-01-01' });
  }
  const session = await done(`/${board}/sessions`, { kind: 'ordinary', at: '2026-03-09T16:00:00Z', place: 'sala' });
  await done(`/${board}/sessions/${session}/opening`);
  for (const organization of members) {
    await done(`/${board}/sessions/${session}/attendance`, { organization, by: 'titular', mode: 'in-person' });
  }
  const agreement = await done(`/${board}/sessions/${session}/agreements`, {
    ...{ text: 'Ampliar el horario del CEM, con atención los sábados', owner: cem, due: '2026-04-30' },
    indicator: 'referrals-answered',
  });
  const people = [
    { sex: 'F', ageBand: '18-25', count: 40 },
    { sex: 'M', ageBand: '18-25', count: 3 },
    { sex: 'F', ageBand: '60-plus', count: 21 },
    { sex: 'M', ageBand: '60-plus', count: 17 },
  ];
  const activity = await done(`/${board}/activities`, activityOf({ people, audience: 628_000 }));
  const finding = await done(`/${board}/findings`, {
    ...{ network, observed: cem, topic: 'WAITING_TIME', on: '2026-03-01', due: '2026-03-20', text },
  });
  await done(`/${board}/findings/${finding}/agreements`, { agreement });
  await done(`/${board}/findings`, {
    ...{ network, observed: police, topic: 'LANGUAGE_NOT_SPOKEN', on: '2026-03-02', due: '2026-03-25', text },
  });
  const project = await done(`/${board}/projects`, {
    ...{ kind: 'PARTICIPATORY_BUDGET', title: 'Escuelas que conviven', districts: ['150112'], funders: ['muni'] },
    ...{ from: '2026-01-01', until: '2026-12-31', budget: 5_000_000, currency: 'PEN' },
    outcomes: [{ indicator: 'schools-with-plan', baseline: 0, target: 20, by: '2026-12-31' }],
  });
  await done(`/${board}/projects/${project}/measurements`, {
    indicator: 'schools-with-plan',
    value: 12,
    on: '2026-03-01',
  });
  const line = { purpose: 'SERVICES', year: 2026, holder: cem, amount: 2_500_000, currency: 'PEN', on: '2026-02-01' };
  const budget = await done(`/${board}/budget-lines`, { ...line, agreement });
  await done(`/${board}/budget-lines/${budget}/executions`, { amount: 125_050, on: '2026-03-01' });
  await stage.house.platform.log.head();
  return [
    ['oversight', 'vigilancia'],
    ['evidence', 'evidencia?mes=2026-03'],
    ['activities', 'registro/activities'],
    ['activity', `registro/activities/${activity}`],
    ['findings', 'registro/findings'],
    ['finding', `registro/findings/${finding}`],
    ['project', `registro/projects/${project}`],
    ['budget', `registro/budget-lines/${budget}`],
  ];
}

browser('The pages of the registers in a browser', (stage) => {
  let pages: readonly (readonly [name: string, path: string])[] = [];
  beforeAll(async () => {
    pages = await prepared(stage());
  }, 60_000);

  it.each([phone, laptop])(
    'can be used by everybody, $width pixels wide',
    async (viewport) => {
      const { page, context } = await stage().visit(coordinator, { viewport, hasTouch: viewport === phone });
      const found: string[] = [];
      for (const [title, path] of pages) {
        await page.goto(`/mesa/${board}/${path}`);
        const name = `register-${title}-${viewport.width}`;
        await picture(page, name);
        await measure(page, 'unfold()');
        await picture(page, `${name}-unfolded`);
        const wider = await measure<number>(page, 'overflow()');
        found.push(...(await violations(page)).map((fault) => `${name}: ${fault}`));
        found.push(...(await measure<string[]>(page, 'smallTargets(44)')).map((small) => `${name}: small ${small}`));
        found.push(...(await measure<string[]>(page, 'collisions()')).map((each) => `${name}: collides ${each}`));
        if (wider > 0) found.push(`${name}: scrolls sideways by ${wider} px`);
      }
      await context.close();
      expect(found).toEqual([]);
    },
    60_000,
  );
});
