import { type Context, type Decider, type EventOf, Refusal } from '#decider';
import { helpReceived, refuseUnlisted } from '../../protocol/index.js';
import { cancel, undo, undoable, withdraw } from './ending.js';
import { contact, miss, schedule } from './meeting.js';
import type { ReferralCommand, Step, StepCommand } from './commands.js';
import { type ReferralEvents, referralEvents } from './events.js';
import { leadsTo, life, type Side } from './life.js';
import { reroute, send } from './sending.js';
import { evolve, initial, type Referral } from './state.js';
import { begin, dropping, dropAll, meeting, type Stepping } from './stepping.js';
import { escalate, lapse, resuming, wake } from './waiting.js';

type Event = EventOf<ReferralEvents>;

/**
 * The rules of a hand-over. One referral is one need; each leg of it is handed to one service, which receives it, says yes
 * or no with a coded reason, agrees an appointment, attends, and reports back; the sender reads that and closes. Whatever
 * is waited for has a clock, and nobody but the two ends of the leg moves it.
 */
export const referralDecider: Decider<ReferralCommand, ReferralEvents, Referral> = {
  category: 'referral',
  events: referralEvents,
  initial,
  decide: (command, state, context) => {
    if (command.do === 'send') return send(command, state, context);
    if (state.status === 'none') throw new Refusal('referral/unknown', 'there is no such referral', 'unknown');
    if (command.do === 'lapse') return lapse(command.due, state);
    if (command.do === 'escalate') return escalate(command, state);
    if (command.do === 'wake') return wake(command.until, state, context);
    return take(command, state, context);
  },
  evolve,
};

/** The steps one of the institutions may take now, in the order in which they are usually taken. */
export function steps(state: Pick<Referral, 'status' | 'from' | 'to' | 'nextContact'>, institution: string): Step[] {
  return (Object.keys(life[state.status]) as Step[]).filter((step) => mayTake(step, state, institution));
}

function mayTake(step: Step, state: Parameters<typeof steps>[0], institution: string): boolean {
  const side = sideOf(step, state);
  return (side !== 'sender' && institution === state.to) || (side !== 'receiver' && institution === state.from);
}

/** Whose step it is; of a step that is nobody's now, whose it would be. */
function sideOf(step: Step, { status, nextContact }: Parameters<typeof steps>[0]): Side {
  if (step === 'contact' && status === 'not-attended') return nextContact === 'ask-sender' ? 'sender' : 'receiver';
  return life[status][step] ?? usual[step];
}

/** Whose a step is where the status does not say. */
const usual: Readonly<Record<Step, Side>> = {
  receive: 'receiver',
  accept: 'receiver',
  decline: 'receiver',
  reroute: 'either',
  schedule: 'receiver',
  'cancel-appointment': 'either',
  miss: 'receiver',
  contact: 'either',
  hold: 'receiver',
  resume: 'receiver',
  attend: 'receiver',
  'report-back': 'receiver',
  close: 'sender',
  cancel: 'either',
  withdraw: 'either',
  note: 'either',
  undo: 'either',
};

function take(command: StepCommand, state: Referral, context: Context): readonly Event[] {
  const { do: step, institution } = command;
  // Who asked for it waits for the other end; asking again asks for nothing new.
  if (step === 'cancel' && state.status === 'cancel-asked' && institution === state.from) return [];
  // Who handed it on has no part in it any more, and may still take that back.
  const own = step === 'undo' && state.last?.institution === institution;
  if (!own && !mayTake(step, state, institution)) {
    throw new Refusal('referral/not-yours', 'this step belongs to the other institution', 'illegal', []);
  }
  const stepping: Stepping = { state, context, institution };
  if (command.do === 'undo') return undo(stepping);
  if (state.status === leadsTo[step]) return [];
  if (life[state.status][step] === undefined) {
    const detail = `${step} is not possible when ${state.status}`;
    throw new Refusal('referral/step-not-allowed', detail, 'illegal', allowedTo(state, institution, context));
  }
  return taken(command, stepping);
}

/** What is offered instead of a step that is refused: what this institution may do now. */
const allowedTo = (state: Referral, institution: string, context: Context): readonly string[] => [
  ...steps(state, institution),
  ...(undoable(state, institution, context.recordedAt) ? ['undo'] : []),
];

