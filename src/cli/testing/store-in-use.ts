import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SealedSection } from '#decider';
import { openEmbedded } from '../../modes/embedded.js';
import type { StoreLayout } from '../../modes/store.js';

const typescript = [
  '--conditions=source',
  `--import=${fileURLToPath(import.meta.resolve('../../../test/imports/support/typescript.mjs'))}`,
];
const here = fileURLToPath(new URL('.', import.meta.url));

/** A process that writes to the store, like a server. */
export class Writer {
  readonly #child: ChildProcess;
  #output = '';

  constructor(env: NodeJS.ProcessEnv, prefix: string) {
    const args = [...typescript, join(here, 'writing-child.ts'), prefix];
    this.#child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
  }

  /** Streams whose events the log has taken. */
  get acknowledged(): readonly string[] {
    return this.#output.split('\n').slice(0, -1);
  }

  async until(count: number): Promise<void> {
    while (this.acknowledged.length < count) {
      if (this.#child.exitCode !== null) throw new Error('the writer ended');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Ends it with no chance to tidy up. */
  async kill(): Promise<void> {
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }
}

/** Runs a tool as a process of its own. */
export async function runTool(tool: 'backup' | 'restore', args: readonly string[], env: NodeJS.ProcessEnv) {
  const argv = [...typescript, join(here, '..', `${tool}.ts`), ...args];
  const child = spawn(process.execPath, argv, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...said };
}

/** Starts on the store as a server does. Stream → the personal data of its event, or `'erased'`, of every event. */
export async function contentsOf(store: StoreLayout): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  const platform = await openEmbedded({ paths: store });
  const { log, vault } = platform;
  const grant = platform.mintGrant({ actor: 'a', purpose: 'test', categories: ['identity'] });
  try {
    for await (const { events } of log.readAll()) {
      for (const { id, stream, revision, type, data } of events) {
        const { who } = data as { who: SealedSection };
        const binding = { stream, revision, eventId: id, type, schema: 1, section: 'who' };
        const opened = await vault.open(who, binding, grant);
        found.set(stream, opened === 'erased' ? opened : opened.value);
      }
    }
  } finally {
    await platform.close();
  }
  return found;
}

/** Path → digest of every file below a directory, but for the lock. */
export function snapshotOf(directory: string): Readonly<Record<string, string>> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('.lock'));
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [relative(directory, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
