import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { ReferralCommand } from '../domain/commands.js';
import type { ReferralEvents } from '../domain/events.js';
import { referralDecider } from '../domain/referral.js';
import { complete } from '../testing/complete.js';
import * as the from '../testing/fixtures.js';
import { until } from '../testing/lives.js';
import { context, without } from '../testing/rules.js';
import { type ReferralCard, referralCards } from '../views/referral-card.js';
import { ladder, lapses, wakes } from './due.js';
import { notify } from './notify.js';

const { cem, police, referralId, sent } = the;
const stream = `referral-${referralId}`;

/** Who is told what of an event. */
function told(event: EventOf<ReferralEvents>) {
  const [entry] = recorded<ReferralEvents>(stream, [event]);
  return entry === undefined ? [] : notify.follows(entry);
}
const notice = (to: string, kind: string, ref: string = referralId) => ({
  category: 'notice',
  id: referralId,
  command: { to, kind, ref },
});

function cardOf(...events: readonly the.Event[]): ReferralCard {
  const card = folded(referralCards, recorded<ReferralEvents>(stream, events)).documents.get(referralId);
  if (card === undefined) throw new Error('no card');
  return card;
}

describe('who is told', () => {
  const cancelled = { ...the.cancelled, data: { ...the.cancelled.data, institution: cem } };
  const asked = complete.ContactAttempted;
  const called = (role: string) => ({
    type: 'ReferralEscalated' as const,
    data: { ...complete.ReferralEscalated, role },
  });

  it.each<readonly [string, the.Event, readonly object[]]>([
    ['of a new referral: who receives it', sent, [notice(cem, 'referral-sent')]],
    ['that it was declined: who sent it', the.declined, [notice(police, 'referral-declined')]],
    ['that it was answered: who sent it', the.reportedBack('SERVICE_RECEIVED'), [notice(police, 'referral-answered')]],
    [
      'that it goes on: the next service, and the one that had it',
      the.rerouted,
      [notice(the.health, 'referral-sent'), notice(cem, 'referral-cancelled')],
    ],
    [
      'that the receiver handed it on: the next service, and who sent it',
      { ...the.rerouted, data: { ...the.rerouted.data, institution: cem } },
      [notice(the.health, 'referral-sent'), notice(police, 'referral-cancelled')],
    ],
    [
      'that nobody came, where the receiver knows no safe way: who sent it',
      the.missed,
      [notice(police, 'contact-asked')],
    ],
    [
      'that nobody came, where the receiver tries again: nobody',
      { ...the.missed, data: { ...the.missed.data, next: 'contact-again' } },
      [],
    ],
    [
      'that it was not safe to reach her: who sent it',
      { type: 'ContactAttempted', data: asked },
      [notice(police, 'contact-asked')],
    ],
    ['of an attempt of their own: nobody', { type: 'ContactAttempted', data: { ...asked, institution: police } }, []],
    ['that she could not be reached: who sent it', the.givenUp, [notice(police, 'referral-unreachable')]],
    [
      'that a cancellation is asked for: who must confirm it',
      the.cancellationAsked,
      [notice(cem, 'cancellation-asked')],
    ],
    ['that it was taken back: the other end', the.cancelled, [notice(cem, 'referral-cancelled')]],
    ['that its cancellation was confirmed: who asked for it', cancelled, [notice(police, 'referral-cancelled')]],
    ['that it was a slip: the other end', the.undone, [notice(cem, 'referral-undone')]],
    [
      'that nobody acknowledged it: both',
      the.lapsed,
      [notice(cem, 'referral-lapsed'), notice(police, 'referral-lapsed')],
    ],
    ['of a lapse that is history: nobody', { ...the.lapsed, data: { ...the.lapsed.data, imported: true } }, []],
    ['of the first rung: whose turn it is', called('OWNER'), [notice(cem, 'clock-owner')]],
    ['of the next rung: their supervision', called('SUPERVISOR'), [notice(`${cem}/supervisor`, 'clock-supervisor')]],
    [
      'of the last rung: the coordination, and of which institution, never of whom',
      called('COORDINATOR'),
      [notice('coordinator/150112', 'clock-coordinator', cem)],
    ],
  ])('%s', (_who, event, expected) => expect(told(event)).toEqual(expected));

  it('of anything else: nobody', () => {
    const silent = Object.keys(complete).filter((type) => !notify.types.includes(type));
    expect(silent).toEqual([
      ...['ReferralReceived', 'ReferralAccepted', 'ReferralScheduled', 'AppointmentCancelled', 'ReferralHeld'],
      ...['ReferralResumed', 'ReferralAttended', 'ReferralClosed', 'ConsentWithdrawn', 'ReferralNoted'],
    ]);
  });

  it('and never what it is about', () => {
    const words = Object.entries(complete).flatMap(([type, data]) =>
      notify.types.includes(type) ? [JSON.stringify(told({ type, data } as EventOf<ReferralEvents>))] : [],
    );
    const about = ['PSYCHOLOGICAL_CARE', 'MODERATE', 'NO_CAPACITY', 'SERVICE_RECEIVED', '25-AAAA-BBBB', the.person];
    for (const word of [...about, 'NO_ANSWER', 'OTHER_ANSWERED', 'NEED_MET', 'PE-P01a']) {
      expect(words.join()).not.toContain(word);
    }
  });
});

