import type { Caller, Told } from './caller.js';

export const board = 'mesa-150112';
const district = { country: 'PE', district: '150112' };

const organizations = [
  { id: 'pe-150112-comisaria', name: 'Comisaría de prueba', organization_type: 'POLICE_FAMILY' },
  { id: 'pe-150112-cem', name: 'CEM de prueba', organization_type: 'CEM' },
  { id: 'pe-150112-salud', name: 'Centro de Salud de prueba', organization_type: 'HEALTH' },
] as const;

const services = {
  'pe-150112-cem': { id: 'psicologia', name: 'Psicología del CEM', service_type: 'PSYCHOLOGY' },
  'pe-150112-salud': { id: 'psicologia-salud', name: 'Psicología de salud', service_type: 'PSYCHOLOGY' },
} as const;

/** Codes of those who play in the story. */
export const actors = {
  coordinator: 'demo-coordinacion',
  counter: 'demo-comisaria-01',
  centre: 'demo-cem-01',
  health: 'demo-salud-01',
  auditor: 'demo-auditoria',
} as const;

/** A directory, a board and its population. */
export async function founding(coordinator: Caller): Promise<void> {
  for (const organization of organizations) {
    await coordinator.done('/api/directory/organizations', { ...organization, ...district });
  }
  for (const [organization, service] of Object.entries(services)) {
    await coordinator.done(`/api/directory/organizations/${organization}/services`, service);
  }
  const named = { id: board, name: 'Mesa de prueba', kind: 'voluntary', level: 'district', place: 'Independencia' };
  await coordinator.done('/api/boards', { ...named, country: 'PE', territory: ['150112'] });
  for (const { id: organization } of organizations) {
    const seat = { organization, seat: organization.replace('pe-150112-', ''), from: '2026-01-01' };
    await coordinator.done(`/api/boards/${board}/members`, seat);
  }
  const population = { district: '150112', year: 2020, inhabitants: 241_414, source: 'INEI-2020' };
  await coordinator.done(`/api/boards/${board}/populations`, population);
}

const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' };

export interface Crew {
  readonly counter: Caller;
  readonly centre: Caller;
  readonly health: Caller;
}

/**
 * From the police counter to the centre, which declines, on to the health centre, which takes it, attends and reports
 * back; the counter closes it.
 * @returns the referral, and where its last step stands in the log
 */
export async function journey({
  counter,
  centre,
  health,
}: Crew): Promise<{ readonly id: string; readonly position: string }> {
  const opened = await counter.done('/api/cases', {
    district: '150112',
    entry: 'POLICE',
    condition: 'NEW',
    sex: 'F',
    age: 31,
    types: ['PHYSICAL'],
    principal: 'PHYSICAL',
    complaint: true,
  });
  const referral = {
    case: opened.json<{ id: string }>().id,
    to: { organization: 'pe-150112-cem', service: 'psicologia' },
    purpose: 'PSYCHOLOGICAL_CARE',
    urgency: 'PRIORITY',
    consent,
  };
  const sent = await counter.done('/api/referrals', referral, positionOf(opened));
  const { id } = sent.json<{ id: string }>();
  const rest: readonly (readonly [Caller, string, object])[] = [
    [centre, 'decline', { reason: 'NO_CAPACITY' }],
    [
      counter,
      'reroute',
      { to: { organization: 'pe-150112-salud', service: 'psicologia-salud' }, reason: 'DECLINED', consent },
    ],
    [health, 'receipt', {}],
    [health, 'acceptance', {}],
    [health, 'attendance', { service: 'PSYCHOLOGY' }],
    [health, 'report-back', { outcome: 'SERVICE_RECEIVED' }],
    [counter, 'closure', { disposition: 'NEED_MET' }],
  ];
  let last = sent;
  for (const [who, step, body] of rest) last = await who.done(`/api/referrals/${id}/${step}`, body, positionOf(last));
  return { id, position: positionOf(last) };
}

const positionOf = ({ headers }: Told): string => headers.get('log-position') ?? '';
