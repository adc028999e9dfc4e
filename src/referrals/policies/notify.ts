import { policy } from '#policy';
import { type ReferralEvents, referralEvents } from '../domain/events.js';

/** What a notice says: that something waits, never what it is about. */
export interface Notice {
  readonly to: string;
  readonly kind: 'referral-sent' | 'referral-declined' | 'referral-answered' | 'referral-lapsed';
  /** Id of the referral. */
  readonly ref: string;
}

const notice = (stream: string, kind: Notice['kind'], ...to: readonly string[]) =>
  to.map((institution) => ({
    category: 'notice',
    id: stream.slice('referral-'.length),
    command: { to: institution, kind, ref: stream.slice('referral-'.length) } satisfies Notice,
  }));

/** Who is told what: the receiver of a new referral, the sender of an answer, both when nobody acknowledged it. */
export const notify = policy<ReferralEvents>({
  name: 'notify',
  events: referralEvents,
  on: {
    ReferralSent: ({ stream, data }) => notice(stream, 'referral-sent', data.to.organization),
    ReferralDeclined: ({ stream, data }) => notice(stream, 'referral-declined', data.sender),
    ReferralReportedBack: ({ stream, data }) => notice(stream, 'referral-answered', data.sender),
    ReferralLapsed: ({ stream, data }) =>
      data.imported === true ? [] : notice(stream, 'referral-lapsed', data.institution, data.sender),
  },
});
