import type { Message } from './events.js';

/** What was asked and answered at the counter. */
export interface ConsentGiven {
  readonly basis: 'consented' | 'without-identity' | 'legal-duty';
  /** For a legal duty: its code. */
  readonly duty?: string;
  /** What may be shared; absent = what goes along, no more. */
  readonly shares?: readonly string[];
  /** Until when; absent = the term that applies where it was given. */
  readonly until?: string;
  /** The language it was explained in: needed where the person agreed. */
  readonly language?: string;
  /** How it was given: needed where the person agreed. */
  readonly mode?: string;
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
  readonly bundle?: string;
}

interface By {
  /** Whose staff does it. */
  readonly institution: string;
}

export type StepCommand =
  | ({ readonly do: 'receive' } & By)
  | ({ readonly do: 'accept' } & By)
  | ({ readonly do: 'decline'; readonly reason: string } & By)
  | ({
      readonly do: 'reroute';
      readonly to: { readonly organization: string; readonly service: string };
      readonly reason: string;
      readonly consent: ConsentGiven;
      readonly message?: Message;
    } & By)
  | ({
      readonly do: 'schedule';
      readonly at: string;
      readonly place: string;
      readonly companion?: string;
      /** Where it takes the place of another appointment: by whose wish, and why. */
      readonly change?: { readonly by: string; readonly reason: string };
    } & By)
  | ({ readonly do: 'cancel-appointment'; readonly by: string; readonly reason: string } & By)
  | ({ readonly do: 'miss' } & By)
  | ({ readonly do: 'contact'; readonly result: string } & By)
  | ({ readonly do: 'hold'; readonly reason: string; readonly until: string } & By)
  | ({ readonly do: 'resume' } & By)
  | ({ readonly do: 'attend'; readonly service: string } & By)
  | ({ readonly do: 'report-back'; readonly outcome: string } & By)
  | ({ readonly do: 'close'; readonly disposition: string } & By)
  | ({ readonly do: 'cancel'; readonly by: string; readonly reason: string } & By)
  | ({ readonly do: 'withdraw'; readonly mode?: string } & By)
  | ({ readonly do: 'note'; readonly note: string } & By)
  | ({ readonly do: 'undo' } & By);

/** What the clock does by itself. */
export type ClockCommand =
  | { readonly do: 'lapse'; readonly due: string }
  | { readonly do: 'escalate'; readonly clock: string; readonly rung: number }
  | { readonly do: 'wake'; readonly until: string };

export type ReferralCommand = SendReferral | StepCommand | ClockCommand;

export type Step = StepCommand['do'];
