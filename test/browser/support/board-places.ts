import { at, cem } from '../../acceptance/house.js';
import { members, planOf } from '../../stories/boards/world.js';
import type { Place } from './places.js';
import { administrator, coordinator, doing, type Stage } from './stage.js';

const board = 'mesa-vista';

/** A board in the middle of a session, with a late agreement, a plan, and another one still to be agreed on. */
export async function boardPlaces(stage: Stage): Promise<readonly Place[]> {
  const post = doing(stage);
  const done = (url: string, body?: object) => post(coordinator, `/api/boards${url}`, body);
  const about = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Vista', territory: ['150112'] };
  await done('', { id: board, name: 'Mesa de concertación de la vista', ...about });
  for (const organization of members) {
    await done(`/${board}/members`, { organization, seat: 'mesa', from: '2025-01-01' });
  }
  const plan = await done(`/${board}/plans`, planOf());
  await done(`/${board}/plans/${plan}/approval`, { version: 1, norm: 'ORD-1-2026', on: '2026-01-15' });
  const draft = await done(`/${board}/plans`, planOf({ title: 'Plan por aprobar' }));
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
  const valley = { ...about, place: 'Ccapi', territory: ['080708'] };
  await done('', { id: 'mesa-080708', name: 'Instancia distrital de Ccapi', ...valley });
  const paths = [
    ...['sesion', 'acuerdos', 'plan', 'plan/nuevo', `plan/${draft}/borrador`, 'sesion?modo=sala', 'plan?modo=sala'],
    ...['2026-02', '2026-02?modo=sala', '2026-02?modo=sala&seccion=new-cases', '2026-02?modo=sala&seccion=loop'],
  ];
  return [
    { name: 'boards', actor: coordinator, path: '/mesa' },
    { name: 'boards-administrator', actor: administrator, path: '/mesa' },
    {
      name: 'boards-compared',
      actor: coordinator,
      path: '/mesa/comparar?boards=mesa-150112,mesa-080708&month=2026-02',
    },
    ...paths.map((path) => ({
      name: `board-${path.replace(draft, 'id').replaceAll(/[?&/]/gu, '-')}`,
      actor: coordinator,
      path: `/mesa/${board}/${path}`,
    })),
    { name: 'board-agreements-member', actor: at.cem, path: `/mesa/${board}/acuerdos` },
  ];
}
