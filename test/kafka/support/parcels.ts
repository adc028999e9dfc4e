import { deriveId, type EventLog, type NewEvent, type Position } from '#event-log';
import { projection } from '#projection';
import { type ParcelFacts, parcelFacts } from '../../../libs/publishing/testing.js';

const header = { schema: '2', effectiveAt: '2025-10-01T15:00:00.000Z', recordedAt: '2025-10-02T15:00:00.000Z' };

/** The n-th parcel: every tenth event is a weighing, of which nothing is told. */
export const parcel = (n: number): NewEvent => ({
  id: deriveId('parcel', n),
  type: n % 10 === 0 ? 'Weighed' : 'Sent',
  data: n % 10 === 0 ? { grams: n } : { parcel: `p-${n}`, to: `B-${n % 50}`, note: '' },
  metadata: header,
});

/** How many events it takes to tell so many facts. */
export const eventsFor = (facts: number): number => Math.ceil(facts / 9) * 10;

/**
 * Writes down parcels so that `facts` of them are told, on streams that take turns; answers with the last position.
 * @param before how many were told of before
 */
export async function record(log: EventLog, facts: number, before = 0): Promise<Position> {
  const [perAppend, streams] = [20, 500];
  const [first, end] = [eventsFor(before), eventsFor(before + facts)];
  let position: Position | undefined;
  for (let at = first; at < end; at += perAppend) {
    const some = Array.from({ length: Math.min(perAppend, end - at) }, (_, index) => parcel(at + index + 1));
    const { position: last } = await log.append(`parcel-${(at / perAppend) % streams}`, 'any', some);
    if (position === undefined || last > position) position = last;
  }
  if (position === undefined) throw new Error('nothing to write down');
  return position;
}

/** A report of a kind: how many parcels went to each place. */
export const perPlace = projection<ParcelFacts, { readonly count: number }>({
  name: 'per-place',
  version: 1,
  events: parcelFacts,
  key: (fact) => (fact.type === 'ParcelSent.v1' ? fact.data.to : undefined),
  empty: () => ({ count: 0 }),
  on: { 'ParcelSent.v1': ({ count }) => ({ count: count + 1 }) },
  index: () => [['all', '']],
});
