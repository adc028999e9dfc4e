import { globSync, writeFileSync } from 'node:fs';
import { factSchemas } from './support/schemas.js';

/** Writes the JSON schemas of all facts, made from their types, into the file that is named. */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('which file?');
writeFileSync(
  path,
  `${JSON.stringify(factSchemas(globSync('src/*/published/*.ts', { exclude: ['**/*.spec.ts'] })), null, 2)}\n`,
);
