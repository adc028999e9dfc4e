import { type EventLog, LogUnavailable } from '#event-log';
import type { LedgerView } from '#ledger';

/**
 * The log, to which nothing is added once it is not the one its ledger vouches for: what came after would stand on
 * something else than was signed. Reading goes on.
 */
export function guardedLog(log: EventLog, ledger: LedgerView): EventLog {
  return {
    append: async (stream, expected, events) => {
      const { diverged } = ledger.status;
      if (diverged !== undefined)
        throw new LogUnavailable('not-written', `the record is not the one signed: ${diverged}`);
      return log.append(stream, expected, events);
    },
    readStream: (stream, range) => log.readStream(stream, range),
    readAll: (range) => log.readAll(range),
    follow: (after, signal, types) => log.follow(after, signal, types),
    head: () => log.head(),
    close: () => log.close(),
  };
}
