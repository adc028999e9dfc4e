import { catalogue, type Personal } from '#decider';
import type { Clock } from '../../protocol/index.js';

/** What goes with a referral in words. Only ever stored sealed, each part under a key of the person's own for it. */
export interface Message {
  readonly note?: string;
  /** How the person can be reached without harm. Shown before any other contact detail. */
  readonly safeContact?: string;
}

/** On what ground and how much may be shared, with one recipient, for one purpose: never preselected, never overridden. */
export interface Consent {
  /** Names this consent, so that a later event can end it. */
  readonly id: string;
  /** `none`: the person did not agree, and nothing obliges; only what names nobody goes along. */
  readonly basis: 'consented' | 'legal-duty' | 'none';
  readonly scope: 'identity' | 'without-identity';
  /** For a legal duty: its code. */
  readonly duty?: string;
  /** What may be shared: codes of data categories. */
  readonly shares?: readonly string[];
  /** Until when: an instant; later than that nothing may be read on its ground. */
  readonly until?: string;
  /** The language it was explained in. */
  readonly language?: string;
  /** How it was given: by signature, by thumbprint, in words before somebody. */
  readonly mode?: string;
}

/** The clocks a step begins, the ones it meets, and the ones it makes pointless. */
export interface Clocked {
  readonly starts?: readonly Clock[];
  readonly meets?: readonly string[];
  readonly drops?: readonly string[];
}

/**
 * What happens to a referral. It has an ordered chain of legs, one service each; the first is leg 1. These shapes are
 * stored for ever: a field is added, never changed or reused.
 */
