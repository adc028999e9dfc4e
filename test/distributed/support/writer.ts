import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice } from '#service';
import { storeFrom, type StoreLayout } from '../../../src/modes/store.js';
import { Double } from '../../kurrent-double/double.js';
import { Caller } from './caller.js';
import { newDatabase } from './places.js';
import { serving, type ServerProgram, until } from './server.js';

/**
 * The process that takes commands, alone: its log on the double of a server, its views in PostgreSQL, its keys in files.
 * Its store is a demonstration, which lives by a time of its own: it begins where the store's mark says, and a mark that
 * was moved on is the one way to let days pass. No other clock is touched.
 */
export class Writer {
  #running: ServerProgram | undefined;

  private constructor(
    /** Below it lies everything of the store. */
    readonly folder: string,
    private readonly double: Double,
    /** What the process is told; the operator's tools are told the same. */
    readonly env: Readonly<Record<string, string>>,
    readonly store: StoreLayout,
  ) {}

  /**
   * @param name of its database, and of nothing else
   * @param more settings beside those of its log, views and keys
   */
  static async begin(name: string, at: string, more: Readonly<Record<string, string>> = {}): Promise<Writer> {
    const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
    const double = await Double.start();
    const env = {
      CHASKI_DATA: join(folder, 'log'),
      CHASKI_VAULT: join(folder, 'vault'),
      CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
      CHASKI_LOG: double.connectionString,
      CHASKI_POSTGRES: await newDatabase(name),
      ...more,
    };
    const writer = new Writer(folder, double, env, storeFrom(env));
    writer.#mark(at);
    await writer.start();
    return writer;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    this.#running = await serving(['--services', 'write'], this.env);
    const { url } = this.#running;
    await until(async () => ((await fetch(`${url}/health/ready`)).ok ? true : undefined));
  }

  as(actor: string): Caller {
    return new Caller(() => this.#running?.url ?? '', actor);
  }

  async stop(): Promise<void> {
    await this.#running?.program.stop();
    this.#running = undefined;
  }

  /** Ends it without a word, and starts it again at another time. */
  async killedUntil(instant: string): Promise<void> {
    await this.#running?.program.stop('SIGKILL');
    this.#mark(instant);
    await this.start();
  }

  /** What was sent to anybody so far. */
  notices(): readonly Notice[] {
    const lines = readFileSync(this.store.notices, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Notice);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.double.stop();
    rmSync(this.folder, { recursive: true });
  }

  #mark(from: string): void {
    mkdirSync(this.store.data, { recursive: true });
    writeFileSync(this.store.demoMarker, `${JSON.stringify({ from })}\n`);
  }
}
