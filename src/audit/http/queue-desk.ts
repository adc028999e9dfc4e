import { Inject, Injectable } from '@nestjs/common';
import { asOf, everyListed, type Projection } from '#projection';
import { eventProjections } from '../../capabilities.js';
import { endOf, pastFeed } from '../../past.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { type QueueChange, QueueDifference, type QueueName, type QueueRow, queues, rowOf } from '../domain/queue.js';
import type { Until } from '../domain/replay.js';
import { recordedSkips } from '../domain/skips.js';

/** What waited at an institution, replayed from the projections that people look at, on views that are thrown away. */
@Injectable()
export class QueueDesk {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** In the order of the queue. */
  async at(institution: string, name: QueueName, until: Until): Promise<readonly QueueRow[]> {
    const { log } = this.platform;
    const head = await log.head();
    if (head === undefined) return [];
    const projection = projectionOf(name);
    const skips = await recordedSkips(log);
    const views = await asOf(pastFeed(log, until), [projection], endOf(until, head), { skips });
    try {
      const rows: QueueRow[] = [];
      const queue = everyListed(views, projection, queues[name].list(institution));
      for await (const { key, sort, document } of queue) rows.push(rowOf(key, sort, document));
      return rows;
    } finally {
      await views.close();
    }
  }

  /** Who came, who left and what moved between two points, each with the event it comes from. */
  async changes(
    institution: string,
    name: QueueName,
    points: readonly [Until, Until],
  ): Promise<readonly QueueChange[]> {
    const { log } = this.platform;
    const projection = projectionOf(name);
    const skips = await recordedSkips(log);
    const difference = new QueueDifference(projection, queues[name].list(institution), points);
    for await (const { events } of log.readAll({ types: projection.types })) {
      for (const event of events) if (!skips(projection, event)) difference.take(event);
    }
    return difference.changes();
  }
}

function projectionOf(name: QueueName): Projection<object> {
  const projection = eventProjections.find((each) => each.name === queues[name].projection);
  if (projection === undefined) throw new Error(`no projection holds the queue ${name}`);
  return projection as Projection<object>;
}
