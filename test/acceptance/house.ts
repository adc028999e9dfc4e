import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { deriveId, SimulatedClock } from '#event-log';
import { createService, fileNotices, type Notice, ServiceLog } from '#service';
import { type AppExtra, AppModule } from '../../src/app.module.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { type Platform, send } from '../../src/platform.js';
import { reportItems } from '../../src/protocol/index.js';

export const police = 'pe-150112-comisaria-familia';
export const cem = 'pe-150112-cem';
export const court = 'pe-150112-juzgado-familia';
export const health = 'pe-150112-salud';

/** Actors by where they work. */
export const at = {
  police: 'demo-comisaria-familia-01',
  cem: 'demo-cem-01',
  court: 'demo-juzgado-familia-01',
  health: 'demo-salud-01',
} as const;

const institutions = [
  { id: police, name: 'Comisaría de Familia', kind: 'POLICE_FAMILY', services: ['POLICE_PROTECTION'] },
  { id: cem, name: 'CEM de prueba', kind: 'CEM', services: ['PSYCHOLOGY', 'LEGAL', 'SOCIAL'] },
  { id: court, name: 'Juzgado de Familia', kind: 'FAMILY_COURT', services: [] },
  { id: health, name: 'Centro de Salud', kind: 'HEALTH', services: ['HEALTH'] },
  { id: 'pe-150112-linea', name: 'Línea 100', kind: 'LINE100', services: ['SOCIAL'] },
] as const;

export const serviceOf = (organization: string, kind: string): string => `${organization}-${kind.toLowerCase()}`;

/** The directory the stories play in. */
export async function fillDirectory(platform: Platform): Promise<void> {
  const tell = (id: string, command: object, ...parts: string[]) =>
    send(platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('setup', id, ...parts) });
  for (const { id, name, kind, services } of institutions) {
    await tell(id, { do: 'register', organization: id, name, kind, country: 'PE', district: '150112' });
    for (const service of services) {
      const offer = { service: serviceOf(id, service), kind: service, name: `${name}: ${service}`, schedules: [] };
      await tell(id, { do: 'offer', ...offer }, service);
    }
  }
}

export interface House {
  readonly app: NestFastifyApplication;
  readonly platform: Platform;
  readonly clock: SimulatedClock;
  /** Everything the server logged, as text. */
  readonly logged: () => string;
  readonly notices: () => readonly Notice[];
  readonly paths: ReturnType<typeof storeAt>;
  readonly head: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Monday, 9 March 2026, ten in the morning in Lima. */
export const start = '2026-03-09T15:00:00.000Z';

/**
 * A whole server on files of its own, with a directory and a clock that only moves when told to.
 * @param extra what it has otherwise than usual
 */
export async function house(extra: Partial<AppExtra> = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-'));
  const paths = storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
  const clock = new SimulatedClock(start);
  const platform = await openEmbedded({ paths, clock });
  await fillDirectory(platform);
  const lines: string[] = [];
  const app = await createService(AppModule.on(platform, { notices: await fileNotices(paths.notices), ...extra }), {
    log: new ServiceLog('debug', { write: (line: string) => void lines.push(line) }),
    api: { title: 'Chaski', version: 'test' },
  });
  return {
    app,
    platform,
    clock,
    paths,
    logged: () => lines.join(''),
    notices: () =>
      readFileSync(paths.notices, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Notice),
    head: async () => (await platform.log.head()) ?? '',
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Looks until it holds: what runners do comes a moment later. Fails by the time limit of the test. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The JSON of an answer, as far as the stories look into it. */
export interface Told {
  readonly id: string;
  readonly code: string;
  readonly person: string;
  readonly position: string;
  readonly revision: number;
  readonly allowed: readonly string[];
  readonly message: { readonly note?: string; readonly safeContact?: string };
  readonly steps: readonly { readonly type: string }[];
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export const told = (answer: { json: <T>() => T }): Told => answer.json<Told>();
export const toldAll = (answer: { json: <T>() => T }): readonly Told[] => answer.json<readonly Told[]>();

/** A caller of the API. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly actor: string,
  ) {}

  get(url: string, headers: Record<string, string> = {}) {
    return this.app.inject({ method: 'GET', url, headers: { 'x-actor': this.actor, ...headers } });
  }

  post(url: string, payload: object | string = {}, headers: Record<string, string> = {}) {
    return this.app.inject({
      method: 'POST',
      url,
      headers: { 'x-actor': this.actor, 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  }
}

/** The body of a case as a counter opens it. */
export const newCase = {
  district: '150112',
  entry: 'SELF',
  condition: 'NEW',
  sex: 'F',
  age: 31,
  types: ['PHYSICAL', 'PSYCHOLOGICAL'],
  principal: 'PHYSICAL',
  complaint: true,
  reportItems: reportItems.entries.map(({ code: item }) => ({ item, state: 'PRESENT' })),
};

/** The body of a referral of a case to the centre's psychologist. */
export const toPsychology = (caseId: string) => ({
  case: caseId,
  to: { organization: cem, service: serviceOf(cem, 'PSYCHOLOGY') },
  purpose: 'PSYCHOLOGICAL_CARE',
  urgency: 'PRIORITY',
  consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
});
