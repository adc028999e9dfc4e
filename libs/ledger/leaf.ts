import { digestOf } from './bytes.js';
import { type Hash, leafHash } from './tree.js';

/** What of a recorded event a leaf is made from: its place, and its stored texts byte for byte. */
export interface Sealable {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly dataText: string;
  readonly metadataText: string;
}

/** What a leaf says of an event. Nothing in it is personal, and its digests are of sealed bytes. */
export interface Leaf {
  readonly v: 1;
  /** Inside the leaf, so that leaves cannot change places. */
  readonly leafIndex: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schema: number;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly actor: string;
  /** SHA-256 of the stored header, hex: also of what is not told apart above. */
  readonly headerDigest: string;
  /** SHA-256 of the stored data, hex. */
  readonly payloadDigest: string;
}

/**
 * The leaf of an event at its place in the log, counted from 0.
 * @throws SyntaxError a header that is no JSON
 * @throws RangeError a header that is not one of texts: two readers could take it for two things
 */
export function leafOf(event: Sealable, leafIndex: number): Leaf {
  const header = headerFrom(event.metadataText);
  return {
    v: 1,
    leafIndex,
    stream: event.stream,
    revision: event.revision,
    eventId: event.id,
    type: event.type,
    schema: schemaFrom(header['schema'] ?? '0'),
    recordedAt: header['recordedAt'] ?? '',
    effectiveAt: header['effectiveAt'] ?? '',
    actor: header['actor'] ?? '',
    headerDigest: digestOf(event.metadataText),
    payloadDigest: digestOf(event.dataText),
  };
}

function headerFrom(text: string): Readonly<Record<string, string>> {
  const header = JSON.parse(text) as unknown;
  const isFlat = typeof header === 'object' && header !== null && !Array.isArray(header);
  if (!isFlat || !Object.values(header).every((value) => typeof value === 'string')) {
    throw new RangeError('a header is an object of texts');
  }
  return header as Readonly<Record<string, string>>;
}

function schemaFrom(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError('a schema is a whole number');
  return Number(text);
}

/** The bytes that are hashed: JSON with sorted names and no space (RFC 8785, for texts and whole numbers). */
export function leafText(leaf: Leaf): string {
  // In the order of RFC 8785, by UTF-16 code units. A list of names for JSON.stringify would take twice as long.
  return JSON.stringify({
    actor: leaf.actor,
    effectiveAt: leaf.effectiveAt,
    eventId: leaf.eventId,
    headerDigest: leaf.headerDigest,
    leafIndex: leaf.leafIndex,
    payloadDigest: leaf.payloadDigest,
    recordedAt: leaf.recordedAt,
    revision: leaf.revision,
    schema: leaf.schema,
    stream: leaf.stream,
    type: leaf.type,
    v: leaf.v,
  } satisfies Leaf);
}

export const leafTextHash = (text: string): Hash => leafHash(text);

/** A leaf from its text; undefined unless it is one, written the one way it may be. */
export function parseLeaf(text: string): Leaf | undefined {
  let leaf: Leaf;
  try {
    leaf = JSON.parse(text) as Leaf;
  } catch {
    return undefined;
  }
  if (typeof leaf !== 'object' || leaf === null || leaf.v !== 1) return undefined;
  const numbers = [leaf.leafIndex, leaf.revision, leaf.schema];
  const texts = [
    leaf.stream,
    leaf.eventId,
    leaf.type,
    leaf.recordedAt,
    leaf.effectiveAt,
    leaf.actor,
    leaf.headerDigest,
    leaf.payloadDigest,
  ];
  if (!numbers.every((each) => Number.isSafeInteger(each)) || !texts.every((each) => typeof each === 'string')) {
    return undefined;
  }
  return leafText(leaf) === text ? leaf : undefined;
}
