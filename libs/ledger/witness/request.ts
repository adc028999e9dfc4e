import { base64, countFrom, hashFrom } from '../bytes.js';
import { parseCheckpoint, type SignedCheckpoint } from '../checkpoint.js';
import { NoteRefused, noteText } from '../note.js';
import type { Hash } from '../tree.js';

/** What a log asks a witness to sign (C2SP tlog-witness, `add-checkpoint`). */
export interface WitnessRequest {
  /** Size of the last checkpoint the witness signed, as the log remembers it. */
  readonly old: number;
  /** From there to the checkpoint. */
  readonly consistency: readonly Hash[];
  readonly checkpoint: SignedCheckpoint;
}

/** More than any tree that can be counted needs. */
const mostHashes = 63;

export const requestText = ({ old, consistency, checkpoint }: WitnessRequest): string =>
  [`old ${old}`, ...consistency.map(base64), '', noteText(checkpoint.note)].join('\n');

/** @throws NoteRefused `malformed` */
export function parseRequest(text: string): WitnessRequest {
  const end = text.indexOf('\n\n');
  const [first = '', ...hashes] = text.slice(0, Math.max(end, 0)).split('\n');
  const old = first.startsWith('old ') ? countFrom(first.slice('old '.length)) : undefined;
  const consistency = hashes.map(hashFrom).filter((hash) => hash !== undefined);
  if (old === undefined || consistency.length !== hashes.length || hashes.length > mostHashes) {
    throw new NoteRefused('malformed', 'not a request to a witness');
  }
  return { old, consistency, checkpoint: parseCheckpoint(text.slice(end + 2)) };
}
