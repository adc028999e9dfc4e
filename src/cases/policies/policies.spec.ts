import { SimulatedClock } from '#event-log';
import { tick } from '#policy';
import { folded, recorded } from '../../../test/history/recorded.js';
import { caseDecider } from '../domain/case.js';
import { complete, completeInquiry } from '../testing/complete.js';
import {
  caseId,
  escalated,
  extended,
  fold,
  measure,
  measureEnded,
  measureId,
  missed,
  now,
  opened,
  policeClock,
  until,
} from '../testing/fixtures.js';
import { missedDeadlines } from './deadlines.js';
import { caseCards } from '../views/case-card.js';
import { runningClocks } from '../views/running-clocks.js';
import { expiringMeasures } from './expiry.js';
import { caseLadder } from './ladder.js';
import { notifyAsked, notifyEscalated, notifyMissed } from './notify.js';

const { clock, due, institution, rungs = [] } = policeClock.data;

/** The clock as the list of those that run has it. */
const running = folded(runningClocks, recorded(`case-${caseId}`, [policeClock])).documents.get(clock);
if (running === undefined) throw new Error('the clock does not run');

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

  it('and a rung that was reached are all of a case that is told by itself', () => {
    expect([...notifyMissed.types, ...notifyEscalated.types]).toEqual(['DeadlineMissed', 'DeadlineEscalated']);
    expect(Object.keys(complete)).toContain('DeadlineMissed');
  });
});

it('that another institution asked after her is told to who answers for her case, without saying who asked', () => {
  const asked = { type: 'PersonAskedAfter', data: completeInquiry.PersonAskedAfter } as const;
  const { owner } = asked.data;
  expect(recorded(`inquiry-${caseId}`, [asked]).flatMap((event) => notifyAsked.follows(event))).toEqual([
    { category: 'notice', id: caseId, command: { to: owner, kind: 'person-asked-after', ref: caseId } },
  ]);
});

describe('a clock whose time has come', () => {
  const fired = missedDeadlines.fire(running, clock, '2025-11-01T00:00:00.000Z');

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

describe('a ladder', () => {
  const [first, second] = rungs;
  const climb = (rung: number) => ({
    ...{ category: 'case', id: caseId, command: { do: 'escalate', clock, rung } },
    once: String(rung),
  });

  it('is climbed rung by rung when each has come, all that are due in their order', () => {
    expect(caseLadder.list).toBe('rungs');
    expect(caseLadder.fire(running, clock, first?.at ?? '')).toEqual([climb(1)]);
    expect(caseLadder.fire(running, clock, second?.at ?? '')).toEqual([climb(1), climb(2)]);
    expect(caseLadder.fire(running, clock, '2026-01-01T00:00:00.000Z')).toEqual([climb(1), climb(2), climb(3)]);
  });

  it('takes no rung for another, whichever of them could not be sent before', async () => {
    const reached = new Set<number>();
    const taken = new Set<string>();
    const left = () => ({ ...running, rungs: rungs.filter(({ rung }) => !reached.has(rung)) });
    const list = () => {
      const [sort] = runningClocks.index(left(), clock).flatMap(([name, at]) => (name === 'rungs' ? [at] : []));
      return Promise.resolve(sort === undefined ? [] : [{ key: clock, sort, document: left(), cursor: '' }]);
    };
    const pass = (at: string, failing?: number) =>
      tick([caseLadder], { list: list as never }, new SimulatedClock(at), ({ command }, { commandId }) => {
        const { rung } = command as { readonly rung: number };
        if (rung === failing) return Promise.reject(new Error('not now'));
        if (!taken.has(commandId)) reached.add(rung);
        taken.add(commandId);
        return Promise.resolve();
      });
    await pass(second?.at ?? '', 1);
    await pass('2026-01-01T00:00:00.000Z', 1);
    expect([...reached]).toEqual([2, 3]);
    await pass('2026-01-01T00:00:00.000Z');
    expect([...reached]).toEqual([2, 3, 1]);
  });

  it('fires what the case takes, at the time it fires', () => {
    const at = '2025-10-04T00:00:00.000Z';
    const context = { actor: 'chaski', commandId: 'c', effectiveAt: at, recordedAt: at };
    const [command] = caseLadder.fire(running, clock, at).map((each) => each.command);
    expect(caseDecider.decide(command as never, fold(until.complained), context)).toEqual([escalated(policeClock, 1)]);
  });

  it('calls the owner, the supervisor, and the coordinator, who never hears of which case', () => {
    const told = [1, 2, 3].flatMap((rung) =>
      recorded(`case-${caseId}`, [escalated(policeClock, rung)]).flatMap((entry) => notifyEscalated.follows(entry)),
    );
    expect(told.map(({ command }) => command)).toEqual([
      { to: institution, kind: 'clock-owner', ref: caseId },
      { to: `${institution}/supervisor`, kind: 'clock-supervisor', ref: caseId },
      { to: 'coordinator/150112', kind: 'clock-coordinator', ref: institution },
    ]);
    expect(JSON.stringify(told[2]?.command)).not.toContain(caseId);
  });

  it('calls nobody for a role nobody has', () => {
    const event = escalated(policeClock, 1);
    const [entry] = recorded(`case-${caseId}`, [{ ...event, data: { ...event.data, role: 'MINISTER' } }]);
    expect(entry && notifyEscalated.follows(entry)).toEqual([]);
  });
});

describe('the term of a measure that ends', () => {
  const warnAt = '2026-03-25T05:00:00.000Z';
  const termed = { ...measure(), data: { ...measure().data, until: '2026-04-01', warnAt } } as const;
  const history = { ...termed, data: { ...termed.data, imported: true } } as const;
  const warned = {
    type: 'MeasureExpiring',
    data: { measure: measureId(), court: termed.data.court, district: '150112', until: '2026-04-01' },
  } as const;
  const shown = (...events: Parameters<typeof fold>[0]) =>
    folded(caseCards, recorded(`case-${caseId}`, [opened, ...events]));
  const fired = (at: string, ...events: Parameters<typeof fold>[0]) => {
    const card = shown(...events).documents.get(caseId);
    return card === undefined ? undefined : expiringMeasures.fire(card, caseId, at).map(({ command }) => command);
  };
  const warn = { do: 'warn-expiry', measure: measureId(), until: '2026-04-01' };

  it('is told when its day has come, once for each term, as long as it holds', () => {
    expect(expiringMeasures.list).toBe('expiring');
    expect(shown(termed).lists).toHaveProperty('expiring', [caseId]);
    expect(fired('2026-03-25T04:59:59.999Z', termed)).toEqual([]);
    expect(fired(warnAt, termed)).toEqual([warn]);
    expect(fired(warnAt, termed, warned)).toEqual([]);
    expect(fired(warnAt, termed, measureEnded)).toEqual([]);
  });

  it('is told to nobody when it is history, and told when a court gave it another since', () => {
    expect(shown(history).lists).not.toHaveProperty('expiring');
    expect(fired(warnAt, history)).toEqual([]);
    expect(fired(warnAt, history, extended)).toEqual([warn]);
  });
});
