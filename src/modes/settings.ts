import type { KafkaOptions, TopicOptions } from '#publishing/kafka';
import { isLoopback } from '#service';
import type { Service } from './services.js';

export type Env = Readonly<Record<string, string | undefined>>;

/** What is set does not make a process that can run. The message says so to who starts it, and holds no secret. */
export class Misconfigured extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Misconfigured';
  }
}

/** @throws Misconfigured it is not set */
export function needed(env: Env, name: string, what: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Misconfigured(`Falta ${name}: ${what}.`);
  return value;
}

/**
 * An address that something is asked at or sent to: over https, or in the clear on this machine alone.
 * @returns its origin; undefined where it is not set
 * @throws Misconfigured names the variable
 */
export function originFrom(env: Env, name: string): string | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const url = URL.parse(text);
  const inTheClear = url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  if (url === null || (url.protocol !== 'https:' && !inTheClear)) {
    throw new Misconfigured(`${name} debe empezar con https://.`);
  }
  return url.origin;
}

/**
 * Where another process of the distributed mode is: `CHASKI_WRITE_URL`, `CHASKI_AUDIT_URL`, `CHASKI_REPORT_URL`.
 * @throws Misconfigured
 */
export const wayTo = (service: Service, env: Env): string | undefined =>
  originFrom(env, `CHASKI_${service.toUpperCase()}_URL`);

/** The broker: `CHASKI_KAFKA` (`host:port,…`), `CHASKI_KAFKA_USER`, `CHASKI_KAFKA_PASSWORD`, `CHASKI_KAFKA_TLS` (`yes`). */
export function kafkaFrom(env: Env, clientId: string): KafkaOptions {
  const username = env['CHASKI_KAFKA_USER'];
  const password = env['CHASKI_KAFKA_PASSWORD'];
  return {
    brokers: needed(env, 'CHASKI_KAFKA', 'host:puerto de los brókers, separados por comas'),
    clientId,
    tls: env['CHASKI_KAFKA_TLS'] === 'yes',
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
  };
}

/** `CHASKI_TOPIC` and its `_GENERATION`, `_PARTITIONS`, `_REPLICAS`; `chaski.facts`, 1, 3 and 1 unless they are set. */
export function topicFrom(env: Env): TopicOptions {
  const count = (name: string, usual: number): number => {
    const value = env[name] || String(usual);
    if (!/^[1-9]\d{0,3}$/.test(value)) throw new Misconfigured(`${name} debe ser un número desde 1.`);
    return Number(value);
  };
  const name = env['CHASKI_TOPIC'] || 'chaski.facts';
  if (!/^[\w.-]{1,200}$/.test(name)) throw new Misconfigured('CHASKI_TOPIC admite letras, cifras y . _ -');
  return {
    name,
    generation: count('CHASKI_TOPIC_GENERATION', 1),
    partitions: count('CHASKI_TOPIC_PARTITIONS', 3),
    replicas: count('CHASKI_TOPIC_REPLICAS', 1),
  };
}

/** `CHASKI_POSTGRES`: `postgres://user:password@host/database`. */
export function postgresFrom(env: Env): string {
  const url = needed(env, 'CHASKI_POSTGRES', 'postgres://usuario:clave@host/base de las vistas');
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Misconfigured('CHASKI_POSTGRES debe empezar con postgres://');
  return url;
}

/** `CHASKI_LOG`: the server of the log, or undefined for a file of the store. */
export function logServerFrom(env: Env): string | undefined {
  const log = needed(env, 'CHASKI_LOG', 'kurrentdb://… o file');
  return log === 'file' ? undefined : log;
}

/** What a ledger is told at its start. */
export interface LedgerSettings {
  /** Names the record to auditors and witnesses; made up from the store unless it is set. Counts at the first start. */
  readonly origin?: string;
  /** Addresses of witnesses. */
  readonly witnesses: readonly string[];
}

/**
 * `CHASKI_ORIGIN`, a name like `casos.ejemplo.gob.pe/150112`, and `CHASKI_WITNESSES`, addresses with commas between.
 * @throws Misconfigured
 */
export function ledgerFrom(env: Env): LedgerSettings {
  const witnesses = (env['CHASKI_WITNESSES'] ?? '')
    .split(',')
    .map((each) => each.trim().replace(/\/+$/, ''))
    .filter((each) => each !== '');
  if (!witnesses.every((each) => /^https?:$/.test(URL.parse(each)?.protocol ?? ''))) {
    throw new Misconfigured('CHASKI_WITNESSES debe tener direcciones http o https, separadas por comas.');
  }
  const origin = env['CHASKI_ORIGIN'] || undefined;
  if (origin !== undefined && !/^[\w.:/-]{1,100}$/.test(origin)) {
    throw new Misconfigured('CHASKI_ORIGIN admite letras sin tilde, cifras y . _ : / -');
  }
  return { witnesses, ...(origin === undefined ? {} : { origin }) };
}
