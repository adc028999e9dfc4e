import { deriveId } from '#decider';
import type { GlassCommand } from '../../src/people/domain/break-glass.js';
import type { ConflictCommand } from '../../src/people/domain/conflict.js';
import type { SealingCommand } from '../../src/people/domain/sealing.js';
import type { StaffCommand } from '../../src/people/domain/staff.js';
import { org } from './history.js';
import type { Command, Moment } from './random-boards.js';

/** Somebody comes, sees a case in an emergency, is reviewed or not, and goes; the rules refuse what does not fit. */
export function ofPeople({ index, on, with: n }: Moment): readonly Command[] {
  const code = `staff-${on}`;
  const staff = (command: StaffCommand): Command => ['staff', code, command];
  const conflict = (command: ConflictCommand): Command => ['conflict', deriveId('random-case', on), command];
  const glass = (command: GlassCommand): Command => ['glass', code, command];
  const sealing = (command: SealingCommand): Command => ['seal', deriveId('random-case', on), command];
  const member = { institution: org('cem'), country: 'PE' };
  // What breaks the glass is the second command of its scene, whose id names it.
  const broken = deriveId(deriveId('random', index, 1), 'glass');
  const commands = [
    staff({ do: 'enrol', login: `login-${on}`, role: 'worker', ...member }),
    glass({
      ...{ do: 'break', staff: code, ...member, owner: org('salud'), reason: 'LIFE_IN_DANGER' },
      ...{ case: deriveId('random-case', n), person: deriveId('random-person', n) },
      explanation: 'Un peligro que no puede esperar.',
    }),
    ...(n % 2 === 0 ? [glass({ do: 'review', glass: broken, outcome: 'JUSTIFIED' })] : []),
    conflict({ do: 'declare', staff: code, kind: 'COLLEAGUE' }),
    ...(n === 3 ? [conflict({ do: 'lift', staff: code })] : []),
    staff({ do: 'give-role', role: 'supervisor' }),
    staff({ do: 'change-login', login: `login-${on}-${n}` }),
    ...(n > 2 ? [staff({ do: 'suspend', reason: 'LEAVE' }), staff({ do: 'reinstate' })] : []),
    ...(n === 4 ? [staff({ do: 'end' })] : []),
  ];
  // Whoever asks is followed by somebody else, who decides; what is asked last stays open.
  const asked = deriveId(deriveId('random', index, commands.length), 'sealing');
  const of = { case: deriveId('random-case', on), person: deriveId('random-person', n), ...member } as const;
  const order = { norm: 'Ley', number: String(n) };
  return [
    ...commands,
    sealing({ do: 'ask', ...of, aim: n % 2 === 0 ? 'seal' : 'unseal', ground: 'COURT_ORDER', order }),
    sealing({ do: n === 3 ? 'refuse' : 'approve', sealing: asked, institution: member.institution }),
    sealing({
      do: 'put-away',
      sealing: asked,
      case: of.case,
      person: of.person,
      keys: n,
      recipients: ['age1somebody'],
    }),
    ...(n === 2 ? [sealing({ do: 'bring-back' })] : []),
    ...(n === 4 ? [sealing({ do: 'ask', ...of, aim: 'unseal', ground: 'DATA_PROTECTION' })] : []),
  ];
}
