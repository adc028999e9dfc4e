import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheOf, fetchJars as fetched } from '../../support/maven.js';

export { NoJava as NoBroker } from '../../support/maven.js';

/** Where everything of the broker lies that need not be kept. */
export const cache = cacheOf('kafka');
export const jars = join(cache, 'jars');

/**
 * Has the broker's jars in the cache.
 * @throws NoBroker Java 17 or Maven is missing, or Maven Central does not answer
 */
export const fetchJars = (): Promise<void> =>
  fetched(fileURLToPath(new URL('../broker/pom.xml', import.meta.url)), jars, 'kafka_');
