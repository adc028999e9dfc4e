import { checkName, connect } from './connect.js';
import { Names } from './event.js';
import { KurrentLog } from './log.js';

export { ConnectionStringRefused, LogDamaged } from './errors.js';
export type { KurrentHealth, KurrentLog } from './log.js';

export interface KurrentLogOptions {
  /**
   * `kurrentdb://user:password@host:2113?tlsCAFile=ca.pem`; several hosts, or `kurrentdb+discover://name`, for a cluster.
   * Without TLS (`tls=false`) there are no users.
   */
  readonly connectionString: string;
  /** What this log is called on the server, where its streams are named `<name>/<stream>`. Several logs fit on one. */
  readonly name: string;
  /** Milliseconds until an append that was not answered counts as unknown. 10,000 without it. */
  readonly answerWithin?: number;
}

/**
 * A log on a KurrentDB server or cluster, 21.10 or later. Connects when it is first used; `check()` does so and says
 * what is wrong.
 * @throws ConnectionStringRefused
 */
export function kurrentLog({ connectionString, name, answerWithin = 10_000 }: KurrentLogOptions): KurrentLog {
  checkName(name);
  return new KurrentLog(connect(connectionString), new Names(name), answerWithin);
}
