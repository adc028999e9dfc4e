import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SimulatedClock } from '#event-log';
import { actorCodes, createService, fileNotices, ServiceLog } from '#service';
import { AppModule } from '../../src/app.module.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt, type StoreLayout } from '../../src/modes/store.js';
import type { Role } from '../../src/people/domain/roles.js';
import type { Staff } from '../../src/people/people.js';
import type { Platform } from '../../src/platform.js';
import { Caller, cem, fillDirectory, health, police, start } from '../acceptance/house.js';

/** Somebody of each role; of those who attend, several. */
export const people: readonly Staff[] = (
  [
    ['counter', police, 'worker'],
    ['centre', cem, 'worker'],
    ['centre-2', cem, 'worker'],
    ['doctor', health, 'worker'],
    ['moved-0', health, 'worker'],
    ['moved-1', health, 'worker'],
    ['moved-2', cem, 'worker'],
    ['chief', police, 'supervisor'],
    ['leader', 'municipalidad', 'coordinator'],
    ['leader-2', 'municipalidad', 'coordinator'],
    ['member', 'municipalidad', 'board'],
    ['auditor', 'auditoria', 'auditor'],
    ['officer', 'datos', 'data-officer'],
    ['officer-2', 'datos', 'data-officer'],
    ['admin', 'administracion', 'administrator'],
    ['evaluator', 'evaluacion', 'evaluator'],
  ] as const satisfies readonly (readonly [string, string, Role])[]
).map(([code, institution, role]) => ({ code, institution, role, country: 'PE' }));

export interface Place {
  readonly app: NestFastifyApplication;
  readonly platform: Platform;
  readonly clock: SimulatedClock;
  readonly paths: StoreLayout;
  readonly as: (code: string) => Caller;
  /** Stops, and leaves the store where it is. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const newStore = (): StoreLayout => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-access-'));
  return storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
};

/**
 * A whole server in which these people are known by their codes.
 * @param change what its platform has otherwise
 * @param before the store of one that was stopped
 */
export async function place(
  change: (platform: Platform) => Platform = (platform) => platform,
  before?: StoreLayout,
): Promise<Place> {
  const paths = before ?? newStore();
  const clock = new SimulatedClock(start);
  const platform = change(await openEmbedded({ paths, clock }));
  if (before === undefined) await fillDirectory(platform);
  const directory = { find: (code: string) => people.find((each) => each.code === code) };
  const authenticator = actorCodes(directory);
  const notices = await fileNotices(paths.notices);
  const app = await createService(AppModule.on(platform, { notices, people: () => ({ authenticator, directory }) }), {
    log: new ServiceLog('error', { write: () => undefined }),
  });
  return {
    ...{ app, platform, clock, paths },
    as: (code) => new Caller(app, code),
    stop: () => app.close(),
    close: async () => {
      await app.close();
      rmSync(dirname(paths.data), { recursive: true });
    },
  };
}
