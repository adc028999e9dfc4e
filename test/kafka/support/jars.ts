import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where everything of the broker lies that need not be kept. */
export const cache = fileURLToPath(new URL('../../../node_modules/.cache/kafka', import.meta.url));
export const jars = join(cache, 'jars');

/** Why no broker can be had on this machine. */
export class NoBroker extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NoBroker';
  }
}

/**
 * Has the broker's jars in the cache: copied from Maven Central the first time.
 * @throws NoBroker Java 17 or Maven is missing, or Maven Central does not answer
 */
export async function fetchJars(): Promise<void> {
  await assertJava();
  if (existsSync(jars)) return;
  mkdirSync(cache, { recursive: true });
  const draft = `${jars}.new`;
  rmSync(draft, { recursive: true, force: true });
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
  const pom = fileURLToPath(new URL('../broker/pom.xml', import.meta.url));
  try {
    await run('mvn', ['-q', '-B', '-f', pom, goal, '-DincludeScope=runtime', `-DoutputDirectory=${draft}`]);
  } catch (error) {
    throw new NoBroker(`Maven could not fetch the broker: ${firstLine(error)}`);
  }
  if (!readdirSync(draft).some((jar) => jar.startsWith('kafka_'))) throw new NoBroker('Maven fetched no broker');
  renameSync(draft, jars);
}

async function assertJava(): Promise<void> {
  const { stderr } = await run('java', ['-version']).catch((error: unknown) => {
    throw new NoBroker(`Java is missing: ${firstLine(error)}`);
  });
  const version = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(version >= 17)) throw new NoBroker(`the broker needs Java 17, this is ${version}`);
}

function firstLine(error: unknown): string {
  const { stdout = '', message = '' } = error as { readonly stdout?: string; readonly message?: string };
  const lines = `${stdout}\n${message}`.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => line.includes('ERROR')) ?? lines[0] ?? 'unknown').trim();
}
