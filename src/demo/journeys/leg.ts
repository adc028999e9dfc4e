import { contactAttempts } from '../../protocol/index.js';
import { cancellations, handOver as assumptions, holds, meetings, withdrawals } from '../hand-over-assumptions.js';
import { hour, instant } from '../moments.js';
import type { Delay } from '../random.js';
import type { Route } from '../routes.js';
import type { Moment } from '../schedule.js';
import { records, type Strand } from './case-file.js';

/** A referral while it is with one service. */
export interface Leg {
  readonly strand: Strand;
  readonly id: string;
  readonly sender: string;
  readonly receiver: string;
  readonly route: Route;
  /** It acts at any hour. */
  readonly always: boolean;
  /** It rests on the person's consent, which she can take back. */
  readonly consented: boolean;
}

/** How a leg goes out: somebody was attended, it is over or stays where it is, or its sender has it back. */
export type LegEnd = 'attended' | 'unattended' | 'stays' | 'unreachable';

/** A part of a journey that says how it ended. */
export type Steps<T> = Generator<Moment, T, undefined>;

/** The slower of two paces, unless the risk is severe. */
export const pace = ({ strand }: Leg, after: { readonly SEVERE: Delay; readonly other: Delay }): number =>
  strand.random.delay(strand.file.risk === 'SEVERE' ? after.SEVERE : after.other);

/** Time passes, and the receiver acts in its hours; false when it records nothing then. */
export function byReceiver({ strand, receiver, always }: Leg, hours: number): boolean {
  strand.pass(hours);
  if (!always) strand.at = strand.officeTime(strand.at);
  return records(receiver, strand.at);
}

/** Time passes, and the sender acts; false when it records nothing then. */
export function bySender({ strand, sender }: Leg, hours: number): boolean {
  strand.pass(hours);
  return records(sender, strand.at);
}

/** From the yes to the first attention, or to what came instead. */
export function* attending(leg: Leg): Steps<LegEnd> {
  const { strand, id, sender, receiver, route, consented } = leg;
  const { random } = strand;
  const { attended } = assumptions.value;
  if (consented && random.chance(withdrawals.value.share)) {
    if (!byReceiver(leg, random.delay(withdrawals.value.after))) return 'stays';
    const mode = random.pick(withdrawals.value.modes);
    yield strand.referral(id, receiver, { do: 'withdraw', institution: receiver, mode });
    return 'stays';
  }
  if (random.chance(cancellations.value.share)) {
    if (!bySender(leg, random.delay(cancellations.value.after))) return 'stays';
    const [by, reason] = [random.pick(cancellations.value.by), random.pick(cancellations.value.reasons)];
    yield strand.referral(id, sender, { do: 'cancel', institution: sender, by, reason });
    if (!random.chance(cancellations.value.confirmed.share)) return 'stays';
    if (!byReceiver(leg, random.delay(cancellations.value.confirmed.after))) return 'stays';
    yield strand.referral(id, receiver, { do: 'cancel', institution: receiver, by, reason });
    return 'stays';
  }
  if (random.chance(holds.value.share)) yield* waiting(leg);
  if (random.chance(meetings.value.share)) return yield* meeting(leg);
  if (!random.chance(attended.share)) return 'unattended';
  if (!byReceiver(leg, pace(leg, attended.after))) return 'stays';
  yield strand.referral(id, receiver, { do: 'attend', institution: receiver, service: route.kind });
  return 'attended';
}

/** On a waiting list: taken up again before the day it was given, or by that day itself. */
function* waiting(leg: Leg): Steps<void> {
  const { strand, id, receiver } = leg;
  const { random } = strand;
  const { after, days, reasons, resumedEarly } = holds.value;
  if (!byReceiver(leg, random.delay(after))) return;
  const begun = strand.at;
  const until = strand.officeTime(begun + Math.round(random.between(...days)) * 24 * hour);
  const reason = random.pick(reasons);
  yield strand.referral(id, receiver, { do: 'hold', institution: receiver, reason, until: instant(until) });
  if (random.chance(resumedEarly)) {
    strand.at = begun;
    if (byReceiver(leg, (random.between(0.3, 0.9) * (until - begun)) / hour) && strand.at < until) {
      yield strand.referral(id, receiver, { do: 'resume', institution: receiver });
      return;
    }
  }
  // The day itself ends the wait, and is looked at once an hour.
  strand.at = until + 2 * hour;
}

/** An appointment, and another one after each that nobody came to, as long as the sender finds the person. */
function* meeting(leg: Leg): Steps<LegEnd> {
  const { strand, id, sender, receiver, route } = leg;
  const { random } = strand;
  const { agreed, ahead, places, missed, contact } = meetings.value;
  const most = contactAttempts(strand.file.board.country);
  for (let attempts = 0; ;) {
    if (!byReceiver(leg, random.delay(agreed))) return 'stays';
    const at = strand.officeTime(strand.at + Math.max(2, random.delay(ahead)) * hour);
    // What is not written down when the day comes is not agreed in this way.
    if (!records(receiver, at + 24 * hour)) return 'stays';
    const place = random.pick(places);
    yield strand.referral(id, receiver, { do: 'schedule', institution: receiver, at: instant(at), place });
    strand.at = at + 30 * 60_000;
    if (!random.chance(missed)) {
      yield strand.referral(id, receiver, { do: 'attend', institution: receiver, service: route.kind });
      return 'attended';
    }
    yield strand.referral(id, receiver, { do: 'miss', institution: receiver });
    if ((attempts += 1) >= most) return 'unreachable';
    for (let result = ''; result !== 'REACHED';) {
      // The receiver was told no safe way to reach her: it is the sender who asks.
      if (!bySender(leg, random.delay(contact.after))) return 'stays';
      result = random.pick(contact.results);
      yield strand.referral(id, sender, { do: 'contact', institution: sender, result });
      if (result === 'UNSAFE' || (result !== 'REACHED' && (attempts += 1) >= most)) return 'unreachable';
    }
  }
}
