import type { SealedSection } from '#decider';
import type { CaseEvents } from '../domain/events.js';
import type { InquiryEvents } from '../domain/inquiry.js';
import { type Pair, type PersonLinkEvents } from '../domain/person-link.js';
import { court, now, person, police } from './fixtures.js';

/** A section as the log holds it. */
export const sealedSection: SealedSection = {
  v: 1,
  dekId: 'f0000000-0000-8000-8000-000000000001',
  dekVersion: 1,
  iv: 'AAAAAAAAAAAAAAAA',
  ct: 'c2VhbGVk',
  tag: 'AAAAAAAAAAAAAAAAAAAAAA',
};

const clock = {
  clock: 'b792fd24-dbc3-85e2-8797-4f61572fea9f',
  rule: 'PE-03',
  institution: police,
  district: '150112',
  due: '2025-10-02T15:00:00.000Z',
};

const ladder = [
  { rung: 1, role: 'OWNER', at: '2025-10-02T03:00:00.000Z' },
  { rung: 2, role: 'SUPERVISOR', at: '2025-10-02T15:00:00.000Z' },
  { rung: 3, role: 'COORDINATOR', at: '2025-10-03T03:00:00.000Z' },
];

const measure = 'a8a9b958-af29-8a0c-8002-a77e94a29c9d';
const order = { measure, court, district: '150112' };

/** Every event with every field it can have, as stored. A field that is added must be added here as well. */
export const complete: { readonly [T in keyof CaseEvents]: Required<CaseEvents[T]> } = {
  CaseOpened: {
    code: '25-JXV5-6TQX',
    country: 'PE',
    district: '150112',
    institution: police,
    entry: 'SELF',
    condition: 'NEW',
    person,
    sex: 'F',
    ageBand: '26-29',
    language: 'QU',
    disability: false,
    declared: { disability: 'VISUAL', ethnicity: 'QUECHUA' },
    relation: 'EX_PARTNER',
    identity: sealedSection,
  },
  IncidentRecorded: {
    incident: 'ae616a1c-d296-8d34-bdde-3686b9b03708',
    district: '150112',
    types: ['PHYSICAL', 'PSYCHOLOGICAL'],
    principal: 'PHYSICAL',
    setting: 'WORKPLACE',
    narrative: sealedSection,
  },
  ComplaintRegistered: {
    institution: police,
    district: '150112',
    receivedAt: now,
    receivedBy: 'POLICE_FAMILY',
    items: { VICTIM: 'PRESENT', WEAPON_LICENCE: 'NOT_KNOWN' },
  },
  ReportItemsRecorded: { institution: police, district: '150112', items: { SUMMARY: 'PRESENT', ACCUSED: 'NOT_SAFE' } },
  RiskAssessed: {
    institution: police,
    district: '150112',
    level: 'SEVERE',
    instrument: 'COUPLE',
    version: 1,
    score: { min: 20, max: 22 },
    raisedFrom: 'MODERATE',
    raisedBecause: 'ARMED',
    answers: sealedSection,
    assessedAt: now,
  },
  DeadlineSet: {
    country: 'PE',
    ...clock,
    version: 1,
    stop: 'report-received-by-court',
    trigger: now,
    imported: true,
    rungs: ladder,
  },
  DeadlineMet: clock,
  DeadlineMissed: { ...clock, imported: true },
  DeadlineRecomputed: {
    country: 'PE',
    ...clock,
    rule: 'PE-05g',
    version: 1,
    stop: 'measures-issued',
    trigger: now,
    was: { rule: 'PE-05h', version: 1, due: '2025-10-03T15:00:00.000Z' },
    because: 'risk',
    rungs: ladder,
    imported: true,
  },
  DeadlineEscalated: {
    ...clock,
    stop: 'report-received-by-court',
    rung: 2,
    role: 'SUPERVISOR',
  },
  DeadlineDropped: clock,
  StepAwaited: {
    step: 'appeal-received-by-chamber',
    after: 'appeal-granted',
    institution: court,
    district: '150112',
    trigger: now,
  },
  StepRecorded: { step: 'appeal-filed', institution: police, district: '150112' },
  ReportSent: { institution: police, court, district: '150112' },
  ReportReceived: { institution: court, court, district: '150112' },
  MeasuresDecided: { court, district: '150112', granted: true, measures: ['NO_ACERCAMIENTO', 'ARMAS'] },
  AttentionRecorded: {
    country: 'PE',
    person,
    attention: 'a8a9b958-af29-8a0c-8002-a77e94a29c9e',
    institution: 'pe-150112-cem',
    district: '150112',
    service: 'PSYCHOLOGY',
    level: 2,
  },
  ShelterStayRecorded: {
    country: 'PE',
    person,
    stay: 'a8a9b958-af29-8a0c-8002-a77e94a29c9f',
    from: '2025-10-01',
    nights: 12,
  },
  MeasureIssued: {
    ...order,
    code: 'NO_ACERCAMIENTO',
    executor: police,
    until: '2026-04-01',
    warnAt: '2026-03-25T05:00:00.000Z',
    imported: true,
  },
  MeasureStepTaken: { measure, step: 'EXECUTED', institution: police, district: '150112' },
  MeasureExpiring: { ...order, until: '2026-04-01' },
  MeasureExtended: { ...order, until: '2026-10-01', warnAt: '2026-09-24T05:00:00.000Z' },
  MeasureEnded: { ...order, how: 'SUBSTITUTED', by: 'a8a9b958-af29-8a0c-8002-a77e94a29ca0' },
  ReparationStepTaken: { step: 'IN_REPARATIONS_REGISTER', institution: police, district: '150112' },
  AggressorDescribed: {
    institution: police,
    relation: 'EX_PARTNER',
    sex: 'M',
    ageBand: '36-45',
    details: sealedSection,
  },
  ChildrenDescribed: { institution: police, byAge: { '0-5': 1, '6-11': 2 }, details: sealedSection },
  ReporterDescribed: { institution: police, details: sealedSection },
  WhereaboutsRecorded: { institution: police, place: sealedSection },
  ShelterPlaceRecorded: { institution: police, place: sealedSection },
  CaseClosed: { institution: police, district: '150112', reason: 'PLAN_COMPLETED' },
  CaseReopened: { institution: police, district: '150112', reason: 'RISK_AGAIN' },
  CaseTransferred: { from: police, to: 'pe-150112-cem', district: '150112', reason: 'COMPETENCE' },
};

const persons: Pair = [person.replace(/^./, '0'), person];

/** The same for who asked after the person of a case. */
export const completeInquiry: { readonly [T in keyof InquiryEvents]: Required<InquiryEvents[T]> } = {
  PersonAskedAfter: { institution: 'pe-150112-cem', owner: police, strength: 'document' },
};

/** The same for what is held of a pair of persons. */
export const completeLink: { readonly [T in keyof PersonLinkEvents]: Required<PersonLinkEvents[T]> } = {
  SimilarPersonsFound: { persons, strength: 'name' },
  PersonsLinked: { persons, country: 'PE', institution: police, reason: 'SHE_SAID' },
  PersonsUnlinked: { persons, institution: police },
  SimilarPersonsDismissed: { persons, institution: police },
};
