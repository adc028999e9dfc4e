import { catalogue, type Personal } from '#decider';

/** What goes with a referral in words. Only ever stored sealed, each part under a key of the person's own for it. */
export interface Message {
  readonly note?: string;
  /** How the person can be reached without harm. Shown before any other contact detail. */
  readonly safeContact?: string;
}

/** On what ground and how much may be shared: never preselected, never overridden. */
export interface Consent {
  /** Names this consent, so that a later event can end it. */
  readonly id: string;
  /** `none`: the person did not agree, and nothing obliges; only what names nobody goes along. */
  readonly basis: 'consented' | 'legal-duty' | 'none';
  readonly scope: 'identity' | 'without-identity';
  /** For a legal duty: its code. */
  readonly duty?: string;
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
    /** When the receiver must have acknowledged it, and by which rule; absent = no deadline applies. */
    readonly deadline?: {
      readonly clock: string;
      readonly rule: string;
      readonly version: number;
      readonly due: string;
    };
    /** Under the person's `narrative` key. */
    readonly note?: Personal<string>;
    /** Under the person's `contact` key: it can be opened, and erased, without the rest. */
    readonly safeContact?: Personal<string>;
    readonly imported?: boolean;
  };
  /** The receiver has seen it: not yet a yes. */
  ReferralReceived: { readonly leg: number; readonly institution: string };
  ReferralAccepted: { readonly leg: number; readonly institution: string };
  ReferralDeclined: {
    readonly leg: number;
    readonly institution: string;
    /** Who is told. */
    readonly sender: string;
    readonly reason: string;
  };
  /** First attention took place; the time is the event's effective time. */
  ReferralAttended: { readonly leg: number; readonly institution: string; readonly service: string };
  /** The receiver told the sender what came of it. */
  ReferralReportedBack: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly outcome: string;
  };
  /** The sender read the answer and closed the loop. Says nothing about whether anybody was served. */
  ReferralClosed: { readonly institution: string; readonly disposition: string };
  /** Nobody acknowledged it in time. It can still be received. */
  ReferralLapsed: {
    readonly leg: number;
    readonly institution: string;
    readonly sender: string;
    readonly due: string;
    readonly imported?: boolean;
  };
};

export const referralEvents = catalogue<ReferralEvents>({
  ReferralSent: 1,
  ReferralReceived: 1,
  ReferralAccepted: 1,
  ReferralDeclined: 1,
  ReferralAttended: 1,
  ReferralReportedBack: 1,
  ReferralClosed: 1,
  ReferralLapsed: 1,
});
