import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { ReferralFacts } from '../../referrals/published/facts.js';
import type { CaseEvents } from '../domain/events.js';
import { complete, sealedSection } from '../testing/complete.js';
import * as the from '../testing/fixtures.js';
import { caseCards } from './case-card.js';
import { caseHistories } from './case-history.js';
import { referralsOfCase } from './referrals-of-case.js';
import { runningClocks } from './running-clocks.js';

const { caseId, courtClock, missed, met, opened, person, police, policeClock, until } = the;
const stream = `case-${caseId}`;
const events = (...list: readonly EventOf<CaseEvents>[]) => recorded<CaseEvents>(stream, list);

describe('the card of a case', () => {
  const shown = (...list: readonly EventOf<CaseEvents>[]) => folded(caseCards, events(...list));
  const card = (...list: readonly EventOf<CaseEvents>[]) => shown(...list).documents.get(caseId);

  it('stands with who answers for it, under its code and with its person', () => {
    expect(shown(...until.open).lists).toEqual({
      [`institution/${police}/open`]: [caseId],
      'code/25-JXV5-6TQX': [caseId],
      [`person/${person}`]: [caseId],
    });
  });

  it('moves to the closed ones when it is closed', () => {
    const { lists } = shown(...until.closed);
    expect(lists[`institution/${police}/closed`]).toEqual([caseId]);
    expect(lists).not.toHaveProperty([`institution/${police}/open`]);
  });

  it('shows what is known, and the last of what changes', () => {
    expect(card(...until.decided, the.assessed('MILD'), the.assessed('SEVERE'))).toMatchObject({
      status: 'open',
      types: ['PHYSICAL', 'PSYCHOLOGICAL'],
      risk: 'SEVERE',
      reportTo: the.court,
      reportReceived: true,
      decided: true,
      revision: until.decided.length + 2,
      openedAt: the.now,
      clocks: {
        [policeClock.data.clock]: { status: 'met', metAt: '2025-10-01T15:06:00.000Z' },
        [courtClock.data.clock]: { status: 'met', due: courtClock.data.due },
      },
    });
  });

  it('keeps who the person is sealed, with where it was sealed', () => {
    const identity = card({ ...opened, data: complete.CaseOpened })?.identity;
    expect(identity).toEqual({ section: sealedSection, eventId: events(opened)[0]?.id, revision: 1, schema: 1 });
  });

  it('is as recent as what happened last, not as what was recorded last', () => {
    const late = recorded<CaseEvents>(stream, [the.attention], {
      after: 2,
      at: '2025-09-20T10:00:00.000Z',
    });
    const { documents } = folded(caseCards, [...events(...until.open), ...late]);
    expect(documents.get(caseId)).toMatchObject({ lastAt: '2025-10-01T15:01:00.000Z', revision: 3 });
  });

  it('is not made recent by a clock that ran out: nothing was done', () => {
    const before = card(...until.complained);
    const after = card(...until.complained, missed(policeClock));
    expect(after).toMatchObject({ lastAt: before?.lastAt, revision: 5 });
    expect(after?.clocks[policeClock.data.clock]?.status).toBe('missed');
  });

  it('shows a missed clock as met when it was done late', () => {
    const after = card(...until.complained, missed(policeClock), met(policeClock));
    expect(after?.clocks[policeClock.data.clock]?.status).toBe('met');
  });
});

describe('the clocks that run', () => {
  const shown = (...list: readonly EventOf<CaseEvents>[]) => folded(runningClocks, events(...list));

  it('stand by when they fall due, and with whom they bind', () => {
    const { lists, documents } = shown(...until.complained, courtClock);
    expect(lists).toEqual({
      due: [policeClock.data.clock, courtClock.data.clock],
      [`institution/${police}`]: [policeClock.data.clock],
      [`institution/${the.court}`]: [courtClock.data.clock],
    });
    expect(documents.get(policeClock.data.clock)).toEqual({
      case: caseId,
      clock: policeClock.data.clock,
      rule: 'PE-03',
      institution: police,
      due: policeClock.data.due,
    });
  });

  it.each([
    ['met', [met(policeClock)]],
    ['missed', [missed(policeClock)]],
    ['missed and met after all', [missed(policeClock), met(policeClock)]],
  ] as const)('are gone once they are %s', (_what, ends) => {
    expect(shown(...until.complained, ...ends)).toEqual({ documents: new Map(), lists: {} });
  });
});

