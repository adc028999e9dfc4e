import { type EventOf, Refusal } from '#decider';
import { refuseUnlisted } from '../../protocol/index.js';
import type { StepCommand } from './commands.js';
import type { ReferralEvents } from './events.js';
import { openStatuses, undoWithin } from './life.js';
import type { Referral } from './state.js';
import { begin, dropAll, dropping, meeting, type Stepping } from './stepping.js';

type Event = EventOf<ReferralEvents>;
type Of<D extends StepCommand['do']> = Extract<StepCommand, { do: D }>;

/** Before the yes the sender takes it back; after it the receiver is asked, and confirms. */
export function cancel({ by, reason }: Of<'cancel'>, stepping: Stepping): readonly Event[] {
  const { state, institution } = stepping;
  const { leg, to: receiver, country } = state;
  refuseUnlisted(country, 'parties', by);
  refuseUnlisted(country, 'cancelReasons', reason);
  if (state.status === 'sent' || state.status === 'received' || state.status === 'cancel-asked') {
    return [cancelled(state, institution, by, reason)];
  }
  const data = {
    leg,
    institution,
    receiver,
    by,
    reason,
    ...dropping(state, 'person-contacted', 'referral-resumed'),
    ...begin(stepping, 'cancellation-asked'),
  };
  return [{ type: 'CancellationAsked', data }];
}

const cancelled = (state: Referral, institution: string, by: string, reason: string): Event => ({
  type: 'ReferralCancelled',
  data: {
    leg: state.leg,
    institution,
    sender: state.from,
    receiver: state.to,
    by,
    reason,
    ...meeting(state, 'cancellation-confirmed'),
    ...dropAll(state, 'cancellation-confirmed'),
  },
});

/**
 * The person takes back what she allowed: either end hears it, and writes it down. What was not done yet is not done any
 * more; what was done stays done, and is still answered for, without her name.
 */
export function withdraw({ mode }: Of<'withdraw'>, { state, institution }: Stepping): readonly Event[] {
  const { leg, consent, country, status } = state;
  if (consent.basis !== 'consented') {
    throw new Refusal('referral/no-consent-to-withdraw', 'it does not rest on consent', 'illegal', []);
  }
  if (consent.withdrawn) return [];
  if (mode !== undefined) refuseUnlisted(country, 'consentModes', mode);
  const data = { leg, consent: consent.id, institution, ...(mode === undefined ? {} : { mode }) };
  const ended: Event = { type: 'ConsentWithdrawn', data };
  const pending = openStatuses.has(status) && status !== 'attended';
  return pending ? [ended, cancelled(state, institution, 'PERSON', 'CONSENT_WITHDRAWN')] : [ended];
}

/** Whether the last step was this institution's, and so recent that it may have been a slip. */
export function undoable({ last }: Pick<Referral, 'last'>, institution: string, now: string): boolean {
  if (last === undefined || last.institution !== institution) return false;
  return Date.parse(now) - Date.parse(last.recordedAt) <= undoWithin;
}

/** A slip is taken back by an event of its own: what was done stays readable, and counts for nothing. */
export function undo({ state, context, institution }: Stepping): readonly Event[] {
  const { last, from, to, leg } = state;
  if (last === undefined || last.institution !== institution) {
    throw new Refusal('referral/nothing-to-undo', 'the last step was not theirs', 'illegal', []);
  }
  if (!undoable(state, institution, context.recordedAt)) {
    throw new Refusal('referral/too-late-to-undo', 'a step can be undone for a minute', 'illegal', []);
  }
  const { before, types } = last;
  const starts = Object.values(before.clocks).filter(({ clock }) => state.clocks[clock] === undefined);
  const drops = Object.keys(state.clocks).filter((clock) => before.clocks[clock] === undefined);
  return [
    {
      type: 'ReferralUndone',
      data: {
        leg: before.status === 'none' ? leg : before.leg,
        institution,
        other: institution === from ? before.to || to : from,
        ...(last.types.includes('ReferralRerouted') ? { withdrawnFrom: to } : {}),
        undone: types,
        ...(starts.length === 0 ? {} : { starts }),
        ...(drops.length === 0 ? {} : { drops }),
      },
    },
  ];
}
