import { type Context, type Decider, deriveId, type EventOf, personal, Refusal } from '#decider';
import { deadlines, type Milestone, publicCode, refuseAgeBand, refuseUnlisted } from '../../protocol/index.js';
import { type CaseEvents, caseEvents, type Identity } from './events.js';
import { type Case, evolve, initial } from './state.js';

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
  readonly identity?: Identity;
  readonly narrative?: string;
}

export type CaseCommand =
  | OpenCase
  | {
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
  | { readonly do: 'send-report'; readonly institution: string; readonly court: string }
  | { readonly do: 'receive-report'; readonly institution: string; readonly court: string }
  | {
      readonly do: 'decide-measures';
      readonly court: string;
      readonly granted: boolean;
      readonly measures: readonly string[];
    }
  | { readonly do: 'record-attention'; readonly institution: string; readonly service: string }
  | { readonly do: 'close'; readonly institution: string; readonly reason: string }
  | { readonly do: 'miss-deadline'; readonly clock: string; readonly due: string };

type Event = EventOf<CaseEvents>;

/** Steps of the court: taken also after a service closed the case. */
const courts: ReadonlySet<CaseCommand['do']> = new Set<CaseCommand['do']>(['receive-report', 'decide-measures']);

/** The rules of a case: it is opened once, clocks start and stop with what happens to it, and a closed case rests. */
export const caseDecider: Decider<CaseCommand, CaseEvents, Case> = {
  category: 'case',
  events: caseEvents,
  initial,
  decide: (command, state, context) => {
    if (command.do === 'open') return open(command, state, context);
    if (state.status === 'none') throw new Refusal('case/unknown', 'there is no such case', 'unknown');
    if (command.do === 'miss-deadline') return missDeadline(command, state);
    if (command.do === 'close' && state.status === 'closed') return [];
    // A service closes its file; what the court owes the person runs on.
    if (state.status === 'closed' && !courts.has(command.do)) {
      throw new Refusal('case/closed', 'the case is closed', 'illegal', steps(state));
    }
    switch (command.do) {
      case 'assess-risk':
        return assessRisk(command, state);
      case 'send-report':
        return sendReport(command, state);
      case 'receive-report':
        return receiveReport(command, state, context);
      case 'decide-measures':
        return decideMeasures(command, state);
      case 'record-attention':
        refuseUnlisted(state.country, 'services', command.service);
        return [
          {
            type: 'AttentionRecorded',
            data: {
              country: state.country,
              person: state.person,
              attention: deriveId(context.commandId, 'attention'),
              institution: command.institution,
              district: state.district,
              service: command.service,
            },
          },
        ];
      case 'close':
        refuseUnlisted(state.country, 'closingReasons', command.reason);
        return [
          {
            type: 'CaseClosed',
            data: { institution: command.institution, district: state.district, reason: command.reason },
          },
        ];
    }
  },
  evolve,
};

function open(command: OpenCase, state: Case, context: Context): readonly Event[] {
  if (state.status !== 'none') throw new Refusal('case/exists', 'the case is open already', 'illegal', []);
  refuseUnlisted(command.country, ['entryDoors', 'networkDoors'], command.entry);
  refuseUnlisted(command.country, 'conditions', command.condition);
  refuseUnlisted(command.country, 'sexes', command.sex);
  refuseAgeBand(command.country, command.ageBand);
  if (command.language !== undefined) refuseUnlisted(command.country, 'motherTongues', command.language);
  if (command.relation !== undefined) refuseUnlisted(command.country, 'relations', command.relation);
  for (const type of command.types) refuseUnlisted(command.country, 'violenceTypes', type);
  if (!command.types.includes(command.principal)) {
    throw new Refusal('case/principal-not-among-types', 'the principal type is not one of the types', 'invalid');
  }
  const person = command.person ?? deriveId(context.commandId, 'person');
  const { district, institution } = command;
  const events: Event[] = [
    {
      type: 'CaseOpened',
      data: {
        code: publicCode(context.commandId, context.effectiveAt, command.country),
        country: command.country,
        district,
        institution,
        entry: command.entry,
        condition: command.condition,
        person,
        sex: command.sex,
        ageBand: command.ageBand,
        ...(command.language === undefined ? {} : { language: command.language }),
        ...(command.disability === undefined ? {} : { disability: command.disability }),
        ...(command.relation === undefined ? {} : { relation: command.relation }),
        ...(command.identity === undefined ? {} : { identity: personal(person, 'identity', command.identity) }),
      },
    },
    {
      type: 'IncidentRecorded',
      data: {
        incident: deriveId(context.commandId, 'incident'),
        district,
        types: command.types,
        principal: command.principal,
        ...(command.narrative === undefined ? {} : { narrative: personal(person, 'narrative', command.narrative) }),
      },
    },
  ];
  if (command.complaint) {
    events.push({ type: 'ComplaintRegistered', data: { institution, district, receivedAt: context.effectiveAt } });
    events.push(...startClocks('complaint-received', { ...initial, ...command, person }, institution, context));
  }
  return events;
}

function assessRisk(command: Extract<CaseCommand, { do: 'assess-risk' }>, state: Case): readonly Event[] {
  refuseUnlisted(state.country, 'riskLevels', command.level);
  // A code, never words about a person: it stays readable for ever.
  if (command.raisedFrom !== undefined && !/^[A-Z][A-Z_]{1,39}$/.test(command.raisedBecause ?? '')) {
    throw new Refusal('case/override-without-reason', 'a raised level needs its reason', 'invalid');
  }
  return [
    {
      type: 'RiskAssessed',
      data: {
        institution: command.institution,
        district: state.district,
        level: command.level,
        ...(command.instrument === undefined ? {} : { instrument: command.instrument }),
        ...(command.version === undefined ? {} : { version: command.version }),
        ...(command.score === undefined ? {} : { score: command.score }),
        ...(command.raisedFrom === undefined ? {} : { raisedFrom: command.raisedFrom }),
        ...(command.raisedBecause === undefined ? {} : { raisedBecause: command.raisedBecause }),
        ...(command.answers === undefined ? {} : { answers: personal(state.person, 'risk', command.answers) }),
      },
    },
  ];
}

function sendReport(command: Extract<CaseCommand, { do: 'send-report' }>, state: Case): readonly Event[] {
  if (state.complaintAt === undefined) {
    throw new Refusal('case/no-complaint', 'there is no complaint to report', 'illegal', steps(state));
  }
  if (state.reportTo === command.court) return [];
  // The court that stamped it is the one that decides.
  if (state.reportReceived) {
    throw new Refusal('case/report-received', 'a court has received the report', 'illegal', steps(state));
  }
  return [
    {
      type: 'ReportSent',
      data: { institution: command.institution, court: command.court, district: state.district },
    },
  ];
}

function receiveReport(
  command: Extract<CaseCommand, { do: 'receive-report' }>,
  state: Case,
  context: Context,
): readonly Event[] {
  if (state.reportReceived) return [];
  if (state.reportTo === undefined) {
    throw new Refusal('case/report-not-sent', 'no report was sent to a court', 'illegal', steps(state));
  }
  if (command.court !== state.reportTo) throw otherCourt();
  // The court's desk stamps it, or whoever sent it and holds the stamped copy.
  if (command.institution !== state.reportTo && command.institution !== state.reportFrom) {
    throw new Refusal('case/not-the-court', 'neither the court nor who sent the report', 'illegal', []);
  }
  const { district } = state;
  return [
    { type: 'ReportReceived', data: { institution: command.institution, court: command.court, district } },
    ...meet(state, 'report-received-by-court'),
    ...startClocks('report-received-by-court', state, command.court, context),
  ];
}

const otherCourt = (): Refusal => new Refusal('case/other-court', 'the report went to another court', 'illegal', []);

function decideMeasures(command: Extract<CaseCommand, { do: 'decide-measures' }>, state: Case): readonly Event[] {
  if (state.decided) return [];
  if (!state.reportReceived) {
    throw new Refusal('case/court-has-no-report', 'the court has not received the report', 'illegal', steps(state));
  }
  if (command.court !== state.reportTo) throw otherCourt();
  for (const measure of command.measures) refuseUnlisted(state.country, 'protectiveMeasures', measure);
  const { court, granted, measures } = command;
  return [
    { type: 'MeasuresDecided', data: { court, district: state.district, granted, measures } },
    ...meet(state, 'measures-issued'),
  ];
}

/**
 * Clocks start where the jurisdiction has a rule for what happened. Where one already runs for the same step, the one
 * that falls due first binds.
 */
function startClocks(happened: Milestone, state: Case, institution: string, context: Context): readonly Event[] {
  return deadlines(state.country, happened, context.effectiveAt, { risk: state.risk })
    .filter(
      ({ rule, due }) => !Object.values(state.clocks).some((clock) => clock.stop === rule.stop && clock.due <= due),
    )
    .map(({ rule, from, due }) => ({
      type: 'DeadlineSet' as const,
      data: {
        country: state.country,
        clock: deriveId(context.commandId, rule.id),
        rule: rule.id,
        version: rule.version,
        stop: rule.stop,
        institution,
        district: state.district,
        trigger: from,
        due,
        ...(context.origin === 'import' ? { imported: true } : {}),
      },
    }));
}

/** The clocks that waited for this step are stopped, also those already missed: late is still done. */
function meet(state: Case, done: Milestone): readonly Event[] {
  return Object.entries(state.clocks)
    .filter(([, clock]) => clock.status !== 'met' && clock.stop === done)
    .map(([clock, { rule, institution, due }]) => ({
      type: 'DeadlineMet' as const,
      data: { clock, rule, institution, district: state.district, due },
    }));
}

function missDeadline(command: Extract<CaseCommand, { do: 'miss-deadline' }>, state: Case): readonly Event[] {
  const clock = state.clocks[command.clock];
  if (clock === undefined || clock.status !== 'running' || clock.due !== command.due) return [];
  return [
    {
      type: 'DeadlineMissed',
      data: {
        clock: command.clock,
        rule: clock.rule,
        institution: clock.institution,
        district: state.district,
        due: clock.due,
        ...(clock.imported ? { imported: true } : {}),
      },
    },
  ];
}

/** The commands that would be accepted now: a refusal names them. */
export function steps(state: Case): readonly string[] {
  switch (state.status) {
    case 'none':
      return ['open'];
    case 'closed':
      return courtSteps(state);
    case 'open': {
      const allowed = ['assess-risk', 'record-attention', 'close'];
      if (state.complaintAt !== undefined && !state.reportReceived) allowed.push('send-report');
      return [...allowed, ...courtSteps(state)];
    }
  }
}

function courtSteps({ reportTo, reportReceived, decided }: Case): readonly string[] {
  if (reportTo === undefined) return [];
  if (!reportReceived) return ['receive-report'];
  return decided ? [] : ['decide-measures'];
}
