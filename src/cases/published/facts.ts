import {
  type Code,
  code,
  factCatalogue,
  type FactInstant,
  factInstant,
  publish,
  type RandomId,
  randomId,
} from '#publishing';
import { caseEvents } from '../domain/events.js';
import { fileFactNames, type FileFacts, fileTellings } from './file-facts.js';

/**
 * What others are told about cases: frozen, versioned by name, no personal data. Names stay for ever; a new shape is a
 * new version beside the old one.
 */
export type CaseFacts = FileFacts & {
  'CaseOpened.v1': {
    case: RandomId;
    person: RandomId;
    code: Code;
    country: Code;
    district: Code;
    institution: Code;
    entry: Code;
    condition: Code;
    sex: Code;
    ageBand: Code;
    language?: Code;
    /** What she says of herself. */
    disability?: Code;
    ethnicity?: Code;
    relation?: Code;
  };
  'IncidentRecorded.v1': { case: RandomId; district: Code; types: Code[]; principal: Code };
  'RiskAssessed.v1': { case: RandomId; district: Code; institution: Code; level: Code };
  'DeadlineSet.v1': {
    case: RandomId;
    country: Code;
    clock: RandomId;
    rule: Code;
    version: number;
    institution: Code;
    district: Code;
    trigger: FactInstant;
    due: FactInstant;
  };
  'DeadlineMet.v1': { clock: RandomId; due: FactInstant };
  'DeadlineMissed.v1': { clock: RandomId; due: FactInstant };
  /** A running clock goes by another rule from now on. */
  'DeadlineRecomputed.v1': {
    case: RandomId;
    country: Code;
    clock: RandomId;
    rule: Code;
    version: number;
    institution: Code;
    district: Code;
    trigger: FactInstant;
    due: FactInstant;
    was: { rule: Code; version: number; due: FactInstant };
  };
  /** `due` is when the rung should have been reached. */
  'DeadlineEscalated.v1': {
    case: RandomId;
    clock: RandomId;
    rule: Code;
    institution: Code;
    district: Code;
    rung: number;
    role: Code;
    due: FactInstant;
  };
  'DeadlineDropped.v1': { clock: RandomId; due: FactInstant };
  /** It is waited for without a deadline, from `trigger` on: neither late nor on time. */
  'StepAwaited.v1': { case: RandomId; step: Code; institution: Code; district: Code; trigger: FactInstant };
  'StepRecorded.v1': { case: RandomId; step: Code; institution: Code; district: Code };
  'MeasuresDecided.v1': { case: RandomId; district: Code; court: Code; granted: boolean };
  'AttentionRecorded.v1': {
    case: RandomId;
    person: RandomId;
    country: Code;
    district: Code;
    institution: Code;
    service: Code;
  };
  'CaseClosed.v1': { case: RandomId; district: Code; institution: Code; reason: Code };
};

export const caseFacts = factCatalogue<CaseFacts>({
  'CaseOpened.v1': true,
  'IncidentRecorded.v1': true,
  'RiskAssessed.v1': true,
  'DeadlineSet.v1': true,
  'DeadlineMet.v1': true,
  'DeadlineMissed.v1': true,
  'DeadlineRecomputed.v1': true,
  'DeadlineEscalated.v1': true,
  'DeadlineDropped.v1': true,
  'StepAwaited.v1': true,
  'StepRecorded.v1': true,
  'MeasuresDecided.v1': true,
  'AttentionRecorded.v1': true,
  'CaseClosed.v1': true,
  ...fileFactNames,
});

/** A stream is `case-<id>`. */
const caseOf = (stream: string): RandomId => randomId(stream.slice('case-'.length));

const ended = (data: { readonly clock: string; readonly due: string }) => ({
  clock: randomId(data.clock),
  due: factInstant(data.due),
});

