import { catalogue } from '#decider';
import type { AgendaKind, Presence, Representative, SessionKind, SessionReason } from './codes.js';

/** Who came of one organisation. */
export interface Attendance {
  readonly organization: string;
  readonly by: Representative;
  readonly mode: Presence;
}

/** An action of a plan that an agreement serves. */
export interface PlanAction {
  readonly plan: string;
  readonly action: string;
}

/** A meeting of a board. Every event names the board, so that each can be told by itself. */
export type SessionEvents = {
  SessionConvened: {
    readonly board: string;
    readonly country: string;
    readonly kind: SessionKind;
    /** When it begins. */
    readonly at: string;
    /** Where, as a code. */
    readonly place: string;
    /** The members on the day it was convened: who is reminded. */
    readonly invited: readonly string[];
    /** When they are reminded; never for what was convened in the past, or is history. */
    readonly remindAt?: string;
    readonly imported?: boolean;
  };
  AgendaItemAdded: {
    readonly board: string;
    readonly item: string;
    readonly kind: AgendaKind;
    readonly title: string;
    /** The agreement that is still open. */
    readonly agreement?: string;
  };
  SessionReminded: { readonly board: string; readonly at: string; readonly invited: readonly string[] };
  SessionPostponed: {
    readonly board: string;
    readonly kind: SessionKind;
    readonly was: string;
    readonly at: string;
    readonly remindAt?: string;
    readonly reason: SessionReason;
  };
  SessionCancelled: {
    readonly board: string;
    readonly kind: SessionKind;
    readonly at: string;
    readonly reason: SessionReason;
  };
  SessionOpened: {
    readonly board: string;
    /** The members on this day. */
    readonly seated: readonly string[];
    /** How many of them must be there for the board to decide: half plus one. */
    readonly quorum: number;
    /** The member whose presidency the law lets nobody stand in for. */
    readonly presiding?: string;
  };
  AttendanceRecorded: { readonly board: string } & Attendance;
  /** It was ticked by mistake. */
  AttendanceWithdrawn: { readonly board: string; readonly organization: string };
  /** An agreement as the board took it. */
  DecisionTaken: {
    readonly board: string;
    readonly country: string;
    readonly agreement: string;
    readonly item?: string;
    readonly owner: string;
    /** The last day for it. */
    readonly due: string;
    readonly text: string;
    /** The indicator of the report it is meant to move. */
    readonly indicator?: string;
    readonly serves?: PlanAction;
    readonly present: number;
    readonly quorum: number;
  };
  /** The signed minutes: their number, and the SHA-256 digest of the file. */
  MinutesRecorded: { readonly board: string; readonly number: string; readonly digest: string };
  SessionClosed: {
    readonly board: string;
    readonly kind: SessionKind;
    readonly at: string;
    readonly seated: readonly string[];
    readonly present: readonly Attendance[];
    readonly quorum: number;
    /** How many agreements were taken. */
    readonly decisions: number;
  };
};

export const sessionEvents = catalogue<SessionEvents>({
  SessionConvened: 1,
  AgendaItemAdded: 1,
  SessionReminded: 1,
  SessionPostponed: 1,
  SessionCancelled: 1,
  SessionOpened: 1,
  AttendanceRecorded: 1,
  AttendanceWithdrawn: 1,
  DecisionTaken: 1,
  MinutesRecorded: 1,
  SessionClosed: 1,
});
