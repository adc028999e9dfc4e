import { Refusal, type RefusalKind } from '#decider';
import { AppendRefused, CommandReused, Conflict, LogUnavailable, PreconditionFailed } from '#event-log';
import { ViewsUnavailable } from '#projection';
import { Erased, KeysAway, KmsUnavailable, NotGranted, TooMany } from '#vault';
import { HttpException } from '@nestjs/common';
import type { FieldError } from './fields.js';
import { ProviderUnavailable } from './oidc/fetching.js';

export interface ProblemExtra {
  readonly errors?: readonly FieldError[];
  /** Steps that would be accepted now. */
  readonly allowed?: readonly string[];
  /** Whole seconds after which trying again makes sense. */
  readonly retryAfter?: number;
  /** Where a browser goes on: a path of ours. */
  readonly next?: string;
  /** Further headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An answer that is not a success, ready for RFC 9457. Throw it from a controller, guard or pipe.
 *
 * `code` is stable and belongs to the API; its wording is in a catalogue. Nothing here may hold what was submitted.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

const refusalStatus: Record<RefusalKind, number> = { unknown: 404, illegal: 409, invalid: 422 };

/** Fastify's own refusals, told apart by their code; the rest goes by its status. */
const fastifyCodes: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
};

const statusCodes: Record<number, string> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'timeout',
  410: 'erased',
  412: 'precondition-failed',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  428: 'precondition-required',
  429: 'too-many-requests',
  431: 'too-large',
  503: 'unavailable',
};

/**
 * What an error means to the caller. Anything unforeseen is `internal`, 500, and says nothing more.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) {
    const { allowed } = error;
    return new Problem(refusalStatus[error.kind], error.code, allowed === undefined ? {} : { allowed });
  }
  if (error instanceof PreconditionFailed) return new Problem(412, 'precondition-failed');
  if (error instanceof CommandReused) return new Problem(422, 'command-reused');
  if (error instanceof Conflict) return new Problem(409, 'conflict', { retryAfter: 1 });
  if (error instanceof LogUnavailable || error instanceof ViewsUnavailable || error instanceof ProviderUnavailable) {
    return new Problem(503, 'unavailable', { retryAfter: 5 });
  }
  if (error instanceof AppendRefused && error.reason === 'too-large') return new Problem(413, 'too-large');
  if (error instanceof KeysAway) return new Problem(423, 'keys-away');
  if (error instanceof Erased) return new Problem(410, 'erased');
  if (error instanceof KmsUnavailable) return new Problem(503, 'unavailable', { retryAfter: 5 });
  if (error instanceof TooMany) return new Problem(429, 'too-many-requests', { retryAfter: 30 });
  if (error instanceof NotGranted) return new Problem(403, 'forbidden');
  return fromFramework(error) ?? new Problem(500, 'internal');
}

function fromFramework(error: unknown): Problem | undefined {
  const cause = error instanceof HttpException ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return undefined;
  const code = 'code' in cause && typeof cause.code === 'string' ? fastifyCodes[cause.code] : undefined;
  // The JSON parser throws a SyntaxError with a status; it quotes the body, so only its kind is kept.
  const status = error instanceof HttpException ? error.getStatus() : statusOf(cause);
  if (status === undefined) return undefined;
  if (code !== undefined || (status === 400 && cause instanceof SyntaxError)) return new Problem(400, 'malformed-body');
  const known = statusCodes[status];
  if (known === undefined) return status >= 400 && status < 500 ? new Problem(status, 'bad-request') : undefined;
  return new Problem(status, known, status === 503 ? { retryAfter: 5 } : {});
}

function statusOf(error: Error): number | undefined {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
}
