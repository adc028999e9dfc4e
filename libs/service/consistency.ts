import type { Position } from '#event-log';
import type { Projection } from '#projection';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Problem } from './problem.js';
import { header } from './request.js';

const reads = 'service:reads';

/** The query field that stands for the header `Consistent-With` in a link or a redirect. */
export const consistentWithField = 'consistentWith';

/** How long a reader waits for a view to reach what it wrote, in milliseconds. */
export const patience = 2_000;

/** Names the projections a route answers from, so that a caller can wait until they show what it wrote. */
export const Reads = (...projections: readonly Projection[]): ClassDecorator & MethodDecorator =>
  SetMetadata(reads, projections);

/**
 * Read your own writes: with `Consistent-With: <position>` (or `?consistentWith=`), a route that `@Reads` projections
 * answers once they all reached that position.
 * @throws Problem 503 `not-caught-up` when they did not in time, 400 for a position that is none
 */
@Injectable()
export class ConsistencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SERVICE_PORTS) private readonly ports: ServicePorts,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const projections = this.reflector.getAllAndOverride<readonly Projection[] | undefined>(reads, [
      context.getHandler(),
      context.getClass(),
    ]);
    const position = wanted(context.switchToHttp().getRequest<FastifyRequest>());
    if (projections === undefined || position === undefined) return next.handle();
    const { views } = this.ports;
    if (views === undefined) throw new Error('a route declares @Reads and the service has no views');
    const reached = await Promise.all(projections.map((one) => views.reached(one, position, patience)));
    if (reached.includes(false)) throw new Problem(503, 'not-caught-up', { retryAfter: 1 });
    return next.handle();
  }
}

function wanted(request: FastifyRequest): Position | undefined {
  const query = (request.query as Record<string, unknown>)[consistentWithField];
  const position = header(request, 'consistent-with') ?? query;
  if (position === undefined) return undefined;
  if (typeof position !== 'string' || !/^[\w.:-]{1,100}$/.test(position)) throw new Problem(400, 'position-malformed');
  return position as Position;
}
