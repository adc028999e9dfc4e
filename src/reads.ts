import { catalogue } from '#decider';
import type { EventLog, Instant, RecordedEvent } from '#event-log';
import type { Platform } from './platform.js';

/** Who it was, as what, what for, and by which rules: codes alone. The actor's own code is in the header. */
export interface Reader {
  readonly institution?: string;
  readonly role?: string;
  readonly purpose: string;
  /** The rules of access that said so. */
  readonly policies?: readonly string[];
  /** The emergency access it was done under. */
  readonly glass?: string;
}

/** What the second log holds: who read what of whose, and what for; never what it says. No projection reads it. */
export type ReadEvents = {
  /** Somebody was shown a case or a referral: its course, without what is sealed in it. */
  Looked: Reader & { readonly stream: string; readonly action: string };
  /** Somebody was shown a list with a line for each of these streams. */
  Listed: Reader & { readonly stream: string; readonly what: string; readonly lines: readonly string[] };
  SectionOpened: Reader & {
    /** Stream, event and section that was opened. */
    readonly stream: string;
    readonly eventId: string;
    readonly section: string;
    readonly category: string;
  };
  /** Somebody looked for a person: by which traits, and how many may be the one. */
  Searched: Reader & { readonly stream: string; readonly by: readonly string[]; readonly found: number };
  /** Something left the system in a file. */
  Exported: Reader & { readonly stream: string; readonly what: string; readonly rows?: number };
  /** Somebody asked for what is not theirs. */
  Refused: Reader & { readonly stream: string; readonly action: string };
};

export const readEvents = catalogue<ReadEvents>(
  { Looked: 1, Listed: 1, SectionOpened: 2, Searched: 1, Exported: 2, Refused: 1 },
  // What says more of the reader, or of how much it was, may be missing.
  { SectionOpened: { 1: (data: object) => data }, Exported: { 1: (data: object) => data } },
);

/** The stream that says who read what of a stream. */
export const readsOf = (stream: string): string => `read-${stream}`;

/**
 * Writes down that somebody is about to see personal data, or was refused it. Durable before it resolves, so that nothing
 * is shown that left no trace.
 * @throws LogUnavailable: then nothing may be shown
 */
export async function recordRead<T extends keyof ReadEvents>(
  { reads, clock }: Pick<Platform, 'reads' | 'clock'>,
  actor: string,
  type: T,
  read: ReadEvents[T],
): Promise<void> {
  const now = clock.now();
  const metadata = { actor, effectiveAt: now, recordedAt: now, schema: String(readEvents.schema(type)) };
  const event = { id: crypto.randomUUID(), type, data: read, metadata };
  await reads.append(readsOf(read.stream), 'any', [event]);
}

/** Lists of a month share a stream, so that whoever asks about a case reads the months it was there, and no others. */
const listsOf = (month: string): string => `list-${month}`;
const monthOf = (at: Instant): string => at.slice(0, 7);

/**
 * Writes down that a list is about to be shown: one record, however many lines. Durable before it resolves.
 * @throws LogUnavailable: then nothing may be shown
 */
export function recordListed(
  platform: Pick<Platform, 'reads' | 'clock'>,
  actor: string,
  list: Omit<ReadEvents['Listed'], 'stream'>,
): Promise<void> {
  return recordRead(platform, actor, 'Listed', { stream: listsOf(monthOf(platform.clock.now())), ...list });
}

/** A list that was shown, by whom and when. */
export interface ShownList {
  readonly actor: string;
  readonly at: Instant;
  readonly list: ReadEvents['Listed'];
}

/**
 * The lists that showed any of these streams, the oldest first. Most lists of a month are of others: only a record whose
 * text holds one of the names is parsed.
 * @param since when the first of them began: no list can have shown it before
 */
export async function* listsThatShowed(
  { reads, clock }: { readonly reads: Pick<EventLog, 'readStream'>; readonly clock: Platform['clock'] },
  streams: readonly string[],
  since: Instant,
): AsyncGenerator<ShownList> {
  for (const month of monthsBetween(since, clock.now())) {
    for await (const event of reads.readStream(readsOf(listsOf(month)))) {
      if (!streams.some((each) => event.dataText.includes(each))) continue;
      const shown = shownList(event);
      if (streams.some((each) => shown.list.lines.includes(each))) yield shown;
    }
  }
}

function shownList({ type, data, metadata }: RecordedEvent): ShownList {
  const read = readEvents.decode(type, Number(metadata['schema']), data);
  return {
    actor: metadata['actor'] ?? '',
    at: metadata['recordedAt'] ?? '',
    list: read.data as ReadEvents['Listed'],
  };
}

/** `2025-12`, `2026-01`… both ends included. */
function* monthsBetween(from: Instant, to: Instant): Generator<string> {
  const last = monthOf(to);
  let [year = 0, month = 0] = monthOf(from).split('-').map(Number);
  for (let at = monthOf(from); at <= last; at = `${year}-${String(month).padStart(2, '0')}`) {
    yield at;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/**
 * Writes down that rows are about to leave in a file. Durable before it resolves.
 * @param what a code: `ruv`, `evidence`…; rows: how many lines of data, headings not counted
 * @throws LogUnavailable: then nothing may leave
 */
export function recordExport(
  platform: Pick<Platform, 'reads' | 'clock'>,
  { code, institution, role }: { readonly code: string; readonly institution?: string; readonly role?: string },
  file: { readonly stream: string; readonly what: string; readonly rows: number },
): Promise<void> {
  const who = { ...(institution === undefined ? {} : { institution }), ...(role === undefined ? {} : { role }) };
  return recordRead(platform, code, 'Exported', { ...file, ...who, purpose: 'export' });
}
