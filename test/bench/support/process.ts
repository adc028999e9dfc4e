import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Disk } from './disk.js';

const bench = fileURLToPath(new URL('..', import.meta.url));

/** How long one child may take before it counts as hung, in milliseconds. */
const patience = 15 * 60_000;

/** How Node runs a module of the benches. */
export const running = (file: string): readonly string[] => ['--import', join(bench, 'built.mjs'), file];

/**
 * Runs a module of `children/` in a process of its own, on a disk.
 * @returns what it answered
 * @throws Error it failed; what it wrote on its standard error is shown
 */
export async function ask<T>(child: string, args: object, disk: Pick<Disk, 'env'>): Promise<T> {
  return askFile<T>(join(bench, 'children', `${child}.ts`), args, disk);
}

/** The same for any module. */
export async function askFile<T>(file: string, args: object, { env }: Pick<Disk, 'env'>): Promise<T> {
  const spawned = spawn(process.execPath, [...running(file), JSON.stringify(args)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: patience,
  });
  let said = '';
  spawned.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(spawned, 'close')) as [number | null];
  if (status !== 0) throw new Error(`${file} ended with ${status ?? 'a signal'}`);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as T;
}

/** Used by a child: does the work and answers whoever asked. */
export async function answer<A, T>(work: (args: A) => Promise<T> | T): Promise<void> {
  const result = await work(JSON.parse(process.argv[2] ?? '{}') as A);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** A server in a process of its own. */
export class Server {
  readonly #process: ChildProcess;
  readonly port: number;

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.port = port;
  }

  /** Starts it; what it writes goes to `output`, where a JSON field `port` says that it listens. */
  static async start(args: readonly string[], env: NodeJS.ProcessEnv, output: string): Promise<Server> {
    const file = openSync(output, 'w');
    const spawned = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', file, 'inherit'],
    });
    closeSync(file);
    for (let waited = 0; waited < 60_000; waited += 50) {
      await sleep(50);
      const port = /"port":(\d+)/.exec(readFileSync(output, 'utf8'))?.[1];
      if (port !== undefined) return new Server(spawned, Number(port));
      if (spawned.exitCode !== null) throw new Error(`${args.join(' ')} ended before it listened`);
    }
    spawned.kill('SIGKILL');
    throw new Error(`${args.join(' ')} does not listen`);
  }

  /** CPU milliseconds it has used so far, to the hundredth of a second; undefined where the system does not tell. */
  get cpuMs(): number | undefined {
    if (process.platform !== 'linux' || this.#process.pid === undefined) return undefined;
    // The name of the program, in brackets, may hold blanks; utime and stime are the 14th and 15th fields.
    const fields = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const closed = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 20_000);
    await closed;
    clearTimeout(late);
  }
}
