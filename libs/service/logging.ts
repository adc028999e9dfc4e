import { type LoggerService } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { actorOf } from './actor.js';
import type { Problem } from './problem.js';

/** Everything a log line may carry. What is not here is not logged, whoever asks. */
export interface LogFields {
  readonly method?: string;
  /** The route's pattern, `/boxes/:id`: never the address asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly request?: string;
  readonly actor?: string;
  readonly code?: string;
  readonly position?: string;
  readonly name?: string;
  readonly count?: number;
  readonly port?: number;
  /** The kind of an error: its class. */
  readonly error?: string;
  /** Where it was thrown: `file:line:column`, without its message. */
  readonly frames?: readonly string[];
}

const allowed: Record<keyof LogFields, true> = {
  method: true,
  route: true,
  status: true,
  durationMs: true,
  request: true,
  actor: true,
  code: true,
  position: true,
  name: true,
  count: true,
  port: true,
  error: true,
  frames: true,
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Codes, ids, routes and file places; what does not look like one is a value that strayed in. */
const plain = /^[\w.:/@*{}$#-]{1,200}$/;

/** What Nest itself says when it starts and stops; its other messages may quote data. */
const frameworkContexts = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/**
 * The log: pino JSON lines of an event name and allowlisted fields.
 *
 * It stands in for Nest's logger too; of what the framework says about errors only the kind and the place are kept.
 */
export class ServiceLog implements LoggerService {
  readonly #pino: Logger;

  /** @param destination default: standard output */
  constructor(level: LogLevel = 'info', destination?: DestinationStream) {
    const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.#pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  /** @param event a name fixed in the code, `box opened` */
  write(level: LogLevel, event: string, fields: LogFields = {}): void {
    this.#pino[level](cleaned(fields), event);
  }

  /** One line for what went wrong: warnings for the caller's mistakes, errors with their place for ours. */
  failed(request: FastifyRequest, { status, code }: Problem, error: unknown): void {
    const fields = { ...requestFields(request), status, code };
    if (status < 500) this.write('debug', 'refused', fields);
    else this.write(status === 503 ? 'warn' : 'error', 'failed', { ...fields, ...errorFields(error) });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#framework('debug', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#framework('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#framework('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#framework('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#framework('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#framework('debug', message, rest);
  }

  #framework(level: LogLevel, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const name = typeof context === 'string' ? { name: context } : {};
    const known = typeof context === 'string' && frameworkContexts.has(context) && typeof message === 'string';
    const event = known && level === 'debug' ? message : 'framework';
    this.write(level, event, { ...name, ...(message instanceof Error ? errorFields(message) : {}) });
  }
}

/** Kind and place of an error, without its message: that may quote what was submitted. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '' } = error;
  // The stack begins with the message, which may itself contain lines that look like frames.
  const frames = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  const places = [...frames.matchAll(/^\s+at .*?\(?([^\s()]+:\d+:\d+)\)?$/gm)].map(([, place]) => place ?? '');
  return {
    error: name,
    frames: places.slice(0, 8).map((place) => place.replace(/^.*\/(?=(libs|src|node_modules)\/)/, '')),
  };
}

function cleaned(fields: LogFields): object {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
    if (!Object.hasOwn(allowed, field)) continue;
    if (typeof value === 'number') kept[field] = value;
    else if (typeof value === 'string') kept[field] = checked(value);
    else if (Array.isArray(value)) kept[field] = value.map((item) => checked(String(item)));
  }
  return kept;
}

const checked = (text: string): string => (plain.test(text) ? text : '?');

function requestFields(request: FastifyRequest): LogFields {
  const actor = actorOf(request)?.code;
  return {
    method: request.method,
    route: request.routeOptions.url ?? 'unknown',
    request: request.id,
    ...(actor === undefined ? {} : { actor }),
  };
}

const key = 'serviceLog';

/** One line per request, when it was answered. */
export function logRequests(server: FastifyInstance, log: ServiceLog): void {
  server.decorate(key, log);
  server.addHook('onResponse', async (request, reply) => {
    const position = reply.getHeader('log-position');
    log.write('info', 'served', {
      ...requestFields(request),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      ...(typeof position === 'string' ? { position } : {}),
    });
  });
}

/** The log of the server a request came to. */
export const logOf = (request: FastifyRequest): ServiceLog => request.server.getDecorator<ServiceLog>(key);
