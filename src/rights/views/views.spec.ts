import { folded, recorded } from '../../../test/history/recorded.js';
import { caseId, person as herself } from '../../cases/testing/fixtures.js';
import type { CaseFacts } from '../../cases/published/facts.js';
import { lateRequests, retentionOver } from '../policies/due.js';
import { notifyErased, notifyLateRequest } from '../policies/notify.js';
import * as the from '../testing/fixtures.js';
import { erasures } from './erasures.js';
import { holds } from './holds.js';
import { keptCases } from './kept-cases.js';
import { proposals } from './proposals.js';
import { requests } from './requests.js';

const { person, erasure, requestId } = the;
const subject = `subject-${person}`;
const request = `request-${requestId}`;
const whole = [the.asked, the.approved, the.fenced, the.destroyed, the.purged, the.erased];

describe('an erasure, as it is shown', () => {
  const at = (count: number) => folded(erasures, recorded(subject, whole.slice(0, count)));

  it('goes from the open ones to those that are over, and then has a certificate', () => {
    const statuses = whole.map((_, nth) => at(nth + 1).documents.get(erasure)?.status);
    expect(statuses).toEqual(['asked', 'approved', 'fenced', 'destroyed', 'purged', 'certified']);
    expect(at(5).lists).toEqual({ [`person/${person}`]: [erasure], open: [erasure] });
    expect(at(6).lists).toEqual({ [`person/${person}`]: [erasure], over: [erasure] });
    expect(at(6).documents.get(erasure)?.certificate).toMatchObject({ keys: 3, backupDays: 30 });
  });

  it('says what it waits for, and what did not reach everything, until it did', () => {
    const waiting = folded(erasures, recorded(subject, [the.askedInPart, the.placed, the.deferred]));
    expect(waiting.documents.get(erasure)).toMatchObject({ status: 'asked', holds: [the.holdId] });
    const stuck = [the.asked, the.approved, the.fenced, the.heldUp];
    expect(folded(erasures, recorded(subject, stuck)).documents.get(erasure)?.heldUp?.step).toBe('destroy');
    const freed = folded(erasures, recorded(subject, [...stuck, the.destroyed])).documents.get(erasure);
    expect(freed).not.toHaveProperty('heldUp');
    const refused = folded(erasures, recorded(subject, [the.asked, the.refused]));
    expect(refused.lists['over']).toEqual([erasure]);
    expect(refused.documents.get(erasure)).toMatchObject({ status: 'refused', reason: 'LEGAL_DUTY' });
  });
});

it('shows a hold while it stands, and that it was lifted', () => {
  expect(folded(holds, recorded(subject, [the.placed])).lists['standing']).toEqual([the.holdId]);
  const lifted = folded(holds, recorded(subject, [the.placed, the.lifted]));
  expect(lifted.lists).toEqual({ [`person/${person}`]: [the.holdId] });
  expect(lifted.documents.get(the.holdId)?.lifted?.reason).toBe('ENDED');
});

it('keeps a proposal until all that it is about is asked to be erased', () => {
  const after = (...events: (typeof the.proposed | typeof the.classProposed | typeof the.asked)[]) =>
    folded(proposals, recorded(subject, events)).lists;
  const [file, part] = [`${person}/FILE`, `${person}/WHEREABOUTS`];
  expect(after(the.proposed, the.classProposed)).toEqual({ open: [part, file] });
  expect(after(the.proposed, the.classProposed, the.askedInPart)).toEqual({ open: [part, file] });
  const ofPart = { ...the.asked, data: { ...the.asked.data, categories: ['shelter', 'location', 'contact'] } };
  expect(after(the.proposed, the.classProposed, ofPart)).toEqual({ open: [file] });
  expect(after(the.proposed, the.classProposed, the.asked)).toEqual({});
  expect(after(the.askedInPart)).toEqual({});
});

describe('a request, and its last day', () => {
  const card = folded(requests, recorded(request, [the.received]));

  it('stands among the open ones until it is answered', () => {
    expect(card.lists).toEqual({ [`person/${person}`]: [requestId], open: [requestId], due: [requestId] });
    const late = folded(requests, recorded(request, [the.received, the.overdue]));
    expect(late.lists['due']).toBeUndefined();
    const over = folded(requests, recorded(request, [the.received, the.overdue, the.answered]));
    expect(over.lists).toEqual({ [`person/${person}`]: [requestId], answered: [requestId] });
  });

  it('falls due, and whoever answers for it is told', () => {
    const found = card.documents.get(requestId);
    const { due } = the.overdue.data;
    expect(found && lateRequests.fire(found, requestId, due)).toEqual([
      { category: 'request', id: requestId, command: { do: 'overdue', due }, effectiveAt: due },
    ]);
    const [entry] = recorded(request, [the.overdue]);
    expect(entry && notifyLateRequest.follows(entry)).toMatchObject([{ command: { to: 'pe-150112-cem' } }]);
    const [erased] = recorded(subject, [the.erased]);
    expect(erased && notifyErased.follows(erased)).toMatchObject([{ command: { ref: erasure } }]);
  });
});

describe('how long a case is kept', () => {
  const opened = { case: caseId, person: herself, country: 'PE', institution: 'pe-150112-cem' };
  const closed = { type: 'CaseClosed.v1', data: { case: caseId, institution: 'pe-150112-cem' } };
  const after = (...facts: readonly object[]) => folded(keptCases, recorded<CaseFacts>('feed', facts as never));
  const first = { type: 'CaseOpened.v1', data: opened };

  const file = `${caseId}/FILE`;

  it('counts from when it was closed, and not while it is open', () => {
    expect(after(first).lists).toEqual({});
    expect(after(first, closed).documents.get(file)?.end).toMatchObject({ rule: 'PE-R01', version: 1 });
    expect(after(first, closed, { type: 'CaseReopened.v1', data: { case: caseId } }).lists).toEqual({});
    const moved = { type: 'CaseTransferred.v1', data: { case: caseId, to: 'pe-150112-salud' } };
    expect(after(first, moved, closed).documents.get(file)?.institution).toBe('pe-150112-salud');
  });

  it('lists each class by itself, the one that ends first before the others', () => {
    const over = after(first, closed).lists['over'];
    expect(over).toEqual(['WHEREABOUTS', 'REPORTER', 'FILE'].map((name) => `${caseId}/${name}`));
  });

  it('ends in a proposal to whoever decides, and in nothing else', () => {
    const { documents } = after(first, closed);
    const fire = (name: string) => {
      const kept = documents.get(`${caseId}/${name}`);
      return kept && retentionOver.fire(kept, `${caseId}/${name}`, kept.end?.due ?? '');
    };
    const due = (name: string) => documents.get(`${caseId}/${name}`)?.end?.due.slice(0, 7);
    const of = { category: 'subject', id: herself };
    expect(fire('FILE')).toMatchObject([{ ...of, command: { do: 'propose', case: caseId } }]);
    const part = { do: 'propose-class', class: 'WHEREABOUTS', categories: ['contact', 'location', 'shelter'] };
    expect(fire('WHEREABOUTS')).toMatchObject([{ ...of, command: { ...part, case: caseId } }]);
    expect([due('WHEREABOUTS'), due('REPORTER'), due('FILE')]).toEqual(['2027-10', '2030-10', '2035-10']);
  });
});
