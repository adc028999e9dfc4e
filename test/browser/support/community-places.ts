import {
  defenders,
  demuna,
  federation,
  heard,
  registerCountryside,
  ronda,
  school,
  station,
} from '../../stories/programmes/community.js';
import type { Place } from './places.js';
import { coordinator, doing, type Stage } from './stage.js';

const of = (organization: string): string => `demo-${organization}-01`;

/** Councils of communities in a network, who was helped, an alert that waits for an answer, an assembly. */
export async function communityPlaces(stage: Stage): Promise<readonly Place[]> {
  const post = doing(stage);
  await registerCountryside(stage.house.platform);
  await post(coordinator, '/api/networks', { id: federation, territory: ['080708', '080101'], on: '2010-11-20' });
  for (const [id, kind, communities] of [
    [defenders, 'COMMUNITY_DEFENDER', ['ccapi', 'quilli']],
    [ronda, 'RONDA', ['ccapi']],
  ] as const) {
    await post(coordinator, '/api/councils', { id, kind, communities, on: '2020-05-10' });
    await post(coordinator, `/api/councils/${id}/network`, { network: federation, from: '2021-01-01' });
  }
  const term = { defender: 'D-01', from: '2024-01-01', training: 'TRAINED' };
  await post(coordinator, `/api/councils/${defenders}/defenders`, term);
  await post(of(defenders), '/api/helps', { ...heard, agrees: true, to: { organization: station } });
  const alert = await post(of(school), '/api/alerts', { topic: 'DRUGS', source: 'SCHOOL', place: school, to: demuna });
  const act = { community: 'quilli', on: '2026-03-08', languages: ['QU', 'ES'], women: 26, men: 14 };
  await post(of(defenders), '/api/assemblies', act);
  return [
    { name: 'communities', actor: coordinator, path: '/comunidades' },
    { name: 'communities-defender', actor: of(defenders), path: '/comunidades' },
    { name: 'network', actor: of(federation), path: `/comunidades/redes/${federation}/2026-02` },
    { name: 'assemblies', actor: coordinator, path: '/comunidades/asambleas' },
    { name: 'help', actor: of(defenders), path: '/comunidades/ayuda' },
    { name: 'help-quechua', actor: of(defenders), path: '/comunidades/ayuda?idioma=qu' },
    { name: 'alerts-given', actor: of(school), path: '/alertas' },
    { name: 'alerts-to-answer', actor: of(demuna), path: '/alertas' },
    { name: 'alert-referral', actor: of(demuna), path: `/alertas/${alert}/derivacion` },
    { name: 'programmes-defender', actor: of(defenders), path: '/programas' },
    { name: 'today-defender', actor: of(defenders), path: '/' },
  ];
}
