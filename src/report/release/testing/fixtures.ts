import type { EventOf } from '#decider';
import type { ReleasedFigures } from '../../domain/releasing.js';
import type { EditionCommand } from '../domain/edition.js';
import type { EditionEvents, IssuedFile } from '../domain/edition-events.js';

type Event = EventOf<EditionEvents>;
type Of<C extends EditionCommand['do']> = Extract<EditionCommand, { do: C }>;

export const board = 'mesa-150112';
export const month = '2025-10';
const of = { board, month, version: 1 } as const;

const made = {
  ...{ country: 'PE', position: '00000000000000000042', cutoff: '2025-11-05T13:00:00.000Z' },
  ...{ issuedAt: '2025-11-05T13:00:00.000Z', software: 'chaski test' },
  profiles: {
    board: { digest: 'ab'.repeat(32), withheld: [{ table: 'new-cases/by-risk', how: 'merged', rows: ['MILD'] }] },
    public: { digest: 'cd'.repeat(32), withheld: [{ table: 'who/by-age', how: 'quarter' }] },
  },
} satisfies Omit<EditionEvents['EditionFrozen'], 'board' | 'month' | 'version'>;

export const freezing: Of<'freeze'> = { do: 'freeze', board, month, ...made };
export const frozen = { type: 'EditionFrozen', data: { ...of, ...made } } satisfies Event;

export const approving: Of<'approve'> = { do: 'approve', minutes: '011-2025' };
export const approved = { type: 'EditionApproved', data: { ...of, minutes: '011-2025' } } satisfies Event;

const figures: ReleasedFigures = {
  ...{ ...of, territory: ['150112'], profile: 'board' },
  cells: { 'cases@2025-10#1': [40, 40, 40], 'risk@2025-10/MILD#1': [null, 1, null] },
  sums: [['cases@2025-10#1', 'risk@2025-10/MILD#1', 'risk@2025-10/SEVERE#1']],
  guarded: ['risk@2025-10/MILD#1'],
};

const file: IssuedFile = { format: 'json', sha256: 'ef'.repeat(32), bytes: 2 };
const content = 'q64FAA==';

export const publishing: Of<'publish'> = {
  ...{ do: 'publish', profile: 'board', digest: 'ab'.repeat(32), code: 'ABAB-ABAB-ABAB', figures },
  files: [{ ...file, content }],
  changes: [{ figure: 'new-cases', was: 40, now: null }],
  checkpoint: { size: 43, root: 'AAAA' },
};

export const released = { type: 'FiguresReleased', data: figures } satisfies Event;
export const issued = { type: 'FileIssued', data: { ...of, profile: 'board', ...file, content } } satisfies Event;
export const published = {
  type: 'EditionPublished',
  data: {
    ...{ ...of, profile: 'board', digest: publishing.digest, code: publishing.code, files: [file] },
    ...{ changes: publishing.changes ?? [], checkpoint: { size: 43, root: 'AAAA' } },
  },
} satisfies Event;

export const restating: Of<'restate'> = { do: 'restate', cause: 'LATE' };
export const restated = { type: 'EditionRestated', data: { board, month, version: 2, cause: 'LATE' } } satisfies Event;

/** Every event of an edition with every field it can have, as stored, in an order in which it could happen. */
export const completeEdition = {
  EditionFrozen: frozen.data,
  EditionApproved: approved.data,
  FiguresReleased: released.data,
  FileIssued: issued.data,
  EditionPublished: published.data,
  EditionRestated: restated.data,
} satisfies { readonly [T in keyof EditionEvents]: Required<EditionEvents[T]> };
