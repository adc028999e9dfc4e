import fc from 'fast-check';
import type { EventOf } from '#decider';
import type { Shop } from './shop.js';

const name = fc.constantFrom('a', 'b', 'c', 'd');
const pieces = fc.integer({ min: 1, max: 50 });

/** Any history of the shops, and how many of its events are appended at a time. */
export const histories = fc.array(
  fc.array(
    fc.oneof(
      name.map((shop): EventOf<Shop> => ({ type: 'Opened', data: { shop } })),
      fc.record({ shop: name, pieces }).map((data): EventOf<Shop> => ({ type: 'Sold', data })),
      fc.record({ from: name, to: name, pieces }).map((data): EventOf<Shop> => ({ type: 'Moved', data })),
      name.map((shop): EventOf<Shop> => ({ type: 'Closed', data: { shop } })),
    ),
    { minLength: 1, maxLength: 8 },
  ),
  { minLength: 1, maxLength: 12 },
);
