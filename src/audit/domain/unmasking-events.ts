import { catalogue } from '#decider';

/** Why an auditor has to know who it was. A code: what people write freely may name somebody. */
export const unmaskingReasons = ['COMPLAINT', 'UNUSUAL_READS', 'EMERGENCY_ACCESS', 'COURT_ORDER', 'INCIDENT'] as const;
export type UnmaskingReason = (typeof unmaskingReasons)[number];

/** That an auditor learns who is behind a pseudonym. Who it is stands in none of these events. */
export type UnmaskingEvents = {
  UnmaskingAsked: {
    /** Means somebody to this auditor in this session, and nobody elsewhere. */
    readonly pseudonym: string;
    readonly session: string;
    readonly reason: UnmaskingReason;
    readonly institution: string;
    /** When the request lapses by itself. */
    readonly until: string;
  };
  /** By a second person, who looks after personal data. */
  UnmaskingApproved: {
    readonly institution: string;
    /** When it ends by itself. */
    readonly until: string;
  };
  UnmaskingRefused: { readonly institution: string };
  /** The auditor was told who it is. */
  UnmaskingShown: { readonly institution: string };
};

export const unmaskingEvents = catalogue<UnmaskingEvents>({
  UnmaskingAsked: 1,
  UnmaskingApproved: 1,
  UnmaskingRefused: 1,
  UnmaskingShown: 1,
});
