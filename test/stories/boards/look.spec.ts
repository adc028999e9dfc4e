import { Caller, cem } from '../../acceptance/house.js';
import { browser } from '../../browser/support/chromium.js';
import { measure, picture, violations } from '../../browser/support/looking.js';
import { coordinator, laptop, phone, type Stage } from '../../browser/support/stage.js';
import { members, planOf } from './world.js';

const board = 'mesa-vista';

/** A board in the middle of a session, with a late agreement and a plan. */
async function prepared(stage: Stage): Promise<void> {
  const caller = new Caller(stage.house.app, coordinator);
  const done = async (url: string, body: object = {}): Promise<string> => {
    const answer = await caller.post(`/api/boards${url}`, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return answer.json<{ id: string }>().id;
  };
  const about = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Vista', territory: ['150112'] };
  await done('', { id: board, name: 'Mesa de concertación de la vista', ...about });
  for (const organization of members) {
    await done(`/${board}/members`, { organization, seat: 'mesa', from: '2025-01-01' });
  }
  const plan = await done(`/${board}/plans`, planOf());
  await done(`/${board}/plans/${plan}/approval`, { version: 1, norm: 'ORD-1-2026', on: '2026-01-15' });
  for (const [month, closes] of [
    ['02', true],
    ['03', false],
  ] as const) {
    const session = await done(`/${board}/sessions`, {
      ...{ kind: 'ordinary', at: `2026-${month}-09T16:00:00Z`, place: 'sala-municipal' },
      agenda: [{ kind: 'MONTHLY_REPORT', title: 'Informe del mes' }],
    });
    await done(`/${board}/sessions/${session}/opening`);
    for (const organization of members.slice(0, 3)) {
      const tick = { organization, by: 'titular', mode: 'in-person' };
      await done(`/${board}/sessions/${session}/attendance`, tick);
    }
    const text = `Ampliar el horario del CEM, con atención los sábados y en quechua (${month})`;
    await done(`/${board}/sessions/${session}/agreements`, { text, owner: cem, due: `2026-${month}-28` });
    if (closes) await done(`/${board}/sessions/${session}/closure`);
  }
}

/** The pages of the board, by what follows its address. */
const pages = [
  ...['sesion', 'acuerdos', 'plan', 'plan/nuevo', 'sesion?modo=sala', 'plan?modo=sala'],
  ...['2026-02', '2026-02?modo=sala', '2026-02?modo=sala&seccion=new-cases', '2026-02?modo=sala&seccion=loop'],
];

browser('The pages of a board in a browser', (stage) => {
  beforeAll(() => prepared(stage()));

  it.each([phone, laptop])(
    'can be used by everybody, $width pixels wide, on a desk and on a wall',
    async (viewport) => {
      const { page, context } = await stage().visit(coordinator, { viewport, hasTouch: viewport === phone });
      const found: string[] = [];
      for (const path of pages) {
        await page.goto(`/mesa/${board}/${path}`);
        const name = `board-${path.replaceAll(/[?&/]/gu, '-')}-${viewport.width}`;
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
