import { catalogue } from '#decider';
import { deriveId, type EventLog, type Position } from '#event-log';
import type { Code, FactInstant } from './fact.js';
import { code, factInstant } from './fact.js';
import { factCatalogue, publish } from './publish.js';

/** Parcels, for the specs of this lib: what is sent and lost is told, a weighing is not, nor a parcel to nobody. */
export type Parcels = {
  Sent: { parcel: string; to: string; note: string };
  Weighed: { grams: number };
  Lost: { since: string };
};
export const parcels = catalogue<Parcels>(
  { Sent: 2, Weighed: 1, Lost: 1 },
  { Sent: { 1: (old: object) => ({ ...old, note: '' }) } },
);

export type ParcelFacts = {
  'ParcelSent.v1': { readonly to: Code; readonly urgent: boolean };
  'ParcelLost.v1': { readonly since: FactInstant };
};
export const parcelFacts = factCatalogue<ParcelFacts>({ 'ParcelSent.v1': true, 'ParcelLost.v1': true });

export const told = publish(parcels, parcelFacts, {
  Sent: ({ data }) =>
    data.to === '' ? undefined : { type: 'ParcelSent.v1', data: { to: code(data.to), urgent: data.note === 'urgent' } },
  Lost: ({ data }) => ({ type: 'ParcelLost.v1', data: { since: factInstant(data.since) } }),
});

const header = {
  actor: 'demo',
  commandId: 'c-1',
  correlationId: 'c-1',
  fingerprint: 'f',
  effectiveAt: '2025-10-01T15:00:00.000Z',
  recordedAt: '2025-10-02T15:00:00.000Z',
};

let count = 0;

/** Appends one event with a full header; answers with its position. */
export async function record(
  log: EventLog,
  stream: string,
  type: string,
  data: object,
  metadata: Readonly<Record<string, string>> = {},
): Promise<Position> {
  const id = deriveId('parcel', (count += 1));
  const schema = parcels.has(type) ? String(parcels.schema(type)) : '1';
  const event = { id, type, data, metadata: { ...header, schema, ...metadata } };
  return (await log.append(stream, 'any', [event])).position;
}
