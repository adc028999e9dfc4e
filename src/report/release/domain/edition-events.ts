import { catalogue } from '#decider';
import type { Withheld } from '../../domain/model.js';
import type { Profile } from '../../domain/profiles.js';
import type { ReleasedFigures } from '../../domain/releasing.js';

/** Why an edition is made again. */
export const causes = ['LATE', 'CORRECTED', 'DEFINITION'] as const;
export type Cause = (typeof causes)[number];

/** What one kind of reader gets of a frozen edition. */
export interface FrozenProfile {
  /** SHA-256 of the canonical JSON of the figures, hex. */
  readonly digest: string;
  /** What was left out so that nothing can be worked out. */
  readonly withheld: readonly Withheld[];
}

/** A file as it was issued, without its bytes. */
export interface IssuedFile {
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A figure that is another in this version than in the one before; null: withheld. */
export interface ChangedFigure {
  /** `section/table/row/column`, or the id of an indicator. */
  readonly figure: string;
  readonly was: number | null;
  readonly now: number | null;
}

interface Of {
  readonly board: string;
  readonly month: string;
  readonly version: number;
}

/** The life of a month's report. Its figures are of the board and the public; nothing in it is of a person. */
export type EditionEvents = {
  /** Made of the record up to `position`, judged at `cutoff`; whatever is recorded later is of a later edition. */
  EditionFrozen: Of & {
    readonly country: string;
    readonly position: string;
    readonly cutoff: string;
    readonly issuedAt: string;
    readonly software: string;
    readonly profiles: Readonly<Record<Profile['id'], FrozenProfile>>;
  };
  /** By the board, as its minutes of this number say. */
  EditionApproved: Of & { readonly minutes: string };
  /** What readers have been told of each cell from now on. */
  FiguresReleased: ReleasedFigures;
  /** One file of it, byte by byte: deflated, in base64. */
  FileIssued: Of & IssuedFile & { readonly profile: Profile['id']; readonly content: string };
  EditionPublished: Of & {
    readonly profile: Profile['id'];
    readonly digest: string;
    /** The short code on its pages. */
    readonly code: string;
    readonly files: readonly IssuedFile[];
    /** From the second version on. */
    readonly changes?: readonly ChangedFigure[];
    /** The checkpoint of the ledger that covers its position. */
    readonly checkpoint?: { readonly size: number; readonly root: string };
  };
  /** A new version is to replace the one published; its number. */
  EditionRestated: Of & { readonly cause: Cause };
};

export const editionEvents = catalogue<EditionEvents>({
  EditionFrozen: 1,
  EditionApproved: 1,
  FiguresReleased: 1,
  FileIssued: 1,
  EditionPublished: 1,
  EditionRestated: 1,
});
