import { deriveId } from '#event-log';
import { Backlog } from '../../src/interop/delivery/backlog.js';
import { at, Caller, health, newCase, serviceOf, toldAll, told, toPsychology } from '../acceptance/house.js';
import { History } from '../support/history.js';
import { defenders, heard, registerCountryside, station } from '../stories/programmes/community.js';
import { type ProgrammeWorld, programmeWorld, type Somebody } from '../stories/programmes/reeducation-world.js';

/** Somebody whose data is here: what names them in an answer, and what a record of reads may name them by. */
export interface Known {
  readonly who: string;
  readonly names: readonly string[];
  readonly streams: readonly string[];
}

/** A server on which every list has a line for somebody. */
export interface FullWorld extends ProgrammeWorld {
  readonly everybody: readonly Known[];
  readonly readers: readonly string[];
  /** What stands for a parameter of a path, by the segment before it; else by its own name. */
  readonly values: Readonly<Record<string, string>>;
  /** With which queries a route is asked. */
  readonly queries: Readonly<Record<string, readonly string[]>>;
}

const readers = {
  ...at,
  coordinator: 'demo-coordinacion',
  auditor: 'demo-auditoria',
  officer: 'demo-datos-01',
  centre: 'demo-cai-01',
  volunteer: `demo-${defenders}-01`,
} as const;

const day = 24 * 3_600_000;
const fund = 'fondo-de-prueba';
const board = 'mesa-de-prueba';
const month = '2026-02';
/** Before anything was recorded. */
const before = 'known:2026-03-09T00:00:00.000Z';

