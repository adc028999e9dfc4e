import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Problem } from './problem.js';
import { cookie, header } from './request.js';

/** Who acts: codes, no names. */
export interface Actor {
  readonly code: string;
  readonly institution: string;
  readonly role: string;
}

/** Finds out who sent a request. What proves it, a token, a session or a mere code, is the adapter's business. */
export interface Authenticator {
  /** What a caller without a proof is told to bring: the value of `WWW-Authenticate`. */
  readonly challenge: string;
  /**
   * Who asks; undefined where the request proves nothing, or nobody.
   * @throws Problem 503 when it could not be found out
   */
  authenticate(request: FastifyRequest): Promise<Actor | undefined>;
}

/** People known by a code alone. */
export interface ActorDirectory {
  find(code: string): Actor | undefined | Promise<Actor | undefined>;
}

/**
 * Takes anybody's word: the code in the header `X-Actor` or the cookie `actor`. For demonstrations, on loopback, and for
 * nothing else.
 */
export const actorCodes = (directory: ActorDirectory): Authenticator => ({
  challenge: 'Actor',
  authenticate: async (request) => {
    const code = header(request, 'x-actor') ?? cookie(request, 'actor');
    return code === undefined || !/^[\w.-]{1,64}$/.test(code) ? undefined : directory.find(code);
  },
});

const actors = new WeakMap<FastifyRequest, Actor>();

/** The actor of a request, once the guard has let it through; undefined on public routes. */
export const actorOf = (request: FastifyRequest): Actor | undefined => actors.get(request);

const publicRoute = 'service:public';

/** A route, or a whole controller, that needs no actor. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(publicRoute, true);

/** Whether the route of a handler needs no actor. */
export const isPublic = (reflector: Reflector, context: Pick<ExecutionContext, 'getHandler' | 'getClass'>): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(publicRoute, [context.getHandler(), context.getClass()]) === true;

/** The actor of the request, as a parameter of a controller method. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor === undefined) throw new Problem(401, 'unauthenticated');
  return actor;
});

/** The first global guard: finds out who asks. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(@Inject(SERVICE_PORTS) private readonly ports: ServicePorts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.ports.authenticator.authenticate(request);
    if (actor !== undefined) actors.set(request, actor);
    return true;
  }
}

/**
 * The global guard after that of rates, so that who proves nothing is counted too: nobody goes on whom the authenticator
 * does not know.
 * @throws Problem 401
 */
@Injectable()
export class KnownGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SERVICE_PORTS) private readonly ports: ServicePorts,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (actor !== undefined || isPublic(this.reflector, context)) return true;
    const { challenge } = this.ports.authenticator;
    throw new Problem(401, 'unauthenticated', { headers: { 'WWW-Authenticate': challenge } });
  }
}
