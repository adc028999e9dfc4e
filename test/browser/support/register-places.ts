import { at, cem, police } from '../../acceptance/house.js';
import { members } from '../../stories/boards/world.js';
import { activityOf, network } from '../../stories/programmes/register-world.js';
import type { Place } from './places.js';
import { coordinator, doing, register, type Stage } from './stage.js';

const board = 'mesa-registros-vista';
const text = 'Los lunes la espera pasa de dos horas y no hay quien traduzca del quechua';

/** A board with something in its registers. */
export async function registerPlaces(stage: Stage): Promise<readonly Place[]> {
  const post = doing(stage);
  const done = (url: string, body?: object) => post(coordinator, `/api/boards${url}`, body);
  await register(stage, [network, 'Red de vigilancia ciudadana', 'NGO']);
  const place = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Vista', territory: ['150112'] };
  await done('', { id: board, name: 'Mesa con registros', ...place });
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
  const seen = { network, text };
  const finding = await done(`/${board}/findings`, {
    ...{ ...seen, observed: cem, topic: 'WAITING_TIME', on: '2026-03-01', due: '2026-03-20' },
  });
  await done(`/${board}/findings/${finding}/agreements`, { agreement });
  await done(`/${board}/findings`, {
    ...{ ...seen, observed: police, topic: 'LANGUAGE_NOT_SPOKEN', on: '2026-03-02', due: '2026-03-25' },
  });
  const project = await done(`/${board}/projects`, {
    ...{ kind: 'PARTICIPATORY_BUDGET', title: 'Escuelas que conviven', districts: ['150112'], funders: ['muni'] },
    ...{ from: '2026-01-01', until: '2026-12-31', budget: 5_000_000, currency: 'PEN' },
    outcomes: [{ indicator: 'schools-with-plan', baseline: 0, target: 20, by: '2026-12-31' }],
  });
  await done(`/${board}/projects/${project}/measurements`, {
    ...{ indicator: 'schools-with-plan', value: 12, on: '2026-03-01' },
  });
  const line = { purpose: 'SERVICES', year: 2026, holder: cem, amount: 2_500_000, currency: 'PEN', on: '2026-02-01' };
  const budget = await done(`/${board}/budget-lines`, { ...line, agreement });
  await done(`/${board}/budget-lines/${budget}/executions`, { amount: 125_050, on: '2026-03-01' });
  const registers = [
    'activities',
    'budget-lines',
    'exchanges',
    'findings',
    'materials',
    'norms',
    'projects',
    'trainings',
  ];
  const paths = [
    ...[['oversight', 'vigilancia'] as const, ['evidence', 'evidencia?mes=2026-03'] as const],
    ...registers.map((each) => [each, `registro/${each}`] as const),
    ...[['activity', `registro/activities/${activity}`] as const, ['finding', `registro/findings/${finding}`] as const],
    ...[['project', `registro/projects/${project}`] as const, ['budget', `registro/budget-lines/${budget}`] as const],
  ];
  return [
    ...paths.map(([name, path]) => ({ name: `register-${name}`, actor: coordinator, path: `/mesa/${board}/${path}` })),
    { name: 'register-activities-member', actor: at.cem, path: `/mesa/${board}/registro/activities` },
    { name: 'evidence-start', actor: 'demo-evaluacion', path: '/evidencia' },
    { name: 'evidence-outside', actor: 'demo-evaluacion', path: `/mesa/${board}/evidencia?mes=2026-03` },
  ];
}
