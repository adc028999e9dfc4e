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

/** Until access control exists: the demo actors, by code. */
export interface ActorDirectory {
  find(code: string): Actor | undefined | Promise<Actor | undefined>;
}

const actors = new WeakMap<FastifyRequest, Actor>();

/** The actor of a request, once the guard has let it through; undefined on public routes. */
export const actorOf = (request: FastifyRequest): Actor | undefined => actors.get(request);

const publicRoute = 'service:public';

/** A route, or a whole controller, that needs no actor. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(publicRoute, true);

/** The actor of the request, as a parameter of a controller method. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor === undefined) throw unauthenticated();
  return actor;
});

/**
 * The global guard: takes the actor from the header `X-Actor` or the cookie `actor`.
 * @throws Problem 401 when there is none, or nobody of that code
 */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SERVICE_PORTS) private readonly ports: ServicePorts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const code = header(request, 'x-actor') ?? cookie(request, 'actor');
    const actor = code === undefined || !/^[\w.-]{1,64}$/.test(code) ? undefined : await this.ports.actors.find(code);
    if (actor !== undefined) actors.set(request, actor);
    else if (!this.reflector.getAllAndOverride<boolean>(publicRoute, [context.getHandler(), context.getClass()])) {
      throw unauthenticated();
    }
    return true;
  }
}

const unauthenticated = () => new Problem(401, 'unauthenticated', { headers: { 'WWW-Authenticate': 'Actor' } });
