import { type Context, deriveId, type EventOf, personal, Refusal } from '#decider';
import { consentUntil, publicCode, refuseUnlisted, startClocks } from '../../protocol/index.js';
import type { ConsentGiven, SendReferral, StepCommand } from './commands.js';
import type { Consent, Message, ReferralEvents } from './events.js';
import type { Referral } from './state.js';
import { begin, dropAll, meeting, type Stepping } from './stepping.js';

type Event = EventOf<ReferralEvents>;

/** The first leg: the receiver's clock starts with it. */
export function send(command: SendReferral, state: Referral, context: Context): readonly Event[] {
  if (state.status !== 'none') throw new Refusal('referral/exists', 'the referral was sent already', 'illegal', []);
  const { country, from, to, risk, urgency } = command;
  if (to.organization === from) throw toOneself();
  refuseUnlisted(country, 'referralPurposes', command.purpose);
  refuseUnlisted(country, 'urgencies', urgency);
  refuseUnlisted(country, 'riskLevels', risk);
  refuseConsent(command, command.consent, context);
  const imported = context.origin === 'import';
  const [deadline] = startClocks({
    country,
    happened: 'referral-sent',
    at: context.effectiveAt,
    facts: { risk, urgency },
    institution: to.organization,
    commandId: context.commandId,
    imported,
  });
  return [
    {
      type: 'ReferralSent',
      data: {
        code: publicCode(context.commandId, context.effectiveAt, country),
        country,
        case: command.case,
        caseCode: command.caseCode,
        person: command.person,
        district: command.district,
        leg: 1,
        from,
        to,
        purpose: command.purpose,
        urgency,
        risk,
        consent: stored(command, command.consent, context),
        ...(command.bundle === undefined ? {} : { bundle: command.bundle }),
        ...(deadline === undefined ? {} : { deadline }),
        ...sealable(command.person, command.message),
        ...(imported ? { imported } : {}),
      },
    },
  ];
}

/**
 * The next leg. Whoever gets it is a new recipient, so the person is asked anew; the clock of an answer begins again, the
 * time since the sending runs on.
 */
export function reroute(command: Extract<StepCommand, { do: 'reroute' }>, stepping: Stepping): readonly Event[] {
  const { state, context, institution } = stepping;
  const { country, person, from: sender, to: previous } = state;
  const { to, reason, consent, message } = command;
  if (to.organization === sender) throw toOneself();
  if (to.organization === previous && to.service === state.service) {
    throw new Refusal('referral/same-service', 'it is with that service already', 'invalid');
  }
  refuseUnlisted(country, 'rerouteReasons', reason);
  const words = { country, ...(message === undefined ? {} : { message }) };
  refuseConsent(words, consent, context);
  return [
    {
      type: 'ReferralRerouted',
      data: {
        leg: state.leg + 1,
        institution,
        sender,
        previous,
        to,
        reason,
        consent: stored(words, consent, context),
        ...sealable(person, message),
        // Handing on what came back is how the sender answers it.
        ...meeting(state, 'referral-reviewed'),
        ...dropAll(state, 'referral-reviewed'),
        ...begin(stepping, 'referral-sent', to.organization),
      },
    },
  ];
}

const toOneself = (): Refusal =>
  new Refusal('referral/to-oneself', 'an institution does not refer to itself', 'invalid');

interface Words {
  readonly country: string;
  readonly message?: Message;
}

/** @throws Refusal `code/not-listed`, or one of the sending's own: see `sendingRefusals` */
function refuseConsent({ country, message }: Words, given: ConsentGiven, context: Context): void {
  if (given.basis === 'legal-duty' || given.duty !== undefined) {
    refuseUnlisted(country, 'legalDuties', given.duty ?? '');
  }
  if (given.basis === 'without-identity' && message !== undefined) {
    throw new Refusal(
      'referral/words-without-consent',
      'without consent nothing about the person goes along in words, nor how to reach them',
      'invalid',
    );
  }
  if (given.mode !== undefined) refuseUnlisted(country, 'consentModes', given.mode);
  if (given.language !== undefined) refuseUnlisted(country, 'motherTongues', given.language);
  for (const each of given.shares ?? []) refuseUnlisted(country, 'dataCategories', each);
  if (given.basis !== 'without-identity' && !covers(given, message)) {
    throw new Refusal('referral/more-than-agreed', 'more goes along than may be shared', 'invalid');
  }
  if (given.basis !== 'consented') return;
  // Old records do not say how it was given, or in which language.
  if (context.origin !== 'import' && (given.mode === undefined || given.language === undefined)) {
    throw new Refusal('referral/consent-incomplete', 'how it was given, and in which language, is missing', 'invalid');
  }
  if (given.until !== undefined && given.until <= context.effectiveAt) {
    throw new Refusal('referral/consent-over', 'it ended before it was given', 'invalid');
  }
}

function stored({ country, message }: Words, given: ConsentGiven, { commandId, effectiveAt }: Context): Consent {
  const { basis, duty, language, mode } = given;
  const id = deriveId(commandId, 'consent');
  const how = {
    ...(duty === undefined ? {} : { duty }),
    ...(language === undefined ? {} : { language }),
    ...(mode === undefined ? {} : { mode }),
  };
  if (basis === 'without-identity') return { id, basis: 'none', scope: 'without-identity', ...how };
  const until = given.until ?? (basis === 'consented' ? consentUntil(country, effectiveAt) : undefined);
  return {
    id,
    basis,
    scope: 'identity',
    ...how,
    shares: given.shares ?? along(message),
    ...(until === undefined ? {} : { until }),
  };
}

/** What goes along when nobody said more: who it is, and the words that were written. */
const along = ({ note, safeContact }: Message = {}): readonly string[] => [
  'IDENTITY',
  ...(safeContact === undefined ? [] : ['CONTACT']),
  ...(note === undefined ? [] : ['NARRATIVE']),
];

const covers = ({ shares }: ConsentGiven, message: Message | undefined): boolean =>
  shares === undefined || along(message).every((each) => shares.includes(each));

/** Each part under a key of its own: how to reach somebody must be there when the rest may not be opened. */
function sealable(
  person: string,
  { note, safeContact }: Message = {},
): Pick<ReferralEvents['ReferralSent'], 'note' | 'safeContact'> {
  return {
    ...(note === undefined ? {} : { note: personal(person, 'narrative', note) }),
    ...(safeContact === undefined ? {} : { safeContact: personal(person, 'contact', safeContact) }),
  };
}
