import { createParamDecorator, type ExecutionContext, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, actorOf } from './actor.js';
import { type CommandMetaOptions, type Meta, metaOf } from './idempotency.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Problem } from './problem.js';

/** A command as it was sent: what a route needs to know of it beside its address and its DTO. */
export interface Sent {
  readonly actor: Actor;
  readonly meta: Meta;
  /** As it came, unchecked: for whoever reads a form. */
  readonly body: unknown;
  /** For the headers of the answer: what the method returns is its body all the same. */
  readonly reply: FastifyReply;
}

interface Raw {
  readonly context: ExecutionContext;
  readonly options: CommandMetaOptions;
}

/** Needs the service's ports, as the meta data of a command does. */
@Injectable()
export class SentPipe implements PipeTransform<Raw, Promise<Sent>> {
  constructor(@Inject(SERVICE_PORTS) private readonly ports: ServicePorts) {}

  async transform({ context, options }: Raw): Promise<Sent> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const actor = actorOf(request);
    if (actor === undefined) throw new Problem(401, 'unauthenticated');
    const meta = await metaOf(this.ports, request, options);
    return { actor, meta, body: request.body, reply: http.getResponse<FastifyReply>() };
  }
}

const raw = createParamDecorator((options: CommandMetaOptions, context: ExecutionContext): Raw => ({
  context,
  options,
}));

/**
 * `@AsSent() { actor, meta, reply }: Sent`: what `CurrentActor`, `CommandMeta` and the reply of `Res` give, in one.
 * @throws Problem 400 for a malformed key or revision, 401 without an actor
 */
export const AsSent = (options: CommandMetaOptions = {}): ParameterDecorator => raw(options, SentPipe);
