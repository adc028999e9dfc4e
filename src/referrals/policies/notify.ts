import { policy } from '#policy';
import { type ReferralEvents, referralEvents } from '../domain/events.js';

/** What a notice says: that something waits, never what it is about. */
export interface Notice {
  /** An institution, a desk of it (`<institution>/supervisor`), or a board's coordination (`coordinator/<district>`). */
  readonly to: string;
  readonly kind:
    | 'referral-sent'
    | 'referral-declined'
    | 'referral-answered'
    | 'referral-lapsed'
    | 'referral-unreachable'
    | 'referral-cancelled'
    | 'referral-undone'
    | 'cancellation-asked'
    | 'contact-asked'
    | 'clock-owner'
    | 'clock-supervisor'
    | 'clock-coordinator';
  /** Id of the referral; of the institution, for who may never see one. */
  readonly ref: string;
}

const notice = (stream: string, kind: Notice['kind'], ...to: readonly string[]) =>
  to.map((institution) => told(stream, { to: institution, kind, ref: stream.slice('referral-'.length) }));

const told = (stream: string, command: Notice) => ({
  category: 'notice',
  id: stream.slice('referral-'.length),
  command,
});

/** Whom a rung calls. The coordination hears which institution is late, and never of whom. */
function called(stream: string, { role, institution, district }: ReferralEvents['ReferralEscalated']) {
  switch (role) {
    case 'SUPERVISOR':
      return notice(stream, 'clock-supervisor', `${institution}/supervisor`);
    case 'COORDINATOR':
      return [told(stream, { to: `coordinator/${district}`, kind: 'clock-coordinator', ref: institution })];
    default:
      return notice(stream, 'clock-owner', institution);
  }
}

/** Who is told what: the receiver of a new leg, the sender of an answer, both when nobody acknowledged it. */
export const notify = policy<ReferralEvents>({
  name: 'notify',
  events: referralEvents,
  on: {
    ReferralSent: ({ stream, data }) => notice(stream, 'referral-sent', data.to.organization),
    ReferralRerouted: ({ stream, data }) => [
      ...notice(stream, 'referral-sent', data.to.organization),
      // Whose step it was knows; the other one is told.
      ...notice(
        stream,
        'referral-cancelled',
        ...[data.previous, data.sender].filter((each) => each !== data.institution),
      ),
    ],
    ReferralDeclined: ({ stream, data }) => notice(stream, 'referral-declined', data.sender),
    ReferralUnreachable: ({ stream, data }) => notice(stream, 'referral-unreachable', data.sender),
    ReferralNotAttended: ({ stream, data }) =>
      data.next === 'ask-sender' ? notice(stream, 'contact-asked', data.sender) : [],
    ContactAttempted: ({ stream, data }) =>
      data.next === 'ask-sender' && data.institution !== data.sender
        ? notice(stream, 'contact-asked', data.sender)
        : [],
    CancellationAsked: ({ stream, data }) => notice(stream, 'cancellation-asked', data.receiver),
    ReferralCancelled: ({ stream, data }) =>
      notice(stream, 'referral-cancelled', ...[data.sender, data.receiver].filter((each) => each !== data.institution)),
    ReferralReportedBack: ({ stream, data }) => notice(stream, 'referral-answered', data.sender),
    ReferralUndone: ({ stream, data }) => {
      const told = new Set([data.other, ...(data.withdrawnFrom === undefined ? [] : [data.withdrawnFrom])]);
      return notice(stream, 'referral-undone', ...[...told].filter((each) => each !== data.institution));
    },
    ReferralLapsed: ({ stream, data }) =>
      data.imported === true ? [] : notice(stream, 'referral-lapsed', data.institution, data.sender),
    ReferralEscalated: ({ stream, data }) => called(stream, data),
  },
});
