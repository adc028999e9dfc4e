import { deriveId, type EventOf, Refusal } from '#decider';
import { contactAttempts, personReached, refuseUnlisted, unsafeToReach } from '../../protocol/index.js';
import type { StepCommand } from './commands.js';
import type { NextContact, ReferralEvents } from './events.js';
import { begin, dropAll, dropping, meeting, type Stepping } from './stepping.js';

type Event = EventOf<ReferralEvents>;
type Of<D extends StepCommand['do']> = Extract<StepCommand, { do: D }>;

/** An appointment is agreed, agreed anew with its reason, or called off. */
export function schedule(command: Of<'schedule'> | Of<'cancel-appointment'>, stepping: Stepping): readonly Event[] {
  const { state, context, institution } = stepping;
  const { leg, country, appointment: had } = state;
  if (command.do === 'cancel-appointment') {
    // The status says that there is one.
    if (had === undefined) return [];
    const { by, reason } = command;
    refuseUnlisted(country, 'parties', by);
    refuseUnlisted(country, 'appointmentChangeReasons', reason);
    const clocks = dropping(state, 'appointment-recorded');
    return [{ type: 'AppointmentCancelled', data: { leg, institution, appointment: had.id, by, reason, ...clocks } }];
  }
  const { at, place, companion, change } = command;
  if (had?.at === at && had.place === place) return [];
  refuseUnlisted(country, 'appointmentPlaces', place);
  if (companion !== undefined) refuseUnlisted(country, 'companions', companion);
  if (at <= context.effectiveAt) {
    throw new Refusal('referral/appointment-in-past', 'an appointment lies ahead', 'invalid');
  }
  if (had !== undefined) {
    if (change === undefined) {
      throw new Refusal('referral/change-without-reason', 'an appointment is moved with a reason', 'invalid');
    }
    refuseUnlisted(country, 'parties', change.by);
    refuseUnlisted(country, 'appointmentChangeReasons', change.reason);
  }
  return [
    {
      type: 'ReferralScheduled',
      data: {
        leg,
        institution,
        appointment: deriveId(context.commandId, 'appointment'),
        at,
        place,
        ...(companion === undefined ? {} : { companion }),
        ...(had === undefined || change === undefined ? {} : { replaces: { appointment: had.id, ...change } }),
        ...meeting(state, 'person-contacted'),
        ...dropping(state, 'appointment-recorded', 'referral-resumed'),
        ...begin(stepping, 'appointment-held', state.to, at),
      },
    },
  ];
}

/** Nobody came. Who was told how to reach the person safely tries again; who was not asks the sender, who knows her. */
export function miss(stepping: Stepping): readonly Event[] {
  const { state, context, institution } = stepping;
  const { leg, from: sender, appointment, reachable } = state;
  if (appointment === undefined || appointment.at > context.effectiveAt) {
    throw new Refusal('referral/appointment-not-yet', 'the appointment lies ahead', 'illegal', ['cancel-appointment']);
  }
  const attempt = state.attempts + 1;
  const met = meeting(state, 'appointment-recorded');
  const base = { leg, institution, sender, appointment: appointment.id, attempt };
  const next: NextContact = reachable ? 'contact-again' : 'ask-sender';
  if (attempt >= contactAttempts(state.country)) {
    const event: Event = { type: 'ReferralNotAttended', data: { ...base, next, ...met } };
    return [event, givenUp(stepping, attempt)];
  }
  const wait = begin(stepping, 'person-missed', next === 'ask-sender' ? sender : state.to);
  return [{ type: 'ReferralNotAttended', data: { ...base, next, ...met, ...wait } }];
}

/** An attempt to reach the person. What would be unsafe is not tried again by the receiver; the last attempt ends the leg. */
export function contact({ result }: Of<'contact'>, stepping: Stepping): readonly Event[] {
  const { state, institution } = stepping;
  const { leg, from: sender, country } = state;
  refuseUnlisted(country, 'contactResults', result);
  const attempt = personReached.includes(result) ? state.attempts : state.attempts + 1;
  const met = meeting(state, 'person-contacted');
  const base = { leg, institution, sender, attempt, result };
  if (personReached.includes(result)) {
    return [{ type: 'ContactAttempted', data: { ...base, ...met, ...begin(stepping, 'person-reached') } }];
  }
  const next: NextContact = unsafeToReach.includes(result) || !state.reachable ? 'ask-sender' : 'contact-again';
  const triedAll = attempt >= contactAttempts(country);
  // The sender knows no safe way either.
  const noWay = unsafeToReach.includes(result) && institution === sender;
  if (triedAll || noWay) {
    return [{ type: 'ContactAttempted', data: { ...base, next, ...met } }, givenUp(stepping, attempt)];
  }
  const wait = begin(stepping, 'person-missed', next === 'ask-sender' ? sender : state.to);
  return [{ type: 'ContactAttempted', data: { ...base, next, ...met, ...wait } }];
}

/** Back to who sent it, with everything that was waited for. */
function givenUp(stepping: Stepping, attempts: number): Event {
  const { state } = stepping;
  const { leg, to: institution, from: sender } = state;
  const clocks = {
    ...dropAll(state, 'person-contacted', 'appointment-recorded'),
    ...begin(stepping, 'person-unreachable', sender),
  };
  return { type: 'ReferralUnreachable', data: { leg, institution, sender, attempts, ...clocks } };
}
