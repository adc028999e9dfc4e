import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#service';

/**
 * For `@UseGuards(OwnEntryOnly)` on routes with `:id`: lets through whoever coordinates, and who works at that
 * organization, before anything is read of what was sent.
 * @throws Problem 403 `forbidden`
 */
@Injectable()
export class OwnEntryOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id?: string } }>>();
    const actor = actorOf(request);
    if (actor === undefined || !mayKeep(actor, request.params.id)) throw new Problem(403, 'forbidden');
    return true;
  }
}

/** Whether somebody keeps the entry of an organization: their own, or everybody's. */
export const mayKeep = (
  { role, institution }: { readonly role: string; readonly institution: string },
  organization: string | undefined,
): boolean => role === 'coordinator' || (role === 'worker' && institution === organization);
