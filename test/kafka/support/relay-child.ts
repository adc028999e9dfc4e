import { sqliteLog } from '#event-log/sqlite';
import { sqliteViews } from '#projection/sqlite';
import { openKafka, relay, RelayStatus } from '#publishing/kafka';
import { told } from '../../../libs/publishing/testing.js';
import type { RelayWork } from './relays.js';

/**
 * A relay in a process of its own, until it came to `until`. With `dieAt` it kills itself where it matters: the n-th time
 * that something was sent and is not written down yet.
 */
const work = JSON.parse(process.argv[2] ?? '') as RelayWork;
const log = sqliteLog({ path: work.log });
const views = sqliteViews({ path: work.checkpoints, durability: 'full' });
const broker = await openKafka({ brokers: work.broker, clientId: 'relay' });
const end = new AbortController();
const status = new RelayStatus();
let writes = 0;

const outcome = await relay(log, [told], {
  broker,
  topic: work.topic,
  source: '/test',
  signal: end.signal,
  status,
  gatherMs: 0,
  checkpoints: {
    checkpoint: (projection) => views.checkpoint(projection),
    writeAll: async (given) => {
      writes += 1;
      if (writes === work.dieAt) process.kill(process.pid, 'SIGKILL');
      const written = await views.writeAll(given);
      if ((given[0]?.upTo ?? '') >= work.until) end.abort();
      return written;
    },
  },
});
await broker.close();
await views.close();
await log.close();
console.log(JSON.stringify({ outcome, ...status.state }));
