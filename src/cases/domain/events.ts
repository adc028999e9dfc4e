import { catalogue, type Personal } from '#decider';
import type { Rung } from '../../protocol/index.js';
import type { MeasureEvents } from './measure-events.js';
import type { OtherEvents } from './other-events.js';
import type { PlaceEvents } from './place-events.js';

/** Who the affected person is. Only ever stored sealed, under the person's `identity` key. */
export interface Identity {
  readonly name?: string;
  readonly documentId?: string;
  readonly phone?: string;
  readonly birthYear?: number;
}

/** What the person says of herself, if she wants to: codes of `disabilities` and `ethnicities`. */
export interface Declared {
  readonly disability?: string;
  readonly ethnicity?: string;
}

/**
 * What happens to a case. Codes are entries of the jurisdiction's lists, institutions are codes of the directory, and
 * everything else that could say who somebody is lies in a sealed section. These shapes are stored for ever: a field is
 * added, never changed or reused.
 */
export type CaseEvents = MeasureEvents &
  OtherEvents &
  PlaceEvents & {
    CaseOpened: {
      /** Short code people read to each other, e.g. `25-K7QM-4T2X`. */
      readonly code: string;
      readonly country: string;
      /** District of the facts (ubigeo). */
      readonly district: string;
      /** Who opened it and answers for it. */
      readonly institution: string;
      readonly entry: string;
      readonly condition: string;
      /** Random id of the affected person: one person, several cases. */
      readonly person: string;
      readonly sex: string;
      readonly ageBand: string;
      readonly language?: string;
      /** What a counter saw. It is told to nobody: what counts is what she says, in `declared`. */
      readonly disability?: boolean;
      readonly declared?: Declared;
      readonly relation?: string;
      readonly identity?: Personal<Identity>;
    };
    IncidentRecorded: {
      readonly incident: string;
      readonly district: string;
      readonly types: readonly string[];
      /** The one type it counts under where a case has one. */
      readonly principal: string;
      /** Where it happened: at home, at work, at school. */
      readonly setting?: string;
      readonly narrative?: Personal<string>;
    };
    /** The police (or another receiver) took a formal complaint. */
    ComplaintRegistered: {
      readonly institution: string;
      readonly district: string;
      readonly receivedAt: string;
      /** What kind of institution that is: the law may ask of each to tell somebody else. */
      readonly receivedBy?: string;
      /** The items of its report by code, and how each stood then. Absent: no checklist was kept. */
      readonly items?: Readonly<Record<string, string>>;
    };
    /** More of the report's items, or another word on some. */
    ReportItemsRecorded: {
      readonly institution: string;
      readonly district: string;
      readonly items: Readonly<Record<string, string>>;
    };
    RiskAssessed: {
      readonly institution: string;
      readonly district: string;
      readonly level: string;
      readonly instrument?: string;
      readonly version?: number;
      readonly score?: { readonly min: number; readonly max: number };
      /** The level the answers gave, where a professional raised it. */
      readonly raisedFrom?: string;
      readonly raisedBecause?: string;
      readonly answers?: Personal<Readonly<Record<string, string>>>;
      /** When: of two assessments the later one counts, whichever was recorded first. */
      readonly assessedAt?: string;
    };
    /** A clock runs: it keeps the rule version it started with. */
    DeadlineSet: {
      readonly country: string;
      readonly clock: string;
      readonly rule: string;
      readonly version: number;
      /** The step it waits for: a milestone of the jurisdiction. */
      readonly stop: string;
      readonly institution: string;
      readonly district: string;
      readonly trigger: string;
      readonly due: string;
      /** Set from imported history: it fires no notice. */
      readonly imported?: boolean;
      /** Whom it calls when nothing happens, and when; none for imported history. */
      readonly rungs?: readonly Rung[];
    };
    /**
     * A running clock goes by another rule, because something the rules ask about became known. Its id stays; so does the
     * instant it runs from, unless a rule that runs from another happening falls due first.
     */
    DeadlineRecomputed: {
      readonly country: string;
      readonly clock: string;
      readonly rule: string;
      readonly version: number;
      readonly stop: string;
      readonly institution: string;
      readonly district: string;
      readonly trigger: string;
      readonly due: string;
      readonly was: { readonly rule: string; readonly version: number; readonly due: string };
      readonly because: 'risk';
      /** Those that were not reached before. */
      readonly rungs: readonly Rung[];
      readonly imported?: boolean;
    };
    /** A rung of a clock's ladder was reached; `due` is when it should have been, the effective time when it was. */
    DeadlineEscalated: {
      readonly clock: string;
      readonly rule: string;
      readonly stop: string;
      readonly institution: string;
      readonly district: string;
      readonly rung: number;
      readonly role: string;
      readonly due: string;
    };
    /** The step the clock waited for happened, in time or late; the time is the event's effective time. */
    DeadlineMet: {
      readonly clock: string;
      readonly rule: string;
      readonly institution: string;
      readonly district: string;
      readonly due: string;
    };
    /** The due time came and went. */
    DeadlineMissed: {
      readonly clock: string;
      readonly rule: string;
      readonly institution: string;
      readonly district: string;
      readonly due: string;
      readonly imported?: boolean;
    };
    /** The step became pointless: nobody owes it any more. */
    DeadlineDropped: {
      readonly clock: string;
      readonly rule: string;
      readonly institution: string;
      readonly district: string;
      readonly due: string;
    };
    /** A step is waited for, and no rule says until when: "no deadline", which is not "on time". */
    StepAwaited: {
      /** A milestone of the jurisdiction. */
      readonly step: string;
      /** The milestone it follows. */
      readonly after: string;
      readonly institution: string;
      readonly district: string;
      /** When that happened. */
      readonly trigger: string;
    };
    /** A step of the law that has no event of its own was taken; the time is the event's effective time. */
    StepRecorded: { readonly step: string; readonly institution: string; readonly district: string };
    ReportSent: { readonly institution: string; readonly court: string; readonly district: string };
    /** The court's desk stamped the report: only this meets the police's deadline. */
    ReportReceived: { readonly institution: string; readonly court: string; readonly district: string };
    MeasuresDecided: {
      readonly court: string;
      readonly district: string;
      readonly granted: boolean;
      readonly measures: readonly string[];
    };
    /** One service act; many per case. */
    AttentionRecorded: {
      readonly country: string;
      /** Random id of who was attended. */
      readonly person: string;
      readonly attention: string;
      readonly institution: string;
      readonly district: string;
      readonly service: string;
      /** The level of care it belongs to: 1, 2 or 3. */
      readonly level?: number;
    };
    /** Nights in a shelter, which are counted. Neither which nor where: not even its district. */
    ShelterStayRecorded: {
      readonly country: string;
      readonly person: string;
      readonly stay: string;
      /** The first night, a local day. */
      readonly from: string;
      readonly nights: number;
    };
    /** A step on the way to reparation, where no clock runs; accompaniment comes as often as it is given. */
    ReparationStepTaken: { readonly step: string; readonly institution: string; readonly district: string };
    CaseClosed: { readonly institution: string; readonly district: string; readonly reason: string };
    CaseReopened: { readonly institution: string; readonly district: string; readonly reason: string };
    /** Another institution answers for it from the effective time on; what happened before stays whose it was. */
    CaseTransferred: {
      readonly from: string;
      readonly to: string;
      readonly district: string;
      readonly reason: string;
    };
  };

