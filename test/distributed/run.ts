import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Broker } from '../kafka/support/broker.js';
import { NoBroker } from '../kafka/support/jars.js';
import { PostgresServer } from '../postgres/server.js';
import { brokerPort, urlOf } from './support/places.js';

/**
 * `npm run test:distributed`: starts Kafka and PostgreSQL, runs the suites and then the figures of the lag, stops both.
 * Names of suites may follow; `--figures` for the figures alone, `--kills=N` for more kills while personal data is read
 * (5). Where there is no Kafka or PostgreSQL it says why, and that is all.
 */
const given = process.argv.slice(2);
const suites = given.filter((name) => !name.startsWith('--'));
const kills = given.find((name) => name.startsWith('--kills='))?.slice('--kills='.length);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  here('../../node_modules/jest/bin/jest.js'),
  '--config',
  here('jest.config.js'),
];
const built = ['--experimental-transform-types', '--no-warnings', '--import', here('../bench/built.mjs')];

const broker = new Broker(brokerPort);
let database: PostgresServer | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().then(() => process.exit(130)));
try {
  database = await PostgresServer.open();
  await broker.start({ fresh: true });
  if (!given.includes('--figures')) await run([...jest, ...suites]);
  if (suites.length === 0) await run([...built, here('lag.ts')]);
} catch (error) {
  const isMissing = error instanceof NoBroker || (error instanceof Error && error.message === 'no PostgreSQL here');
  if (!isMissing) throw error;
  console.log(`skipped: ${error.message}`);
} finally {
  await end();
}

async function run(args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    POSTGRES_URL: database && urlOf(database.connection),
    ...(kills === undefined ? {} : { CHASKI_KILLS: kills }),
  };
  const child = spawn(process.execPath, args, { stdio: 'inherit', env });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}

async function end(): Promise<void> {
  await broker.stop();
  await database?.close();
  database = undefined;
}
