import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#service';

/**
 * For `@UseGuards(CoordinatorsOnly)`: lets through whoever coordinates, before anything is read of what was sent.
 * @throws Problem 403 `forbidden`
 */
@Injectable()
export class CoordinatorsOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (actor?.role !== 'coordinator') throw new Problem(403, 'forbidden');
    return true;
  }
}
