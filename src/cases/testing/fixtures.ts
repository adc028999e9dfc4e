import { type Context, deriveId, type EventOf, Refusal } from '#decider';
import { type Milestone, startClocks } from '../../protocol/index.js';
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
const commandId = '00000000-0000-7000-8000-000000000000';

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

/**
 * A clock that the fixtures' default command starts at `now`; its ladder as the jurisdiction has it.
 * @param rule what it runs by, and what happened
 * @param waits the step it waits for, of whom, until when
 */
function clock(
  [rule, happened]: readonly [string, Milestone],
  [stop, institution, due]: readonly [Milestone, string, string],
  risk = 'UNDETERMINED',
): Event<'DeadlineSet'> {
  const starting = { country: 'PE', happened, at: now, facts: { risk }, institution, commandId: '', imported: false };
  const rungs = startClocks(starting).find((each) => each.rule === rule)?.rungs ?? [];
  const id = deriveId(commandId, rule);
  const place = { institution, district: '150112' };
  return {
    type: 'DeadlineSet',
    data: { country: 'PE', clock: id, rule, version: 1, stop, ...place, trigger: now, due, rungs },
  };
}

const tomorrow = '2025-10-02T15:00:00.000Z';

/** The police's clock: 24 hours from the complaint to the stamp of the court. */
export const policeClock = clock(['PE-03', 'complaint-received'], ['report-received-by-court', police, tomorrow]);

/** As long for the risk form. */
export const riskClock = clock(['PE-02c', 'complaint-registered'], ['risk-assessed', police, tomorrow]);

/** The court's clock where the risk is not known: 48 hours from its stamp. */
export const courtClock = clock(
  ['PE-05h', 'report-received-by-court'],
  ['measures-issued', court, '2025-10-03T15:00:00.000Z'],
);

/** What the court owes when it has decided. */
export const toldClocks = (
  [
    ['PE-06', 'measures-notified-to-executor'],
    ['PE-07a', 'victim-notified'],
    ['PE-07b', 'accused-notified'],
    ['PE-13', 'file-received-by-prosecutor'],
  ] as const
).map(([rule, stop]) => clock([rule, 'measures-issued'], [stop, court, tomorrow]));

/** What is owed when the police know of the measures: two steps with a term, and one without. */
export const executionClocks = [
  clock(['PE-08', 'measures-notified-to-executor'], ['measures-executed', police, tomorrow]),
  clock(
    ['PE-10a', 'measures-notified-to-executor'],
    ['execution-reported-to-court', police, '2025-10-17T04:59:59.999Z'],
  ),
];
export const tracking: Event<'StepAwaited'> = {
  type: 'StepAwaited',
  data: {
    step: 'measures-tracked',
    after: 'measures-notified-to-executor',
    institution: police,
    district: '150112',
    trigger: now,
  },
};

/** The same clock once the risk is known to be severe: 24 hours from the same stamp. */
export const severe: Event<'DeadlineRecomputed'> = {
  type: 'DeadlineRecomputed',
  data: {
    ...courtClock.data,
    rule: 'PE-05g',
    due: '2025-10-02T15:00:00.000Z',
    was: { rule: 'PE-05h', version: 1, due: '2025-10-03T15:00:00.000Z' },
    because: 'risk',
    rungs:
      clock(['PE-05g', 'report-received-by-court'], ['measures-issued', court, tomorrow], 'SEVERE').data.rungs ?? [],
  },
};

/** A clock as imported history brings it: it calls nobody. */
export function imported(clock: Event<'DeadlineSet'>): Event<'DeadlineSet'> {
  const { country, rule, version, stop, institution, district, trigger, due } = clock.data;
  const limits = { country, clock: clock.data.clock, rule, version, stop, institution, district, trigger, due };
  return { ...clock, data: { ...limits, imported: true } };
}

/** A rung of a clock, reached. */
export function escalated({ data }: Event<'DeadlineSet'>, rung: number): Event<'DeadlineEscalated'> {
  const { clock, rule, stop, institution, district } = data;
  const found = data.rungs?.find((each) => each.rung === rung);
  if (found === undefined) throw new Error(`no rung ${rung}`);
  const { role, at: due } = found;
  return { type: 'DeadlineEscalated', data: { clock, rule, stop, institution, district, rung, role, due } };
}

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