/** A field that may be missing was added: what was written before is read as it is. */
const asBefore = { 1: (data: object) => data, 2: (data: object) => data };

export const caseEvents = catalogue<CaseEvents>(
  {
    CaseOpened: 2,
    IncidentRecorded: 2,
    ComplaintRegistered: 3,
    ReportItemsRecorded: 1,
    RiskAssessed: 2,
    DeadlineSet: 2,
    DeadlineMet: 1,
    DeadlineMissed: 1,
    DeadlineRecomputed: 1,
    DeadlineEscalated: 1,
    DeadlineDropped: 1,
    StepAwaited: 1,
    StepRecorded: 1,
    ReportSent: 1,
    ReportReceived: 1,
    MeasuresDecided: 1,
    AttentionRecorded: 2,
    ShelterStayRecorded: 1,
    ReparationStepTaken: 1,
    MeasureIssued: 1,
    MeasureStepTaken: 1,
    MeasureExpiring: 1,
    MeasureExtended: 1,
    MeasureEnded: 1,
    AggressorDescribed: 1,
    ChildrenDescribed: 1,
    ReporterDescribed: 1,
    WhereaboutsRecorded: 1,
    ShelterPlaceRecorded: 1,
    CaseClosed: 1,
    CaseReopened: 1,
    CaseTransferred: 1,
  },
  {
    CaseOpened: asBefore,
    IncidentRecorded: asBefore,
    ComplaintRegistered: asBefore,
    RiskAssessed: asBefore,
    DeadlineSet: asBefore,
    AttentionRecorded: asBefore,
  },
);
