import { catalogue } from '#decider';

/** A person asks about their data, and is answered. What they said is on paper; here are codes and days. */
export type RequestEvents = {
  RightsRequestReceived: {
    readonly person: string;
    readonly country: string;
    readonly institution: string;
    /** A code of `dataRights`. */
    readonly right: string;
    /** The clock, with the rule it runs under; absent: no rule covers the day. */
    readonly clock?: { readonly rule: string; readonly version: number; readonly due: string };
  };
  /** The answer was not there in time. */
  RightsRequestOverdue: { readonly person: string; readonly institution: string; readonly due: string };
  RightsRequestAnswered: {
    readonly person: string;
    readonly institution: string;
    readonly right: string;
    readonly outcome: string;
    readonly reason?: string;
    readonly late: boolean;
  };
};

export const requestEvents = catalogue<RequestEvents>({
  RightsRequestReceived: 1,
  RightsRequestOverdue: 1,
  RightsRequestAnswered: 1,
});
