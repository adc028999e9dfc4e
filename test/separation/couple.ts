import { ReferralEnds } from '../../src/interop/delivery/ends.js';
import { bodyOf } from '../../src/interop/delivery/outbox.js';
import { referralFacts } from '../../src/referrals/published/facts.js';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import type { Entry, RecordedEvent, SimulatedClock } from '#event-log';
import type { Projection } from '#projection';
import type { Fact } from '#publishing';
import { createService, type Notice, ServiceLog } from '#service';
import { localDate } from '#terms';
import { AppModule } from '../../src/app.module.js';
import { ruvCsv, ruvRows } from '../../src/exports/ruv.js';
import { allRoutes } from '../../src/people/access/router.js';
import { type Platform, send } from '../../src/platform.js';
import { zoneOf } from '../../src/protocol/index.js';
import { settle } from '../../src/runners.js';
import { at, Caller, cem, court, newCase, serviceOf, toPsychology } from '../acceptance/house.js';
import { folded } from '../history/recorded.js';
import { board } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { play, steps } from '../support/random-history.js';
import { deriveId } from '#decider';
import type { Found, Sides } from './joins.js';

export const centre = 'demo-cai-01';
const readers = [at.police, at.cem, at.court, centre, 'demo-coordinacion', 'demo-auditoria'];
const listOfReads = '/api/audit/reads';
const canary = (side: string, what: string): string => `CANARY-${side}-${what}`;

