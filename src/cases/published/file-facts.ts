import { type Code, code, type RandomId, randomId } from '#publishing';
import type { Seen } from '#projection';
import type { CaseEvents } from '../domain/events.js';

/** What others are told about who answers for a case, about each measure, and about nights in a shelter. */
export type FileFacts = {
  /** Open before + new + reopened − closed = open now. */
  'CaseReopened.v1': { case: RandomId; district: Code; institution: Code; reason: Code };
  /** From the effective time on `to` answers for it; what was counted before stays with `from`. */
  'CaseTransferred.v1': { case: RandomId; district: Code; from: Code; to: Code; reason: Code };
  /** `until`: the last local day of its term; it holds on until an order ends it. */
  'MeasureIssued.v1': {
    case: RandomId;
    measure: RandomId;
    code: Code;
    district: Code;
    court: Code;
    executor?: Code;
    until?: Code;
  };
  'MeasureStepTaken.v1': { case: RandomId; measure: RandomId; step: Code; district: Code; institution: Code };
  'MeasureExtended.v1': { case: RandomId; measure: RandomId; district: Code; court: Code; until: Code };
  'MeasureEnded.v1': { case: RandomId; measure: RandomId; district: Code; court: Code; how: Code; by?: RandomId };
  /** A step on the way to reparation: a code of `reparationSteps`. */
  'ReparationStepTaken.v1': { case: RandomId; step: Code; district: Code; institution: Code };
  /** `from`: the first night, a local day. Neither which shelter nor where. */
  'ShelterStayRecorded.v1': { case: RandomId; person: RandomId; country: Code; from: Code; nights: number };
};

export const fileFactNames: Readonly<Record<keyof FileFacts, true>> = {
  'CaseReopened.v1': true,
  'CaseTransferred.v1': true,
  'MeasureIssued.v1': true,
  'MeasureStepTaken.v1': true,
  'MeasureExtended.v1': true,
  'MeasureEnded.v1': true,
  'ReparationStepTaken.v1': true,
  'ShelterStayRecorded.v1': true,
};

const caseOf = (stream: string): RandomId => randomId(stream.slice('case-'.length));
type Of<T extends keyof CaseEvents> = Pick<Seen<CaseEvents, T>, 'stream' | 'data'>;

export const fileTellings = {
  CaseReopened: ({ stream, data }: Of<'CaseReopened'>) => ({
    type: 'CaseReopened.v1' as const,
    data: {
      case: caseOf(stream),
      district: code(data.district),
      institution: code(data.institution),
      reason: code(data.reason),
    },
  }),
  CaseTransferred: ({ stream, data }: Of<'CaseTransferred'>) => ({
    type: 'CaseTransferred.v1' as const,
    data: {
      case: caseOf(stream),
      district: code(data.district),
      from: code(data.from),
      to: code(data.to),
      reason: code(data.reason),
    },
  }),
  ReparationStepTaken: ({ stream, data }: Of<'ReparationStepTaken'>) => ({
    type: 'ReparationStepTaken.v1' as const,
    data: {
      case: caseOf(stream),
      step: code(data.step),
      district: code(data.district),
      institution: code(data.institution),
    },
  }),
  MeasureIssued: ({ stream, data }: Of<'MeasureIssued'>) => ({
    type: 'MeasureIssued.v1' as const,
    data: {
      case: caseOf(stream),
      measure: randomId(data.measure),
      code: code(data.code),
      district: code(data.district),
      court: code(data.court),
      ...(data.executor === undefined ? {} : { executor: code(data.executor) }),
      ...(data.until === undefined ? {} : { until: code(data.until) }),
    },
  }),
  MeasureStepTaken: ({ stream, data }: Of<'MeasureStepTaken'>) => ({
    type: 'MeasureStepTaken.v1' as const,
    data: {
      case: caseOf(stream),
      measure: randomId(data.measure),
      step: code(data.step),
      district: code(data.district),
      institution: code(data.institution),
    },
  }),
  MeasureExtended: ({ stream, data }: Of<'MeasureExtended'>) => ({
    type: 'MeasureExtended.v1' as const,
    data: {
      case: caseOf(stream),
      measure: randomId(data.measure),
      district: code(data.district),
      court: code(data.court),
      until: code(data.until),
    },
  }),
  MeasureEnded: ({ stream, data }: Of<'MeasureEnded'>) => ({
    type: 'MeasureEnded.v1' as const,
    data: {
      case: caseOf(stream),
      measure: randomId(data.measure),
      district: code(data.district),
      court: code(data.court),
      how: code(data.how),
      ...(data.by === undefined ? {} : { by: randomId(data.by) }),
    },
  }),
  ShelterStayRecorded: ({ stream, data }: Of<'ShelterStayRecorded'>) => ({
    type: 'ShelterStayRecorded.v1' as const,
    data: {
      case: caseOf(stream),
      person: randomId(data.person),
      country: code(data.country),
      from: code(data.from),
      nights: data.nights,
    },
  }),
};