export async function fullWorld(): Promise<FullWorld> {
  const world = await programmeWorld();
  await world.platform.markDemo();
  await registerCountryside(world.platform);
  const as = (who: keyof typeof readers): Somebody => world.as(readers[who]);
  const [one, other, third] = [await opened(as('police')), await opened(as('cem')), await opened(as('police'))];
  const pair = Object.entries({ say: 'link', one: one.id, other: other.id, reason: 'COMPARED' });
  expect(await as('coordinator').form('/casos/personas/respuesta', pair)).toBe(303);
  const sent = await handedOver(world, one.id);
  const [first = { id: '', code: '' }] = sent.referrals;

  const emergency = { case: one.code, reason: 'PERSON_PRESENT', explanation: 'La persona está aquí.' };
  const glass = await as('centre').done('/api/emergency-accesses', emergency);
  const asking = { case: third.code, aim: 'seal', ground: 'DATA_PROTECTION' };
  const sealing = await as('officer').done('/api/sealings', asking);
  const right = await as('police').done('/api/rights/requests', { person: one.person, right: 'ACCESS' });
  const { person } = one;
  const erasure = await as('officer').done(`/api/rights/persons/${person}/erasures`, { ground: 'PERSON_ASKED' });

  await as('coordinator').done('/api/funds', { id: fund, name: 'Fondo', administrator: health });
  const line = { line: 'L1', name: 'Presupuesto', source: 'mesa-150112', currency: 'PEN', cents: 20_000 };
  await as('coordinator').done(`/api/funds/${fund}/lines`, line);
  const asked = { referral: first.id, line: 'L1', purpose: 'TRANSPORT', units: 1, cents: 500 };
  const support = await as('cem').done(`/api/funds/${fund}/requests`, asked);

  const ordered = { entry: 'COURT_ORDER', court: 'pe-150112-juzgado-familia', sessions: 4, order: 'ORDEN 1' };
  const file = await as('centre').done('/api/reeducation/enrolments', ordered);
  await as('centre').done(`/api/reeducation/enrolments/${file.id}/intake`);
  await as('centre').done(`/api/reeducation/enrolments/${file.id}/reports`, { kind: 'PROGRESS' });
  const { subject, code } = await as('centre').read<{ subject: string; code: string }>(
    `/api/reeducation/enrolments/${file.id}`,
  );
  const group = await as('centre').done('/api/masculinities/groups', { name: 'Grupo de prueba' });
  const man = await as('centre').done(`/api/masculinities/groups/${group.id}/participants`);
  const council = { id: defenders, kind: 'COMMUNITY_DEFENDER', communities: ['ccapi'], on: '2020-05-10' };
  await as('coordinator').done('/api/councils', council);
  const helping = { ...heard, matter: 'PHYSICAL', to: { organization: station } };
  const help = await as('volunteer').done('/api/helps', helping);
  const [helped = { person: '', case: '' }] =
    await as('volunteer').read<readonly { person: string; case: string }[]>('/api/helps');
  const [hers = { id: '' }] = await as('volunteer').read<readonly { id: string }[]>('/api/referrals?box=from');
  const webhook = await givenUp(world, `referral-${first.id}`);

  const { counted, since } = await issuedTwice(world);

  const everybody: Known[] = [
    ofCase('the person of one case', one, sent.referrals),
    ofCase('the person of another', other),
    ofCase('the person of a third', third),
    { who: 'somebody who was counted in a report', names: [counted], streams: [`case-${counted}`] },
    { who: 'a participant', names: [file.id, subject, code], streams: [`enrolment-${file.id}`, `person-${subject}`] },
    { who: 'a man of a group', names: [man.id], streams: [`person-${man.id}`] },
    {
      who: 'somebody a volunteer helped',
      names: [help.id, helped.person, helped.case, hers.id],
      streams: [`help-${help.id}`, `case-${helped.case}`, `referral-${hers.id}`],
    },
  ];
  return {
    ...world,
    everybody,
    readers: Object.values(readers),
    values: {
      ...{ cases: one.id, casos: one.id, referrals: first.id, derivaciones: first.id, ServiceRequest: first.id },
      ...{ Task: `${first.id}-1`, Consent: `${first.id}-1`, 'referral-bundles': sent.id, conjunto: sent.id },
      ...{ persons: person, personas: person, funds: fund, fondos: fund, sealings: sealing.id, reservas: sealing.id },
      ...{ 'emergency-accesses': glass.id, revisiones: glass.id, erasures: erasure.id, supresiones: erasure.id },
      ...{ 'rights/requests': right.id, pedidos: right.id, ':id/requests': support.id, webhooks: webhook },
      ...{ enrolments: file.id, reeducacion: file.id, groups: group.id, masculinidades: group.id },
      ...{ ':kind': one.id, kind: 'cases', queues: 'pe-150112-comisaria-familia', queue: 'sent', board, month },
    },
    queries: {
      'GET /api/referrals': ['?box=from&state=all', '?box=to&state=all'],
      'GET /derivaciones': ['', '?caja=enviadas'],
      'GET /derivar': ['', `?caso=${one.id}`, `?caso=${one.id}&${linkTo}`],
      'GET /casos/personas': ['', `?uno=${one.code}&otro=${other.code}`],
      'GET /comunidades/ayuda': ['', `?hecho=${help.id}`],
      'GET /api/audit/:kind/:id/differences': ['?from=0&to=2'],
      'GET /api/audit/:kind/:id/changes': [`?from=${before}`],
      'GET /api/audit/queues/:institution/:queue/changes': [`?from=${before}`],
      'GET /api/audit/months/:board/:month/changes': [`?from=known:${since}`],
      'GET /api/audit/months/:board/:month/versions': ['?profile=board&from=1&to=2'],
      'GET /auditoria/mes': [`?mesa=${board}&mes=${month}&desde=${since.slice(0, 10)}`],
      'GET /auditoria/informes': [`?mesa=${board}&mes=${month}`],
      'GET /auditoria/momento': ['', `?codigo=${one.code}`],
      'GET /auditoria/colas': ['', ...['sent', 'cases', 'late'].map((each) => `?institucion=${each}&cola=${each}`)].map(
        (each) => each.replace(/institucion=\w+/, 'institucion=pe-150112-comisaria-familia'),
      ),
    },
  };
}

/** A destination, chosen, with the key that is part of the address of the last step. */
const linkTo = new URLSearchParams({
  institucion: health,
  servicio: serviceOf(health, 'HEALTH'),
  clave: deriveId('every-list'),
}).toString();

