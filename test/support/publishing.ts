import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settle } from '../../src/runners.js';
import type { Platform } from '../../src/platform.js';
import { createService, ServiceLog } from '#service';
import { AppModule } from '../../src/app.module.js';
import { Caller } from '../acceptance/house.js';

/**
 * Has the report of a month that is over frozen, approved and published, to the board and to everybody, by the coordinator
 * of the demonstration.
 * @throws Error with the answer to what was refused
 */
export async function publishMonth(app: NestFastifyApplication, board: string, month: string): Promise<void> {
  const coordinator = new Caller(app, 'demo-coordinacion');
  for (const [step, body] of [
    ['freeze', {}],
    ['approval', { minutes: '1-2026' }],
    ['publication', { profile: 'board' }],
    ['publication', { profile: 'public' }],
  ] as const) {
    const url = `/api/boards/${board}/editions/${month}/${step}`;
    const answer = await coordinator.post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
  }
}

/** The same in a store that nobody serves yet; it is closed afterwards. */
export async function publishIn(platform: Platform, board: string, month: string): Promise<void> {
  await settle(platform, async () => undefined);
  const app = await createService(
    AppModule.on(platform, { notices: { send: async () => undefined, close: async () => undefined } }),
    {
      log: new ServiceLog('error', { write: () => undefined }),
    },
  );
  try {
    await publishMonth(app, board, month);
  } finally {
    await app.close();
  }
}
