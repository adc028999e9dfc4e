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

const { caseId, court, courtClock, escalated, imported, missed, met, now, opened, person, police, policeClock } = the;
const { riskClock, severe, until } = the;
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
      reportTo: court,
      reportReceived: true,
      decided: true,
      revision: until.decided.length + 2,
      openedAt: the.now,
      clocks: {
        [policeClock.data.clock]: { status: 'met', metAt: '2025-10-01T15:07:00.000Z' },
        [courtClock.data.clock]: { status: 'met', due: courtClock.data.due },
      },
    });
  });

  it('keeps who the person is sealed, with where it was sealed', () => {
    const identity = card({ ...opened, data: complete.CaseOpened })?.identity;
    expect(identity).toEqual({ section: sealedSection, eventId: events(opened)[0]?.id, revision: 1, schema: 1 });
  });

  it('keeps what is said of others: the last of each code and of each sealed section, which stays sealed', () => {
    const first: EventOf<CaseEvents> = { type: 'AggressorDescribed', data: complete.AggressorDescribed };
    const again: EventOf<CaseEvents> = { type: 'AggressorDescribed', data: { institution: police, ageBand: '46-59' } };
    const children: EventOf<CaseEvents> = { type: 'ChildrenDescribed', data: complete.ChildrenDescribed };
    const history = [...until.open, first, again, children] as const;
    const [, , written, , counted] = events(...history);
    const sealedIn = (event: typeof written, revision: number) => ({
      section: sealedSection,
      eventId: event?.id,
      revision,
      schema: 1,
    });
    expect(card(...history)?.others).toEqual({
      aggressor: { relation: 'EX_PARTNER', sex: 'M', ageBand: '46-59', details: sealedIn(written, 3) },
      children: { byAge: complete.ChildrenDescribed.byAge, details: sealedIn(counted, 5) },
    });
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
    expect(after).toMatchObject({ lastAt: before?.lastAt, revision: until.complained.length + 1 });
    expect(after?.clocks[policeClock.data.clock]?.status).toBe('missed');
  });

  it('shows a missed clock as met when it was done late', () => {
    const after = card(...until.complained, missed(policeClock), met(policeClock));
    expect(after?.clocks[policeClock.data.clock]?.status).toBe('met');
  });
});

describe('the clocks of a card', () => {
  const card = (...list: readonly EventOf<CaseEvents>[]) => folded(caseCards, events(...list)).documents.get(caseId);
  const { clock, rungs = [] } = policeClock.data;

  it('show the due times they had, with the rule, until when that stood and why it changed', () => {
    const after = card(...until['at court'], the.assessed('SEVERE'), severe);
    expect(after?.clocks[courtClock.data.clock]).toMatchObject({
      ...{ rule: 'PE-05g', due: severe.data.due, status: 'running', trigger: now },
      was: [{ rule: 'PE-05h', due: courtClock.data.due, until: '2025-10-01T15:10:00.000Z', because: 'risk' }],
    });
  });

  it('show the rungs that were reached: when that was due, and when it happened', () => {
    expect(card(...until.complained, escalated(policeClock, 1))?.clocks[clock]?.reached).toEqual([
      { role: 'OWNER', due: rungs[0]?.at, at: '2025-10-01T15:05:00.000Z' },
    ]);
  });

  it('that were dropped are told apart from those that were met', () => {
    const dropped: EventOf<CaseEvents> = { type: 'DeadlineDropped', data: met(policeClock).data };
    expect(card(...until.complained, dropped)?.clocks[clock]).toMatchObject({ status: 'dropped' });
  });

  it('that run out, are climbed or go by another rule do not make a case look touched', () => {
    const before = card(...until.complained);
    const after = card(...until.complained, missed(policeClock), escalated(policeClock, 1), severe);
    expect(after).toMatchObject({ lastAt: before?.lastAt, revision: until.complained.length + 3 });
  });

  it('stand beside what is waited for without a deadline, which is a list of its own', () => {
    const waiting = [...until.decided, the.recordedStep('measures-notified-to-executor'), the.tracking];
    const shown = folded(caseCards, events(...waiting));
    expect(shown.documents.get(caseId)?.awaited).toEqual({
      'measures-tracked': {
        step: 'measures-tracked',
        after: 'measures-notified-to-executor',
        institution: police,
        trigger: now,
      },
    });
    expect(shown.lists[`no-deadline/${police}`]).toEqual([caseId]);
    expect(shown.lists).not.toHaveProperty([`no-deadline/${court}`]);
    const taken = folded(caseCards, events(...waiting, the.recordedStep('measures-tracked', police)));
    expect(taken.lists).not.toHaveProperty([`no-deadline/${police}`]);
  });
});

