import type { Declared, Identity } from './events.js';
import type { Described } from './other-events.js';
import type { ShelterPlace, Whereabouts } from './place-events.js';

/** Items of the police report by code, and how each stands: a code of `reportItemStates`. */
export type ReportItems = Readonly<Record<string, string>>;

export interface OpenCase {
  readonly do: 'open';
  readonly country: string;
  readonly district: string;
  readonly institution: string;
  readonly entry: string;
  readonly condition: string;
  /** Id of a person already known; absent = a person new to the system. */
  readonly person?: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly language?: string;
  readonly disability?: boolean;
  readonly declared?: Declared;
  readonly relation?: string;
  readonly types: readonly string[];
  readonly principal: string;
  /** Where it happened: a code of `settings`. */
  readonly setting?: string;
  /** True when the opening institution took a formal complaint, which starts the legal clocks. */
  readonly complaint: boolean;
  /** What kind of institution took it, where that is known: an institution type of the jurisdiction. */
  readonly receivedBy?: string;
  /** The checklist of the complaint's report, as far as it is known; absent: none is kept. */
  readonly items?: ReportItems;
  readonly identity?: Identity;
  readonly narrative?: string;
  readonly whereabouts?: Whereabouts;
}

export interface AssessRisk {
  readonly do: 'assess-risk';
  readonly institution: string;
  readonly level: string;
  readonly instrument?: string;
  readonly version?: number;
  readonly score?: { readonly min: number; readonly max: number };
  readonly raisedFrom?: string;
  readonly raisedBecause?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/** A step of the law that has no event of its own: see `procedure.ts`. */
export interface RecordStep {
  readonly do: 'record-step';
  readonly institution: string;
  readonly step: string;
  /** For a complaint: what kind of institution took it, where that is known. */
  readonly receivedBy?: string;
  /** For a complaint: as with an opening. */
  readonly items?: ReportItems;
}

/** Of one measure: who executes it, and the last local day of its term. */
export interface MeasureTerms {
  readonly executor?: string;
  readonly until?: string;
}

export type CourtCommand =
  | { readonly do: 'send-report'; readonly institution: string; readonly court: string }
  | { readonly do: 'receive-report'; readonly institution: string; readonly court: string }
  | {
      readonly do: 'decide-measures';
      readonly court: string;
      readonly granted: boolean;
      readonly measures: readonly string[];
      /** By code of the measure. */
      readonly terms?: Readonly<Record<string, MeasureTerms>>;
    };

/** One measure; `warn-expiry` is the clock's. */
export type MeasureCommand =
  | {
      readonly do: 'take-measure-step';
      readonly measure: string;
      /** A code of `measureSteps`. */
      readonly step: string;
      readonly institution: string;
    }
  | { readonly do: 'extend-measure'; readonly measure: string; readonly court: string; readonly until: string }
  | {
      readonly do: 'end-measure';
      readonly measure: string;
      readonly court: string;
      readonly how: string;
      readonly replacement?: MeasureTerms & { readonly code: string };
    }
  | { readonly do: 'warn-expiry'; readonly measure: string; readonly until: string };

/** Who answers for a case, and whether it is worked on. */
export type FileCommand =
  | { readonly do: 'close'; readonly institution: string; readonly reason: string }
  | { readonly do: 'reopen'; readonly institution: string; readonly reason: string }
  | { readonly do: 'transfer'; readonly institution: string; readonly to: string; readonly reason: string };

export interface RecordAttention {
  readonly do: 'record-attention';
  readonly institution: string;
  readonly service: string;
  /** The level of care it belongs to: 1, 2 or 3. */
  readonly level?: number;
}

/** Nights in a shelter. Which one is not said with them. */
export interface RecordStay {
  readonly do: 'record-stay';
  /** The first night, a local day. */
  readonly from: string;
  readonly nights: number;
}

/** A step on the way to reparation, of what was done long ago or to many. */
export interface TakeReparationStep {
  readonly do: 'take-reparation-step';
  /** A code of `reparationSteps`. */
  readonly step: string;
  readonly institution: string;
}

/** What is known of the others of a case: what is said again counts, what is not said stays. */
export type DescribeOther =
  | {
      readonly do: 'describe-aggressor';
      readonly institution: string;
      /** What they are to the person. */
      readonly relation?: string;
      readonly sex?: string;
      readonly ageBand?: string;
      readonly details?: Described;
    }
  | {
      readonly do: 'describe-children';
      readonly institution: string;
      /** How many, by age band. */
      readonly byAge?: Readonly<Record<string, number>>;
      readonly details?: Described;
    }
  | { readonly do: 'describe-reporter'; readonly institution: string; readonly details: Described };

/** Where the person is: what is told again takes the place of what was told. */
export type RecordPlace =
  | { readonly do: 'record-whereabouts'; readonly institution: string; readonly place: Whereabouts }
  | { readonly do: 'record-shelter-place'; readonly institution: string; readonly place: ShelterPlace };

/** What the clock does by itself. */
export type ClockCommand =
  | { readonly do: 'miss-deadline'; readonly clock: string; readonly due: string }
  | { readonly do: 'escalate'; readonly clock: string; readonly rung: number };

export type CaseCommand =
  | OpenCase
  | AssessRisk
  | RecordStep
  | CourtCommand
  | ClockCommand
  | MeasureCommand
  | FileCommand
  | RecordAttention
  | RecordStay
  | TakeReparationStep
  | DescribeOther
  | RecordPlace
  | { readonly do: 'record-items'; readonly institution: string; readonly items: ReportItems };
