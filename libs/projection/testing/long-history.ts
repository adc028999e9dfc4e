import type { EventLog } from '#event-log';
import { memoryLog } from '#event-log/memory';
import type { EventOf } from '#decider';
import { happened, type Shop } from './shop.js';

const shops = 40;

/**
 * A log of `events` events of the shop, the same in every process that asks: several can then project one history
 * without sharing a file.
 */
export async function longHistory(events: number): Promise<EventLog> {
  const log = memoryLog();
  for (let n = 0; n < events; n += 1) await happened(log, eventAt(n));
  return log;
}

function eventAt(n: number): EventOf<Shop> {
  const [shop, other] = [`s${(n * 7) % shops}`, `s${(n * 11 + 3) % shops}`];
  if (n % 53 === 52) return { type: 'Closed', data: { shop } };
  if (n % 3 === 0) return { type: 'Moved', data: { from: shop, to: other, pieces: 1 + (n % 5) } };
  return { type: 'Sold', data: { shop, pieces: 1 + (n % 9) } };
}
