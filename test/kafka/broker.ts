import { Broker } from './support/broker.js';
import { NoBroker } from './support/jars.js';

/** `npm run kafka -- start|stop|status [--fresh]`: a real Kafka broker on loopback, for trying things and for tests. */
const [what = 'start', ...options] = process.argv.slice(2);
const broker = new Broker();
const state = (): string =>
  broker.pid === undefined ? 'no broker runs' : `a broker runs at ${broker.address} (process ${broker.pid})`;

try {
  if (what === 'start') await broker.start({ fresh: options.includes('--fresh') });
  else if (what === 'stop') await broker.stop();
  else if (what !== 'status') throw new Error('one of start, stop, status');
  console.log(state());
} catch (error) {
  if (!(error instanceof NoBroker)) throw error;
  console.log(`skipped: ${error.message}`);
}
