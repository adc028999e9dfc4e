import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const root = join(import.meta.dirname, '../../..');

/** Milliseconds that starting may take, on a busy machine. */
const patience = 90_000;

/** What is known of a process of a set. */
export interface Place {
  readonly url: string;
  readonly pid: number;
}

/** A program of the built product, in a process of its own that is told nothing but what is given. */
export class Program {
  readonly #child: ChildProcess;
  /** Everything it said. */
  said = '';
  readonly #lines: string[] = [];

  constructor(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    const path = { PATH: process.env['PATH'] };
    this.#child = spawn(process.execPath, [join(root, 'dist/src', file), ...args], { env: { ...path, ...env } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream === null) throw new Error('it says nothing');
      createInterface({ input: stream }).on('line', (line) => {
        this.said += `${line}\n`;
        this.#lines.push(line);
      });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The first line that looks like this. @throws Error it ended, or took too long, without one */
  async line(pattern: RegExp): Promise<RegExpExecArray> {
    for (const until = performance.now() + patience; performance.now() < until; await pause(50)) {
      const ended = this.hasEnded;
      const found = this.#lines.map((line) => pattern.exec(line)).find((each) => each !== null);
      if (found) return found;
      if (ended) break;
    }
    throw new Error(`nothing like ${pattern.source} was said:\n${this.said.slice(-4_000)}`);
  }

  /** Resolves with the exit code when it has ended. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.#child, 'close');
    return this.#child.exitCode;
  }

  async stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (!this.hasEnded) this.#child.kill(signal);
    return this.ended();
  }
}

/** One server process. */
export async function serving(args: readonly string[], env: Readonly<Record<string, string>>): Promise<ServerProgram> {
  const program = new Program('main.js', args, { PORT: '0', ...env });
  const [, port] = await program.line(/"port":(\d+)/);
  return { program, url: `http://127.0.0.1:${port}` };
}

export interface ServerProgram {
  readonly program: Program;
  readonly url: string;
}

/** `npm run up`, and its processes. */
export class DistributedSet {
  readonly #up: Program;
  readonly #lists = /^(\S+)\s+(http:\S+)\s+proceso (\d+)/;

  private constructor(up: Program) {
    this.#up = up;
  }

  /** Resolves when all of them are ready. @throws Error they are not in time, and none is left running */
  static async start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<DistributedSet> {
    const set = new DistributedSet(new Program('modes/up/main.js', ['--port', '0', ...args], env));
    try {
      await set.#up.line(/^Todo listo/);
    } catch (error) {
      await set.stop();
      throw error;
    }
    return set;
  }

  get said(): string {
    return this.#up.said;
  }

  /** By name: as it was said last, for one that was killed is started again. */
  get places(): Readonly<Record<string, Place>> {
    const lines = this.#up.said.split('\n').flatMap((line) => {
      const [, name = '', url = '', pid = ''] = this.#lists.exec(line) ?? [];
      return name === '' ? [] : [[name, { url, pid: Number(pid) }] as const];
    });
    return Object.fromEntries(lines);
  }

  /** The process that does this. */
  of(service: string): Place {
    const found = Object.entries(this.places).find(([name]) => name.split('+').includes(service));
    if (found === undefined) throw new Error(`nobody does ${service}`);
    return found[1];
  }

  /** Ends it without a word, and waits until it was started again. */
  async kill(service: string): Promise<void> {
    const { pid } = this.of(service);
    process.kill(pid, 'SIGKILL');
    while (this.of(service).pid === pid) await pause(50);
  }

  /** As Ctrl-C does. */
  stop(): Promise<number | null> {
    return this.#up.stop('SIGINT');
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until it answers like this; fails by the time limit of the test. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    await pause(100);
  }
}