export type ReferralEvents = {
  ReferralSent: {
    readonly code: string;
    readonly country: string;
    readonly case: string;
    readonly caseCode: string;
    readonly person: string;
    readonly district: string;
    readonly leg: number;
    readonly from: string;
    readonly to: { readonly organization: string; readonly service: string };
    readonly purpose: string;
    readonly urgency: string;
    readonly risk: string;
    readonly consent: Consent;
    /** One crisis, several referrals: the id they share. */
    readonly bundle?: string;
    /** When the receiver must have acknowledged it, and by which rule; absent = no deadline applies. */
    readonly deadline?: {
      readonly clock: string;
      readonly rule: string;
      readonly version: number;
      readonly due: string;
      readonly waitsFor?: Clock['waitsFor'];
      readonly institution?: string;
      readonly from?: string;
      readonly rungs?: Clock['rungs'];
    };
    /** Under the person's `narrative` key. */
    readonly note?: Personal<string>;
    /** Under the person's `contact` key: it can be opened, and erased, without the rest. */
    readonly safeContact?: Personal<string>;
    readonly imported?: boolean;
  };
  /** The receiver has seen it: not yet a yes. */
  ReferralReceived: { readonly leg: number; readonly institution: string } & Clocked;
  ReferralAccepted: { readonly leg: number; readonly institution: string } & Clocked;
  ReferralDeclined: {
    readonly leg: number;
    readonly institution: string;
    /** Who is told. */
    readonly sender: string;
    readonly reason: string;
  } & Clocked;
  /** The leg before ends, and the next one goes to another service, with a consent of its own: still one referral. */
  ReferralRerouted: {
    readonly leg: number;
    /** Which end handed it on. */
    readonly institution: string;
    readonly sender: string;
    /** Whose leg ended. */
    readonly previous: string;
    readonly to: { readonly organization: string; readonly service: string };
    readonly reason: string;
    readonly consent: Consent;
    readonly note?: Personal<string>;
    readonly safeContact?: Personal<string>;
  } & Clocked;
  /** A day and hour were agreed, or agreed anew. */
  ReferralScheduled: {
    readonly leg: number;
    readonly institution: string;
    readonly appointment: string;
    readonly at: string;
    readonly place: string;
    readonly companion?: string;
    /** The appointment it takes the place of, by whose wish, and why. */
    readonly replaces?: { readonly appointment: string; readonly by: string; readonly reason: string };
  } & Clocked;
  AppointmentCancelled: {
    readonly leg: number;
    readonly institution: string;
    readonly appointment: string;
    readonly by: string;
    readonly reason: string;
  } & Clocked;
  /** Nobody came to the appointment. */
  ReferralNotAttended: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly appointment: string;
    /** How often the person was not reached so far, this time included. */
    readonly attempt: number;
    readonly next: NextContact;
  } & Clocked;
  /** Somebody tried to reach the person, by the safe way only. */
  ContactAttempted: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly attempt: number;
    readonly result: string;
    readonly next?: NextContact;
  } & Clocked;
  /** All attempts are used up: the referral goes back to who sent it. */
  ReferralUnreachable: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly attempts: number;
  } & Clocked;
  /** On a waiting list, never without the day on which somebody looks again. */
  ReferralHeld: {
    readonly leg: number;
    readonly institution: string;
    readonly reason: string;
    readonly until: string;
  } & Clocked;
  ReferralResumed: {
    readonly leg: number;
    readonly institution: string;
    /** The day had come, and nobody had resumed it before. */
    readonly woken?: boolean;
  } & Clocked;
  /** First attention took place; the time is the event's effective time. */
  ReferralAttended: { readonly leg: number; readonly institution: string; readonly service: string } & Clocked;
  /** The receiver told the sender what came of it. */
  ReferralReportedBack: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly outcome: string;
  } & Clocked;
  /** The sender read the answer and closed the loop. Says nothing about whether anybody was served. */
  ReferralClosed: { readonly institution: string; readonly disposition: string } & Clocked;
  /** Asked of a receiver who had said yes; they confirm it, or say that it is too late. */
  CancellationAsked: {
    readonly leg: number;
    readonly institution: string;
    /** Who is asked. */
    readonly receiver: string;
    readonly by: string;
    readonly reason: string;
  } & Clocked;
  ReferralCancelled: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly receiver: string;
    readonly by: string;
    readonly reason: string;
  } & Clocked;
  /** What this consent allowed ends here, also the reading. */
  ConsentWithdrawn: {
    readonly leg: number;
    readonly consent: string;
    /** Which end was told. */
    readonly institution: string;
    readonly mode?: string;
  };
  /** Words added later. They move nothing: no clock, no place in a queue. */
  ReferralNoted: { readonly leg: number; readonly institution: string; readonly note: Personal<string> };
  /** The last step was a slip: what it did is undone, and stays readable in the history. */
  ReferralUndone: {
    readonly leg: number;
    readonly institution: string;
    /** The other end. */
    readonly other: string;
    /** For a leg handed on by a slip: who had got it. */
    readonly withdrawnFrom?: string;
    /** Types of the events undone. */
    readonly undone: readonly string[];
  } & Clocked;
  /** Nobody acknowledged it in time. It can still be received. */
  ReferralLapsed: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly due: string;
    readonly imported?: boolean;
  };
  /** A rung of a clock's ladder was reached; `due` is when it should have been, the effective time when it was. */
  ReferralEscalated: {
    readonly leg: number;
    readonly clock: string;
    readonly rule: string;
    readonly waitsFor: Clock['waitsFor'];
    /** Whose turn it is. */
    readonly institution: string;
    readonly district: string;
    readonly rung: number;
    readonly role: string;
    readonly due: string;
  };
};

/** Who tries next to reach the person: the receiver by the safe way it was told, or the sender, who knows her. */
export type NextContact = 'contact-again' | 'ask-sender';

/** A field that may be missing was added: what was written before is read as it is. */
const asBefore = { 1: (data: object) => data };

export const referralEvents = catalogue<ReferralEvents>(
  {
    ReferralSent: 2,
    ReferralReceived: 2,
    ReferralAccepted: 2,
    ReferralDeclined: 2,
    ReferralRerouted: 1,
    ReferralScheduled: 1,
    AppointmentCancelled: 1,
    ReferralNotAttended: 1,
    ContactAttempted: 1,
    ReferralUnreachable: 1,
    ReferralHeld: 1,
    ReferralResumed: 1,
    ReferralAttended: 2,
    ReferralReportedBack: 2,
    ReferralClosed: 2,
    CancellationAsked: 1,
    ReferralCancelled: 1,
    ConsentWithdrawn: 1,
    ReferralNoted: 1,
    ReferralUndone: 2,
    ReferralLapsed: 1,
    ReferralEscalated: 1,
  },
  {
    ReferralSent: asBefore,
    ReferralReceived: asBefore,
    ReferralAccepted: asBefore,
    ReferralDeclined: asBefore,
    ReferralAttended: asBefore,
    ReferralReportedBack: asBefore,
    ReferralClosed: asBefore,
    ReferralUndone: asBefore,
  },
);
