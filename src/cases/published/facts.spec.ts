import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { CaseEvents } from '../domain/events.js';
import { complete } from '../testing/complete.js';
import { caseId, cem, court, now, opened, person, police } from '../testing/fixtures.js';
import { casePublication } from './facts.js';

const stream = `case-${caseId}`;
const { clock } = complete.DeadlineSet;
const due = '2025-10-02T15:00:00.000Z';

const order = { case: caseId, measure: complete.MeasureIssued.measure, district: '150112', court };

/** What others are told of each event, and of which they are told nothing. */
const facts: { readonly [T in keyof CaseEvents]: { readonly type: string; readonly data: object } | undefined } = {
  CaseOpened: {
    type: 'CaseOpened.v1',
    data: {
      case: caseId,
      person,
      code: '25-JXV5-6TQX',
      country: 'PE',
      district: '150112',
      institution: police,
      entry: 'SELF',
      condition: 'NEW',
      sex: 'F',
      ageBand: '26-29',
      language: 'QU',
      disability: 'VISUAL',
      ethnicity: 'QUECHUA',
      relation: 'EX_PARTNER',
    },
  },
  IncidentRecorded: {
    type: 'IncidentRecorded.v1',
    data: { case: caseId, district: '150112', types: ['PHYSICAL', 'PSYCHOLOGICAL'], principal: 'PHYSICAL' },
  },
  ComplaintRegistered: undefined,
  ReportItemsRecorded: undefined,
  MeasureExpiring: undefined,
  AggressorDescribed: undefined,
  ChildrenDescribed: undefined,
  ReporterDescribed: undefined,
  WhereaboutsRecorded: undefined,
  ShelterPlaceRecorded: undefined,
  RiskAssessed: {
    type: 'RiskAssessed.v1',
    data: { case: caseId, district: '150112', institution: police, level: 'SEVERE' },
  },
  DeadlineSet: {
    type: 'DeadlineSet.v1',
    data: {
      case: caseId,
      country: 'PE',
      clock,
      rule: 'PE-03',
      version: 1,
      institution: police,
      district: '150112',
      trigger: now,
      due,
    },
  },
  DeadlineMet: { type: 'DeadlineMet.v1', data: { clock, due } },
  DeadlineMissed: { type: 'DeadlineMissed.v1', data: { clock, due } },
  DeadlineRecomputed: {
    type: 'DeadlineRecomputed.v1',
    data: {
      case: caseId,
      country: 'PE',
      clock,
      rule: 'PE-05g',
      version: 1,
      institution: police,
      district: '150112',
      trigger: now,
      due,
      was: { rule: 'PE-05h', version: 1, due: '2025-10-03T15:00:00.000Z' },
    },
  },
  DeadlineEscalated: {
    type: 'DeadlineEscalated.v1',
    data: {
      case: caseId,
      clock,
      rule: 'PE-03',
      institution: police,
      district: '150112',
      rung: 2,
      role: 'SUPERVISOR',
      due,
    },
  },
  DeadlineDropped: { type: 'DeadlineDropped.v1', data: { clock, due } },
  StepAwaited: {
    type: 'StepAwaited.v1',
    data: {
      case: caseId,
      step: 'appeal-received-by-chamber',
      institution: court,
      district: '150112',
      trigger: now,
    },
  },
  StepRecorded: {
    type: 'StepRecorded.v1',
    data: { case: caseId, step: 'appeal-filed', institution: police, district: '150112' },
  },
  ReparationStepTaken: {
    type: 'ReparationStepTaken.v1',
    data: { case: caseId, step: 'IN_REPARATIONS_REGISTER', institution: police, district: '150112' },
  },
  ReportSent: undefined,
  ReportReceived: undefined,
  MeasuresDecided: {
    type: 'MeasuresDecided.v1',
    data: { case: caseId, district: '150112', court, granted: true },
  },
  AttentionRecorded: {
    type: 'AttentionRecorded.v1',
    data: { case: caseId, person, country: 'PE', district: '150112', institution: cem, service: 'PSYCHOLOGY' },
  },
  CaseClosed: {
    type: 'CaseClosed.v1',
    data: { case: caseId, district: '150112', institution: police, reason: 'PLAN_COMPLETED' },
  },
  CaseReopened: {
    type: 'CaseReopened.v1',
    data: { case: caseId, district: '150112', institution: police, reason: 'RISK_AGAIN' },
  },
  CaseTransferred: {
    type: 'CaseTransferred.v1',
    data: { case: caseId, district: '150112', from: police, to: cem, reason: 'COMPETENCE' },
  },
  MeasureIssued: {
    type: 'MeasureIssued.v1',
    data: { ...order, code: 'NO_ACERCAMIENTO', executor: police, until: '2026-04-01' },
  },
  MeasureStepTaken: {
    type: 'MeasureStepTaken.v1',
    data: { case: caseId, measure: order.measure, step: 'EXECUTED', district: '150112', institution: police },
  },
  MeasureExtended: { type: 'MeasureExtended.v1', data: { ...order, until: '2026-10-01' } },
  MeasureEnded: {
    type: 'MeasureEnded.v1',
    data: { ...order, how: 'SUBSTITUTED', by: complete.MeasureEnded.by },
  },
  ShelterStayRecorded: {
    type: 'ShelterStayRecorded.v1',
    data: { case: caseId, person, country: 'PE', from: '2025-10-01', nights: 12 },
  },
};

