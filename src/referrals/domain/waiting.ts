import type { Context, EventOf } from '#decider';
import type { ClockCommand } from './commands.js';
import type { ReferralEvents } from './events.js';
import type { Referral } from './state.js';
import { begin, meeting, type Stepping } from './stepping.js';

type Event = EventOf<ReferralEvents>;

/** Nobody acknowledged it: once, at its own due time only. */
export function lapse(due: string, state: Referral): readonly Event[] {
  if (state.status !== 'sent' || state.lapsed || state.due !== due) return [];
  const { leg, to: institution, from: sender, imported } = state;
  return [{ type: 'ReferralLapsed', data: { leg, institution, sender, due, ...(imported ? { imported } : {}) } }];
}

/** A rung is reached once: the clock forgets the rungs it has had, and a clock that was met has none. */
export function escalate(
  { clock: id, rung: number }: Extract<ClockCommand, { do: 'escalate' }>,
  { clocks, leg, district }: Referral,
): readonly Event[] {
  const clock = clocks[id];
  const rung = clock?.rungs.find((each) => each.rung === number);
  if (clock === undefined || rung === undefined) return [];
  const { rule, waitsFor, institution } = clock;
  const { role, at: due } = rung;
  return [
    {
      type: 'ReferralEscalated',
      data: { leg, clock: id, rule, waitsFor, institution, district, rung: number, role, due },
    },
  ];
}

/** The day a hold ends by itself. */
export function wake(until: string, state: Referral, context: Context): readonly Event[] {
  const { status, wakeAt, leg, to: institution } = state;
  if (status !== 'on-hold' || wakeAt !== until) return [];
  const clocks = resuming({ state, context, institution });
  return [{ type: 'ReferralResumed', data: { leg, institution, woken: true, ...clocks } }];
}

/** The clocks after a hold: the attention is waited for again, unless its own clock never stopped. */
export function resuming(stepping: Stepping) {
  const { clocks } = stepping.state;
  const waited = Object.values(clocks).some(({ waitsFor }) => waitsFor === 'referral-attended');
  return { ...meeting(stepping.state, 'referral-resumed'), ...(waited ? {} : begin(stepping, 'referral-resumed')) };
}
