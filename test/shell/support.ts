import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SimulatedClock } from '#event-log';
import { actorCodes, createService, fileNotices, type LogLevel, ServiceLog, type ServiceOptions } from '#service';
import { AppModule } from '../../src/app.module.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { Caller, fillDirectory, newCase, start, told, toPsychology } from '../acceptance/house.js';
import { people } from '../access/support.js';

export interface Shell {
  readonly app: NestFastifyApplication;
  /** Ids that name something here: a case, her person, a referral, an institution. */
  readonly ids: readonly string[];
  /** What was logged, line by line. */
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}

/** A whole server with people of each role, a case and a referral in it. */
export async function shell(level: LogLevel = 'error', options: ServiceOptions = {}): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-shell-'));
  const paths = storeAt(join(folder, 'data'), join(folder, 'vault'), join(folder, 'vault-copy'));
  const platform = await openEmbedded({ paths, clock: new SimulatedClock(start) });
  await fillDirectory(platform);
  const authenticator = actorCodes({ find: (code) => people.find((each) => each.code === code) });
  const lines: string[] = [];
  const app = await createService(
    AppModule.on(platform, { notices: await fileNotices(paths.notices), people: () => ({ authenticator }) }),
    {
      log: new ServiceLog(level, { write: (line: string) => void lines.push(line) }),
      api: { title: 'Chaski', version: 'test' },
      ...options,
    },
  );
  const counter = new Caller(app, 'counter');
  const { id } = told(await counter.post('/api/cases', newCase));
  const { person } = told(await counter.get(`/api/cases/${id}`));
  const referral = told(await counter.post('/api/referrals', toPsychology(id))).id;
  return {
    app,
    ids: [id, person, referral, 'pe-150112-cem', 'pe-150112', '2026-02'],
    lines,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}
