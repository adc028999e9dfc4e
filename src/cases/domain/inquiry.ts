import { catalogue, type Decider, type EventOf } from '#decider';
import type { Strength } from './names.js';

/** Milliseconds within which an institution that looks for somebody again asks nothing new. */
const onceIn = 24 * 3_600_000;

/** Who asked after the person of a case that is not theirs. */
export type InquiryEvents = {
  /** Another institution looked for somebody who is as good as certainly her. It heard that she is known, and no more. */
  PersonAskedAfter: {
    /** Who asks, and who answers for the case by then. */
    readonly institution: string;
    readonly owner: string;
    /** What was looked for and fits: a document, a phone, a name. */
    readonly strength: Strength;
  };
};

export const inquiryEvents = catalogue<InquiryEvents>({ PersonAskedAfter: 1 });

export type InquiryCommand = { readonly do: 'ask' } & InquiryEvents['PersonAskedAfter'];

/** When each institution asked last. */
export type Inquiries = Readonly<Record<string, string>>;

/** An institution is told of once a day, however often it looks. Stream: `inquiry-<case>`. */
export const inquiryDecider: Decider<InquiryCommand, InquiryEvents, Inquiries> = {
  category: 'inquiry',
  events: inquiryEvents,
  initial: {},
  decide: ({ institution, owner, strength }, asked, { recordedAt }): readonly EventOf<InquiryEvents>[] => {
    const last = asked[institution];
    if (last !== undefined && Date.parse(recordedAt) - Date.parse(last) < onceIn) return [];
    return [{ type: 'PersonAskedAfter', data: { institution, owner, strength } }];
  },
  evolve: (asked, { data: { institution } }, header) => ({ ...asked, [institution]: header?.recordedAt ?? '' }),
};
