#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

// `npx chaski …`: the compiled command line, under the runtime the lock file pins, whatever `node` the machine has.
const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/src/cli/main.js');
const pinned = join(root, 'node_modules/.bin/node');

if (existsSync(main)) {
  const node = existsSync(pinned) ? pinned : process.execPath;
  const args = ['--enable-source-maps', main, ...process.argv.slice(2)];
  const { status, signal, error } = spawnSync(node, args, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  process.exitCode = status ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0);
} else {
  process.stderr.write('Error: falta compilar el programa (npm run build).\n');
  process.exitCode = 1;
}