/** A platform with months of everybody's history, and on it a couple: her case, and his file. */
export interface Couple {
  readonly app: NestFastifyApplication;
  readonly platform: Platform & { readonly clock: SimulatedClock };
  readonly sides: Sides;
  readonly notices: readonly Notice[];
  /** Opens another file at the centre, and answers with what it goes by. */
  enrol(order: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function couple(): Promise<Couple> {
  const platform = memoryPlatform('2025-10-01T12:00:00.000Z');
  const [plan = []] = fc.sample(steps(400), { numRuns: 1, seed: 11 });
  await play(platform, plan);
  const tell = (id: string, command: object) =>
    send(platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('couple', id) });
  const service = serviceOf(cem, 'PSYCHOLOGY');
  await tell(cem, { do: 'offer', service, kind: 'PSYCHOLOGY', name: 'Psicología', schedules: [] });
  const about = { name: 'CAI de prueba', kind: 'CAI', country: 'PE', district: '150112' };
  await tell('pe-150112-cai', { do: 'register', organization: 'pe-150112-cai', ...about });
  const notices: Notice[] = [];
  const sent = { send: async (notice: Notice) => void notices.push(notice), close: async () => undefined };
  const app = await createService(AppModule.on(platform, { notices: sent }), {
    log: new ServiceLog('error', { write: () => undefined }),
    api: { title: 'Chaski', version: 'test' },
  });
  const post = async (actor: string, url: string, body: object = {}): Promise<{ id: string }> => {
    const answer = await new Caller(app, actor).post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return answer.json<{ id: string }>();
  };
  const read = async <T>(actor: string, url: string): Promise<T> => {
    const position = (await platform.log.head()) ?? '';
    return (await new Caller(app, actor).get(url, { 'consistent-with': position })).json<T>();
  };
  const today = localDate(platform.clock.now(), zoneOf('PE'));
  const enrol = async (order: string): Promise<readonly string[]> => {
    const identity = { name: canary('HIS', 'NAME'), documentId: canary('HIS', 'DOC') };
    const api = '/api/reeducation/enrolments';
    const { id } = await post(centre, api, { entry: 'COURT_ORDER', court, sessions: 4, order, identity });
    await post(centre, `${api}/${id}/intake`);
    await post(centre, `${api}/${id}/sessions`, { day: today, result: 'MISSED' });
    await post(centre, `${api}/${id}/reports`, { kind: 'NON_COMPLIANCE' });
    // Somebody of the centre looks who he is, as somebody of the station looks who she is.
    const { code } = await read<{ code: string }>(centre, `${api}/${id}?reveal=identity`);
    for await (const { data } of platform.log.readStream(`enrolment-${id}`, { until: 1 })) {
      return [id, code, (data as { subject: string }).subject];
    }
    throw new Error('there is no file');
  };

  const her = { name: canary('HER', 'NAME'), documentId: canary('HER', 'DOC'), phone: canary('HER', 'PHONE') };
  const whereabouts = { address: canary('HER', 'HOME') };
  const opening = { ...newCase, identity: her, narrative: canary('HER', 'STORY'), relation: 'PARTNER', whereabouts };
  const { id: caseId } = await post(at.police, '/api/cases', opening);
  await post(at.police, `/api/cases/${caseId}/shelter-place`, { name: canary('HER', 'SHELTER') });
  await post(at.police, `/api/cases/${caseId}/reports`, { court });
  const words = { note: canary('HER', 'NOTE'), safeContact: canary('HER', 'CONTACT') };
  const { id: referral } = await post(at.police, '/api/referrals', { ...toPsychology(caseId), ...words });
  const fund = { id: 'fondo-pareja', name: 'Fondo de prueba', administrator: cem };
  await post('demo-coordinacion', '/api/funds', fund);
  const line = { line: 'L1', name: 'Presupuesto', source: 'mesa-150112', currency: 'PEN', cents: 10_000 };
  await post('demo-coordinacion', '/api/funds/fondo-pareja/lines', line);
  const asking = { referral, line: 'L1', purpose: 'TRANSPORT', units: 1, cents: 2_500 };
  const { id: request } = await post(at.police, '/api/funds/fondo-pareja/requests', asking);
  const shown = await read<{ code: string; person: string }>(at.police, `/api/cases/${caseId}?reveal=identity`);
  const { code } = await read<{ code: string }>(at.police, `/api/referrals/${referral}`);
  const his = await enrol(canary('HIS', 'ORDER'));
  await settle(platform, async () => undefined);
  return {
    ...{ app, platform, notices, enrol },
    sides: {
      victim: [caseId, shown.code, shown.person, referral, code, request, 'CANARY-HER'],
      aggressor: [...his, 'CANARY-HIS'],
    },
    close: () => app.close(),
  };
}

/** Every event of the record, with its header, and every fact. */
export async function recordOf({ log, facts, reads }: Platform): Promise<readonly Found[]> {
  const found: Found[] = [];
  const said = ({ id, stream, type, data, metadata }: Entry): string =>
    JSON.stringify({ id, stream, type, data, metadata });
  for (const [name, feed] of Object.entries({ log, facts, reads })) {
    for await (const { events } of feed.readAll()) {
      for (const entry of events) found.push({ at: `${name}: ${entry.type} in ${entry.stream}`, says: said(entry) });
    }
  }
  return found;
}

/** The values in headers of the events of either side that could tell that two were of one act. */
export async function headersOf(
  { log }: Platform,
  sides: Sides,
): Promise<Readonly<Record<keyof Sides, ReadonlySet<string>>>> {
  const telling = ['actor', 'commandId', 'correlationId', 'causationId', 'fingerprint', 'traceparent'];
  const values = { victim: new Set<string>(), aggressor: new Set<string>() };
  for await (const { events } of log.readAll()) {
    for (const { stream, dataText, metadata } of events) {
      for (const side of ['victim', 'aggressor'] as const) {
        if (!sides[side].some((word) => `${stream} ${dataText}`.includes(word))) continue;
        for (const name of telling) if (metadata[name] !== undefined) values[side].add(metadata[name]);
      }
    }
  }
  return values;
}

/** The keys that seal something in the events of either side. */
export async function keysOf(
  { log }: Platform,
  sides: Sides,
): Promise<Readonly<Record<keyof Sides, ReadonlySet<string>>>> {
  const keys = { victim: new Set<string>(), aggressor: new Set<string>() };
  const sealedIn = ({ dataText }: RecordedEvent) =>
    [...dataText.matchAll(/"dekId":"([^"]+)"/gu)].map(([, key = '']) => key);
  for await (const { events } of log.readAll()) {
    for (const event of events) {
      for (const side of ['victim', 'aggressor'] as const) {
        const theirs = sides[side].some((word) => `${event.stream} ${event.dataText}`.includes(word));
        if (theirs) for (const key of sealedIn(event)) keys[side].add(key);
      }
    }
  }
  return keys;
}

/** Every document of some projections under its key, and every list with the keys that stand in it. */
export async function documentsOf(
  feed: Pick<Platform['facts'], 'readAll'>,
  projections: readonly Projection[],
): Promise<readonly Found[]> {
  const entries: Entry[] = [];
  for await (const { events } of feed.readAll()) entries.push(...events);
  return projections.flatMap((projection) => {
    const { documents, lists } = folded(projection, entries);
    return [
      ...[...documents].map(([key, document]) => ({
        at: `document ${key} of ${projection.name}`,
        says: `${key} ${JSON.stringify(document)}`,
      })),
      ...Object.entries(lists).map(([list, keys]) => ({
        at: `list ${list} of ${projection.name}`,
        says: `${list} ${keys.join(' ')}`,
      })),
    ];
  });
}

const kinds = ['case', 'referral', 'organization', 'board', 'casos', 'derivaciones', 'enrolment', 'reeducacion'];
const files = ['report.json', 'report.html', 'report.csv'];
const fixed: Readonly<Record<string, readonly string[]>> = {
  board: [board],
  month: ['2025-10', '2025-11'],
  file: files,
  kind: kinds,
};

/** The addresses of a route: each parameter that is an id takes the ids of both sides, and every other what there is. */
function addresses(path: string, ids: readonly string[]): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return ['/'];
  return parts.reduce<readonly string[]>(
    (before, part) => {
      const values = part.startsWith(':') ? (fixed[part.slice(1)] ?? ids) : [part];
      return before.flatMap((start) => values.map((value) => `${start}/${value}`));
    },
    [''],
  );
}

