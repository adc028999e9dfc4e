import { type Context, type Decider, deriveId, type EventOf, personal, Refusal } from '#decider';
import { refuseUnlisted } from '../../protocol/index.js';
import { dropOwn, escalate, miss, reach, recompute } from './clocks.js';
import type { AssessRisk, CaseCommand } from './commands.js';
import { decideMeasures, receiveReport, sendReport } from './court.js';
import { type CaseEvents, caseEvents } from './events.js';
import { steps } from './life.js';
import { open } from './opening.js';
import { recordStep } from './procedure.js';
import { type Case, evolve, initial } from './state.js';

export type { CaseCommand, OpenCase } from './commands.js';

type Event = EventOf<CaseEvents>;

/** Taken also after a service closed its file: what the law asks of others for the person runs on. */
const goOn: ReadonlySet<CaseCommand['do']> = new Set<CaseCommand['do']>([
  'receive-report',
  'decide-measures',
  'record-step',
]);

/** The rules of a case: it is opened once, clocks start and stop with what happens to it, and a closed case rests. */
export const caseDecider: Decider<CaseCommand, CaseEvents, Case> = {
  category: 'case',
  events: caseEvents,
  initial,
  decide: (command, state, context) => {
    if (command.do === 'open') return open(command, state, context);
    if (state.status === 'none') throw new Refusal('case/unknown', 'there is no such case', 'unknown');
    if (command.do === 'miss-deadline') return miss(command, state);
    if (command.do === 'escalate') return escalate(command, state, context);
    return take(command, state, context);
  },
  evolve,
};

type Step = Exclude<CaseCommand, { do: 'open' | 'miss-deadline' | 'escalate' }>;

function take(command: Step, state: Case, context: Context): readonly Event[] {
  if (command.do === 'close' && state.status === 'closed') return [];
  if (state.status === 'closed' && !goOn.has(command.do)) {
    throw new Refusal('case/closed', 'the case is closed', 'illegal', steps(state));
  }
  const { district, country, person } = state;
  switch (command.do) {
    case 'assess-risk':
      return assessRisk(command, state, context);
    case 'send-report':
      return sendReport(command, state);
    case 'receive-report':
      return receiveReport(command, state, context);
    case 'decide-measures':
      return decideMeasures(command, state, context);
    case 'record-step':
      return recordStep(command, state, context);
    case 'record-attention': {
      const { institution, service } = command;
      refuseUnlisted(country, 'services', service);
      const attention = deriveId(context.commandId, 'attention');
      const data = { country, person, attention, institution, district, service };
      return [{ type: 'AttentionRecorded', data }];
    }
    case 'close': {
      const { institution, reason } = command;
      refuseUnlisted(country, 'closingReasons', reason);
      return [{ type: 'CaseClosed', data: { institution, district, reason } }, ...dropOwn(state)];
    }
  }
}

function assessRisk(command: AssessRisk, state: Case, context: Context): readonly Event[] {
  refuseUnlisted(state.country, 'riskLevels', command.level);
  // A code, never words about a person: it stays readable for ever.
  if (command.raisedFrom !== undefined && !/^[A-Z][A-Z_]{1,39}$/.test(command.raisedBecause ?? '')) {
    throw new Refusal('case/override-without-reason', 'a raised level needs its reason', 'invalid');
  }
  const { effectiveAt: assessedAt } = context;
  const assessed: Event = {
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
      assessedAt,
    },
  };
  const done = reach('risk-assessed', assessed, state, context);
  const after = done.reduce<Case>((before, event) => evolve(before, event), state);
  // The same level again, or one that was known before and recorded late, moves nothing.
  return after.risk === state.risk ? done : [...done, ...recompute(after, context)];
}
