import { deriveId } from '#decider';
import { approvingRole, type UnmaskingCommand } from '../../src/audit/domain/unmasking.js';
import { org } from './history.js';
import type { Command, Moment } from './random-boards.js';

/** Somebody asks who is behind a name; two persons take turns, so that who decides is not who asked. */
export function ofUnmasking({ index, with: n }: Moment): readonly Command[] {
  const id = deriveId('random-unmasking', index);
  const unmasking = (command: UnmaskingCommand): Command => ['unmasking', id, command];
  const institution = org('auditoria');
  const decided = { do: n === 5 ? 'refuse' : 'approve', role: approvingRole, institution: org('datos') } as const;
  const asking = { pseudonym: 'P-0A1B-2C3D-4E5F', session: '2025-10-01', reason: 'INCIDENT' } as const;
  return [unmasking({ do: 'ask', ...asking, institution }), unmasking(decided), unmasking({ do: 'show', institution })];
}
