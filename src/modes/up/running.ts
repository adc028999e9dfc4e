import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Console, Failed } from '../../cli/console.js';
import type { Planned } from './plan.js';

const server = fileURLToPath(new URL('../../main.js', import.meta.url));

/** Milliseconds a process may take to be ready, and to stop. */
const patience = 60_000;
const farewell = 40_000;
/** Milliseconds before one that ended is started again. */
const pause = 1_000;

/** A process that is kept running. */
export class Running {
  #child: ChildProcess;
  #lastWords = '';
  #ending = false;

  constructor(
    readonly planned: Planned,
    private readonly console: Console,
  ) {
    this.#child = this.#spawn();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves when health says so. @throws Failed it ended, with its own words, or it took too long */
  async ready(): Promise<void> {
    const { name, port } = this.planned;
    const url = `http://127.0.0.1:${port}/health/ready`;
    let said = 'no responde';
    for (const until = performance.now() + patience; performance.now() < until; await sleep(100)) {
      if (hasEnded(this.#child)) throw new Failed(`${name}: ${this.#lastWords.trim() || 'terminó sin decir por qué'}`);
      try {
        const answer = await fetch(url);
        if (answer.ok) return;
        said = await answer.text();
      } catch {
        continue;
      }
    }
    throw new Failed(`${name} no está listo: ${said}`);
  }

  /** From now on, starts it again whenever it ends. */
  keep(): void {
    const child = this.#child;
    child.once('exit', (code, signal) => {
      if (this.#ending) return;
      this.console.err(
        `${this.planned.name} terminó (${signal ?? code}): ${this.#lastWords.trim()} Se inicia otra vez.`,
      );
      setTimeout(() => {
        if (this.#ending) return;
        this.#child = this.#spawn();
        this.console.out(line(this));
        this.keep();
      }, pause);
    });
  }

  async stop(): Promise<void> {
    this.#ending = true;
    const child = this.#child;
    if (hasEnded(child)) return;
    const late = setTimeout(() => child.kill('SIGKILL'), farewell);
    child.kill('SIGTERM');
    await once(child, 'exit');
    clearTimeout(late);
  }

  #spawn(): ChildProcess {
    const { name, services, env } = this.planned;
    // Apart from the terminal, whose Ctrl-C would reach it a second time.
    const child = spawn(process.execPath, ['--enable-source-maps', server, '--services', services.join(',')], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#lastWords = '';
    createInterface({ input: child.stdout }).on('line', (text) => this.console.err(`${name} ${text}`));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-2_000);
    });
    return child;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Where it listens, for people and for scripts. */
export const line = ({ planned: { name, port }, pid }: Running): string =>
  `${name.padEnd(18)} http://127.0.0.1:${port}  proceso ${pid ?? '?'}`;
