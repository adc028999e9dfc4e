import { catalogue, type Personal } from '#decider';

/** What a volunteer did for somebody: a line of the notebook, with as little of her as it takes. */
export type HelpEvents = {
  HelpRecorded: {
    /** The council or ronda: its code in the directory. */
    readonly council: string;
    readonly country: string;
    readonly district: string;
    readonly community: string;
    /** Random id, made for this record. */
    readonly person: string;
    /** A type of violence, or a code of `communityMatters`. */
    readonly matter: string;
    readonly sex: string;
    readonly ageBand: string;
    /** The one that was spoken. */
    readonly language: string;
    /** Codes of `communityActs`. */
    readonly acts: readonly string[];
    /** Where it was handed on. */
    readonly handed?: { readonly case: string; readonly referral: string; readonly to: string };
    /** How she can be reached without harm. */
    readonly contact?: Personal<string>;
  };
  /** More was done later: accompanied again, a measure executed. */
  HelpContinued: {
    readonly council: string;
    readonly country: string;
    readonly district: string;
    readonly matter: string;
    readonly act: string;
  };
};

export const helpEvents = catalogue<HelpEvents>({ HelpRecorded: 1, HelpContinued: 1 });
