import type { ServerResponse } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Assets } from './assets.js';
import { acceptForms, refuseUnwieldyBodies } from './bodies.js';
import { refuseOtherSites, secureHeaders, securityHeaders } from './headers.js';
import { logRequests, ServiceLog } from './logging.js';
import { isLoopback } from './loopback.js';
import { traceRequests } from './observing/requests.js';
import type { Traces } from './observing/traces.js';
import { publishOpenApi, type ApiDescription } from './openapi.js';
import { unparseable, unreadable } from './problem-answer.js';
import { rememberRoutes } from './routes.js';
import { Stopping } from './stopping.js';

export interface ServiceOptions {
  readonly log?: ServiceLog;
  /** The product's own CSS, scripts and pictures. */
  readonly assets?: Assets;
  /** Title and version of the API; without it no OpenAPI document is published. */
  readonly api?: ApiDescription;
  /** Bytes of the largest body taken. Default 256 kB. */
  readonly bodyLimit?: number;
  /** Answer under any host name. Default false: loopback names, and that of `publicUrl`. */
  readonly allowRemote?: boolean;
  /** Where browsers find it, when something stands before it: `https://…`. Lets it listen beyond loopback. */
  readonly publicUrl?: string;
  /**
   * Addresses, or networks, of what stands before it. Whom they say they ask for is believed, and counted as who asks;
   * nobody else is believed. Default: none.
   */
  readonly proxies?: readonly string[];
  /** What one connection may take of the server. Default: `connectionLimits`. */
  readonly connections?: Partial<typeof connectionLimits>;
  /** Where a span for every request begins. Default: nowhere. */
  readonly traces?: Traces | undefined;
}

export interface ServeOptions extends ServiceOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface Served {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Stops accepting, answers what is under way, stops the runners, closes what is held. Idempotent. */
  stop(): Promise<void>;
  /** Resolves when it has stopped, for whatever reason. */
  readonly stopped: Promise<void>;
}

/** What one connection may take of the server. Times in milliseconds. */
export const connectionLimits = {
  headersTimeout: 10_000,
  /** For headers and body together. */
  requestTimeout: 30_000,
  /** How often the server looks for those that are late. */
  connectionsCheckingInterval: 2_000,
  /** An idle one stays open. */
  keepAliveTimeout: 5_000,
  maxRequestsPerSocket: 1_000,
  /** Bytes of all headers together. */
  maxHeaderSize: 16 * 1024,
};
/** Milliseconds requests under way get to finish once the service stops. */
const drain = 10_000;
/** Milliseconds after which a stop that hangs ends the process. */
const lastResort = 30_000;

/** Builds the application, ready for `inject` or `listen`. `module` imports `ServiceModule.register(…)`. */
export async function createService(
  module: Type | DynamicModule,
  options: ServiceOptions = {},
): Promise<NestFastifyApplication> {
  const { log = new ServiceLog(), bodyLimit = 256 * 1024, allowRemote = false, publicUrl, proxies = [] } = options;
  const { headersTimeout, requestTimeout, connectionsCheckingInterval, ...connection } = {
    ...connectionLimits,
    ...options.connections,
  };
  const { keepAliveTimeout, maxRequestsPerSocket, maxHeaderSize } = connection;
  const adapter = new FastifyAdapter({
    bodyLimit,
    http: { headersTimeout, connectionsCheckingInterval, maxHeaderSize },
    requestTimeout,
    keepAliveTimeout,
    maxRequestsPerSocket,
    connectionTimeout: requestTimeout,
    clientErrorHandler: unparseable,
    trustProxy: proxies.length === 0 ? false : [...proxies],
    logger: false,
    // What is already on its way when the service stops is still answered.
    return503OnClosing: false,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      unreadable(error, request, reply.headers(securityHeaders)),
    genReqId: () => uuidv7(),
    routerOptions: { maxParamLength: 200 },
  });
  const server = adapter.getInstance();
  rememberRoutes(server);
  logRequests(server, log);
  if (options.traces !== undefined) traceRequests(server, options.traces);
  secureHeaders(server, '/api/docs', publicUrl);
  refuseOtherSites(server, !allowRemote, publicUrl);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: log,
    abortOnError: false,
    bodyParser: false,
  });
  acceptForms(server, bodyLimit);
  refuseUnwieldyBodies(server);
  options.assets?.serve(server);
  if (options.api !== undefined) publishOpenApi(app, options.api);
  await app.init();
  await server.ready();
  return app;
}

/**
 * Starts the service and stops it on SIGTERM or SIGINT.
 * @throws Error for a host that is not a loopback address, unless `allowRemote` or a `publicUrl`
 */
export async function serve(module: Type | DynamicModule, options: ServeOptions): Promise<Served> {
  const { host, port, allowRemote = false, publicUrl, log = new ServiceLog() } = options;
  if (!allowRemote && publicUrl === undefined && !isLoopback(host)) {
    throw new Error(`refusing to listen on ${host}: without access control only loopback addresses are served`);
  }
  const app = await createService(module, { ...options, log });
  const underWay = requestsUnderWay(app);
  await app.listen(port, host);
  const url = await app.getUrl();
  log.write('info', 'listening', { port: Number(new URL(url).port) });

  let settle: () => void;
  const stopped = new Promise<void>((resolve) => (settle = resolve));
  let closing: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    process.removeListener('SIGTERM', onSignal).removeListener('SIGINT', onSignal);
    closing ??= close(app, underWay).finally(settle);
    return closing;
  };
  const onSignal = (): void => {
    log.write('info', 'stopping');
    // Does not keep the process alive; fires only if something else still does.
    const force = setTimeout(() => process.exit(1), lastResort).unref();
    const done = (): void => clearTimeout(force);
    stop()
      .finally(done)
      .then(
        () => log.write('info', 'stopped'),
        () => {
          log.write('error', 'stopped badly');
          process.exitCode = 1;
        },
      );
  };
  process.once('SIGTERM', onSignal).once('SIGINT', onSignal);
  return { app, url, stop, stopped };
}

async function close(app: NestFastifyApplication, underWay: () => number): Promise<void> {
  const server = app.getHttpServer();
  const deadline = performance.now() + drain;
  // Connections that never sent a request would otherwise be waited for.
  const sweep = setInterval(() => {
    if (underWay() === 0 || performance.now() > deadline) server.closeAllConnections();
  }, 100);
  try {
    await app.close();
    // Nest only logs what failed in a hook; the caller should know.
    await app.get(Stopping).stop();
  } finally {
    clearInterval(sweep);
  }
}

/** Counts the requests that are not answered yet. */
function requestsUnderWay(app: NestFastifyApplication): () => number {
  let count = 0;
  app.getHttpServer().on('request', (_request: unknown, response: ServerResponse) => {
    count += 1;
    response.once('close', () => (count -= 1));
  });
  return () => count;
}
