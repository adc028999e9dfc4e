import fc from 'fast-check';
import { type EventOf, Refusal } from '#decider';
import { completeUnmasking } from '../testing/complete.js';
import { type Unmasking, type UnmaskingCommand, unmaskingDecider, unmaskingLasts } from './unmasking.js';
import type { UnmaskingEvents } from './unmasking-events.js';

const { decide, evolve, initial } = unmaskingDecider;
const start = Date.parse('2025-10-01T15:00:00.000Z');
const asking: UnmaskingCommand = {
  ...{ do: 'ask', pseudonym: 'P-0A1B-2C3D-4E5F', session: '2025-10-01' },
  ...{ reason: 'UNUSUAL_READS', institution: 'auditoria' },
};
const approving: UnmaskingCommand = { do: 'approve', role: 'data-officer', institution: 'datos' };
const refusing: UnmaskingCommand = { ...approving, do: 'refuse' };
const showing: UnmaskingCommand = { do: 'show', institution: 'auditoria' };

interface Move {
  readonly command: UnmaskingCommand;
  readonly actor: string;
  /** Milliseconds after the start. */
  readonly at?: number;
}

/** Plays moves one after the other; answers the last one's events, or the code it was refused with. */
function played(...moves: readonly Move[]): readonly EventOf<UnmaskingEvents>[] | string {
  let state: Unmasking = initial;
  let answer: readonly EventOf<UnmaskingEvents>[] | string = [];
  for (const { command, actor, at = 0 } of moves) {
    const recordedAt = new Date(start + at).toISOString();
    const header = { actor, recordedAt, commandId: '00000000-0000-8000-8000-000000000001' };
    try {
      const events = decide(command, state, { ...header, effectiveAt: recordedAt });
      for (const event of events) state = evolve(state, event, header);
      answer = events;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = error.code;
    }
  }
  return answer;
}
const ask: Move = { command: asking, actor: 'auditor' };
const approve: Move = { command: approving, actor: 'officer', at: 1_000 };
const show: Move = { command: showing, actor: 'auditor', at: 2_000 };

describe('unmasking a pseudonym', () => {
  it('takes an auditor who asks and another person who approves', () => {
    expect(played(ask, approve)).toMatchObject([{ type: 'UnmaskingApproved' }]);
    expect(played(ask, approve, show)).toEqual([{ type: 'UnmaskingShown', data: { institution: 'auditoria' } }]);
    expect(played(ask, show)).toBe('unmasking/not-approved');
    expect(played(approve)).toBe('unmasking/unknown');
  });

  it('is refused to the same person twice, and to whoever does not look after personal data', () => {
    expect(played(ask, { ...approve, actor: 'auditor' })).toBe('unmasking/same-person');
    const other = { do: 'approve', role: 'auditor', institution: 'auditoria' } as const;
    expect(played(ask, { ...approve, command: other, actor: 'auditor-2' })).toBe('unmasking/not-by-this-role');
  });

  it('is told to nobody but who asked', () => {
    expect(played(ask, approve, { ...show, actor: 'auditor-2' })).toBe('unmasking/not-yours');
    expect(played(ask, approve, { ...show, actor: 'officer' })).toBe('unmasking/not-yours');
  });

  it('is over a day after it was asked, and a day after it was approved', () => {
    expect(played(ask, { ...approve, at: unmaskingLasts - 1 })).toHaveLength(1);
    expect(played(ask, { ...approve, at: unmaskingLasts })).toBe('unmasking/over');
    expect(played(ask, approve, { ...show, at: 1_000 + unmaskingLasts - 1 })).toHaveLength(1);
    expect(played(ask, approve, { ...show, at: 1_000 + unmaskingLasts })).toBe('unmasking/over');
  });

  it('is decided once, and asked once', () => {
    expect(played(ask, approve, { ...approve, at: 3_000 })).toEqual([]);
    expect(played(ask, approve, { command: refusing, actor: 'officer', at: 3_000 })).toBe('unmasking/decided');
    expect(played(ask, { command: refusing, actor: 'officer' }, show)).toBe('unmasking/not-approved');
    expect(played(ask, ask)).toBe('unmasking/asked');
    expect(played({ ...ask, command: { ...asking, reason: 'BORED' as 'INCIDENT' } })).toBe('code/not-listed');
  });

  it('is never shown unless two different persons stand behind it, within a day', () => {
    const move = fc.record({
      command: fc.constantFrom(asking, approving, refusing, showing),
      actor: fc.constantFrom('a', 'b'),
      at: fc.constantFrom(0, 1, unmaskingLasts - 1, unmaskingLasts, 2 * unmaskingLasts),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const inTime = [...moves].sort((one, other) => one.at - other.at);
        for (let n = 1; n <= inTime.length; n += 1) {
          const last = inTime[n - 1];
          if (last?.command.do !== 'show' || typeof played(...inTime.slice(0, n)) === 'string') continue;
          const others = inTime
            .slice(0, n)
            .filter(({ actor, command }) => actor !== last.actor && command.do === 'approve');
          expect(others.some(({ at }) => last.at - at < unmaskingLasts)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names nobody in its events', () => {
    expect(Object.keys(completeUnmasking).sort()).toEqual([...unmaskingDecider.events.types].sort());
    expect(Object.values(completeUnmasking).flatMap(Object.keys)).not.toContain('actor');
  });
});
