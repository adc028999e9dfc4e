import type { EventLog, RecordedEvent } from '#event-log';
import { base64 } from '../bytes.js';
import type { LedgerReader, Sealed } from '../ledger.js';
import { noteText } from '../note.js';
import type { StoredLeaf } from '../port.js';
import type { BundleLine, CheckpointLine, EntryLine } from './lines.js';

/** What a bundle is made of. */
export interface BundleSource {
  readonly ledger: LedgerReader;
  readonly log: Pick<EventLog, 'readAll' | 'readStream'>;
  readonly origin: string;
  readonly madeAt: string;
  /** Only these streams, such as those of one case. Default: the whole log. */
  readonly streams?: readonly string[];
  /** Names the sections of an event whose key was destroyed. Default: nobody knows of any. */
  readonly shredded?: (event: RecordedEvent) => readonly string[];
}

export const bundleText = (line: BundleLine): string => `${JSON.stringify(line)}\n`;

/**
 * The lines of a bundle, for an auditor to check without this software and without a key.
 * @throws RangeError some streams are asked for, and no checkpoint was ever signed
 */
export async function* bundleOf(source: BundleSource): AsyncGenerator<BundleLine> {
  const { origin, madeAt, streams } = source;
  const scope = streams === undefined ? { scope: 'whole' as const } : { scope: 'streams' as const, streams };
  yield { kind: 'manifest', bundle: 1, origin, ...scope, madeAt };
  const checkpoints = streams === undefined ? source.ledger.checkpoints() : ends(source.ledger);
  let last: Sealed | undefined;
  for (const checkpoint of checkpoints) {
    yield checkpointLine(source.ledger, last, checkpoint);
    last = checkpoint;
  }
  let entries = 0;
  const found = streams === undefined ? everything(source) : ofStreams(source, streams, last);
  for await (const entry of found) {
    yield entry;
    entries += 1;
  }
  yield { kind: 'end', entries };
}

/** The last checkpoint that somebody else signed too, and the last of all. */
const ends = ({ latestCosigned, latest }: LedgerReader): readonly Sealed[] =>
  [latestCosigned, latest].filter((each, at, all) => each !== undefined && each.size !== all[at - 1]?.size) as Sealed[];

function checkpointLine(ledger: LedgerReader, before: Sealed | undefined, { size, note }: Sealed): CheckpointLine {
  // A tree that lost its end cannot prove anything about it: the verifier says so.
  const proof = before === undefined || size > ledger.size ? [] : ledger.consistency(before.size, size);
  return { kind: 'checkpoint', note: noteText(note), consistency: proof.map(base64) };
}

/** Log and tree side by side, as far as either of them reaches. */
async function* everything({ ledger, log, shredded }: BundleSource): AsyncGenerator<EntryLine> {
  const leaves = ledger.leaves(0, ledger.size)[Symbol.iterator]();
  for await (const { events } of log.readAll()) {
    for (const event of events) {
      const next = leaves.next();
      yield entryLine(next.done ? undefined : next.value, event, shredded);
    }
  }
  for (let next = leaves.next(); !next.done; next = leaves.next()) yield entryLine(next.value, undefined, shredded);
}

async function* ofStreams(
  { ledger, log, shredded }: BundleSource,
  streams: readonly string[],
  last: Sealed | undefined,
): AsyncGenerator<EntryLine> {
  if (last === undefined) throw new RangeError('no checkpoint was signed yet');
  for (const stream of streams) {
    for await (const event of log.readStream(stream)) {
      const leaf = ledger.leafFor(event);
      const entry = entryLine(leaf, event, shredded);
      if (leaf === undefined || leaf.index >= last.size) yield { ...entry, leaf: null };
      else yield { ...entry, proof: ledger.inclusion(leaf.index, last.size).map(base64) };
    }
  }
}

function entryLine(
  leaf: StoredLeaf | undefined,
  event: RecordedEvent | undefined,
  shredded: BundleSource['shredded'],
): EntryLine {
  const gone = event === undefined ? [] : (shredded?.(event) ?? []);
  return {
    kind: 'entry',
    leaf: leaf?.text ?? null,
    event:
      event === undefined
        ? null
        : {
            stream: event.stream,
            revision: event.revision,
            id: event.id,
            type: event.type,
            header: event.metadataText,
            data: event.dataText,
          },
    ...(gone.length === 0 ? {} : { shredded: gone }),
  };
}
