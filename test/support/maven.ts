import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where what is fetched for tests lies: not kept, made again. */
export const cacheOf = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/.cache/${name}`, import.meta.url));

/** Why no Java program can be run on this machine. */
export class NoJava extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NoJava';
  }
}

/**
 * Has the jars of a POM in a folder: copied from Maven Central the first time.
 * @param expected how the name of one of them begins
 * @throws NoJava Java 17 or Maven is missing, or Maven Central does not answer
 */
export async function fetchJars(pom: string, folder: string, expected: string): Promise<void> {
  await assertJava();
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
  try {
    await run('mvn', ['-q', '-B', '-f', pom, goal, '-DincludeScope=runtime', `-DoutputDirectory=${draft}`]);
  } catch (error) {
    throw new NoJava(`Maven could not fetch it: ${firstLine(error)}`);
  }
  if (!readdirSync(draft).some((jar) => jar.startsWith(expected))) throw new NoJava(`Maven fetched no ${expected}`);
  renameSync(draft, folder);
}

async function assertJava(): Promise<void> {
  const { stderr } = await run('java', ['-version']).catch((error: unknown) => {
    throw new NoJava(`Java is missing: ${firstLine(error)}`);
  });
  const version = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(version >= 17)) throw new NoJava(`Java 17 is needed, this is ${version}`);
}

function firstLine(error: unknown): string {
  const { stdout = '', message = '' } = error as { readonly stdout?: string; readonly message?: string };
  const lines = `${stdout}\n${message}`.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => line.includes('ERROR')) ?? lines[0] ?? 'unknown').trim();
}
