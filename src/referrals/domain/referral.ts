import { type Context, type Decider, deriveId, type EventOf, personal, Refusal } from '#decider';
import { deadlines, helpReceived, publicCode, refuseUnlisted } from '../../protocol/index.js';
import { type Consent, type Message, type ReferralEvents, referralEvents } from './events.js';

/** What was asked and answered at the counter. */
export interface ConsentGiven {
  readonly basis: 'consented' | 'without-identity' | 'legal-duty';
  /** For a legal duty: its code. */
  readonly duty?: string;
}

export interface SendReferral {
  readonly do: 'send';
  readonly country: string;
  readonly case: string;
  readonly caseCode: string;
  readonly person: string;
  readonly district: string;
  readonly from: string;
  readonly to: { readonly organization: string; readonly service: string };
  readonly purpose: string;
  readonly urgency: string;
  readonly risk: string;
  readonly consent: ConsentGiven;
  readonly message?: Message;
}

export type ReferralCommand =
  | SendReferral
  | { readonly do: 'receive'; readonly institution: string }
  | { readonly do: 'accept'; readonly institution: string }
  | { readonly do: 'decline'; readonly institution: string; readonly reason: string }
  | { readonly do: 'attend'; readonly institution: string; readonly service: string }
  | { readonly do: 'report-back'; readonly institution: string; readonly outcome: string }
  | { readonly do: 'close'; readonly institution: string; readonly disposition: string }
  | { readonly do: 'lapse'; readonly due: string };

export type ReferralStatus =
  'none' | 'sent' | 'received' | 'accepted' | 'declined' | 'attended' | 'reported-back' | 'closed';

export interface Referral {
  readonly status: ReferralStatus;
  readonly country: string;
  readonly leg: number;
  readonly from: string;
  readonly to: string;
  readonly due: string | undefined;
  readonly lapsed: boolean;
  readonly imported: boolean;
}

const initial: Referral = {
  status: 'none',
  country: '',
  leg: 0,
  from: '',
  to: '',
  due: undefined,
  lapsed: false,
  imported: false,
};

type Event = EventOf<ReferralEvents>;
type Step = Exclude<ReferralCommand['do'], 'send' | 'lapse'>;

/** Who may do what next: the whole life of a referral on one page. */
const life: Record<ReferralStatus, readonly Step[]> = {
  none: [],
  sent: ['receive', 'accept', 'decline'],
  received: ['accept', 'decline'],
  accepted: ['attend', 'report-back'],
  declined: ['close'],
  attended: ['report-back'],
  'reported-back': ['close'],
  closed: [],
};

/** The status a step leads to: asking for it again changes nothing. */
const leadsTo: Record<Step, ReferralStatus> = {
  receive: 'received',
  accept: 'accepted',
  decline: 'declined',
  attend: 'attended',
  'report-back': 'reported-back',
  close: 'closed',
};

/** Steps of the sender; all others belong to the receiver. */
const senders: ReadonlySet<Step> = new Set<Step>(['close']);

/** The commands that would be accepted now: a refusal names them, and the pages show them as buttons. */
export const steps = (status: ReferralStatus): readonly Step[] => life[status];

/**
 * The rules of a hand-over: sent to a service, received, accepted or declined with a coded reason, attended, reported
 * back by the provider and closed by the sender. Nobody but the two ends moves it.
 */
export const referralDecider: Decider<ReferralCommand, ReferralEvents, Referral> = {
  category: 'referral',
  events: referralEvents,
  initial,
  decide: (command, state, context) => {
    if (command.do === 'send') return send(command, state, context);
    if (state.status === 'none') throw new Refusal('referral/unknown', 'there is no such referral', 'unknown');
    if (command.do === 'lapse') return lapse(command.due, state);
    const { institution } = command;
    if (institution !== (senders.has(command.do) ? state.from : state.to)) {
      throw new Refusal('referral/not-yours', 'this step belongs to the other institution', 'illegal', []);
    }
    if (state.status === leadsTo[command.do]) return [];
    if (!life[state.status].includes(command.do)) {
      throw new Refusal(
        'referral/step-not-allowed',
        `${command.do} is not possible when ${state.status}`,
        'illegal',
        life[state.status],
      );
    }
    return step(command, state);
  },
  evolve,
};

