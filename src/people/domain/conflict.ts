import { catalogue, type Decider, type EventOf, Refusal } from '#decider';
import { refuseBadCode, refuseOther } from './refusing.js';

/** What somebody who works here is to a case, so that they must not see it. */
export const conflictKinds = ['AGGRESSOR', 'RELATIVE', 'COLLEAGUE'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Who must not see a case, whatever else they may: recorded by case. */
export type ConflictEvents = {
  ConflictDeclared: { readonly staff: string; readonly kind: ConflictKind };
  /** It was a mistake. */
  ConflictLifted: { readonly staff: string };
};

export const conflictEvents = catalogue<ConflictEvents>({ ConflictLifted: 1, ConflictDeclared: 1 });

export type ConflictCommand =
  | { readonly do: 'declare'; readonly staff: string; readonly kind: string }
  | { readonly do: 'lift'; readonly staff: string };

/** By the code of who is in conflict. */
export type Conflicts = Readonly<Record<string, ConflictKind>>;

/** The rules of conflicts of interest of one case. Stream: `conflict-<case>`. */
export const conflictDecider: Decider<ConflictCommand, ConflictEvents, Conflicts> = {
  category: 'conflict',
  events: conflictEvents,
  initial: {},
  decide: (command, conflicts, { actor }): readonly EventOf<ConflictEvents>[] => {
    const { staff } = command;
    refuseBadCode(staff);
    if (command.do === 'declare') {
      const { kind } = command;
      refuseOther(conflictKinds, kind);
      return conflicts[staff] === kind ? [] : [{ type: 'ConflictDeclared', data: { staff, kind } }];
    }
    if (staff === actor) throw new Refusal('conflict/own', 'nobody lifts a conflict of their own', 'illegal');
    return conflicts[staff] === undefined ? [] : [{ type: 'ConflictLifted', data: { staff } }];
  },
  evolve: conflictsAfter,
};

export function conflictsAfter(conflicts: Conflicts, event: EventOf<ConflictEvents>): Conflicts {
  const { staff } = event.data;
  switch (event.type) {
    case 'ConflictDeclared':
      return { ...conflicts, [staff]: event.data.kind };
    case 'ConflictLifted':
      return Object.fromEntries(Object.entries(conflicts).filter(([code]) => code !== staff));
  }
}
