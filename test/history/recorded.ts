import { deriveId, type EventMap, type EventOf } from '#decider';
import type { Entry, Metadata, Position } from '#event-log';
import type { Projection } from '#projection';

const minute = 60_000;

export interface Circumstances {
  /** When the first happened; each next one a minute later. Default: 1 October 2025, ten in the morning in Lima. */
  readonly at?: string;
  /** Position and revision before the first. Default 0. */
  readonly after?: number;
  /** More of the header. */
  readonly header?: Metadata;
}

/** Events or facts as a log gives them back: with ids, places and headers, one minute apart. */
export function recorded<M extends EventMap>(
  stream: string,
  events: readonly EventOf<M>[],
  { at = '2025-10-01T15:00:00.000Z', after = 0, header = {} }: Circumstances = {},
): readonly Entry[] {
  return events.map(({ type, data }, index) => {
    const place = after + index + 1;
    const when = new Date(Date.parse(at) + index * minute).toISOString();
    return {
      id: deriveId(stream, place),
      type,
      stream,
      revision: place,
      position: String(place).padStart(20, '0') as Position,
      data,
      metadata: { actor: 'demo-01', effectiveAt: when, recordedAt: when, schema: '1', ...header },
    };
  });
}

/** A projection over entries: its documents, and its lists with their keys in order. */
export function folded<D>(projection: Projection<D>, entries: readonly Entry[]) {
  const documents = new Map<string, D>();
  for (const entry of entries) {
    if (!projection.types.includes(entry.type)) continue;
    for (const key of projection.keys(entry)) {
      const document = projection.fold(documents.get(key) ?? projection.empty(key), entry, key);
      if (document === undefined) documents.delete(key);
      else documents.set(key, document);
    }
  }
  const terms = [...documents].flatMap(([key, document]) =>
    projection.index(document, key).map(([list, sort]) => ({ list, sort, key })),
  );
  terms.sort((a, b) => (`${a.sort}\u001f${a.key}` < `${b.sort}\u001f${b.key}` ? -1 : 1));
  const lists: Record<string, string[]> = {};
  for (const { list, key } of terms) (lists[list] ??= []).push(key);
  return { documents, lists };
}
