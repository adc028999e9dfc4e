import { deriveId } from '#decider';
import * as the from '../testing/fixtures.js';
import { commands, until } from '../testing/lives.js';
import { given, without } from '../testing/rules.js';
import type { ReferralStatus } from './life.js';

const { reroute } = commands;
/** A later command than the sending: what it begins has ids of its own. */
const later = { commandId: '00000000-0000-7000-8000-000000000002', effectiveAt: '2025-10-02T20:00:00.000Z' };

describe('going on to another service', () => {
  it('ends the leg and begins the next one, with a clock and a consent of its own', () => {
    given(...until.declined)
      .when(reroute, later)
      .satisfies(([event]) =>
        expect(event).toMatchObject({
          type: 'ReferralRerouted',
          data: {
            leg: 2,
            institution: the.police,
            sender: the.police,
            previous: the.cem,
            to: { organization: the.health, service: 'salud-mental' },
            reason: 'NO_CAPACITY',
            consent: { id: deriveId(later.commandId, 'consent'), basis: 'consented', mode: 'VERBAL', language: 'ES' },
            // It had come back: handing it on is the sender's answer, and in time.
            meets: the.ids('referral-declined'),
            starts: the.begun('referral-sent', the.health, later.effectiveAt, later.commandId),
          },
        }),
      );
  });

  it('drops what was waited for where nobody had answered', () => {
    given(...until.accepted)
      .when(reroute, later)
      .satisfies(([event]) => {
        expect(event?.data).toMatchObject({ drops: the.ids('referral-accepted') });
        expect(event?.data).not.toHaveProperty('meets');
      });
  });

  it('keeps one referral with an ordered chain of legs, each with why it ended', () => {
    given(...until.declined)
      .when(reroute, later)
      .satisfies((_events, state) => {
        expect(state).toMatchObject({ status: 'sent', leg: 2, from: the.police, to: the.health, attempts: 0 });
        expect(state.legs).toEqual([
          { leg: 1, to: the.cem, service: 'cem-psicologia', left: 'NO_CAPACITY' },
          { leg: 2, to: the.health, service: 'salud-mental' },
        ]);
      });
  });

  it('may come back to where it was', () => {
    const back = { ...reroute, to: { organization: the.cem, service: 'cem-psicologia' }, reason: 'PERSON_CHOSE' };
    given(...until.declined, the.rerouted)
      .when(back, later)
      .satisfies((_events, state) => expect(state.legs.map(({ to }) => to)).toEqual([the.cem, the.health, the.cem]));
  });

  it.each(['sent', 'received', 'accepted', 'scheduled', 'not-attended', 'on-hold'] as const)(
    'from %s ends every clock of the leg, and nothing of it is left',
    (status: ReferralStatus) => {
      given(...until[status])
        .when(reroute, later)
        .satisfies(([event], state) => {
          const running = Object.keys(the.fold(until[status]).clocks);
          expect(running).not.toEqual([]);
          expect([...((event?.data as { drops?: readonly string[] }).drops ?? [])].sort()).toEqual(running.sort());
          expect(Object.values(state.clocks).map(({ institution }) => institution)).toEqual([the.health]);
          expect(state).toMatchObject({ appointment: undefined, wakeAt: undefined, attempts: 0, lapsed: false });
        });
    },
  );

  it('is done by either end, and the sender stays the sender', () => {
    given(...until.received)
      .when({ ...reroute, institution: the.cem }, later)
      .satisfies(([event], state) => {
        expect(event?.data).toMatchObject({ institution: the.cem, sender: the.police, previous: the.cem });
        expect(state).toMatchObject({ from: the.police, to: the.health });
      });
  });

  it('carries no word of the leg before: what goes along is said, and agreed to, anew', () => {
    const told = {
      ...the.sent,
      data: { ...the.sent.data, safeContact: { clear: 's', subject: the.person, category: 'c' } },
    };
    given(told, the.received)
      .when(reroute, later)
      .satisfies(([event], state) => {
        expect(event?.data).not.toHaveProperty('safeContact');
        expect(state.reachable).toBe(false);
      });
    given(told, the.received)
      .when({ ...reroute, message: { safeContact: 'another way' } }, later)
      .satisfies((_events, state) => expect(state.reachable).toBe(true));
  });

  it('asks the person anew: without a whole consent it does not go on', () => {
    const { institution, to, reason } = reroute;
    const again = { do: 'reroute', institution, to, reason } as const;
    given(the.sent)
      .when({ ...again, consent: { basis: 'consented' } })
      .refuses('referral/consent-incomplete');
    given(the.sent)
      .when({ ...again, consent: { basis: 'legal-duty' } })
      .refuses('code/not-listed');
    given(the.sent)
      .when({ ...again, consent: { basis: 'without-identity' }, message: { note: 'n' } })
      .refuses('referral/words-without-consent');
  });

  it('begins a consent that stands, also where the one before was taken back', () => {
    given(...until.declined, the.withdrawn)
      .when(reroute, later)
      .satisfies((_events, state) => expect(state.consent.withdrawn).toBe(false));
  });

  it('takes a reason of the list, and another service than now', () => {
    given(the.sent)
      .when({ ...reroute, reason: 'BORED' })
      .refuses('code/not-listed');
    given(the.sent)
      .when({ ...reroute, to: the.sending.to })
      .refuses('referral/same-service');
    given(the.sent)
      .when({ ...reroute, to: { organization: the.police, service: 'any' } })
      .refuses('referral/to-oneself');
    given(the.sent)
      .when({ ...reroute, to: { organization: the.cem, service: 'cem-legal' } })
      .satisfies(([event]) => expect(event?.type).toBe('ReferralRerouted'));
  });

  it('begins the due time of an answer anew: the next service lapses at its own, also where the first had lapsed', () => {
    const due = the.begun('referral-sent', the.health)[0]?.due ?? '';
    given(the.sent, the.lapsed, { ...the.rerouted, data: without(the.rerouted.data, 'drops') })
      .when({ do: 'lapse', due })
      .then({ type: 'ReferralLapsed', data: { leg: 2, institution: the.health, sender: the.police, due } });
  });

  it('is no history, even where the sending was: the next service that does not answer is told on', () => {
    const due = the.begun('referral-sent', the.health)[0]?.due ?? '';
    given({ ...the.sent, data: { ...the.sent.data, imported: true } }, the.rerouted)
      .when({ do: 'lapse', due })
      .then({ type: 'ReferralLapsed', data: { leg: 2, institution: the.health, sender: the.police, due } });
  });
});
