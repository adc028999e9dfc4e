import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { ConnectionStringRefused } from './errors.js';

interface User {
  readonly username: string;
  readonly password: string;
}

/** The client, and who it speaks for. */
export interface Connection {
  readonly client: KurrentDBClient;
  /** Given with every read: the client's reading half would take a %-encoded password of the string as it stands. */
  readonly user: User | undefined;
  /**
   * Given with every append, so that the client makes a call of its own for it. Without, it sends all appends down one
   * stream, and when that breaks while writes are queued on it the client leaves a rejection unhandled: the process dies.
   * Undefined where there are none: for a user certificate, or a server that takes everybody.
   */
  readonly credentials: User | undefined;
}

const scheme = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//;
const named = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,49}$/;

/** @throws ConnectionStringRefused */
export function connect(connectionString: string): Connection {
  if (!scheme.test(connectionString)) {
    throw new ConnectionStringRefused('begins with kurrentdb:// or, for a cluster by name, kurrentdb+discover://');
  }
  const rest = connectionString.replace(scheme, '');
  const userInfo = /^([^:@/?]+):([^@/?]+)@/.exec(rest);
  if (rest.split('?')[0]?.includes('@') && userInfo === null) {
    throw new ConnectionStringRefused('a user is written as name:password@, with reserved characters %-encoded');
  }
  const settings = new URLSearchParams(rest.split('?')[1] ?? '');
  const option = (name: string) => [...settings].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  if (userInfo !== null && option('tls') === 'false') {
    throw new ConnectionStringRefused('a password is sent over TLS only: leave out tls=false, or the user');
  }
  let client: KurrentDBClient;
  try {
    client = KurrentDBClient.connectionString(connectionString);
  } catch (error) {
    throw new ConnectionStringRefused(detailOf(error));
  }
  // In the clear the client ignores them, whatever they are.
  const ignored = option('tls') === 'false' ? { username: 'nobody', password: 'none' } : undefined;
  if (userInfo === null || option('userCertFile') !== undefined)
    return { client, user: undefined, credentials: ignored };
  const [, username = '', password = ''] = userInfo;
  const user = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { client, user, credentials: user };
}

/** @throws ConnectionStringRefused */
export function checkName(log: string): void {
  if (!named.test(log)) {
    throw new ConnectionStringRefused('the name of a log is up to 50 letters, digits and . _ : - of ASCII');
  }
}

/** The client quotes the string it could not read; what it expected instead is all that may be told. */
function detailOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'expected' in error) return `expected ${String(error.expected)}`;
  if (error instanceof Error && /file was not found|userCertFile/i.test(error.message)) return error.message;
  return 'the client does not understand it';
}
