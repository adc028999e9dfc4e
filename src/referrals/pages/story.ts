import { label } from '../../pages/labels.js';
import type { ReferralCard, ReferralStep } from '../views/referral-card.js';
import { sayIf } from './words.js';

/** The list the code of a step is from. */
const lists: Readonly<Record<string, string>> = {
  ReferralDeclined: 'declineReasons',
  ReferralRerouted: 'rerouteReasons',
  AppointmentCancelled: 'appointmentChangeReasons',
  ContactAttempted: 'contactResults',
  ReferralHeld: 'holdReasons',
  ReferralAttended: 'services',
  ReferralReportedBack: 'outcomes',
  ReferralClosed: 'dispositions',
  CancellationAsked: 'cancelReasons',
  ReferralCancelled: 'cancelReasons',
  ReferralEscalated: 'escalationRoles',
};

/** A step as a sentence: who did it, and to whom the leg went that it began. */
export function told(step: ReferralStep, { from, to, legs }: ReferralCard, name: (code: string) => string): string {
  const { type, code = '', institution, leg } = step;
  return sayIf(`did.${type}`, type, {
    who: name(institution ?? from),
    from: name(from),
    to: name(legs.find((each) => each.leg === leg)?.to ?? to),
    code: label(lists[type] ?? '', code).toLowerCase(),
  });
}
