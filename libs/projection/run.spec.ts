import { memoryLog } from '#event-log/memory';
import { memoryViews } from '#projection/memory';
import { asOf, catchUp, keepUp, rebuild } from './index.js';
import { happened, sold, stock, total } from './testing.js';

describe('the loop', () => {
  it('shows the same live, rebuilt and as of a position', async () => {
    const log = memoryLog();
    const views = memoryViews();
    const p1 = await happened(log, sold('a', 2), sold('b', 3));
    const stop = new AbortController();
    const live = keepUp(log, [stock, total], views, { signal: stop.signal });
    expect(await views.reached(total, p1, 5000)).toBe(true);
    const p2 = await happened(
      log,
      { type: 'Moved', data: { from: 'a', to: 'b', pieces: 1 } },
      { type: 'Opened', data: { shop: 'c' } },
    );
    expect(await views.reached(total, p2, 5000)).toBe(true);
    expect(await views.reached(stock, p2, 5000)).toBe(true);
    stop.abort();
    await live;
    expect(await views.get(stock, 'b')).toEqual({ events: 2, pieces: -2 });
    expect(await views.get(total, 'all')).toEqual({ sold: 5 });
    const then = await asOf(log, [stock], p1);
    expect(await then.get(stock, 'b')).toEqual({ events: 1, pieces: -3 });
    await rebuild(log, stock, views);
    expect(await views.get(stock, 'b')).toEqual({ events: 2, pieces: -2 });
    await catchUp(log, [total], views);
  });
});
