import { type Context, type EventOf, Refusal } from '#decider';
import { type ConflictCommand, conflictDecider } from './conflict.js';
import { type StaffCommand, staffDecider } from './staff.js';
import type { StaffEvents } from './staff-events.js';

const at = '2026-03-09T15:00:00.000Z';
const context: Context = { effectiveAt: at, recordedAt: at, actor: 'admin', commandId: 'c' };
const enrol = { do: 'enrol', login: 'l', institution: 'i', country: 'PE', role: 'worker' } as const;

function played(...commands: readonly StaffCommand[]) {
  let state = staffDecider.initial;
  const types: EventOf<StaffEvents>['type'][] = [];
  let refused: string | undefined;
  for (const command of commands) {
    try {
      for (const event of staffDecider.decide(command, state, context)) {
        types.push(event.type);
        state = staffDecider.evolve(state, event);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = error.code;
    }
  }
  return { state, types, refused };
}

it('somebody is what they were last made, and asking twice changes nothing', () => {
  const role = { do: 'give-role', role: 'supervisor' } as const;
  const { state, types } = played(enrol, role, role, { do: 'change-login', login: 'm' });
  expect(state).toEqual({ status: 'active', login: 'm', institution: 'i', country: 'PE', role: 'supervisor' });
  expect(types).toEqual(['StaffEnrolled', 'StaffRoleGiven', 'StaffLoginChanged']);
});

it('somebody suspended comes back, somebody gone does not, and their code is nobody else’s', () => {
  const suspend = { do: 'suspend', reason: 'LEAVE' } as const;
  expect(played(enrol, suspend, suspend, { do: 'reinstate' }).state.status).toBe('active');
  expect(played(enrol, { do: 'end' }, { do: 'end' }, { do: 'reinstate' })).toMatchObject({
    ...{ refused: 'staff/ended', types: ['StaffEnrolled', 'StaffEnded'] },
  });
  expect(played(enrol, { do: 'end' }, enrol).refused).toBe('staff/taken');
});

it('nobody is given what there is not, and nothing happens to nobody', () => {
  expect(played({ ...enrol, role: 'minister' }).refused).toBe('people/unknown-code');
  expect(played(enrol, { do: 'suspend', reason: 'BORED' }).refused).toBe('people/unknown-code');
  expect(played({ do: 'end' }).refused).toBe('staff/unknown');
});

it('a conflict is declared once, and lifted by somebody else', () => {
  const said = (command: ConflictCommand, actor = 'x') =>
    conflictDecider.decide(command, { w1: 'RELATIVE' }, { ...context, actor }).map(({ type }) => type);
  expect(said({ do: 'declare', staff: 'w1', kind: 'RELATIVE' })).toEqual([]);
  expect(said({ do: 'declare', staff: 'w1', kind: 'AGGRESSOR' })).toEqual(['ConflictDeclared']);
  expect(said({ do: 'lift', staff: 'w1' })).toEqual(['ConflictLifted']);
  expect(said({ do: 'lift', staff: 'w2' })).toEqual([]);
  expect(() => said({ do: 'lift', staff: 'w1' }, 'w1')).toThrow(Refusal);
  expect(() => said({ do: 'declare', staff: 'a b', kind: 'RELATIVE' })).toThrow('not a code');
});