describe('the level of a card', () => {
  it('is that of the last assessment, whichever was recorded last', () => {
    const list = [...until.open, the.assessed('SEVERE', '2025-10-02T10:00:00.000Z'), the.assessed('MILD')];
    expect(folded(caseCards, events(...list)).documents.get(caseId)?.risk).toBe('SEVERE');
  });
});

describe('the clocks that run', () => {
  const shown = (...list: readonly EventOf<CaseEvents>[]) => folded(runningClocks, events(...list));
  const ids = [policeClock, riskClock, courtClock].map(({ data }) => data.clock);
  const [policeId = '', riskId = '', courtId = ''] = ids;

  it('stand by when they fall due, by their next rung, and with whom they bind', () => {
    const { lists, documents } = shown(...until.complained, courtClock);
    expect(lists).toEqual({
      due: [riskId, policeId, courtId],
      rungs: [riskId, policeId, courtId],
      [`institution/${police}`]: [riskId, policeId],
      [`institution/${court}`]: [courtId],
    });
    const { rule, stop, due, rungs } = policeClock.data;
    expect(documents.get(policeId)).toEqual({
      ...{ case: caseId, clock: policeId, rule, stop, institution: police, due, rungs },
      was: [],
      missed: false,
      imported: false,
    });
  });

  it.each([
    ['met', [met(policeClock)]],
    ['missed and met after all', [missed(policeClock), met(policeClock)]],
    ['dropped', [{ type: 'DeadlineDropped', data: met(policeClock).data } as const]],
  ] as const)('are gone once they are %s', (_what, ends) => {
    expect(shown(...until.complained, ...ends, met(riskClock))).toEqual({ documents: new Map(), lists: {} });
  });

  it('are late once they are missed: they run no more, and still wait, and climb their ladder', () => {
    const { lists } = shown(policeClock, missed(policeClock));
    expect(lists).toEqual({ [`late/${police}`]: [policeId], rungs: [policeId] });
  });

  it('that are history call nobody, and are nobody’s to catch up with', () => {
    expect(shown(imported(policeClock)).lists).toEqual({ due: [policeId], [`institution/${police}`]: [policeId] });
    expect(shown(imported(policeClock), missed(imported(policeClock))).lists).toEqual({});
  });

  it('lose each rung that is reached, until there is none', () => {
    const climbed = [1, 2, 3].map((rung) => escalated(policeClock, rung));
    expect(shown(policeClock, ...climbed.slice(0, 2)).documents.get(policeId)?.rungs).toEqual(
      policeClock.data.rungs?.slice(2),
    );
    expect(shown(policeClock, ...climbed).lists).not.toHaveProperty('rungs');
  });

  it('move to where another rule has them due, and remember where they were', () => {
    const moved = shown(courtClock, severe);
    expect(moved.documents.get(courtId)).toMatchObject({ due: severe.data.due, was: [courtClock.data.due] });
    expect(moved.documents.get(courtId)?.rungs).toEqual(severe.data.rungs);
  });

  it('stand where they stood whatever is written or done beside them', () => {
    expect(shown(...until.complained, the.attention)).toEqual(shown(...until.complained));
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
    expect(told.find(({ type }) => type === 'MeasuresDecided')?.words).toEqual({
      institution: court,
      granted: 'yes',
      measures: 'NO_ACERCAMIENTO',
    });
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
