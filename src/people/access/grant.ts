import type { Grant } from '#vault';
import type { Reader } from '../../reads.js';
import type { FieldClass } from './vocabulary.js';

/**
 * What a decision allows to be opened: these classes of one stream, by one person, until an instant. Only the decision
 * point has the right to make the vault's grant that is in it, and the vault opens nothing without that.
 */
export interface DecryptGrant {
  readonly grant: Grant;
  readonly actor: string;
  readonly stream: string;
  readonly classes: readonly FieldClass[];
  /** When it ends by itself; it is meant for one request. */
  readonly until: string;
  /** What is recorded of each read under it. */
  readonly reader: Reader;
}
