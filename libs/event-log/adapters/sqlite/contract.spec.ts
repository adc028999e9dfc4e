import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventLogContract } from '../../contract.js';
import { sqliteLog } from './index.js';

for (const durability of ['full', 'deferred'] as const) {
  eventLogContract(`sqlite, durability ${durability}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
    const options = { path: join(folder, 'log.db'), durability };
    const log = sqliteLog(options);
    return {
      log,
      reopen: async () => {
        await log.close();
        return sqliteLog(options);
      },
      dispose: async () => rmSync(folder, { recursive: true }),
    };
  });
}
