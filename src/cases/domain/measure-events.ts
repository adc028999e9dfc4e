/** What happens to each protection measure of a case. Same rules as in `events.ts`. */
export type MeasureEvents = {
  /** One measure of a decision. It holds until an order ends it, whatever its term says. */
  MeasureIssued: {
    readonly measure: string;
    /** A code of `protectiveMeasures`. */
    readonly code: string;
    readonly court: string;
    readonly district: string;
    /** Who executes it, where the court named one. */
    readonly executor?: string;
    /** The last local day of its term, where it has one, and the instant somebody is told that it comes. */
    readonly until?: string;
    readonly warnAt?: string;
    /** From imported history: nobody is told. */
    readonly imported?: boolean;
  };
  /** A code of `measureSteps`; the time is the event's effective time. */
  MeasureStepTaken: {
    readonly measure: string;
    readonly step: string;
    readonly institution: string;
    readonly district: string;
  };
  /** Its term comes to an end soon, and no order says what then. */
  MeasureExpiring: {
    readonly measure: string;
    readonly court: string;
    readonly district: string;
    readonly until: string;
  };
  MeasureExtended: {
    readonly measure: string;
    readonly court: string;
    readonly district: string;
    readonly until: string;
    readonly warnAt: string;
  };
  MeasureEnded: {
    readonly measure: string;
    readonly court: string;
    readonly district: string;
    /** A code of `measureEndings`. */
    readonly how: string;
    /** The measure that took its place. */
    readonly by?: string;
  };
};
