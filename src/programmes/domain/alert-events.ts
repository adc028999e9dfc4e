import { catalogue } from '#decider';

/** By when an alert is answered, and the rule that says so. */
export interface AlertDue {
  readonly due: string;
  readonly rule: string;
  readonly version: number;
}

/** An alert of a community or a school: about a place and a matter, never about a person. */
export type AlertEvents = {
  AlertRaised: {
    readonly country: string;
    readonly district: string;
    /** Code of the community or school. */
    readonly place: string;
    readonly topic: string;
    readonly source: string;
    /** Whose staff recorded it. */
    readonly institution: string;
    /** Who is to answer. */
    readonly to: string;
    readonly deadline?: AlertDue;
  };
  /** Somebody looks at it. */
  AlertTaken: { readonly institution: string };
  /** Its time went by without an answer; it is asked for anew, for the nth time. */
  AlertCameBack: {
    readonly to: string;
    readonly was: string;
    readonly times: number;
    readonly deadline?: AlertDue;
  };
  /** Somebody was found who needs help: a case was opened and handed on. */
  AlertReferred: {
    readonly institution: string;
    readonly case: string;
    readonly referral: string;
    readonly to: string;
  };
  AlertAnswered: { readonly institution: string; readonly answer: string };
  AlertClosed: { readonly institution: string; readonly reason: string };
};

export const alertEvents = catalogue<AlertEvents>({
  AlertRaised: 1,
  AlertTaken: 1,
  AlertCameBack: 1,
  AlertReferred: 1,
  AlertAnswered: 1,
  AlertClosed: 1,
});
