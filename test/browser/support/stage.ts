import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { deriveId } from '#decider';
import { type ActorDirectory, actorCodes } from '#service';
import { allOrganizations } from '../../../src/directory/http/answers.js';
import { neutralPage } from '../../../src/pages/neutral.js';
import { demoPeople, type People, type Staff } from '../../../src/people/people.js';
import { type Platform, send } from '../../../src/platform.js';
import {
  at,
  Caller,
  cem,
  health,
  type House,
  house,
  newCase,
  police,
  serviceOf,
  told,
  toldAll,
  toPsychology,
} from '../../acceptance/house.js';
import { board, History } from '../../support/history.js';

/** The widths pages are looked at: a small phone, and a laptop. */
export const phone = { width: 360, height: 740 };
export const laptop = { width: 1280, height: 800 };

export const coordinator = 'demo-coordinacion';
export const auditor = 'demo-auditoria';
/** What one of them asks for, the other decides. */
export const officers = ['demo-datos-01', 'demo-datos-02'] as const;

/** Roles the demonstration has nobody in. */
export const chief = 'jefatura';
export const administrator = 'administracion';
const beside: readonly Staff[] = [
  { code: chief, institution: police, role: 'supervisor', country: 'PE' },
  { code: administrator, institution: police, role: 'administrator', country: 'PE' },
];

/** Everybody of the demonstration, and these. */
function everybody(platform: Platform): People {
  const demo = demoPeople(() => allOrganizations(platform.views));
  const find: ActorDirectory['find'] = async (code) =>
    beside.find((each) => each.code === code) ?? (await demo.demo.find(code));
  return { ...demo, authenticator: actorCodes({ find }), directory: { find } };
}

/** What is written about a person in these tests; on a device it must not be found. */
export const written = {
  ...{ name: 'NOMBRE-INVENTADO', note: 'NOTA-RESERVADA', contact: 'CONTACTO-RESERVADO' },
  ...{ address: 'DIRECCIÓN-RESERVADA', shelter: 'HOGAR-RESERVADO' },
};

/** Somebody at a screen. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console, broken promises of the policy for content, and requests to anybody else. */
  readonly problems: readonly string[];
}

