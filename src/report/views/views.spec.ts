import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { BoardFacts } from '../../boards/published/facts.js';
import type { CaseFacts } from '../../cases/published/facts.js';
import type { ReferralFacts } from '../../referrals/published/facts.js';
import { reportBoards } from './report-boards.js';
import { closedIn, openIn, reportCases } from './report-cases.js';
import { reportClocks } from './report-clocks.js';
import { reportAttended, reportMonths } from './report-months.js';
import { reportReferrals } from './report-referrals.js';

const id = 'c0000000-0000-8000-8000-000000000001';
const person = 'e0000000-0000-8000-8000-000000000001';
const clock = 'c1000000-0000-8000-8000-000000000001';
/** The last moment of September in Lima, and the first of October. */
const september = '2025-10-01T04:59:59.999Z';
const october = '2025-10-01T05:00:00.000Z';

/** Facts as they come, each of its type; branded fields are plain texts here. */
const caseFacts = (at: string, ...facts: readonly { type: keyof CaseFacts; data: object }[]) =>
  recorded(`case-${id}`, facts as unknown as EventOf<CaseFacts>[], { at });
const opened = (change: object = {}) => ({
  type: 'CaseOpened.v1' as const,
  data: {
    ...{ case: id, code: '25-AAAA-BBBB', country: 'PE', district: '150112', institution: 'police' },
    ...{ entry: 'POLICE', condition: 'NEW', sex: 'F', ageBand: '26-29', ...change },
  },
});
const attention = {
  type: 'AttentionRecorded.v1' as const,
  data: { case: id, person, country: 'PE', district: '150112', institution: 'cem', service: 'LEGAL' },
};

describe('a month', () => {
  it.each([
    [september, '2025-09'],
    [october, '2025-10'],
  ])('is the board’s own: what happened at %s belongs to %s', (at, month) => {
    expect(folded(reportCases, caseFacts(at, opened())).lists).toHaveProperty([`PE-150112/${month}`]);
    expect([...folded(reportMonths, caseFacts(at, opened())).documents.keys()]).toEqual([`PE-150112/${month}`]);
    expect(Object.keys(folded(reportAttended, caseFacts(at, attention)).lists)).toEqual([`PE-150112/${month}`]);
  });

  it('counts new violence by its door, and leaves out what was handed or carried on', () => {
    const { documents } = folded(
      reportMonths,
      caseFacts(
        october,
        opened(),
        opened({ entry: 'SELF', condition: 'REPEAT_SAME' }),
        opened({ condition: 'CONTINUED' }),
        opened({ condition: 'TRANSFERRED' }),
      ),
    );
    expect(documents.get('PE-150112/2025-10')).toMatchObject({
      entries: { POLICE: 1, SELF: 1 },
      reporters: { police: 4 },
    });
  });

  it('counts acts by service, and the persons behind them once, also over two cases of theirs', () => {
    const other = { ...attention, data: { ...attention.data, case: 'c0000000-0000-8000-8000-000000000002' } };
    const facts = caseFacts(october, attention, other);
    expect(folded(reportMonths, facts).documents.get('PE-150112/2025-10')).toMatchObject({
      attentions: { LEGAL: 2 },
      reporters: { cem: 2 },
    });
    expect(folded(reportAttended, facts).lists).toEqual({ 'PE-150112/2025-10': [`PE-150112/2025-10/${person}`] });
  });
});

