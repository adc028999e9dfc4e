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

/** Seconds by which the clock of a witness may be ahead of the auditor's. */
const skew = 3_600;

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
    return { ...this.#counts, origin, scope, checkpoints: checkpoints.all.length, cosigned };
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
    if (cosigned.youngest !== undefined && cosigned.youngest - now > skew) {
      throw new Unsound('from-the-future', cosigned.size, `${cosigned.youngest} segundos desde 1970`);
    }
    const seen = seenText === undefined ? undefined : this.#seen(seenText, checkpoints);
    const compared = seen === undefined || compareSeen(seen, checkpoints.all);
    if (scope === 'whole') return new WholeLog(checkpoints.all, cosigned.size, seen);
    if (!compared) throw new Unsound('wrong-use', 0, 'un paquete de algunas historias solo se compara con sus cierres');
    return new SomeStreams(streams ?? [], last, cosigned.size);
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

/** A line of a bundle, with its fields of the right kinds and no others; undefined when it is none. */
function lineFrom(text: string): BundleLine | undefined {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(line)) return undefined;
  switch (line['kind']) {
    case 'manifest': {
      const { bundle, origin, scope, streams } = line;
      const scoped = scope === 'whole' ? streams === undefined : scope === 'streams' && areTexts(streams);
      const whole = bundle === 1 && isText(origin) && isText(line['madeAt']) && scoped;
      return whole && hasOnly(line, 'bundle', 'origin', 'scope', 'streams', 'madeAt')
        ? (line as unknown as ManifestLine)
        : undefined;
    }
    case 'checkpoint': {
      const whole = isText(line['note']) && areTexts(line['consistency']);
      return whole && hasOnly(line, 'note', 'consistency') ? (line as unknown as CheckpointLine) : undefined;
    }
    case 'entry': {
      const { leaf, event, shredded, proof } = line;
      const whole = isTextOrNull(leaf) && isEvent(event) && [shredded, proof].every(areTextsIfAny);
      return whole && hasOnly(line, 'leaf', 'event', 'shredded', 'proof') ? (line as unknown as EntryLine) : undefined;
    }
    case 'end': {
      const { entries } = line;
      return Number.isSafeInteger(entries) && hasOnly(line, 'entries')
        ? { kind: 'end', entries: Number(entries) }
        : undefined;
    }
    default:
      return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
/** Half of a character is hashed as another one: it could stand for what was signed. */
const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const areTextsIfAny = (value: unknown): boolean => value === undefined || areTexts(value);
/** What is not checked has no place in a file that proves. */
const hasOnly = (line: Fields, ...names: readonly string[]): boolean =>
  Object.keys(line).every((name) => name === 'kind' || names.includes(name));

function isEvent(value: unknown): boolean {
  if (value === null) return true;
  if (!isObject(value)) return false;
  const { stream, revision, id, type, header, data } = value;
  const whole = [stream, id, type, header].every(isText) && Number.isSafeInteger(revision) && isTextOrNull(data);
  return whole && Object.keys(value).length === 6;
}

function malformed(at: number, detail: string): never {
  throw new Unsound('bundle-malformed', at, detail);
}
