import type { BundleLine, CheckpointLine, EntryLine, ManifestLine } from '../bundle/lines.js';
import { parseCheckpoint, type SignedCheckpoint } from '../checkpoint.js';
import { NoteRefused } from '../note.js';
import type { TrustPolicy } from '../policy.js';
import { Checkpoints, compareSeen, type Cosigned } from './checkpoints.js';
import { Unsound } from './codes.js';
import { type Counts, type EntryCheck, SomeStreams, WholeLog } from './entries.js';

export interface VerifyOptions {
  readonly policy: TrustPolicy;
  /** A checkpoint that somebody kept, such as a witness: the bundle must not contradict it. */
  readonly seen?: string;
  /** Seconds for which a quorum's signatures count as fresh. Default: for ever. */
  readonly maxAge?: number;
  /** Seconds since 1970. */
  readonly now: number;
}

/** What a sound bundle holds. */
export interface Sound extends Counts {
  readonly origin: string;
  readonly scope: ManifestLine['scope'];
  readonly checkpoints: number;
  readonly cosigned: Cosigned;
  /** Leaves younger than the last checkpoint with a quorum: for these nobody but the log itself vouches. */
  readonly unsealed: number;
}

/**
 * Checks a bundle from its lines: nothing else is read, and nobody is asked.
 * @throws Unsound the first thing that is wrong
 */
export function verifyBundle(lines: Iterable<string>, options: VerifyOptions): Sound {
  const reading = new Reading(options);
  for (const line of lines) reading.read(line);
  return reading.sound();
}

class Reading {
  #manifest: ManifestLine | undefined;
  #checkpoints: Checkpoints | undefined;
  #check: EntryCheck | undefined;
  #entries = 0;
  #cosigned: Cosigned | undefined;
  #counts: Counts | undefined;

  constructor(private readonly options: VerifyOptions) {}

  read(text: string): void {
    const line = lineFrom(text) ?? malformed(this.#entries, 'una línea que no se entiende');
    if (this.#counts !== undefined) malformed(this.#entries, 'algo después del final');
    if (this.#manifest === undefined || this.#checkpoints === undefined) {
      if (line.kind !== 'manifest') malformed(0, 'falta la primera línea');
      this.#manifest = line;
      this.#checkpoints = new Checkpoints(this.options.policy, line.origin);
      return;
    }
    switch (line.kind) {
      case 'manifest':
        return malformed(this.#entries, 'dos comienzos');
      case 'checkpoint':
        if (this.#check !== undefined) malformed(this.#entries, 'un cierre entre los sucesos');
        return this.#checkpoints.add(line);
      case 'entry':
        (this.#check ??= this.#begin(this.#manifest, this.#checkpoints)).add(line);
        this.#entries += 1;
        return;
      case 'end':
        this.#check ??= this.#begin(this.#manifest, this.#checkpoints);
        if (line.entries !== this.#entries) malformed(this.#entries, `debían ser ${line.entries} sucesos`);
        this.#counts = this.#check.end();
    }
  }

  sound(): Sound {
    const [manifest, checkpoints, cosigned] = [this.#manifest, this.#checkpoints, this.#cosigned];
    if (manifest === undefined || checkpoints === undefined || cosigned === undefined || this.#counts === undefined) {
      return malformed(this.#entries, 'falta el final');
    }
    const { origin, scope } = manifest;
    const unsealed = scope === 'whole' ? this.#counts.leaves - cosigned.size : 0;
    return { ...this.#counts, origin, scope, checkpoints: checkpoints.all.length, cosigned, unsealed };
  }

  /** All checkpoints are there: what they say before any event is looked at. */
  #begin({ scope, streams }: ManifestLine, checkpoints: Checkpoints): EntryCheck {
    const { cosigned, last } = checkpoints;
    if (cosigned === undefined || last === undefined)
      throw new Unsound('quorum', last?.size ?? 0, 'ningún cierre las tiene');
    this.#cosigned = cosigned;
    const { maxAge, now, seen: seenText } = this.options;
    if (maxAge !== undefined && cosigned.time !== undefined && now - cosigned.time > maxAge) {
      throw new Unsound('stale', cosigned.size, new Date(cosigned.time * 1_000).toISOString());
    }
    const seen = seenText === undefined ? undefined : this.#seen(seenText, checkpoints);
    if (seen !== undefined) compareSeen(seen, checkpoints.all);
    return scope === 'whole' ? new WholeLog(checkpoints.all, seen) : new SomeStreams(streams ?? [], last);
  }

  #seen(text: string, checkpoints: Checkpoints): SignedCheckpoint {
    try {
      const seen = parseCheckpoint(text);
      checkpoints.verify(seen);
      return seen;
    } catch (error) {
      if (!(error instanceof NoteRefused)) throw error;
      throw new Unsound('wrong-use', 0, 'el cierre de comparación no se entiende');
    }
  }
}

/** A line of a bundle, with its fields of the right kinds; undefined when it is none. */
function lineFrom(text: string): BundleLine | undefined {
  let line: Record<string, unknown>;
  try {
    line = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (typeof line !== 'object' || line === null) return undefined;
  const texts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
  const optional = (value: unknown): boolean => value === undefined || texts(value);
  const textOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
  switch (line['kind']) {
    case 'manifest': {
      const { bundle, origin, scope, streams } = line;
      const scoped = scope === 'whole' ? streams === undefined : scope === 'streams' && texts(streams);
      return bundle === 1 && typeof origin === 'string' && scoped ? (line as unknown as ManifestLine) : undefined;
    }
    case 'checkpoint': {
      const { note, consistency } = line;
      return typeof note === 'string' && texts(consistency) ? (line as unknown as CheckpointLine) : undefined;
    }
    case 'entry': {
      const { leaf, event, shredded, proof } = line;
      const whole = textOrNull(leaf) && isEvent(event) && optional(shredded) && optional(proof);
      return whole ? (line as unknown as EntryLine) : undefined;
    }
    case 'end':
      return Number.isSafeInteger(line['entries']) ? { kind: 'end', entries: Number(line['entries']) } : undefined;
    default:
      return undefined;
  }
}

function isEvent(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { stream, revision, id, type, header, data } = value as Record<string, unknown>;
  const texts = [stream, id, type, header].every((each) => typeof each === 'string');
  return texts && Number.isSafeInteger(revision) && (data === null || typeof data === 'string');
}

function malformed(at: number, detail: string): never {
  throw new Unsound('bundle-malformed', at, detail);
}