describe('a case in the report', () => {
  const risk = (level: string) => ({
    type: 'RiskAssessed.v1' as const,
    data: { case: id, district: '150112', institution: 'police', level },
  });
  const incident = (principal: string) => ({
    type: 'IncidentRecorded.v1' as const,
    data: { case: id, district: '150112', types: [principal], principal },
  });

  it('counts under its first incident and its last valuation', () => {
    const facts = [opened({ language: 'QU' }), incident('PHYSICAL'), incident('SEXUAL'), risk('MILD'), risk('SEVERE')];
    expect(folded(reportCases, caseFacts(october, ...facts)).documents.get(id)).toMatchObject({
      principal: 'PHYSICAL',
      risk: 'SEVERE',
      language: 'QU',
      openedAt: october,
      recordedAt: october,
    });
  });

  it('waits for a step without a deadline until one is set for it', () => {
    const awaited = (step: string) => ({
      type: 'StepAwaited.v1' as const,
      data: { case: id, step, institution: 'police', district: '150112', trigger: october },
    });
    const facts = [opened(), awaited('measures-issued'), awaited('victim-notified'), awaited('victim-notified')];
    const of = (...more: Parameters<typeof caseFacts>[1][]) =>
      folded(reportCases, caseFacts(october, ...facts, ...more)).documents.get(id)?.awaited;
    expect(of()).toEqual(['measures-issued', 'victim-notified']);
    const set = { case: id, country: 'PE', clock, rule: 'PE-05f', version: 1, district: '150112' };
    expect(of({ type: 'DeadlineSet.v1', data: set })).toEqual(['victim-notified']);
  });

  it('is open from its opening to its closing, in the list of what is open or of what was closed', () => {
    const closed = {
      type: 'CaseClosed.v1' as const,
      data: { case: id, district: '150112', institution: 'police', reason: 'PLAN_COMPLETED' },
    };
    const found = folded(reportCases, caseFacts(october, opened()));
    expect(found.documents.get(id)?.spells).toEqual([{ from: october }]);
    expect(Object.keys(found.lists)).toEqual(['PE-150112/2025-10', openIn('PE-150112')]);
    const after = folded(reportCases, caseFacts(october, opened(), closed, closed));
    expect(after.documents.get(id)?.spells).toEqual([{ from: october, until: '2025-10-01T05:01:00.000Z' }]);
    expect(Object.keys(after.lists)).toEqual(['PE-150112/2025-10', closedIn('PE-150112')]);
    const reopened = { ...closed, type: 'CaseReopened.v1' as const };
    const again = folded(reportCases, caseFacts(october, opened(), closed, reopened, reopened));
    expect(again.documents.get(id)?.spells).toEqual([
      { from: october, until: '2025-10-01T05:01:00.000Z' },
      { from: '2025-10-01T05:02:00.000Z' },
    ]);
    expect(Object.keys(again.lists)).toEqual(['PE-150112/2025-10', openIn('PE-150112')]);
  });

  it('stays with whoever opened it, to whomever it is handed later', () => {
    const data = { case: id, district: '150112', from: 'police', to: 'cem', reason: 'MOVED' };
    const handed = { type: 'CaseTransferred.v1' as const, data };
    const alone = folded(reportCases, caseFacts(october, opened()));
    expect(folded(reportCases, caseFacts(october, opened(), handed))).toEqual(alone);
  });

  it('that was never valued has no risk: it is not the lowest', () => {
    expect(folded(reportCases, caseFacts(october, opened())).documents.get(id)).not.toHaveProperty('risk');
  });
});

describe('a clock in the report', () => {
  const set = {
    type: 'DeadlineSet.v1' as const,
    data: {
      ...{ case: id, country: 'PE', clock, rule: 'PE-03', version: 1, institution: 'police', district: '150112' },
      ...{ trigger: september, due: '2025-10-02T04:59:59.999Z' },
    },
  };
  const met = { type: 'DeadlineMet.v1' as const, data: { clock, due: '2025-10-02T04:59:59.999Z' } };

  it('belongs to the month of what started it', () => {
    expect(folded(reportClocks, caseFacts(october, set)).lists).toEqual({ 'PE-150112/2025-09': [clock] });
  });

  it('was met the first time it was', () => {
    const { documents } = folded(reportClocks, caseFacts(october, set, met, met));
    expect(documents.get(clock)?.metAt).toBe('2025-10-01T05:01:00.000Z');
  });

  it('goes by the rule it was moved to, in the month it first ran from', () => {
    const moved = {
      type: 'DeadlineRecomputed.v1' as const,
      data: { ...set.data, rule: 'PE-04', trigger: october, due: '2025-10-03T05:00:00.000Z' },
    };
    const dropped = { ...met, type: 'DeadlineDropped.v1' as const };
    const { documents, lists } = folded(reportClocks, caseFacts(october, set, moved, dropped));
    expect(lists).toEqual({ 'PE-150112/2025-09': [clock] });
    expect(documents.get(clock)).toMatchObject({ rule: 'PE-04', droppedAt: '2025-10-01T05:02:00.000Z' });
  });

  it('is not met by being missed', () => {
    const missed = { ...met, type: 'DeadlineMissed.v1' as const };
    expect(folded(reportClocks, caseFacts(october, set, missed)).documents.get(clock)).not.toHaveProperty('metAt');
  });
});

