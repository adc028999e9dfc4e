import { deriveId, type Handled, type Request } from '#event-log';
import { createParamDecorator, type ExecutionContext, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { actorOf } from './actor.js';
import { canonicalJson } from './canonical.js';
import { isInstant } from './dto.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Problem } from './problem.js';
import { header, pathOf } from './request.js';
import { invalid } from './validation.js';

/** The circumstances of a command, as the caller gave them: spread it into the request for `handle`. */
export type Meta = Pick<
  Request<unknown>,
  'commandId' | 'actor' | 'fingerprint' | 'effectiveAt' | 'ifRevision' | 'correlationId'
>;

export interface CommandMetaOptions {
  /**
   * The body holds personal data: its fingerprint must be made under the person's own key (`macUnder` of the vault over
   * `canonicalJson(body)`), so that it is erased with them. None is made here.
   */
  readonly personal?: boolean;
}

interface Raw extends CommandMetaOptions {
  readonly request: FastifyRequest;
}

/** Makes the meta data of a command out of the headers; needs the service's ports, hence a pipe. */
@Injectable()
export class CommandMetaPipe implements PipeTransform<Raw, Promise<Meta>> {
  constructor(@Inject(SERVICE_PORTS) private readonly ports: ServicePorts) {}

  transform({ request, ...options }: Raw): Promise<Meta> {
    return metaOf(this.ports, request, options);
  }
}

/**
 * The meta data of the command a request carries.
 * @throws Problem 400 for a malformed key or revision, 401 without an actor
 */
export async function metaOf(
  ports: ServicePorts,
  request: FastifyRequest,
  { personal = false }: CommandMetaOptions,
): Promise<Meta> {
  const actor = actorOf(request)?.code;
  if (actor === undefined) throw new Problem(401, 'unauthenticated');
  const key = idempotencyKey(request);
  const ifRevision = ifMatch(header(request, 'if-match'));
  const correlationId = correlation(header(request, 'x-correlation-id'));
  const named =
    key === undefined
      ? { commandId: uuidv7() }
      : {
          commandId: deriveId(
            await ports.mac('command-id', JSON.stringify([actor, request.method, pathOf(request), key])),
          ),
          ...(personal ? {} : { fingerprint: await ports.mac('fingerprint', canonicalJson(request.body)) }),
        };
  const effectiveAt = effective(request.body);
  return {
    ...named,
    actor,
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(ifRevision === undefined ? {} : { ifRevision }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}

const rawMeta = createParamDecorator((options: CommandMetaOptions, context: ExecutionContext): Raw => ({
  ...options,
  request: context.switchToHttp().getRequest<FastifyRequest>(),
}));

/**
 * `@CommandMeta() meta: Meta`: command id (from `Idempotency-Key`, else a new one), actor, fingerprint of the body,
 * `ifRevision` (from `If-Match`), `effectiveAt` (from a body field of that name) and correlation id.
 *
 * The id is scoped by actor, method and path: the same key elsewhere is another command.
 * @throws Problem 400 for a malformed key or revision
 */
export const CommandMeta = (options: CommandMetaOptions = {}): ParameterDecorator => rawMeta(options, CommandMetaPipe);

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = header(request, 'idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{8,200}$/.test(key)) throw new Problem(400, 'idempotency-key-malformed');
  return key;
}

/** `"8"` → 8; absent or `*` → any revision. */
function ifMatch(value: string | undefined): number | undefined {
  if (value === undefined || value === '*') return undefined;
  const revision = /^"(\d{1,15})"$/.exec(value)?.[1];
  if (revision === undefined) throw new Problem(400, 'if-match-malformed');
  return Number(revision);
}

/** Only a UUID is carried on: it ends up in the log, where no free text belongs. */
function correlation(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined;
}

function effective(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('effectiveAt' in body) || body.effectiveAt === null) {
    return undefined;
  }
  const { effectiveAt } = body;
  if (typeof effectiveAt !== 'string' || !isInstant(effectiveAt)) {
    throw invalid([{ pointer: '/effectiveAt', code: 'format/date-time' }]);
  }
  return new Date(effectiveAt).toISOString();
}

/** What a command answers with. */
export interface Answer {
  readonly revision: number;
  readonly position: string;
}

/**
 * Sets `ETag`, `Log-Position` and, when the command had been handled before, `Idempotent-Replayed`.
 * @returns the body a command answers with; add ids to it as needed
 */
export function answer(reply: FastifyReply, handled: Handled): Answer {
  etag(reply, handled.revision);
  void reply.header('Log-Position', handled.position);
  if (handled.repeated) void reply.header('Idempotent-Replayed', 'true');
  return { revision: handled.revision, position: handled.position };
}

/** What a command answers with that makes something: its id beside. */
export type Created = Answer & { readonly id: string };

/**
 * As `answer`, and sets `Location`.
 * @param under the path below which the new thing stands under its id
 */
export function created(reply: FastifyReply, under: string, made: Handled & { readonly id: string }): Created {
  void reply.header('Location', `${under}/${made.id}`);
  return { id: made.id, ...answer(reply, made) };
}

/** `ETag: "8"`: what a caller sends back as `If-Match`. */
export function etag(reply: FastifyReply, revision: number): void {
  void reply.header('ETag', `"${revision}"`);
}