function taken(command: Exclude<StepCommand, { do: 'undo' }>, stepping: Stepping): readonly Event[] {
  const { state, institution } = stepping;
  const { leg, from: sender, country } = state;
  switch (command.do) {
    case 'receive': {
      const clocks = { ...meeting(state, 'referral-acknowledged'), ...begin(stepping, 'referral-received') };
      return [{ type: 'ReferralReceived', data: { leg, institution, ...clocks } }];
    }
    case 'accept': {
      const clocks = { ...meeting(state, 'referral-answered'), ...begin(stepping, 'referral-accepted') };
      return [...seen(stepping), { type: 'ReferralAccepted', data: { leg, institution, ...clocks } }];
    }
    case 'decline': {
      refuseUnlisted(country, 'declineReasons', command.reason);
      const clocks = { ...meeting(state, 'referral-answered'), ...begin(stepping, 'referral-declined', sender) };
      const data = { leg, institution, sender, reason: command.reason, ...clocks };
      return [...seen(stepping), { type: 'ReferralDeclined', data }];
    }
    case 'reroute':
      return reroute(command, stepping);
    case 'schedule':
    case 'cancel-appointment':
      return schedule(command, stepping);
    case 'miss':
      return miss(stepping);
    case 'contact':
      return contact(command, stepping);
    case 'hold': {
      if (state.wakeAt === command.until) return [];
      refuseUnlisted(country, 'holdReasons', command.reason);
      const { effectiveAt, recordedAt, origin } = stepping.context;
      // Told later, a day that has come meanwhile wakes nobody any more.
      if (command.until <= (origin === 'import' ? effectiveAt : recordedAt)) {
        throw new Refusal('referral/wake-in-past', 'the day to look again has passed', 'invalid');
      }
      const { reason, until } = command;
      const clocks = {
        ...dropping(state, 'appointment-recorded', 'person-contacted', 'referral-resumed'),
        ...begin(stepping, 'referral-held'),
      };
      return [{ type: 'ReferralHeld', data: { leg, institution, reason, until, ...clocks } }];
    }
    case 'resume':
      return [{ type: 'ReferralResumed', data: { leg, institution, ...resuming(stepping) } }];
    case 'attend': {
      refuseUnlisted(country, 'services', command.service);
      const clocks = {
        ...meeting(state, 'referral-attended', 'appointment-recorded'),
        ...dropping(state, 'person-contacted', 'referral-resumed', 'cancellation-confirmed'),
        ...begin(stepping, 'referral-attended'),
      };
      return [{ type: 'ReferralAttended', data: { leg, institution, service: command.service, ...clocks } }];
    }
    case 'report-back':
      return reportBack(command.outcome, stepping);
    case 'close': {
      refuseUnlisted(country, 'dispositions', command.disposition);
      const clocks = { ...meeting(state, 'referral-reviewed'), ...dropAll(state, 'referral-reviewed') };
      return [{ type: 'ReferralClosed', data: { institution, disposition: command.disposition, ...clocks } }];
    }
    case 'cancel':
      return cancel(command, stepping);
    case 'withdraw':
      return withdraw(command, stepping);
    case 'note':
      return [
        {
          type: 'ReferralNoted',
          data: { leg, institution, note: { subject: state.person, category: 'narrative', clear: command.note } },
        },
      ];
  }
}

/** Whoever answers has seen it: receipt is its own fact, also when it comes with the answer. */
function seen({ state, institution }: Stepping): readonly Event[] {
  if (state.status !== 'sent') return [];
  const { leg } = state;
  return [{ type: 'ReferralReceived', data: { leg, institution, ...meeting(state, 'referral-acknowledged') } }];
}

function reportBack(outcome: string, stepping: Stepping): readonly Event[] {
  const { state, institution } = stepping;
  refuseUnlisted(state.country, 'outcomes', outcome);
  // An outcome is never inferred from a click: who says that help was received says first when.
  if (state.status !== 'attended' && helpReceived.includes(outcome)) {
    throw new Refusal('referral/served-without-attention', 'nobody was attended yet', 'illegal', ['attend']);
  }
  const { leg, from: sender } = state;
  const clocks = {
    ...meeting(state, 'referral-reported-back'),
    ...dropAll(state, 'referral-reported-back'),
    ...begin(stepping, 'referral-reported-back', sender),
  };
  return [{ type: 'ReferralReportedBack', data: { leg, institution, sender, outcome, ...clocks } }];
}