/** A server on a port of its own with something to see on every page, and a browser beside it. */
export interface Stage {
  readonly house: House;
  readonly origin: string;
  /** A case of the police station with a name in it, severe risk, handed to the centre. */
  readonly caseId: string;
  readonly referralId: string;
  /** A referral the centre still has to answer, one of two of a bundle. */
  readonly waiting: string;
  readonly bundle: string;
  /** One the centre did not take, and one in which it gave an appointment. */
  readonly declined: string;
  readonly scheduled: string;
  readonly month: string;
  /** Opens a window; `actor` is who is signed in, nobody without. */
  readonly visit: (actor?: string, options?: BrowserContextOptions) => Promise<Visit>;
  /** Referrals the police station has sent. */
  readonly sent: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openStage(browser: Browser): Promise<Stage> {
  const server = await house({ people: everybody });
  // What a demonstration alone shows, and where it may send to, is looked at too.
  await server.platform.markDemo();
  await server.app.listen(0, '127.0.0.1');
  const origin = await server.app.getUrl();
  await months(new History(server.platform, 'stage'));
  const story = await handOver(server);
  const sender = new Caller(server.app, at.police);
  return {
    house: server,
    origin,
    ...story,
    month: `/mesa/${board}/2026-02`,
    visit: (actor, options = {}) => visit(browser, origin, actor, options),
    sent: async () => toldAll(await sender.get('/api/referrals?box=from&limit=200')).length,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Sends commands of the API as somebody; each must be taken. Answers with the id of what was made. */
export const doing =
  ({ house: { app } }: Pick<Stage, 'house'>) =>
  async (actor: string, url: string, body: object = {}): Promise<string> => {
    const answer = await new Caller(app, actor).post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return told(answer).id;
  };

/** Writes further institutions of the district into the directory. */
export async function register(
  { house: { platform } }: Pick<Stage, 'house'>,
  ...institutions: readonly (readonly [id: string, name: string, kind: string])[]
): Promise<void> {
  for (const [id, name, kind] of institutions) {
    const command = { do: 'register', organization: id, name, kind, country: 'PE', district: '150112' };
    await send(platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('setup', id) });
  }
}

/** Months of a board: cases and referrals, most of them answered. */
async function months(history: History): Promise<void> {
  const since = '2025-11-03T15:00:00.000Z';
  const tell = (command: object) => history.command('board', board, command, since);
  const [country, district] = ['PE', '150112'];
  const name = 'Mesa de concertación de Independencia';
  const where = { level: 'district', country, place: 'Independencia, Lima', territory: [district] };
  await tell({ do: 'establish', board, name, kind: 'voluntary', ...where });
  await tell({ do: 'record-population', district, year: 2020, inhabitants: 241_414, source: 'INEI-2020-DENSITY' });
  for (const [seat, organization] of Object.entries({ POLICE_FAMILY: police, CEM: cem, HEALTH: health })) {
    await tell({ do: 'seat', organization, seat, from: since.slice(0, 10) });
  }
  for (const month of ['2025-11', '2025-12', '2026-01', '2026-02']) {
    for (let day = 10; day < 18; day += 1) {
      const opened = await history.openCase(`${month}-${day}T15:00:00.000Z`);
      const organization = day % 3 === 0 ? health : cem;
      const to = { organization, service: serviceOf(organization, day % 3 === 0 ? 'HEALTH' : 'PSYCHOLOGY') };
      const id = await history.sendReferral(`${month}-${day}T16:00:00.000Z`, opened, { to });
      const answer = { do: 'accept', institution: organization };
      if (day % 4 > 0) await history.command('referral', id, answer, `${month}-${day}T18:00:00.000Z`);
    }
  }
}

/** One case that went to the centre and came back, and one on its way there. */
async function handOver(
  server: House,
): Promise<Pick<Stage, 'caseId' | 'referralId' | 'waiting' | 'bundle' | 'declined' | 'scheduled'>> {
  const counter = new Caller(server.app, at.police);
  const centre = new Caller(server.app, at.cem);
  const identity = { name: written.name };
  const whereabouts = { district: '150112', address: written.address, reference: 'frente a la posta' };
  const sealed = { identity, whereabouts: { ...whereabouts, aggressor: 'LIVES_THERE' } };
  const { id: caseId } = told(await counter.post('/api/cases', { ...newCase, ...sealed }));
  await counter.post(`/api/cases/${caseId}/shelter-place`, { name: written.shelter, reach: written.contact });
  await counter.post(`/api/cases/${caseId}/risk-assessments`, { level: 'SEVERE' });
  await forgotten(server, caseId);
  const message = { note: written.note, safeContact: written.contact };
  const { id: referralId } = told(await counter.post('/api/referrals', { ...toPsychology(caseId), ...message }));
  await centre.post(`/api/referrals/${referralId}/acceptance`);
  const send = async (more: object): Promise<string> =>
    told(await counter.post('/api/referrals', { ...toPsychology(caseId), urgency: 'IMMEDIATE', ...more })).id;
  const bundle = deriveId('stage', 'bundle');
  const waiting = await send({ bundle });
  const consent = { basis: 'without-identity' };
  await send({ bundle, to: { organization: cem, service: serviceOf(cem, 'LEGAL') }, purpose: 'LEGAL_AID', consent });
  const [declined, scheduled, held, moved] = [await send(message), await send({}), await send({}), await send({})];
  await centre.post(`/api/referrals/${declined}/decline`, { reason: 'NO_CAPACITY' });
  for (const id of [scheduled, held, moved]) await centre.post(`/api/referrals/${id}/acceptance`);
  const tomorrow = '2026-03-12T16:00:00Z';
  await centre.post(`/api/referrals/${scheduled}/appointment`, {
    at: tomorrow,
    place: 'AT_SERVICE',
    companion: 'NONE',
  });
  await centre.post(`/api/referrals/${held}/hold`, { reason: 'WAITING_LIST', until: '2026-03-20T16:00:00Z' });
  const to = { organization: health, service: serviceOf(health, 'HEALTH') };
  const agreed = { basis: 'consented', mode: 'SIGNATURE', language: 'QU' };
  await counter.post(`/api/referrals/${moved}/reroute`, { to, reason: 'NEARER_SERVICE', consent: agreed });
  return { caseId, referralId, waiting, bundle, declined, scheduled };
}

/** A referral with an appointment two days ago of which nobody said what came of it. */
async function forgotten({ app, clock }: House, caseId: string): Promise<void> {
  const centre = new Caller(app, at.cem);
  const { id } = told(await new Caller(app, at.police).post('/api/referrals', toPsychology(caseId)));
  await centre.post(`/api/referrals/${id}/acceptance`);
  await centre.post(`/api/referrals/${id}/appointment`, { at: '2026-03-09T16:00:00Z', place: 'BY_PHONE' });
  clock.advanceTo('2026-03-11T15:00:00.000Z');
}

async function visit(
  browser: Browser,
  origin: string,
  actor: string | undefined,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: origin, viewport: phone, locale: 'es-PE', ...options });
  context.setDefaultTimeout(10_000);
  if (actor !== undefined) await context.addCookies([{ name: 'actor', value: actor, url: origin, sameSite: 'Strict' }]);
  await context.route(neutralPage, (route) => route.fulfill({ contentType: 'text/html', body: '<p>El tiempo</p>' }));
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  context.on('request', (request) => {
    if (!request.url().startsWith(origin)) problems.push(`request to ${request.url()}`);
  });
  return { page: await context.newPage(), context, problems };
}
