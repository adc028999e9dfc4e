import { base64, countFrom, fromBase64, hashFrom } from './bytes.js';
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.js';
import { NoteRefused, noteText } from './note.js';
import type { Hash } from './tree.js';

/** That one leaf is in the log: enough, with a trust policy and the leaf, to check it anywhere (C2SP tlog-proof). */
export interface Proof {
  readonly index: number;
  readonly inclusion: readonly Hash[];
  readonly checkpoint: SignedCheckpoint;
}

const firstLine = 'c2sp.org/tlog-proof@v1';

export const proofText = ({ index, inclusion, checkpoint }: Proof): string =>
  [firstLine, `index ${index}`, ...inclusion.map(base64), '', noteText(checkpoint.note)].join('\n');

/** @throws NoteRefused `malformed` */
export function parseProof(text: string): Proof {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  // What a log adds for its own use is not covered by any signature, and not read.
  if (lines[0]?.startsWith('extra ') && fromBase64(lines[0].slice('extra '.length)) !== undefined) lines.shift();
  const [indexLine = '', ...hashes] = lines;
  const index = indexLine.startsWith('index ') ? countFrom(indexLine.slice('index '.length)) : undefined;
  const inclusion = hashes.map(hashFrom).filter((hash) => hash !== undefined);
  if (first !== firstLine || index === undefined || inclusion.length !== hashes.length || hashes.length > 63) {
    throw new NoteRefused('malformed', 'not a proof');
  }
  return { index, inclusion, checkpoint: parseCheckpoint(text.slice(end + 2)) };
}