it.each(Object.entries(complete))('%s is told as agreed', (type, data) => {
  expect(factOf(casePublication, stream, type, data)).toEqual(facts[type as keyof CaseEvents]);
});

it('what was not said is not told', () => {
  const told = factOf(casePublication, stream, 'CaseOpened', opened.data)?.data;
  expect(Object.keys(told ?? {})).not.toContain('language');
  expect(Object.keys(told ?? {})).not.toContain('relation');
});

describe('facts of cases tell codes and ids only', () => {
  tellsOnly(casePublication, stream, complete, {
    CaseOpened: {
      coded: [
        ...['person', 'code', 'country', 'district', 'institution', 'entry', 'condition'],
        ...['sex', 'ageBand', 'language', 'declared.disability', 'declared.ethnicity', 'relation'],
      ],
    },
    IncidentRecorded: { coded: ['district', 'types[]', 'principal'] },
    RiskAssessed: { coded: ['district', 'institution', 'level'] },
    DeadlineSet: { coded: ['country', 'clock', 'rule', 'institution', 'district', 'trigger', 'due'] },
    DeadlineMet: { coded: ['clock', 'due'] },
    DeadlineMissed: { coded: ['clock', 'due'] },
    DeadlineRecomputed: {
      coded: [...['country', 'clock', 'rule', 'institution', 'district', 'trigger', 'due'], ...['was.rule', 'was.due']],
    },
    DeadlineEscalated: { coded: ['clock', 'rule', 'institution', 'district', 'role', 'due'] },
    DeadlineDropped: { coded: ['clock', 'due'] },
    StepAwaited: { coded: ['step', 'institution', 'district', 'trigger'] },
    ReparationStepTaken: { coded: ['step', 'institution', 'district'] },
    StepRecorded: { coded: ['step', 'institution', 'district'] },
    MeasuresDecided: { coded: ['district', 'court'] },
    AttentionRecorded: { coded: ['person', 'country', 'district', 'institution', 'service'] },
    CaseClosed: { coded: ['district', 'institution', 'reason'] },
    CaseReopened: { coded: ['district', 'institution', 'reason'] },
    CaseTransferred: { coded: ['district', 'from', 'to', 'reason'] },
    MeasureIssued: { coded: ['measure', 'code', 'district', 'court', 'executor', 'until'] },
    MeasureStepTaken: { coded: ['measure', 'step', 'district', 'institution'] },
    MeasureExtended: { coded: ['measure', 'district', 'court', 'until'] },
    MeasureEnded: { coded: ['measure', 'district', 'court', 'how', 'by'] },
    ShelterStayRecorded: { coded: ['person', 'country', 'from'] },
  });
});
