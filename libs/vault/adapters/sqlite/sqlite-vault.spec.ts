import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultContract } from '../../contract.js';
import { sqliteVault } from './index.js';

const root = mkdtempSync(join(tmpdir(), 'vault-contract-'));
let opened = 0;

afterAll(() => rmSync(root, { recursive: true }));

vaultContract('on two SQLite files', (deployment) => {
  opened += 1;
  const directory = join(root, String(opened));
  return sqliteVault({ directory, secondPath: `${directory}-second`, deployment });
});
