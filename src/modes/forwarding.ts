import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import {
  Controller,
  type DynamicModule,
  Module,
  Req,
  RequestMapping,
  RequestMethod,
  Res,
  type Type,
} from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, type Codes, errorFields, type Introducer, introductionHeader, logOf, Problem } from '#service';
import { routesIn } from '../people/access/router.js';
import { countryOf } from '../people/people.js';
import type { Service } from './services.js';

/** A service in a process of its own. */
export interface Apart {
  readonly service: Service;
  /** Its module, whose routes are answered there. */
  readonly module: Type;
  /** Where the process is. */
  readonly at: string;
}

/** What of a request goes on: not what proved who it is, which is nobody's business there. */
const onward = ['accept', 'accept-language', 'consistent-with'];
/** What of an answer comes back: no cookie, and no header that this process sets itself. */
const back = [
  ...['content-type', 'content-length', 'content-language', 'content-disposition'],
  ...['location', 'link', 'log-position', 'etag', 'retry-after'],
];
/** Milliseconds a report may take to be made and sent. */
const patience = 60_000;

/**
 * The door to services that run apart: their routes are declared here too, so that whoever asks is known, counted and let
 * through, or refused on record, as if everything ran in one process. Then the request goes on with an introduction.
 */
@Module({})
export class Forwarding {
  static to(apart: readonly Apart[], introducer: Introducer): DynamicModule {
    return { module: Forwarding, controllers: apart.map((each) => doorTo(each, introducer)) };
  }
}

/** A controller with every route of a service, which hands on what it is asked. @throws Error a route is not one for reading */
function doorTo({ service, module, at }: Apart, introducer: Introducer): Type {
  class Door {}
  Controller()(Door);
  ApiExcludeController()(Door);
  const controllers = Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as readonly Type[];
  for (const route of controllers.flatMap(routesIn)) {
    const [method, path = ''] = route.split(' ');
    // Anything else would need its body read, and its effect to be had once.
    if (method !== 'GET') throw new Error(`${route} cannot be forwarded`);
    const value = (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
      forward(request, reply, { service, at, introducer });
    Object.defineProperty(Door.prototype, route, { value });
    RequestMapping({ method: RequestMethod.GET, path })(Door.prototype, route, { value });
    Req()(Door.prototype, route, 0);
    Res()(Door.prototype, route, 1);
  }
  return Door;
}

interface Way extends Pick<Apart, 'service' | 'at'> {
  readonly introducer: Introducer;
}

/** @throws Problem 404 what would be asked for there is not what was asked for here; 503 the process is away */
async function forward(request: FastifyRequest, reply: FastifyReply, way: Way): Promise<void> {
  const url = new URL(`${way.at}${request.url}`);
  // Dots in a path are resolved on the way: it would be let through as one thing and answered as another.
  if (url.pathname !== request.url.split('?', 1)[0]) throw new Problem(404, 'not-found');
  const answer = await answerOf(url, request, way);
  for (const name of back) {
    const value = answer.headers.get(name);
    if (value !== null) void reply.header(name, value);
  }
  const body = answer.body === null ? null : Readable.fromWeb(answer.body as ReadableStream);
  await reply.status(answer.status).send(body);
}

async function answerOf(url: URL, request: FastifyRequest, way: Way): Promise<Response> {
  const { service } = way;
  try {
    const answer = await ask(url, request, way);
    if (answer.status !== 401) return answer;
    await answer.body?.cancel();
    logOf(request).write('error', 'introduction not taken', { name: service });
  } catch (error) {
    logOf(request).write('warn', 'not forwarded', { name: service, ...errorFields(error) });
  }
  throw new Problem(503, 'unavailable', { retryAfter: 5 });
}

async function ask(url: URL, request: FastifyRequest, way: Way): Promise<Response> {
  const signal = AbortSignal.timeout(patience);
  const once = async (): Promise<Response> =>
    fetch(url, { method: request.method, headers: await headersOf(url, request, way), redirect: 'manual', signal });
  // A connection that was kept open may be closed by now: nothing came of it, and a second one is as good.
  return once().catch((error: unknown) => (signal.aborted ? Promise.reject(error as Error) : once()));
}

async function headersOf(url: URL, request: FastifyRequest, { service, introducer }: Way): Promise<Codes> {
  const kept = onward.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const asked = { method: request.method, url: `${url.pathname}${url.search}` };
  const introduction = await introducer.introduce(service, asked, saidOf(request));
  return { ...Object.fromEntries(kept), 'accept-encoding': 'identity', [introductionHeader]: introduction };
}

/** Nobody asks here whom the guard did not let through. */
function saidOf(request: FastifyRequest): Codes {
  const actor = actorOf(request);
  if (actor === undefined) throw new Problem(401, 'unauthenticated');
  const { code, institution, role } = actor;
  return { code, institution, role, country: countryOf(actor) ?? '' };
}
