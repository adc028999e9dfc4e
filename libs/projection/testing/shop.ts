import { catalogue, type EventOf } from '#decider';
import type { EventLog, Metadata } from '#event-log';
import { projection, type Projection } from '../projection.js';

/** Events of a small shop, for the specs of this lib. */
export type Shop = {
  Opened: { shop: string };
  Sold: { shop: string; pieces: number };
  Moved: { from: string; to: string; pieces: number };
  Closed: { shop: string };
};

export const shop = catalogue<Shop>({ Opened: 1, Sold: 1, Moved: 1, Closed: 1 });

export interface Stock {
  readonly events: number;
  readonly pieces: number;
}

/** Keyed by shop; one event touches two shops, one deletes. */
export const stock: Projection<Stock> = projection<Shop, Stock>({
  name: 'stock',
  version: 1,
  events: shop,
  key: (event) => (event.type === 'Moved' ? [event.data.from, event.data.to] : event.data.shop),
  empty: () => ({ events: 0, pieces: 0 }),
  on: {
    Opened: (document) => ({ ...document, events: document.events + 1 }),
    Sold: (document, event) => ({ events: document.events + 1, pieces: document.pieces - event.data.pieces }),
    Moved: (document, event, key) => {
      const gained = (key === event.data.to ? 1 : 0) - (key === event.data.from ? 1 : 0);
      return { events: document.events + 1, pieces: document.pieces + gained * event.data.pieces };
    },
    Closed: () => undefined,
  },
  index: (document) => [
    ['by-pieces', String(document.pieces + 1_000_000)],
    ...(document.pieces < 0 ? [['owing', ''] as const] : []),
  ],
});

/** One document over everything. */
export const total: Projection<{ readonly sold: number }> = projection<Shop, { readonly sold: number }>({
  name: 'total',
  version: 1,
  events: shop,
  key: () => 'all',
  empty: () => ({ sold: 0 }),
  on: { Sold: (document, event) => ({ sold: document.sold + event.data.pieces }) },
});

let count = 0;

/** Appends to the stream `shop-1` and answers with the position of the last. */
export async function happened(log: EventLog, ...events: readonly EventOf<Shop>[]) {
  const metadata: Metadata = { schema: '1', recordedAt: '2025-10-01T15:00:00.000Z' };
  const receipt = await log.append(
    'shop-1',
    'any',
    events.map((event) => ({
      ...event,
      id: `00000000-0000-8000-8000-${String((count += 1)).padStart(12, '0')}`,
      metadata,
    })),
  );
  return receipt.position;
}

export const sold = (name: string, pieces: number): EventOf<Shop> => ({ type: 'Sold', data: { shop: name, pieces } });