export const assessed = (level: string, assessedAt = now): Event<'RiskAssessed'> => ({
  type: 'RiskAssessed',
  data: { institution: police, district: '150112', level, assessedAt },
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
export const recordedStep = (step: string, institution = court): Event<'StepRecorded'> => ({
  type: 'StepRecorded',
  data: { step, institution, district: '150112' },
});
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

export const items = { VICTIM: 'PRESENT', WEAPON_LICENCE: 'NOT_KNOWN' };
export const reopened: Event<'CaseReopened'> = {
  type: 'CaseReopened',
  data: { institution: police, district: '150112', reason: 'RISK_AGAIN' },
};
export const transferred: Event<'CaseTransferred'> = {
  type: 'CaseTransferred',
  data: { from: police, to: cem, district: '150112', reason: 'COMPETENCE' },
};
export const stayed: Event<'ShelterStayRecorded'> = {
  type: 'ShelterStayRecorded',
  data: { country: 'PE', person, stay: deriveId(commandId, 'stay'), from: '2025-09-20', nights: 5 },
};
/** The id of a measure the default command issues. */
export const measureId = (code = 'NO_ACERCAMIENTO'): string => deriveId(commandId, 'measure', code);
export const measure = (code = 'NO_ACERCAMIENTO'): Event<'MeasureIssued'> => ({
  type: 'MeasureIssued',
  data: { measure: measureId(code), code, court, district: '150112' },
});
export const measureStep = (step: string, institution = court): Event<'MeasureStepTaken'> => ({
  type: 'MeasureStepTaken',
  data: { measure: measureId(), step, institution, district: '150112' },
});
export const measureEnded: Event<'MeasureEnded'> = {
  type: 'MeasureEnded',
  data: { measure: measureId(), court, district: '150112', how: 'ENDED' },
};
/** Half a year from the fixtures' day, and a week before that. */
export const extended: Event<'MeasureExtended'> = {
  type: 'MeasureExtended',
  data: {
    ...{ measure: measureId(), court, district: '150112' },
    ...{ until: '2026-04-01', warnAt: '2026-03-25T05:00:00.000Z' },
  },
};

export type CaseStage = 'none' | 'open' | 'complained' | 'reported' | 'at court' | 'decided' | 'closed';

const complained = [opened, incident, complaint, policeClock, riskClock];
const reported = [...complained, reportSent];
const atCourt = [...reported, reportReceived, met(policeClock), courtClock];

/** A history that ends in each stage of a case. */
export const until: Readonly<Record<CaseStage, readonly Event[]>> = {
  none: [],
  open: [opened, incident],
  complained,
  reported,
  'at court': atCourt,
  decided: [...atCourt, decided, met(courtClock), ...toldClocks, measure()],
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
  'record-step': { do: 'record-step', institution: court, step: 'measures-notified-to-executor' },
  'record-items': { do: 'record-items', institution: police, items },
  'record-stay': { do: 'record-stay', from: '2025-09-20', nights: 5 },
  'take-reparation-step': { do: 'take-reparation-step', step: 'REGISTERED', institution: police },
  'take-measure-step': { do: 'take-measure-step', measure: measureId(), step: 'TOLD_VICTIM', institution: court },
  'extend-measure': { do: 'extend-measure', measure: measureId(), court, until: '2026-04-01' },
  'end-measure': { do: 'end-measure', measure: measureId(), court, how: 'ENDED' },
  'describe-aggressor': { do: 'describe-aggressor', institution: police, relation: 'EX_PARTNER' },
  'describe-children': { do: 'describe-children', institution: police, byAge: { '6-11': 2 } },
  'describe-reporter': { do: 'describe-reporter', institution: police, details: { notes: 'n' } },
  'record-whereabouts': { do: 'record-whereabouts', institution: police, place: { address: 'a' } },
  'record-shelter-place': { do: 'record-shelter-place', institution: police, place: { name: 's' } },
  'warn-expiry': { do: 'warn-expiry', measure: measureId(), until: '2026-04-01' },
  reopen: { do: 'reopen', institution: police, reason: 'RISK_AGAIN' },
  transfer: { do: 'transfer', institution: police, to: cem, reason: 'COMPETENCE' },
  close: { do: 'close', institution: police, reason: 'PLAN_COMPLETED' },
  'miss-deadline': { do: 'miss-deadline', clock: policeClock.data.clock, due: policeClock.data.due },
  escalate: { do: 'escalate', clock: policeClock.data.clock, rung: 1 },
};

export const fold = (events: readonly Event[]) =>
  events.reduce((state, event) => caseDecider.evolve(state, event), caseDecider.initial);

/** The circumstances of a specification, for specs that ask a decider themselves. */
export const context: Context = {
  actor: 'demo',
  commandId,
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
