import { countryNow } from '../country.js';
import { jurisdiction } from '../protocol/index.js';

/** An entry a form offers. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What people call a code of one of some lists; a code none of them has stands for itself. */
export function label(lists: string | readonly string[], code: string): string {
  const { codes } = jurisdiction(countryNow());
  const entries = [lists].flat().flatMap((list) => codes[list]?.entries ?? []);
  return entries.find((entry) => entry.code === code)?.label_es ?? code;
}

/** `26 a 29 años`; of unknown age: `Edad no registrada`. */
export const ageLabel = (band: string): string =>
  jurisdiction(countryNow()).ageBands.find(({ code }) => code === band)?.label_es ?? 'Edad no registrada';

/** The entries of lists, in their order, as a form offers them. */
export const optionsOf = (...lists: readonly string[]): readonly Option[] =>
  lists.flatMap((name) =>
    (jurisdiction(countryNow()).codes[name]?.entries ?? []).map(({ code, label_es }) => ({
      value: code,
      label: label_es,
    })),
  );

/** The list the code of a step of a referral is from, by the type of the step. */
export const referralStepLists: Readonly<Record<string, string>> = {
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
