import { type Context, type EventOf, Refusal } from '#decider';
import { type CaseCommand, caseDecider, type OpenCase } from '../domain/case.js';
import type { CaseEvents } from '../domain/events.js';

/** One case as the specs of this capability tell it; ids are those the default command id of a specification gives. */
type Event<T extends keyof CaseEvents = keyof CaseEvents> = EventOf<CaseEvents, T>;

export const police = 'pe-150112-comisaria-familia';
export const court = 'pe-150112-juzgado-familia';
export const cem = 'pe-150112-cem';
export const caseId = 'c0000000-0000-8000-8000-000000000001';
export const person = 'fa7f21f5-1cc3-821b-87e1-19794bb45d94';
/** Wednesday, 1 October 2025, ten in the morning in Lima: when every command happens unless a spec says otherwise. */
export const now = '2025-10-01T15:00:00.000Z';

export const opening: OpenCase = {
  do: 'open',
  country: 'PE',
  district: '150112',
  institution: police,
  entry: 'SELF',
  condition: 'NEW',
  sex: 'F',
  ageBand: '26-29',
  types: ['PHYSICAL', 'PSYCHOLOGICAL'],
  principal: 'PHYSICAL',
  complaint: false,
};

export const opened: Event<'CaseOpened'> = {
  type: 'CaseOpened',
  data: {
    code: '25-JXV5-6TQX',
    country: 'PE',
    district: '150112',
    institution: police,
    entry: 'SELF',
    condition: 'NEW',
    person,
    sex: 'F',
    ageBand: '26-29',
  },
};

export const incident: Event<'IncidentRecorded'> = {
  type: 'IncidentRecorded',
  data: {
    incident: 'ae616a1c-d296-8d34-bdde-3686b9b03708',
    district: '150112',
    types: ['PHYSICAL', 'PSYCHOLOGICAL'],
    principal: 'PHYSICAL',
  },
};

export const complaint: Event<'ComplaintRegistered'> = {
  type: 'ComplaintRegistered',
  data: { institution: police, district: '150112', receivedAt: now },
};

/** The police's clock: 24 hours from the complaint to the stamp of the court. */
export const policeClock: Event<'DeadlineSet'> = {
  type: 'DeadlineSet',
  data: {
    country: 'PE',
    clock: 'b792fd24-dbc3-85e2-8797-4f61572fea9f',
    rule: 'PE-03',
    version: 1,
    stop: 'report-received-by-court',
    institution: police,
    district: '150112',
    trigger: now,
    due: '2025-10-02T15:00:00.000Z',
  },
};

/** The court's clock where the risk is not known: 48 hours from its stamp. */
export const courtClock: Event<'DeadlineSet'> = {
  type: 'DeadlineSet',
  data: {
    country: 'PE',
    clock: 'e123fe39-2d11-8b55-b87c-1fb261d384bf',
    rule: 'PE-05h',
    version: 1,
    stop: 'measures-issued',
    institution: court,
    district: '150112',
    trigger: now,
    due: '2025-10-03T15:00:00.000Z',
  },
};

/** The end of a clock, met or missed, keeps what it was and whom it bound. */
const ended = ({ data: { clock, rule, institution, district, due } }: Event<'DeadlineSet'>) => ({
  clock,
  rule,
  institution,
  district,
  due,
});
export const met = (clock: Event<'DeadlineSet'>): Event<'DeadlineMet'> => ({ type: 'DeadlineMet', data: ended(clock) });
export const missed = (clock: Event<'DeadlineSet'>): Event<'DeadlineMissed'> => ({
  type: 'DeadlineMissed',
  data: { ...ended(clock), ...(clock.data.imported === true ? { imported: true } : {}) },
});

export const assessed = (level: string): Event<'RiskAssessed'> => ({
  type: 'RiskAssessed',
  data: { institution: police, district: '150112', level },
});
export const reportSent: Event<'ReportSent'> = {
  type: 'ReportSent',
  data: { institution: police, court, district: '150112' },
};
export const reportReceived: Event<'ReportReceived'> = {
  type: 'ReportReceived',
  data: { institution: court, court, district: '150112' },
};
export const decided: Event<'MeasuresDecided'> = {
  type: 'MeasuresDecided',
  data: { court, district: '150112', granted: true, measures: ['NO_ACERCAMIENTO'] },
};
export const attention: Event<'AttentionRecorded'> = {
  type: 'AttentionRecorded',
  data: {
    country: 'PE',
    person,
    attention: 'a8a9b958-af29-8a0c-8002-a77e94a29c9e',
    institution: cem,
    district: '150112',
    service: 'PSYCHOLOGY',
  },
};
export const closed: Event<'CaseClosed'> = {
  type: 'CaseClosed',
  data: { institution: police, district: '150112', reason: 'PLAN_COMPLETED' },
};

export type CaseStage = 'none' | 'open' | 'complained' | 'reported' | 'at court' | 'decided' | 'closed';

/** A history that ends in each stage of a case. */
export const until: Readonly<Record<CaseStage, readonly Event[]>> = {
  none: [],
  open: [opened, incident],
  complained: [opened, incident, complaint, policeClock],
  reported: [opened, incident, complaint, policeClock, reportSent],
  'at court': [opened, incident, complaint, policeClock, reportSent, reportReceived, met(policeClock), courtClock],
  decided: [
    ...[opened, incident, complaint, policeClock, reportSent, reportReceived, met(policeClock), courtClock],
    decided,
    met(courtClock),
  ],
  closed: [opened, incident, closed],
};

/** One command of each kind, none of them wrong in itself. */
export const commands: { readonly [D in CaseCommand['do']]: Extract<CaseCommand, { do: D }> } = {
  open: opening,
  'assess-risk': { do: 'assess-risk', institution: police, level: 'SEVERE' },
  'send-report': { do: 'send-report', institution: police, court },
  'receive-report': { do: 'receive-report', institution: court, court },
  'decide-measures': { do: 'decide-measures', court, granted: true, measures: ['NO_ACERCAMIENTO'] },
  'record-attention': { do: 'record-attention', institution: cem, service: 'PSYCHOLOGY' },
  close: { do: 'close', institution: police, reason: 'PLAN_COMPLETED' },
  'miss-deadline': { do: 'miss-deadline', clock: policeClock.data.clock, due: policeClock.data.due },
};

export const fold = (events: readonly Event[]) =>
  events.reduce((state, event) => caseDecider.evolve(state, event), caseDecider.initial);

/** The circumstances of a specification, for specs that ask a decider themselves. */
export const context: Context = {
  actor: 'demo',
  commandId: '00000000-0000-7000-8000-000000000000',
  effectiveAt: now,
  recordedAt: now,
};

/** What the rules say no with. @throws Error they do not */
export function refusalOf(history: readonly Event[], command: CaseCommand): Refusal {
  try {
    caseDecider.decide(command, fold(history), context);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the rule did not refuse');
}