function send(command: SendReferral, state: Referral, context: Context): readonly Event[] {
  if (state.status !== 'none') throw new Refusal('referral/exists', 'the referral was sent already', 'illegal', []);
  if (command.to.organization === command.from) {
    throw new Refusal('referral/to-oneself', 'an institution does not refer to itself', 'invalid');
  }
  refuseUnlisted(command.country, 'referralPurposes', command.purpose);
  refuseUnlisted(command.country, 'urgencies', command.urgency);
  refuseUnlisted(command.country, 'riskLevels', command.risk);
  const { consent } = command;
  if (consent.basis === 'legal-duty' || consent.duty !== undefined) {
    refuseUnlisted(command.country, 'legalDuties', consent.duty ?? '');
  }
  if (consent.basis === 'without-identity' && command.message !== undefined) {
    throw new Refusal(
      'referral/words-without-consent',
      'without consent nothing about the person goes along in words, nor how to reach them',
      'invalid',
    );
  }
  const [deadline] = deadlines(command.country, 'referral-sent', context.effectiveAt, { risk: command.risk });
  return [
    {
      type: 'ReferralSent',
      data: {
        code: publicCode(context.commandId, context.effectiveAt, command.country),
        country: command.country,
        case: command.case,
        caseCode: command.caseCode,
        person: command.person,
        district: command.district,
        leg: 1,
        from: command.from,
        to: command.to,
        purpose: command.purpose,
        urgency: command.urgency,
        risk: command.risk,
        consent: stored(consent, context),
        ...(deadline === undefined
          ? {}
          : {
              deadline: {
                clock: deriveId(context.commandId, deadline.rule.id),
                rule: deadline.rule.id,
                version: deadline.rule.version,
                due: deadline.due,
              },
            }),
        ...sealable(command),
        ...(context.origin === 'import' ? { imported: true } : {}),
      },
    },
  ];
}

const stored = ({ basis, duty }: ConsentGiven, { commandId }: Context): Consent => ({
  id: deriveId(commandId, 'consent'),
  basis: basis === 'without-identity' ? 'none' : basis,
  scope: basis === 'without-identity' ? 'without-identity' : 'identity',
  ...(duty === undefined ? {} : { duty }),
});

/** Each part under a key of its own: how to reach somebody must be there when the rest may not be opened. */
function sealable({ person, message }: SendReferral): Pick<ReferralEvents['ReferralSent'], 'note' | 'safeContact'> {
  const { note, safeContact } = message ?? {};
  return {
    ...(note === undefined ? {} : { note: personal(person, 'narrative', note) }),
    ...(safeContact === undefined ? {} : { safeContact: personal(person, 'contact', safeContact) }),
  };
}

function step(command: Exclude<ReferralCommand, { do: 'send' | 'lapse' }>, state: Referral): readonly Event[] {
  const { leg } = state;
  const { institution } = command;
  const received: Event = { type: 'ReferralReceived', data: { leg, institution } };
  // Whoever answers has seen it: receipt is its own fact, also when it comes with the answer.
  const first = state.status === 'sent' ? [received] : [];
  switch (command.do) {
    case 'receive':
      return [received];
    case 'accept':
      return [...first, { type: 'ReferralAccepted', data: { leg, institution } }];
    case 'decline':
      refuseUnlisted(state.country, 'declineReasons', command.reason);
      return [
        ...first,
        { type: 'ReferralDeclined', data: { leg, institution, sender: state.from, reason: command.reason } },
      ];
    case 'attend':
      refuseUnlisted(state.country, 'services', command.service);
      return [{ type: 'ReferralAttended', data: { leg, institution, service: command.service } }];
    case 'report-back':
      refuseUnlisted(state.country, 'outcomes', command.outcome);
      if (state.status === 'accepted' && helpReceived.includes(command.outcome)) {
        throw new Refusal('referral/served-without-attention', 'nobody was attended yet', 'illegal', ['attend']);
      }
      return [
        { type: 'ReferralReportedBack', data: { leg, institution, sender: state.from, outcome: command.outcome } },
      ];
    case 'close':
      refuseUnlisted(state.country, 'dispositions', command.disposition);
      return [{ type: 'ReferralClosed', data: { institution, disposition: command.disposition } }];
  }
}

function lapse(due: string, state: Referral): readonly Event[] {
  if (state.status !== 'sent' || state.lapsed || state.due !== due) return [];
  return [
    {
      type: 'ReferralLapsed',
      data: {
        leg: state.leg,
        institution: state.to,
        sender: state.from,
        due,
        ...(state.imported ? { imported: true } : {}),
      },
    },
  ];
}

function evolve(state: Referral, event: Event): Referral {
  switch (event.type) {
    case 'ReferralSent': {
      const { country, leg, from, to, deadline, imported } = event.data;
      return {
        ...state,
        status: 'sent',
        country,
        leg,
        from,
        to: to.organization,
        due: deadline?.due,
        imported: imported === true,
      };
    }
    case 'ReferralReceived':
      return { ...state, status: 'received' };
    case 'ReferralAccepted':
      return { ...state, status: 'accepted' };
    case 'ReferralDeclined':
      return { ...state, status: 'declined' };
    case 'ReferralAttended':
      return { ...state, status: 'attended' };
    case 'ReferralReportedBack':
      return { ...state, status: 'reported-back' };
    case 'ReferralClosed':
      return { ...state, status: 'closed' };
    case 'ReferralLapsed':
      return { ...state, lapsed: true };
  }
}
