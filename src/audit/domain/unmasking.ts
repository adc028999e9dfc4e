import { type Decider, type EventOf, Refusal } from '#decider';
import { type UnmaskingEvents, unmaskingEvents, type UnmaskingReason, unmaskingReasons } from './unmasking-events.js';

/** How long a request waits for a second person, and how long what was approved may be looked at: a rule of this house. */
export const unmaskingLasts = 24 * 3_600_000;

/** Who approves: another role than who asks, so that nobody does both with one office. */
export const approvingRole = 'data-officer';

export type UnmaskingCommand =
  | {
      readonly do: 'ask';
      readonly pseudonym: string;
      readonly session: string;
      readonly reason: UnmaskingReason;
      readonly institution: string;
    }
  | { readonly do: 'approve' | 'refuse'; readonly role: string; readonly institution: string }
  | { readonly do: 'show'; readonly institution: string };

export interface Unmasking {
  readonly status: 'none' | 'asked' | 'approved' | 'refused';
  readonly askedBy: string;
  readonly decidedBy: string;
  /** When the request, or what was approved, ends by itself. */
  readonly until: string;
}

/**
 * Unmasking one pseudonym takes two persons: an auditor asks and says why, somebody else who looks after personal data
 * approves, and it is over a day later. Stream: `unmasking-<id>`.
 */
export const unmaskingDecider: Decider<UnmaskingCommand, UnmaskingEvents, Unmasking> = {
  category: 'unmasking',
  events: unmaskingEvents,
  initial: { status: 'none', askedBy: '', decidedBy: '', until: '' },
  decide: (command, state, { actor, recordedAt }): readonly EventOf<UnmaskingEvents>[] => {
    const { institution } = command;
    if (command.do === 'ask') {
      const { pseudonym, session, reason } = command;
      if (state.status !== 'none') throw new Refusal('unmasking/asked', 'it was asked before');
      if (!unmaskingReasons.includes(reason)) throw new Refusal('code/not-listed', 'no such reason', 'invalid');
      const until = after(recordedAt);
      return [{ type: 'UnmaskingAsked', data: { pseudonym, session, reason, institution, until } }];
    }
    if (state.status === 'none') throw new Refusal('unmasking/unknown', 'nobody asked', 'unknown');
    if (command.do === 'show') {
      if (state.askedBy !== actor) throw new Refusal('unmasking/not-yours', 'somebody else asked');
      if (state.status !== 'approved') throw new Refusal('unmasking/not-approved', 'no second person approved');
      refuseOver(state, recordedAt);
      return [{ type: 'UnmaskingShown', data: { institution } }];
    }
    if (command.role !== approvingRole) throw new Refusal('unmasking/not-by-this-role', 'not their office');
    if (state.askedBy === actor) throw new Refusal('unmasking/same-person', 'it takes two persons');
    const wanted = command.do === 'approve' ? 'approved' : 'refused';
    if (state.status !== 'asked') {
      if (state.status === wanted && state.decidedBy === actor) return [];
      throw new Refusal('unmasking/decided', 'it was decided before');
    }
    refuseOver(state, recordedAt);
    return command.do === 'approve'
      ? [{ type: 'UnmaskingApproved', data: { institution, until: after(recordedAt) } }]
      : [{ type: 'UnmaskingRefused', data: { institution } }];
  },
  evolve: (state, { type, data }, header) => {
    const actor = header?.actor ?? '';
    switch (type) {
      case 'UnmaskingAsked':
        return { status: 'asked', askedBy: actor, decidedBy: '', until: data.until };
      case 'UnmaskingApproved':
        return { ...state, status: 'approved', decidedBy: actor, until: data.until };
      case 'UnmaskingRefused':
        return { ...state, status: 'refused', decidedBy: actor };
      case 'UnmaskingShown':
        return state;
    }
  },
};

function refuseOver({ until }: Unmasking, now: string): void {
  if (now >= until) throw new Refusal('unmasking/over', 'a day has passed');
}

const after = (instant: string): string => new Date(Date.parse(instant) + unmaskingLasts).toISOString();
