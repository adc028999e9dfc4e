import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deriveId } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { main as exportLog } from '../../src/cli/log-export.js';
import { main as importLog } from '../../src/cli/log-import.js';
import { main as verifyLog } from '../../src/cli/log-verify.js';
import { bytesOf, eventsIn, remembering, typescript } from './support.js';

const events = 20_000;
const root = join(import.meta.dirname, '../..');

it('an import that is killed in the middle goes on with the same command, to the same bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const [from, file, to] = ['from', 'log.gz', 'to'].map((name) => join(folder, name)) as [string, string, string];
  const told = remembering();
  try {
    for (const name of ['log.db', 'reads.db']) {
      const log = sqliteLog({ path: join(from, name), durability: 'deferred' });
      const appends = Array.from({ length: name === 'log.db' ? events : 100 }, (_, n) => {
        const event = { id: deriveId(name, n), type: `type-${n % 9}`, data: { n, ñ: '🧕🏽' }, metadata: { schema: '1' } };
        return log.append(`thing-${n % 700}`, 'any', [event]);
      });
      await Promise.all(appends);
      await log.close();
    }
    expect(await exportLog(['--from', from, '--to', file], {}, told)).toBe(0);

    for (const share of [0.2, 0.6]) {
      const args = [...typescript, join(root, 'src/cli/log-import.ts'), '--from', file, '--to', to];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      const closed = once(child, 'close');
      while (child.exitCode === null && eventsIn(to) < events * share) await pause(2);
      child.kill('SIGKILL');
      expect(await closed).toEqual([null, 'SIGKILL']);
      expect(eventsIn(to)).toBeGreaterThan(0);
    }
    const before = eventsIn(to);
    expect(before).toBeLessThan(events);
    expect(await verifyLog([to, file], {}, told)).toBe(4);

    expect(await importLog(['--from', file, '--to', to], {}, told)).toBe(0);
    expect(told.said.join()).toContain(`Ya estaban: ${before} eventos y 0 lecturas.`);
    expect(await verifyLog([to, from], {}, told)).toBe(0);
    expect(bytesOf(to)).toEqual(bytesOf(from));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