describe('a referral in the report', () => {
  const of = { referral: id, leg: 1, institution: 'cem' };
  const acknowledging = 'c2000000-0000-8000-8000-000000000001';
  const attending = 'c2000000-0000-8000-8000-000000000002';
  const due = '2025-10-02T05:00:00.000Z';
  const sent = {
    type: 'ReferralSent.v1',
    data: {
      ...{ referral: id, code: '25-AAAA-BBBB', case: id, country: 'PE', district: '150112', leg: 1 },
      ...{ from: 'police', to: 'cem', service: 's', purpose: 'p', urgency: 'u', risk: 'MILD', basis: 'consented' },
      deadline: { clock: acknowledging, rule: 'PE-25a', version: 1, due },
    },
  };
  const step = (type: string, more: object = {}) => ({ type: `${type}.v1`, data: { ...of, ...more } });
  const fold = (...facts: readonly object[]) =>
    folded(
      reportReferrals,
      recorded(`referral-${id}`, [sent, ...facts] as unknown as EventOf<ReferralFacts>[], { at: october }),
    );
  const after = (...facts: readonly object[]) => fold(...facts).documents.get(id);
  const rerouted = step('ReferralRerouted', {
    ...{ leg: 2, previous: 'cem', to: 'salud', service: 's', reason: 'DECLINED', basis: 'legal-duty' },
    drops: [acknowledging],
  });

  it('has a stamp of its own for every step', () => {
    const facts = [
      step('ReferralReceived'),
      step('ReferralAccepted', {
        starts: [
          { clock: attending, rule: 'PE-P02a', version: 1, waitsFor: 'referral-attended', institution: 'cem', due },
        ],
      }),
      step('ReferralAttended', { service: 'LEGAL', meets: [attending] }),
      step('ReferralReportedBack', { outcome: 'SERVICE_RECEIVED' }),
      step('ReferralClosed', { disposition: 'NEED_MET' }),
    ];
    const { documents, lists } = fold(...facts);
    expect(lists).toEqual({ 'PE-150112/2025-10': [id] });
    expect(documents.get(id)).toMatchObject({
      ...{ id, district: 'PE-150112', month: '2025-10', from: 'police', to: 'cem', risk: 'MILD', basis: 'consented' },
      ...{ status: 'closed', legs: 1, endedBy: 'answered', endedAt: '2025-10-01T05:04:00.000Z' },
      sentAt: '2025-10-01T05:00:00.000Z',
      receivedAt: '2025-10-01T05:01:00.000Z',
      acceptedAt: '2025-10-01T05:02:00.000Z',
      attendedAt: '2025-10-01T05:03:00.000Z',
      reportedAt: '2025-10-01T05:04:00.000Z',
      outcome: 'SERVICE_RECEIVED',
      closedAt: '2025-10-01T05:05:00.000Z',
      clocks: [
        // Facts from before steps named the clocks they meet: being seen meets the one of acknowledging it.
        { clock: acknowledging, rule: 'PE-25a', waitsFor: 'referral-acknowledged', metAt: '2025-10-01T05:01:00.000Z' },
        { clock: attending, rule: 'PE-P02a', waitsFor: 'referral-attended', metAt: '2025-10-01T05:03:00.000Z' },
      ],
    });
  });

  it('stays one referral, of the month and the institution it was first sent in and to, wherever it goes', () => {
    const { documents, lists } = fold(step('ReferralDeclined', { reason: 'NO_CAPACITY' }), rerouted);
    expect(lists).toEqual({ 'PE-150112/2025-10': [id] });
    expect(documents.get(id)).toMatchObject({
      to: 'cem',
      basis: 'consented',
      legs: 2,
      rerouted: 'DECLINED',
      status: 'sent',
    });
    expect(documents.get(id)).not.toHaveProperty('endedBy');
    expect(documents.get(id)?.clocks).toMatchObject([{ droppedAt: '2025-10-01T05:02:00.000Z' }]);
  });

  it.each([
    ['declined', [step('ReferralDeclined', { reason: 'NO_CAPACITY' }), step('ReferralClosed')]],
    ['unreachable', [step('ReferralUnreachable', { attempts: 3 }), step('ReferralClosed')]],
    ['cancelled', [step('ReferralCancelled', { by: 'SENDER', reason: 'NEED_MET' })]],
    [undefined, [step('ReferralDeclined', { reason: 'NO_CAPACITY' })]],
  ])('that ended by being %s says so', (endedBy, facts) => {
    expect(after(...facts)?.endedBy).toBe(endedBy);
  });

  it('counts what happened on the way: appointments once however often they are moved', () => {
    const scheduled = (replaced: boolean) => step('ReferralScheduled', { at: due, place: 'AT_SERVICE', replaced });
    const found = after(
      scheduled(false),
      scheduled(true),
      step('ReferralNotAttended', { attempt: 1 }),
      step('ContactAttempted', { attempt: 2, result: 'NO_ANSWER' }),
      step('ReferralHeld', { reason: 'WAITING_LIST', until: due }),
    );
    expect(found).toMatchObject({ appointments: 1, missed: 1, attempts: 1, held: 1, status: 'on-hold' });
  });

  it('is as it was before a step that was undone, clocks and all', () => {
    const before = after(step('ReferralReceived', { meets: [acknowledging] }));
    const starts = [
      { clock: attending, rule: 'PE-P02a', version: 1, waitsFor: 'referral-attended', institution: 'cem', due },
    ];
    const undone = after(
      step('ReferralReceived', { meets: [acknowledging] }),
      step('ReferralAccepted', { starts }),
      step('ReferralUndone', { undone: ['ReferralAccepted'], drops: [attending] }),
    );
    expect({ ...undone, before: [] }).toEqual({ ...before, before: [] });
  });

  it('takes back both steps of one command, and lets the clock they met run on', () => {
    const meets = [acknowledging];
    const starts = [{ clock: acknowledging, rule: 'PE-25a', version: 1, waitsFor: 'referral-acknowledged', due }];
    const undone = after(
      step('ReferralReceived', { meets }),
      step('ReferralDeclined', { reason: 'NO_CAPACITY' }),
      step('ReferralUndone', { undone: ['ReferralReceived', 'ReferralDeclined'], starts }),
    );
    expect(undone).toEqual(after());
  });

  it('is none when its sending was a slip', () => {
    expect(fold(step('ReferralUndone', { undone: ['ReferralSent'] })).documents.size).toBe(0);
  });
});

it('a board in the report has the members that sit now, and every population that was recorded', () => {
  const population = { board: 'mesa', district: '150112', source: 'INEI' };
  const facts = [
    {
      type: 'BoardEstablished.v1',
      data: {
        ...{ board: 'mesa', name: 'Mesa', kind: 'voluntary', level: 'district', country: 'PE', place: 'Lima' },
        territory: ['150112'],
      },
    },
    { type: 'MemberSeated.v1', data: { board: 'mesa', organization: 'cem', seat: 'CEM' } },
    { type: 'MemberSeated.v1', data: { board: 'mesa', organization: 'police', seat: 'POLICE' } },
    { type: 'MemberLeft.v1', data: { board: 'mesa', organization: 'cem' } },
    { type: 'PopulationRecorded.v1', data: { ...population, year: 2020, inhabitants: 100 } },
    { type: 'PopulationRecorded.v1', data: { ...population, year: 2021, inhabitants: 110 } },
  ] as unknown as EventOf<BoardFacts>[];
  const board = folded(reportBoards, recorded('board-mesa', facts)).documents.get('mesa');
  expect(board?.members).toEqual(['police']);
  expect(board?.populations.map(({ year }) => year)).toEqual([2020, 2021]);
});
