import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cache, fetchJars, jars } from './jars.js';

/** Who may come in through the door with a password. */
export const account = { username: 'relay', password: 'relay-secret' } as const;

/** The port of the broker that `npm run kafka` starts; the three behind it are taken too. */
export const usualPort = 19092;

/** One Kafka node in KRaft mode, on loopback. `port`: plain, `port + 1`: with a password, `port + 2`: its controller. */
export class Broker {
  readonly folder: string;
  readonly #port: number;

  constructor(port: number = usualPort) {
    this.#port = port;
    this.folder = join(cache, `broker-${port}`);
  }

  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** The door that asks for a password. */
  get guardedAddress(): string {
    return `127.0.0.1:${this.#port + 1}`;
  }

  /** The process id, while it runs. */
  get pid(): number | undefined {
    const file = join(this.folder, 'pid');
    if (!existsSync(file)) return undefined;
    const pid = Number(readFileSync(file, 'utf8'));
    return isAlive(pid) ? pid : undefined;
  }

  /**
   * Starts it and waits until it answers. With `fresh`, on an empty disk; else where it was left.
   * @throws NoBroker see `fetchJars`
   */
  async start({ fresh = false } = {}): Promise<void> {
    if (this.pid !== undefined) return;
    await fetchJars();
    if (fresh) rmSync(this.folder, { recursive: true, force: true });
    if (!existsSync(this.folder)) await this.#format();
    const output = openSync(join(this.folder, 'output.log'), 'a');
    const child = spawn('java', [...heap, 'kafka.Kafka', this.#settings], {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child.unref();
    writeFileSync(join(this.folder, 'pid'), String(child.pid));
    while (!(await answers(this.#port))) {
      if (this.pid === undefined) throw new Error(`the broker ended by itself: see ${this.folder}/output.log`);
      await sleep(100);
    }
  }

  /** Ends it in order, or with SIGKILL. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { pid } = this;
    if (pid === undefined) return;
    process.kill(pid, signal);
    while (isAlive(pid)) await sleep(50);
    rmSync(join(this.folder, 'pid'), { force: true });
  }

  get #settings(): string {
    return join(this.folder, 'server.properties');
  }

  async #format(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.#settings, settings(this.#port, this.folder));
    const format = ['format', '-t', 'MkU3OEVBNTcwNTJENDM2Qk', '-c', this.#settings];
    await promisify(execFile)('java', [...heap, 'kafka.tools.StorageTool', ...format]);
  }
}

const logging = fileURLToPath(new URL('../broker/log4j2.properties', import.meta.url));
const heap = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', `-Dlog4j2.configurationFile=${logging}`, '-cp', `${jars}/*`];

/**
 * Factors of one: a single node never makes the internal topics otherwise. A short session: after a kill the node may not
 * come back before its old session is over.
 */
const settings = (port: number, folder: string): string => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${port + 2}
listeners=PLAIN://127.0.0.1:${port},GUARDED://127.0.0.1:${port + 1},CONTROLLER://127.0.0.1:${port + 2}
advertised.listeners=PLAIN://127.0.0.1:${port},GUARDED://127.0.0.1:${port + 1}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAIN
listener.security.protocol.map=PLAIN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
listener.name.guarded.sasl.enabled.mechanisms=PLAIN
listener.name.guarded.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
  user_${account.username}="${account.password}";
log.dirs=${folder}/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=5
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
auto.create.topics.enable=false
log.cleaner.dedupe.buffer.size=16777216
num.network.threads=2
num.io.threads=4
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether somebody listens: the broker opens its doors last. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
