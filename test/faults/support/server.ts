import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { storeAt, type StoreLayout } from '../../../src/modes/store.js';

const started = fileURLToPath(new URL('./started.mjs', import.meta.url));

/** Milliseconds a server may take to start, on a busy machine. */
const patience = 60_000;

/** Where the store of a run lies. */
export const layoutOf = (folder: string): StoreLayout =>
  storeAt(join(folder, 'log'), join(folder, 'vault'), join(folder, 'vault-copy'));

/** The product in a process of its own, which loads at once and starts when it is told to. */
export class Server {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** Resolves with the port once it listens; undefined when it ended before. */
  readonly listening: Promise<number | undefined>;

  /** On the store in `folder`; what it says on stderr goes to `<folder>/stderr`. */
  constructor(folder: string) {
    const paths = layoutOf(folder);
    const stderr = openSync(join(folder, 'stderr'), 'a');
    this.#child = spawn(process.execPath, [started], {
      stdio: ['pipe', 'pipe', stderr],
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: '0',
        CHASKI_DATA: paths.data,
        CHASKI_VAULT: paths.vault,
        CHASKI_VAULT_COPY: paths.vaultCopy,
      },
    });
    closeSync(stderr);
    this.#child.stdin?.on('error', () => undefined);
    this.#ended = once(this.#child, 'exit');
    this.listening = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the server did not start')), patience);
      const { stdout } = this.#child;
      if (stdout === null) throw new Error('the server says nothing');
      createInterface({ input: stdout }).on('line', (line) => {
        const said = /"port":(\d+)/.exec(line)?.[1];
        if (said === undefined) return;
        clearTimeout(late);
        resolve(Number(said));
      });
      void this.#ended.then(() => {
        clearTimeout(late);
        resolve(undefined);
      });
    });
    // Whoever kills it early does not wait for it to listen.
    this.listening.catch(() => undefined);
  }

  start(): void {
    this.#child.stdin?.write('start\n');
  }

  /** Ends it without a word. Answers whether it was alive until then. */
  async kill(): Promise<boolean> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return false;
    this.#child.kill('SIGKILL');
    await this.#ended;
    return this.#child.signalCode === 'SIGKILL';
  }

  /** Asks it to stop. Answers with its exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null) this.#child.kill('SIGTERM');
    await this.#ended;
    return this.#child.exitCode;
  }
}
