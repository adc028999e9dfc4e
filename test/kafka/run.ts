import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Broker } from './support/broker.js';
import { NoBroker } from './support/jars.js';
import { nodeFlags } from './support/relays.js';

/**
 * `npm run test:kafka`: starts a broker, runs the suites and then the figures against it, stops it. Names of suites may
 * follow; `--figures` for the figures alone. Where no broker can be had it says why, and that is all.
 */
const given = process.argv.slice(2);
const suites = given.filter((name) => !name.startsWith('--'));
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  here('../../node_modules/jest/bin/jest.js'),
  '--config',
  here('jest.config.js'),
];

const broker = new Broker();
const ranBefore = broker.pid !== undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().then(() => process.exit(130)));
try {
  await broker.start({ fresh: true });
  if (!given.includes('--figures')) await run([...jest, ...suites]);
  if (suites.length === 0) await run([...nodeFlags, here('figures.ts')]);
} catch (error) {
  if (!(error instanceof NoBroker)) throw error;
  console.log(`skipped: ${error.message}`);
} finally {
  await end();
}

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}

/** One that ran before is somebody's. */
async function end(): Promise<void> {
  if (!ranBefore) await broker.stop();
}
