import type { Condition } from '#terms';
import type { Milestone } from '../milestones.js';
import { businessDays, days, hours, risk, urgency, type Row } from '../rows.js';

type Policy = Pick<Row, 'term' | 'condition'>;

const usually = (term: Row['term']): Policy => ({ term });
const when = (condition: Condition, term: Row['term']): Policy => ({ term, condition });
/** The severe are never behind the urgent: whichever is shorter binds. */
const severe = (term: Row['term']): Policy => when(risk('SEVERE'), term);
const immediate = (term: Row['term']): Policy => when(urgency('IMMEDIATE'), term);
const priority = (term: Row['term']): Policy => when(urgency('PRIORITY'), term);

/** Each step of a referral after it was acknowledged, and the answer to an alert: who owes it, from what to what, and how long it may take. */
const steps: readonly (readonly [trigger: Milestone, stop: Milestone, actor: string, terms: readonly Policy[]])[] = [
  [
    'referral-received',
    'referral-answered',
    'RECEIVER',
    [usually(hours(48)), priority(hours(24)), immediate(hours(4)), severe(hours(4))],
  ],
  [
    'referral-accepted',
    'referral-attended',
    'RECEIVER',
    [usually(days(15)), priority(hours(72)), immediate(hours(24)), severe(hours(24))],
  ],
  ['appointment-held', 'appointment-recorded', 'RECEIVER', [usually(hours(24)), severe(hours(4))]],
  [
    'person-missed',
    'person-contacted',
    'RECEIVER',
    [usually(hours(72)), priority(hours(48)), immediate(hours(24)), severe(hours(24))],
  ],
  [
    'person-reached',
    'referral-attended',
    'RECEIVER',
    [usually(days(7)), priority(hours(72)), immediate(hours(24)), severe(hours(24))],
  ],
  ['person-unreachable', 'referral-reviewed', 'SENDER', [usually(hours(48)), immediate(hours(4)), severe(hours(4))]],
  ['referral-declined', 'referral-reviewed', 'SENDER', [usually(hours(24)), immediate(hours(2)), severe(hours(2))]],
  [
    'referral-attended',
    'referral-reported-back',
    'RECEIVER',
    [usually(businessDays(5)), immediate(hours(48)), severe(hours(48))],
  ],
  ['referral-reported-back', 'referral-reviewed', 'SENDER', [usually(businessDays(5)), severe(hours(24))]],
  ['cancellation-asked', 'cancellation-confirmed', 'RECEIVER', [usually(hours(48))]],
  // The longest it may wait, whatever day was named.
  ['referral-held', 'referral-resumed', 'RECEIVER', [usually(days(30)), immediate(hours(72)), severe(hours(72))]],
  [
    'referral-resumed',
    'referral-attended',
    'RECEIVER',
    [usually(days(7)), priority(hours(72)), immediate(hours(24)), severe(hours(24))],
  ],
  ['alert-raised', 'alert-answered', 'NETWORK', [usually(businessDays(5))]],
];

/**
 * The clocks of referrals and alerts that no norm sets, with values a board may change: `PE-P01a`, `PE-P01b` …
 * @param validFrom the first day of the network's law
 */
export const referralRows = (country: string, validFrom: string): readonly Row[] =>
  steps.flatMap(([trigger, stop, actor, terms], step) =>
    terms.map((policy, index): Row => ({
      id: `${country}-P${String(step + 1).padStart(2, '0')}${String.fromCharCode(97 + index)}`,
      trigger,
      stop,
      actor,
      ...policy,
      validFrom,
      norm: 'Protocolo de la instancia de concertación',
      legalRef: 'acuerdo de la instancia',
      verified: false,
      source: 'Policy value; no norm sets it. A board may change it.',
      value: { policy: true },
    })),
  );