describe('the story of a case', () => {
  it('tells everything that happened, oldest first, in codes', () => {
    const { documents } = folded(caseHistories, events(...until.decided));
    const told = documents.get(caseId)?.happenings ?? [];
    const types = until.decided.map(({ type }) => type).filter((type) => type !== 'IncidentRecorded');
    expect(told.map(({ type }) => type)).toEqual(types);
    expect(told[0]).toEqual({
      id: events(opened)[0]?.id,
      type: 'CaseOpened',
      effectiveAt: the.now,
      recordedAt: the.now,
      position: '00000000000000000001',
      actor: 'demo-01',
      words: { institution: police, entry: 'SELF', condition: 'NEW' },
    });
    expect(told.at(-2)?.words).toEqual({ institution: the.court, granted: 'yes', measures: 'NO_ACERCAMIENTO' });
  });

  it('never tells who, what was answered or why a level was raised', () => {
    const all = Object.entries(complete).map(([type, data]) => ({ type, data })) as EventOf<CaseEvents>[];
    const text = JSON.stringify(folded(caseHistories, events(...all)).documents.get(caseId));
    for (const secret of [sealedSection.ct, person, 'ARMED', 'MODERATE']) expect(text).not.toContain(secret);
  });
});

describe('the referrals of a case', () => {
  const referral = 'd0000000-0000-8000-8000-000000000001';
  const of = { referral, leg: 1, institution: 'pe-150112-cem' };
  const facts = [
    {
      type: 'ReferralSent.v1',
      data: {
        ...{ referral, leg: 1, code: '25-AAAA-BBBB', case: caseId, country: 'PE', district: '150112' },
        ...{ from: police, to: 'pe-150112-cem', service: 'cem-psicologia', purpose: 'PSYCHOLOGICAL_CARE' },
        ...{ urgency: 'PRIORITY', risk: 'MODERATE', basis: 'consented' },
        deadline: { clock: caseId, rule: 'PE-25a', version: 1, due: '2025-10-02T15:00:00.000Z' },
      },
    },
    { type: 'ReferralLapsed.v1', data: { referral, leg: 1, due: '2025-10-02T15:00:00.000Z' } },
    { type: 'ReferralReceived.v1', data: of },
    { type: 'ReferralAccepted.v1', data: of },
    { type: 'ReferralAttended.v1', data: { ...of, service: 'PSYCHOLOGY' } },
    { type: 'ReferralReportedBack.v1', data: { ...of, outcome: 'SERVICE_RECEIVED' } },
    { type: 'ReferralClosed.v1', data: { referral, institution: police, disposition: 'NEED_MET' } },
  ] as unknown as EventOf<ReferralFacts>[];

  it('stand with their case, with every step and its code', () => {
    const { documents, lists } = folded(referralsOfCase, recorded<ReferralFacts>(`referral-${referral}`, facts));
    expect(lists).toEqual({ [`case/${caseId}`]: [referral] });
    const shown = documents.get(referral);
    expect(shown).toMatchObject({ from: police, to: 'pe-150112-cem', status: 'closed', lapsed: true });
    expect(shown?.steps.map(({ type, code }) => (code === undefined ? type : `${type} ${code}`))).toEqual([
      'ReferralSent',
      'ReferralLapsed',
      'ReferralReceived',
      'ReferralAccepted',
      'ReferralAttended PSYCHOLOGY',
      'ReferralReportedBack SERVICE_RECEIVED',
      'ReferralClosed NEED_MET',
    ]);
  });

  it('are not called answered because nobody acknowledged them', () => {
    const { documents } = folded(referralsOfCase, recorded(`referral-${referral}`, facts.slice(0, 2)));
    expect(documents.get(referral)).toMatchObject({ status: 'sent', lapsed: true });
  });
});
