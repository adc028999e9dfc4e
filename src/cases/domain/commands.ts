import type { Identity } from './events.js';

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
  readonly relation?: string;
  readonly types: readonly string[];
  readonly principal: string;
  /** True when the opening institution took a formal complaint, which starts the legal clocks. */
  readonly complaint: boolean;
  /** What kind of institution took it, where that is known: an institution type of the jurisdiction. */
  readonly receivedBy?: string;
  readonly identity?: Identity;
  readonly narrative?: string;
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
}

export type CourtCommand =
  | { readonly do: 'send-report'; readonly institution: string; readonly court: string }
  | { readonly do: 'receive-report'; readonly institution: string; readonly court: string }
  | {
      readonly do: 'decide-measures';
      readonly court: string;
      readonly granted: boolean;
      readonly measures: readonly string[];
    };

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
  | { readonly do: 'record-attention'; readonly institution: string; readonly service: string }
  | { readonly do: 'close'; readonly institution: string; readonly reason: string };
