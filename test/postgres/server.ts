import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Where Debian lays each version's programs. */
const debian = '/usr/lib/postgresql';
const named = process.env['POSTGRES_BIN'];
const password = 'only-for-tests';

/** The programs of the newest version on this machine. Ones asked for by name have to be there. */
function programs(): string | undefined {
  if (named) return named;
  if (!existsSync(debian)) return undefined;
  const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'postgres')));
}

/** The server does not run as root: it then runs as `postgres`, whom Debian's package brings. */
function owner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A PostgreSQL server of its own, on a socket in a throw-away folder; nothing listens on the network. */
export class PostgresServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  readonly #owner = owner();
  #process: ChildProcess | undefined;

  private constructor(private readonly bin: string) {
    const { uid, gid } = this.#owner;
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    const passwordFile = join(this.#folder, 'password');
    writeFileSync(passwordFile, password);
    const flags = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--username=tester', '--encoding=UTF8'];
    execFileSync(join(bin, 'initdb'), ['-D', this.#data, '--no-sync', '--locale=C.UTF-8', ...flags], {
      ...this.#owner,
      cwd: this.#folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  /** Makes an empty cluster and starts it. */
  static async open(): Promise<PostgresServer> {
    const bin = programs();
    if (bin === undefined) throw new Error('no PostgreSQL here');
    const server = new PostgresServer(bin);
    await server.start();
    return server;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** How `pg` reaches it. */
  get connection(): pg.ClientConfig {
    return { host: this.#folder, user: 'tester', password, database: 'postgres' };
  }

  async start(): Promise<void> {
    const settings = ['listen_addresses=', `unix_socket_directories=${this.#folder}`, 'log_min_messages=panic'];
    const child = spawn(join(this.bin, 'postgres'), ['-D', this.#data, ...settings.flatMap((each) => ['-c', each])], {
      ...this.#owner,
      cwd: this.#folder,
      stdio: 'ignore',
    });
    this.#process = child;
    while (!(await this.#answers())) {
      if (child.exitCode !== null) throw new Error('PostgreSQL did not start');
      await sleep(20);
    }
  }

  /** `crash`: at once, with no chance to tidy up; the next start recovers. */
  async stop(how: 'orderly' | 'crash' = 'orderly'): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null) return;
    const closed = once(child, 'exit');
    child.kill(how === 'crash' ? 'SIGQUIT' : 'SIGINT');
    await closed;
  }

  /** One statement, over a connection of its own. */
  async query<Row extends object>(sql: string, settings: pg.ClientConfig = {}): Promise<Row[]> {
    const client = new pg.Client({ ...this.connection, ...settings });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true });
  }

  #answers(): Promise<boolean> {
    return this.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}

/**
 * A suite that runs against a PostgreSQL server of its own. Where there is none (under /usr/lib/postgresql, or in the
 * folder `POSTGRES_BIN`) it is skipped, and its name says so.
 */
export function postgres(name: string, tests: (server: () => PostgresServer) => void): void {
  if (programs() === undefined) {
    const reason = `${name} (skipped: no PostgreSQL here)`;
    // Not by the console, whose words Jest keeps to itself for a file in which everything is skipped.
    process.stderr.write(`${reason}\n`);
    describe.skip(reason, () => tests(noServer));
    return;
  }
  describe(name, () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await PostgresServer.open();
    });
    afterAll(() => server?.close());
    tests(() => server ?? noServer());
  });
}

const noServer = (): never => {
  throw new Error('the server is up in tests only');
};
