import { projection } from '#projection';
import { type ConflictEvents, conflictEvents, type Conflicts, conflictsAfter } from '../domain/conflict.js';

/** The list of the cases somebody is on record as concerned in, by their code. */
export const conflictsOf = (code: string): string => `of/${code}`;

/** Who must not see a case, by the case. Lists: `of/<code>`. */
export const conflicts = projection<ConflictEvents, Conflicts>({
  name: 'conflicts',
  version: 2,
  events: conflictEvents,
  key: ({ stream }) => stream.slice('conflict-'.length),
  empty: () => ({}),
  on: { ConflictDeclared: conflictsAfter, ConflictLifted: conflictsAfter },
  index: (declared) => Object.keys(declared).map((code) => [conflictsOf(code), ''] as const),
});
