import { projection } from '#projection';
import { type ConflictEvents, conflictEvents, type Conflicts, conflictsAfter } from '../domain/conflict.js';

/** Who must not see a case, by the case. */
export const conflicts = projection<ConflictEvents, Conflicts>({
  name: 'conflicts',
  version: 1,
  events: conflictEvents,
  key: ({ stream }) => stream.slice('conflict-'.length),
  empty: () => ({}),
  on: { ConflictDeclared: conflictsAfter, ConflictLifted: conflictsAfter },
});
