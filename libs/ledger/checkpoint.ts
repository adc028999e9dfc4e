import { base64, countFrom, hashFrom } from './bytes.js';
import { type Note, NoteRefused, parseNote } from './note.js';
import { emptyRoot, type Hash, sameHash } from './tree.js';

/** How a log stood: all a witness ever sees of it. */
export interface Checkpoint {
  /** Names the log; also the name of its key. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** A checkpoint and who signed it. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** What is signed (C2SP tlog-checkpoint), without extension lines: witnesses could not check them. */
export const checkpointBody = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`;

/** @throws NoteRefused `malformed`: no note, or no checkpoint in it */
export function parseCheckpoint(text: string): SignedCheckpoint {
  const note = parseNote(text);
  const [origin = '', sizeText = '', rootText = '', ...more] = note.body.split('\n');
  const [size, root] = [countFrom(sizeText), hashFrom(rootText)];
  if (origin === '' || size === undefined || root === undefined || more.join('\n') !== '') {
    throw new NoteRefused('malformed', 'not a checkpoint of origin, size and root');
  }
  if (size === 0 && !sameHash(root, emptyRoot)) throw new NoteRefused('malformed', 'an empty tree with another root');
  return { origin, size, root, note };
}