/** What may be asked beside the address: what is sealed is opened, and lists show all there is. */
const questions = (url: string): readonly string[] =>
  url.startsWith('/api') ? ['', '?reveal=identity', '?limit=200'] : ['', '?mostrar=nombre'];

/** Every answer to every GET of the application, by everybody who may ask, with what it was asked. */
export async function answersOf(
  { app }: Pick<Couple, 'app'>,
  sides: Sides,
  only: (route: string) => boolean = () => true,
): Promise<{ readonly routes: readonly string[]; readonly found: readonly Found[] }> {
  const ids = [...sides.victim, ...sides.aggressor].filter((word) => !word.startsWith('CANARY'));
  const routes = allRoutes(app.get(DiscoveryService, { strict: false }))
    .filter((route) => route.startsWith('GET ') && only(route))
    .map((route) => route.slice('GET '.length).replace('/*', ''))
    // It repeats what anybody asked for and was refused: it is asked before everything is asked for by every id.
    .sort((one, other) => Number(other === listOfReads) - Number(one === listOfReads));
  const found: Found[] = [];
  for (const path of new Set(routes)) {
    for (const url of addresses(path, ids).flatMap((each) => questions(each).map((question) => `${each}${question}`))) {
      for (const actor of readers) {
        const { statusCode, body } = await new Caller(app, actor).get(url, { accept: 'text/html, application/json' });
        // What is refused repeats the address at most.
        if (statusCode < 400) found.push({ at: `GET ${url} as ${actor}`, says: body });
      }
    }
  }
  return { routes, found };
}

/** What searches answer, each side's names being looked for by everybody. */
export async function searchesOf({ app }: Pick<Couple, 'app'>): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const side of ['HER', 'HIS']) {
    const sought = { name: canary(side, 'NAME'), documentId: canary(side, 'DOC') };
    for (const actor of readers) {
      const { statusCode, body } = await new Caller(app, actor).post('/api/persons/similar', sought);
      if (statusCode < 400) found.push({ at: `search for ${side} as ${actor}`, says: body });
    }
  }
  return found;
}

/** Files that leave the system. */
export async function exportsOf({ facts }: Platform): Promise<readonly Found[]> {
  const all: Fact[] = [];
  for await (const { events } of facts.readAll()) all.push(...events);
  const months = ['2025-10', '2025-11'];
  return Promise.all(months.map(async (month) => ({ at: `RUV of ${month}`, says: ruvCsv(await ruvRows(all, month)) })));
}

/** Everything webhooks would send, by whom it would be sent to. */
export async function hooksOf({ facts, log }: Platform): Promise<readonly Found[]> {
  const ends = new ReferralEnds(log);
  const sent = new Map<string, string[]>();
  for await (const { events } of facts.readAll({ types: referralFacts.types })) {
    for (const fact of events) {
      for (const whose of await ends.of(fact)) {
        sent.set(whose, [...(sent.get(whose) ?? []), bodyOf('/chaski', fact)]);
      }
    }
  }
  return [...sent].map(([whose, bodies]) => ({ at: `webhooks of ${whose}`, says: bodies.join('\n') }));
}
