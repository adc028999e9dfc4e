import { writeSync } from 'node:fs';
import { sqliteVault } from '../adapters/sqlite/index.js';

/**
 * Erases one person after the other and writes each to the standard output once the vault has answered. Meant to be
 * killed. Arguments: the two directories, then the persons.
 */
const [directory = '', secondPath = '', ...subjects] = process.argv.slice(2);
const vault = sqliteVault({ directory, secondPath, deployment: 'here' });
for (const subject of subjects) {
  await vault.erase(subject);
  writeSync(1, `${subject}\n`);
}
