import { MaxAppendSizeExceededError } from '@kurrent/kurrentdb-client';
import { AppendRefused, LogUnavailable } from '../../port.js';

/** The connection string says nothing this adapter can connect with. Names no part of it: it may hold a password. */
export class ConnectionStringRefused extends Error {
  constructor(detail: string) {
    super(`KurrentDB connection string: ${detail}`);
    this.name = 'ConnectionStringRefused';
  }
}

/**
 * The server holds something in this log's streams that this log did not write, or lacks something it did: an event of
 * another program, a deleted or shortened stream, numbers that do not follow. Waiting does not mend it.
 */
export class LogDamaged extends Error {
  constructor(
    readonly stream: string,
    detail: string,
  ) {
    super(`stream ${stream}: ${detail}`);
    this.name = 'LogDamaged';
  }
}

/** gRPC status codes. */
const unauthenticated = 16;
const permissionDenied = 7;

/** What to tell whoever read, of an error of the client. */
export function readError(stream: string, error: unknown): Error {
  if (error instanceof LogDamaged || error instanceof LogUnavailable) return error;
  if (kindOf(error) === 'StreamDeletedError') return new LogDamaged(stream, 'deleted on the server');
  return unavailable('not-written', error);
}

/**
 * What to tell whoever appended. A server that said no wrote nothing; of one that said nothing, nobody knows.
 * @param stream its name on the server
 */
export function appendError(stream: string, error: unknown): Error {
  if (error instanceof LogDamaged || error instanceof LogUnavailable) return error;
  if (kindOf(error) === 'StreamDeletedError') return new LogDamaged(stream, 'deleted on the server');
  if (isTooLarge(error)) return new AppendRefused('too-large', 'larger than the KurrentDB server takes in one append');
  const refused = isAccessRefused(error) || isElsewhere(error) || isUndiscovered(error);
  return unavailable(refused ? 'not-written' : 'unknown', error);
}

function unavailable(outcome: LogUnavailable['outcome'], error: unknown): LogUnavailable {
  return new LogUnavailable(outcome, `KurrentDB: ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  if (isAccessRefused(error)) return 'the server refused the credentials, or they do not allow this';
  if (isElsewhere(error)) return 'this node is not the leader';
  if (isUndiscovered(error)) return 'no node of the cluster answers as leader';
  if (/certificate|self.signed|tls|ssl/i.test(messageOf(error))) return 'the certificate or TLS was refused';
  if (kindOf(error) === 'DeadlineExceededError') return 'the server did not answer in time';
  return `the server cannot be reached (${kindOf(error)})`;
}

/**
 * The client's writing half throws classes of its own, the reading half plain errors with the same names; those come from
 * native code, and are not always instances of this realm's Error.
 */
function kindOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('name' in error)) return typeof error;
  return error.name === 'Error' ? error.constructor.name : String(error.name);
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
}

export const isMissingStream = (error: unknown): boolean => kindOf(error) === 'StreamNotFoundError';

function isAccessRefused(error: unknown): boolean {
  return kindOf(error) === 'AccessDeniedError' || [unauthenticated, permissionDenied].includes(codeOf(error) ?? 0);
}

/** The node is no leader. The client goes to the leader with its next call. */
export const isElsewhere = (error: unknown): boolean => kindOf(error) === 'NotLeaderError';

/** The client has no class for the limit of one event, which came with KurrentDB 25.1: only the trailer tells. */
function isTooLarge(error: unknown): boolean {
  if (error instanceof MaxAppendSizeExceededError) return true;
  return /Maximum ?Append ?(Event ?)?Size/i.test(messageOf(error));
}

/** A plain Error of the client, thrown before anything was sent. */
function isUndiscovered(error: unknown): boolean {
  return messageOf(error).startsWith('Failed to discover');
}

function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