/** What a referral makes of what falls due. */
const taken = (fired: readonly { readonly command: unknown }[], ...history: readonly the.Event[]) =>
  fired.flatMap(({ command }) =>
    referralDecider.decide(command as ReferralCommand, the.fold(history), context).map(({ type }) => type),
  );

describe('a referral nobody acknowledged in time', () => {
  const fired = lapses.fire(cardOf(sent), referralId, '2025-11-01T00:00:00.000Z');

  it('lapses at the instant the acknowledgement fell due', () => {
    const { due } = the;
    expect(fired).toEqual([{ category: 'referral', id: referralId, command: { do: 'lapse', due }, effectiveAt: due }]);
    expect(lapses.list).toBe('due');
  });

  it('fires what the referral takes, once', () => {
    expect(taken(fired, sent)).toEqual(['ReferralLapsed']);
    expect(taken(fired, sent, the.lapsed)).toEqual([]);
  });

  it('never lapses without a deadline', () => {
    const undated = cardOf({ type: 'ReferralSent', data: without(sent.data, 'deadline') });
    expect(lapses.fire(undated, referralId, the.now)).toEqual([]);
  });
});

describe('a hold', () => {
  const { wakeAt } = the;
  const fired = wakes.fire(cardOf(...until['on-hold']), referralId, '2025-11-01T00:00:00.000Z');

  it('is woken at the instant it named', () => {
    expect(fired).toEqual([
      { category: 'referral', id: referralId, command: { do: 'wake', until: wakeAt }, effectiveAt: wakeAt },
    ]);
    expect(wakes.list).toBe('wake');
  });

  it('fires what the referral takes, once', () => {
    expect(taken(fired, ...until['on-hold'])).toEqual(['ReferralResumed']);
    expect(taken(fired, ...until['on-hold'], the.resumed)).toEqual([]);
  });

  it('that is none is not woken', () => {
    expect(wakes.fire(cardOf(...until.accepted), referralId, '2025-11-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('the ladder', () => {
  const { clock, rungs } = the.acknowledgement();
  const fired = (now: string, ...events: readonly the.Event[]) => ladder.fire(cardOf(...events), referralId, now);

  it('calls at every rung that is due, each under a name of its own', () => {
    expect(fired(the.now, sent)).toEqual([]);
    for (const [index, { at }] of rungs.entries()) {
      expect(fired(at, sent).map(({ once }) => once)).toEqual(
        rungs.slice(0, index + 1).map(({ rung }) => `${clock}/${rung}`),
      );
    }
    expect(ladder.list).toBe('rungs');
  });

  it('fires what the referral takes, once', () => {
    const late = fired('2025-11-01T00:00:00.000Z', sent);
    expect(taken(late, sent)).toEqual(['ReferralEscalated', 'ReferralEscalated', 'ReferralEscalated']);
    expect(taken(late, sent, the.received)).toEqual([]);
  });

  it('calls for every clock that runs, not for those that were met', () => {
    const late = fired('2025-12-01T00:00:00.000Z', ...until.scheduled);
    const running = Object.keys(the.fold(until.scheduled).clocks);
    expect(running).toHaveLength(2);
    expect(new Set(late.map(({ command }) => (command as { clock: string }).clock))).toEqual(new Set(running));
  });

  it('calls nobody about history', () => {
    const deadline = { ...the.acknowledgement(), rungs: [] };
    expect(fired('2026-01-01T00:00:00.000Z', { ...sent, data: { ...sent.data, deadline, imported: true } })).toEqual(
      [],
    );
  });
});
