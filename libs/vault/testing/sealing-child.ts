import { writeSync } from 'node:fs';
import { sqliteVault } from '../adapters/sqlite/index.js';

/**
 * Seals for ever, each section under a key of its own, and writes every section to the standard output once the vault
 * has answered. Meant to be killed. Arguments: the two directories, and a name of this round.
 */
const [directory = '', secondPath = '', round = ''] = process.argv.slice(2);
const vault = sqliteVault({ directory, secondPath, deployment: 'here' });
for (let revision = 1; ; revision += 1) {
  const binding = { stream: round, revision, eventId: `${round}-${revision}`, type: 'T', schema: 1, section: 's' };
  const owner = { subject: `${round}-${revision}`, category: 'n' };
  const [section] = await vault.seal([{ owner, value: revision, binding }]);
  writeSync(1, `${JSON.stringify({ section, binding })}\n`);
}
