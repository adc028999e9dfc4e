import { recorded } from '../../../test/history/recorded.js';
import { caseDecider } from '../domain/case.js';
import { complete } from '../testing/complete.js';
import { caseId, fold, missed, now, policeClock, until } from '../testing/fixtures.js';
import { missedDeadlines } from './deadlines.js';
import { notifyMissed } from './notify.js';

const { clock, due, institution, rule } = policeClock.data;

describe('a deadline that passed', () => {
  const follows = (imported: boolean) => {
    const event = missed({ ...policeClock, data: { ...policeClock.data, ...(imported ? { imported } : {}) } });
    const [entry] = recorded(`case-${caseId}`, [event]);
    return entry === undefined ? [] : notifyMissed.follows(entry);
  };

  it('is told to the institution it bound, and says no more than which case', () => {
    expect(follows(false)).toEqual([
      { category: 'notice', id: caseId, command: { to: institution, kind: 'deadline-missed', ref: caseId } },
    ]);
  });

  it('is told to nobody when it is history', () => {
    expect(follows(true)).toEqual([]);
  });

  it('is the only thing of a case that is told by itself', () => {
    expect(notifyMissed.types).toEqual(['DeadlineMissed']);
    expect(Object.keys(complete)).toContain('DeadlineMissed');
  });
});

describe('a clock whose time has come', () => {
  const fired = missedDeadlines.fire(
    { case: caseId, clock, rule, institution, due },
    clock,
    '2025-11-01T00:00:00.000Z',
  );

  it('is recorded as missed at the instant it fell due, not at the one it was noticed', () => {
    expect(fired).toEqual([
      { category: 'case', id: caseId, command: { do: 'miss-deadline', clock, due }, effectiveAt: due },
    ]);
    expect(missedDeadlines.list).toBe('due');
  });

  it('fires what the case takes', () => {
    const context = { actor: 'chaski', commandId: 'c', effectiveAt: due, recordedAt: now };
    const command = fired[0]?.command as Parameters<typeof caseDecider.decide>[0];
    expect(caseDecider.decide(command, fold(until.complained), context)).toEqual([missed(policeClock)]);
  });
});
