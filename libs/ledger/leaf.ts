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

/** The leaf of an event at its place in the log, counted from 0. */
export function leafOf(event: Sealable, leafIndex: number): Leaf {
  const header = JSON.parse(event.metadataText) as Readonly<Record<string, string | undefined>>;
  return {
    v: 1,
    leafIndex,
    stream: event.stream,
    revision: event.revision,
    eventId: event.id,
    type: event.type,
    schema: Number(header['schema'] ?? 0),
    recordedAt: header['recordedAt'] ?? '',
    effectiveAt: header['effectiveAt'] ?? '',
    actor: header['actor'] ?? '',
    headerDigest: digestOf(event.metadataText),
    payloadDigest: digestOf(event.dataText),
  };
}

/** The bytes that are hashed: JSON with sorted names and no space (RFC 8785, for texts and whole numbers). */
export function leafText(leaf: Leaf): string {
  return JSON.stringify(leaf, names);
}

/** In the order of RFC 8785: by UTF-16 code units. */
const names = [
  'actor',
  'effectiveAt',
  'eventId',
  'headerDigest',
  'leafIndex',
  'payloadDigest',
  'recordedAt',
  'revision',
  'schema',
  'stream',
  'type',
  'v',
] as const satisfies readonly (keyof Leaf)[] as unknown as string[];

export const leafTextHash = (text: string): Hash => leafHash(Buffer.from(text));

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
