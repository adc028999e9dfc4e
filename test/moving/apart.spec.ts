import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main as erasures } from '../../src/cli/erasures.js';
import { main as exportLog } from '../../src/cli/log-export.js';
import { main as importLog } from '../../src/cli/log-import.js';
import { main as verifyLog } from '../../src/cli/log-verify.js';
import { main as projection } from '../../src/cli/projection.js';
import { main as seal } from '../../src/cli/seals.js';
import { openDistributed } from '../../src/modes/distributed.js';
import { refresh } from '../../src/runners.js';
import { Double } from '../kurrent-double/double.js';
import { postgres } from '../postgres/server.js';
import { fill, remembering, storeIn } from './support.js';

postgres('a store that moves to a server of logs and a database of views', (server) => {
  it('is read on from there: views made anew, looked after by the same tool', async () => {
    const root = mkdtempSync(join(tmpdir(), 'apart-'));
    const double = await Double.start();
    const told = remembering();
    const store = storeIn(root);
    const { user = '', password = '', host = '', database = '' } = server().connection;
    const query = new URLSearchParams({ host });
    const env = {
      CHASKI_DATA: store.data,
      CHASKI_VAULT: store.vault,
      CHASKI_VAULT_COPY: store.vaultCopy,
      CHASKI_LOG: double.connectionString,
      CHASKI_POSTGRES: `postgres://${user}:${String(password)}@localhost/${database}?${query}`,
    };
    try {
      await fill(store, 3);
      // On the time of the machine, as a store that is no demonstration.
      rmSync(store.demoMarker);
      const file = join(root, 'log.gz');
      expect(await exportLog(['--from', store.data, '--to', file], env, told)).toBe(0);
      expect(await importLog(['--from', file, '--to', 'env:CHASKI_LOG'], env, told)).toBe(0);
      expect(await verifyLog([store.data, 'env:CHASKI_LOG'], env, told)).toBe(0);
      // As the runbook says: what holds positions of the old log does not come along.
      for (const path of [store.log, store.reads, store.views, store.checkpoints]) {
        for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      }

      expect(await projection(['list'], env, told)).toBe(0);
      expect(told.said.at(-1)).toContain('sin empezar');
      const platform = await openDistributed(env);
      await refresh(platform);
      expect(await projection(['list'], env, told)).toBe(6);
      await platform.close();
      told.said.length = 0;
      expect(await projection(['list'], env, told)).toBe(0);
      expect(told.said.length).toBeGreaterThan(5);
      expect(told.said.filter((line) => !line.endsWith('al día'))).toEqual([]);
      expect(await projection(['rebuild', 'case-cards', '--compare', '--swap'], env, told)).toBe(0);
      expect(told.said.join('\n')).toContain('igual a la que se ve');
      expect(await projection(['rebuild', 'case-cards', '--back'], env, told)).toBe(0);
      expect(await projection(['rebuild', 'report-cases'], env, told)).toBe(2);

      told.said.length = 0;
      expect(await seal(['status'], env, told)).toBe(0);
      expect(await erasures([], env, told)).toBe(0);
      expect(told.said).toEqual(['Casos con las llaves fuera de línea: 0.', 'Supresiones en curso: 0; terminadas: 0.']);
      // A folder that is not the store's begins no new keys for a record that has its own.
      const elsewhere = { ...env, CHASKI_VAULT: join(root, 'elsewhere') };
      expect(await seal(['status'], elsewhere, told)).toBe(1);
      expect(await seal(['status'], { ...env, CHASKI_POSTGRES: '' }, told)).toBe(1);
      expect(existsSync(elsewhere.CHASKI_VAULT)).toBe(false);
      const errors = ['no hay llaves en', 'Falta CHASKI_POSTGRES'].map(
        (text) => expect.stringContaining(text) as string,
      );
      expect(told.said.slice(-2)).toEqual(errors);

      await double.kill();
      expect(await projection(['list'], env, told)).toBe(7);
      expect(await seal(['status'], env, told)).toBe(7);
    } finally {
      await double.stop();
      rmSync(root, { recursive: true });
    }
  });
});
