import { projection } from '#projection';
import { type CaseEvents, caseEvents } from '../domain/events.js';

/** One sentence of a case's story: what, who, when it happened and when it was recorded. */
export interface Happening {
  readonly id: string;
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly position: string;
  readonly actor: string;
  /** The codes the sentence is made of; never text about a person. */
  readonly words: Readonly<Record<string, string>>;
}

export interface CaseHistory {
  readonly happenings: readonly Happening[];
}

type Told = Exclude<keyof CaseEvents, 'IncidentRecorded'>;

/** Which fields of an event are told, by name: an allowlist. */
const told: { readonly [T in Told]: (data: CaseEvents[T]) => Readonly<Record<string, string>> } = {
  CaseOpened: ({ institution, entry, condition }) => ({ institution, entry, condition }),
  ComplaintRegistered: ({ institution }) => ({ institution }),
  RiskAssessed: ({ institution, level }) => ({ institution, level }),
  DeadlineSet: ({ rule, institution, due }) => ({ rule, institution, due }),
  DeadlineMet: ({ rule, institution, due }) => ({ rule, institution, due }),
  DeadlineMissed: ({ rule, institution, due }) => ({ rule, institution, due }),
  DeadlineRecomputed: ({ rule, institution, due, was }) => ({ rule, institution, due, wasDue: was.due }),
  DeadlineEscalated: ({ rule, institution, role, due }) => ({ rule, institution, role, due }),
  DeadlineDropped: ({ rule, institution, due }) => ({ rule, institution, due }),
  StepAwaited: ({ step, institution }) => ({ step, institution }),
  StepRecorded: ({ step, institution }) => ({ step, institution }),
  ReportSent: ({ institution, court }) => ({ institution, court }),
  ReportReceived: ({ institution, court }) => ({ institution, court }),
  MeasuresDecided: ({ court, granted, measures }) => ({
    institution: court,
    granted: granted ? 'yes' : 'no',
    measures: measures.join(' '),
  }),
  ReportItemsRecorded: ({ institution }) => ({ institution }),
  MeasureIssued: ({ court, code }) => ({ institution: court, measure: code }),
  MeasureStepTaken: ({ institution, step }) => ({ institution, measureStep: step }),
  MeasureExpiring: ({ court, until }) => ({ institution: court, until }),
  MeasureExtended: ({ court, until }) => ({ institution: court, until }),
  MeasureEnded: ({ court, how }) => ({ institution: court, ending: how }),
  AttentionRecorded: ({ institution, service, level }) => ({
    institution,
    service,
    ...(level === undefined ? {} : { careLevel: String(level) }),
  }),
  ShelterStayRecorded: ({ nights }) => ({ nights: String(nights) }),
  ReparationStepTaken: ({ step, institution }) => ({ reparation: step, institution }),
  AggressorDescribed: ({ institution }) => ({ institution }),
  ChildrenDescribed: ({ institution }) => ({ institution }),
  ReporterDescribed: ({ institution }) => ({ institution }),
  WhereaboutsRecorded: ({ institution }) => ({ institution }),
  ShelterPlaceRecorded: ({ institution }) => ({ institution }),
  CaseClosed: ({ institution, reason }) => ({ institution, reason }),
  CaseReopened: ({ institution, reason }) => ({ institution, reopening: reason }),
  CaseTransferred: ({ from, to, reason }) => ({ institution: from, to, transfer: reason }),
};

/** The story of a case, oldest first. */
export const caseHistories = projection<CaseEvents, CaseHistory>({
  name: 'case-histories',
  version: 4,
  events: caseEvents,
  key: (event) => event.stream.slice('case-'.length),
  empty: () => ({ happenings: [] }),
  on: Object.fromEntries(
    Object.entries(told).map(([type, words]) => [
      type,
      (
        history: CaseHistory,
        event: { id: string; position: string; metadata: Readonly<Record<string, string>>; data: never },
      ) => ({
        happenings: [
          ...history.happenings,
          {
            id: event.id,
            type,
            effectiveAt: event.metadata['effectiveAt'] ?? '',
            recordedAt: event.metadata['recordedAt'] ?? '',
            position: event.position,
            actor: event.metadata['actor'] ?? '',
            words: words(event.data),
          },
        ],
      }),
    ]),
  ),
});
