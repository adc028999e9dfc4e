import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { BoardFacts } from '../../boards/published/facts.js';
import type { CaseFacts } from '../../cases/published/facts.js';
import type { ReferralFacts } from '../../referrals/published/facts.js';
import { reportBoards } from './report-boards.js';
import { reportCases } from './report-cases.js';
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
    expect(Object.keys(folded(reportCases, caseFacts(at, opened())).lists)).toEqual([`150112/${month}`]);
    expect([...folded(reportMonths, caseFacts(at, opened())).documents.keys()]).toEqual([`150112/${month}`]);
    expect(Object.keys(folded(reportAttended, caseFacts(at, attention)).lists)).toEqual([`150112/${month}`]);
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
    expect(documents.get('150112/2025-10')).toMatchObject({
      entries: { POLICE: 1, SELF: 1 },
      reporters: { police: 4 },
    });
  });

  it('counts acts by service, and the persons behind them once, also over two cases of theirs', () => {
    const other = { ...attention, data: { ...attention.data, case: 'c0000000-0000-8000-8000-000000000002' } };
    const facts = caseFacts(october, attention, other);
    expect(folded(reportMonths, facts).documents.get('150112/2025-10')).toMatchObject({
      attentions: { LEGAL: 2 },
      reporters: { cem: 2 },
    });
    expect(folded(reportAttended, facts).lists).toEqual({ '150112/2025-10': [`150112/2025-10/${person}`] });
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
    expect(folded(reportClocks, caseFacts(october, set)).lists).toEqual({ '150112/2025-09': [clock] });
  });

  it('was met the first time it was', () => {
    const { documents } = folded(reportClocks, caseFacts(october, set, met, met));
    expect(documents.get(clock)?.metAt).toBe('2025-10-01T05:01:00.000Z');
  });

  it('is not met by being missed', () => {
    const missed = { ...met, type: 'DeadlineMissed.v1' as const };
    expect(folded(reportClocks, caseFacts(october, set, missed)).documents.get(clock)).not.toHaveProperty('metAt');
  });
});

it('a referral has a stamp of its own for every step', () => {
  const of = { referral: id, leg: 1, institution: 'cem' };
  const facts = [
    {
      type: 'ReferralSent.v1',
      data: {
        ...{ referral: id, code: '25-AAAA-BBBB', case: id, country: 'PE', district: '150112', leg: 1 },
        ...{ from: 'police', to: 'cem', service: 's', purpose: 'p', urgency: 'u', risk: 'MILD', basis: 'consented' },
        deadline: { clock, rule: 'PE-25a', version: 1, due: '2025-10-02T05:00:00.000Z' },
      },
    },
    { type: 'ReferralReceived.v1', data: of },
    { type: 'ReferralAccepted.v1', data: of },
    { type: 'ReferralAttended.v1', data: { ...of, service: 'LEGAL' } },
    { type: 'ReferralReportedBack.v1', data: { ...of, outcome: 'SERVICE_RECEIVED' } },
    { type: 'ReferralClosed.v1', data: { referral: id, institution: 'police', disposition: 'NEED_MET' } },
  ] as unknown as EventOf<ReferralFacts>[];
  const { documents, lists } = folded(reportReferrals, recorded(`referral-${id}`, facts, { at: october }));
  expect(lists).toEqual({ '150112/2025-10': [id] });
  expect(documents.get(id)).toEqual({
    ...{ id, district: '150112', month: '2025-10', from: 'police', to: 'cem', risk: 'MILD' },
    ...{ rule: 'PE-25a', version: 1, due: '2025-10-02T05:00:00.000Z' },
    sentAt: '2025-10-01T05:00:00.000Z',
    receivedAt: '2025-10-01T05:01:00.000Z',
    acceptedAt: '2025-10-01T05:02:00.000Z',
    attendedAt: '2025-10-01T05:03:00.000Z',
    reportedAt: '2025-10-01T05:04:00.000Z',
    outcome: 'SERVICE_RECEIVED',
    closedAt: '2025-10-01T05:05:00.000Z',
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