interface Opened {
  readonly id: string;
  readonly code: string;
  readonly person: string;
}

async function opened(who: Somebody): Promise<Opened> {
  const { id } = await who.done('/api/cases', newCase);
  return who.read<Opened>(`/api/cases/${id}`);
}

const ofCase = (
  who: string,
  { id, code, person }: Opened,
  referrals: readonly { readonly id: string; readonly code: string }[] = [],
): Known => ({
  who,
  names: [id, code, person, ...referrals.flatMap((each) => [each.id, each.code])],
  streams: [`case-${id}`, `person-${person}`, ...referrals.map((each) => `referral-${each.id}`)],
});

/** Sent to two at once, and forgotten until nobody has a next action for one of them. */
async function handedOver(world: ProgrammeWorld, id: string) {
  const { to, purpose, urgency, consent } = toPsychology(id);
  const psychology = { to, purpose, urgency, consent };
  const care = { ...psychology, to: { organization: health, service: serviceOf(health, 'HEALTH') } };
  const body = { case: id, referrals: [psychology, care] };
  const bundle = told(await new Caller(world.app, at.police).post('/api/referral-bundles', body));
  const boxes = `/api/referral-bundles/${bundle.id}`;
  const referrals = toldAll(
    await new Caller(world.app, at.police).get(boxes, { 'consistent-with': await world.head() }),
  );
  for (const [index, referral] of referrals.entries()) {
    const receiver = world.as(index === 0 ? at.cem : at.health);
    await receiver.done(`/api/referrals/${referral.id}/acceptance`);
    const when = new Date(Date.parse(world.clock.now()) + day / 4).toISOString();
    await receiver.done(`/api/referrals/${referral.id}/appointment`, { at: when, place: 'AT_SERVICE' });
  }
  await world.later(new Date(Date.parse(world.clock.now()) + 40 * day).toISOString());
  return { id: bundle.id, referrals };
}

/**
 * A month that was issued, and again when more was recorded of it.
 * @returns one of the cases it counts, and since when more was recorded
 */
async function issuedTwice(world: ProgrammeWorld) {
  const coordinator = world.as(readers.coordinator);
  const about = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Independencia', territory: ['150112'] };
  await coordinator.done('/api/boards', { id: board, name: 'Mesa de prueba', ...about });
  const history = new History(world.platform, 'every-list');
  const edition = `/api/boards/${board}/editions/${month}`;
  let [counted, since] = ['', ''];
  for (const [minutes, cases] of [
    ['1-2026', 20],
    ['2-2026', 8],
  ] as const) {
    for (let nth = 0; nth < cases; nth += 1) counted = await history.openCase('2026-02-02T15:00:00.000Z');
    if (since !== '') await coordinator.done(`${edition}/restatement`, { cause: 'LATE' });
    await coordinator.done(`${edition}/freeze`);
    await coordinator.done(`${edition}/approval`, { minutes });
    await coordinator.done(`${edition}/publication`, { profile: 'board' });
    since ||= world.clock.now();
    await world.later(new Date(Date.parse(world.clock.now()) + day).toISOString());
  }
  return { counted, since };
}

/** A subscription that is paused, with something that was tried ten times. */
async function givenUp({ app, platform }: ProgrammeWorld, stream: string): Promise<string> {
  const coordinator = new Caller(app, readers.coordinator);
  const { id } = told(await coordinator.post('/api/webhooks', { url: 'http://127.0.0.1:9/avisos' }));
  expect((await coordinator.post(`/api/webhooks/${id}/pause`)).statusCode).toBe(201);
  const head = await platform.log.head();
  if (head === undefined) throw new Error('nothing was recorded');
  const backlog = await Backlog.open(platform.checkpoints, id, head);
  const letter = { id: deriveId('letter'), type: 'ReferralSent.v1', stream, position: head, body: '{}', tried: 9 };
  await backlog.take([letter], head);
  await backlog.failed(letter, platform.clock.now(), 'unreachable', undefined);
  return id;
}