export const casePublication = publish(caseEvents, caseFacts, {
  ...fileTellings,
  CaseOpened: ({ stream, data }) => ({
    type: 'CaseOpened.v1',
    data: {
      case: caseOf(stream),
      person: randomId(data.person),
      code: code(data.code),
      country: code(data.country),
      district: code(data.district),
      institution: code(data.institution),
      entry: code(data.entry),
      condition: code(data.condition),
      sex: code(data.sex),
      ageBand: code(data.ageBand),
      ...(data.language === undefined ? {} : { language: code(data.language) }),
      ...(data.declared?.disability === undefined ? {} : { disability: code(data.declared.disability) }),
      ...(data.declared?.ethnicity === undefined ? {} : { ethnicity: code(data.declared.ethnicity) }),
      ...(data.relation === undefined ? {} : { relation: code(data.relation) }),
    },
  }),
  IncidentRecorded: ({ stream, data }) => ({
    type: 'IncidentRecorded.v1',
    data: {
      case: caseOf(stream),
      district: code(data.district),
      types: data.types.map(code),
      principal: code(data.principal),
    },
  }),
  RiskAssessed: ({ stream, data }) => ({
    type: 'RiskAssessed.v1',
    data: {
      case: caseOf(stream),
      district: code(data.district),
      institution: code(data.institution),
      level: code(data.level),
    },
  }),
  DeadlineSet: ({ stream, data }) => ({
    type: 'DeadlineSet.v1',
    data: {
      case: caseOf(stream),
      country: code(data.country),
      clock: randomId(data.clock),
      rule: code(data.rule),
      version: data.version,
      institution: code(data.institution),
      district: code(data.district),
      trigger: factInstant(data.trigger),
      due: factInstant(data.due),
    },
  }),
  DeadlineMet: ({ data }) => ({ type: 'DeadlineMet.v1', data: ended(data) }),
  DeadlineMissed: ({ data }) => ({ type: 'DeadlineMissed.v1', data: ended(data) }),
  DeadlineDropped: ({ data }) => ({ type: 'DeadlineDropped.v1', data: ended(data) }),
  DeadlineRecomputed: ({ stream, data }) => ({
    type: 'DeadlineRecomputed.v1',
    data: {
      case: caseOf(stream),
      country: code(data.country),
      clock: randomId(data.clock),
      rule: code(data.rule),
      version: data.version,
      institution: code(data.institution),
      district: code(data.district),
      trigger: factInstant(data.trigger),
      due: factInstant(data.due),
      was: { rule: code(data.was.rule), version: data.was.version, due: factInstant(data.was.due) },
    },
  }),
  DeadlineEscalated: ({ stream, data }) => ({
    type: 'DeadlineEscalated.v1',
    data: {
      case: caseOf(stream),
      clock: randomId(data.clock),
      rule: code(data.rule),
      institution: code(data.institution),
      district: code(data.district),
      rung: data.rung,
      role: code(data.role),
      due: factInstant(data.due),
    },
  }),
  StepAwaited: ({ stream, data }) => ({
    type: 'StepAwaited.v1',
    data: {
      case: caseOf(stream),
      step: code(data.step),
      institution: code(data.institution),
      district: code(data.district),
      trigger: factInstant(data.trigger),
    },
  }),
  StepRecorded: ({ stream, data }) => ({
    type: 'StepRecorded.v1',
    data: {
      case: caseOf(stream),
      step: code(data.step),
      institution: code(data.institution),
      district: code(data.district),
    },
  }),
  MeasuresDecided: ({ stream, data }) => ({
    type: 'MeasuresDecided.v1',
    data: {
      case: caseOf(stream),
      district: code(data.district),
      court: code(data.court),
      granted: data.granted,
    },
  }),
  AttentionRecorded: ({ stream, data }) => ({
    type: 'AttentionRecorded.v1',
    data: {
      case: caseOf(stream),
      person: randomId(data.person),
      country: code(data.country),
      district: code(data.district),
      institution: code(data.institution),
      service: code(data.service),
    },
  }),
  CaseClosed: ({ stream, data }) => ({
    type: 'CaseClosed.v1',
    data: {
      case: caseOf(stream),
      district: code(data.district),
      institution: code(data.institution),
      reason: code(data.reason),
    },
  }),
});
