import { type Context, type Decider, type EventOf, personal, Refusal } from '#decider';
import { refuseUnlisted } from '../../protocol/index.js';
import { escalate, miss, reach, recompute } from './clocks.js';
import type { AssessRisk, CaseCommand } from './commands.js';
import { recordItems } from './completeness.js';
import { decideMeasures, receiveReport, sendReport } from './court.js';
import { type CaseEvents, caseEvents } from './events.js';
import { attend, onFile, stay } from './file.js';
import { steps } from './life.js';
import { describeOther } from './others.js';
import { repair } from './reparation.js';
import { onMeasure } from './measures.js';
import { open } from './opening.js';
import { recordPlace } from './places.js';
import { recordStep } from './procedure.js';
import { type Case, evolve, initial } from './state.js';

export type { CaseCommand, OpenCase } from './commands.js';

type Event = EventOf<CaseEvents>;

/** Taken also after a service closed its file: what the law asks of others for the person runs on. */
const goOn: ReadonlySet<CaseCommand['do']> = new Set<CaseCommand['do']>([
  'receive-report',
  'decide-measures',
  'take-measure-step',
  'extend-measure',
  'end-measure',
  'warn-expiry',
  'record-step',
  'reopen',
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
  const rests = command.do !== 'close' && !goOn.has(command.do);
  if (state.status === 'closed' && rests) {
    throw new Refusal('case/closed', 'the case is closed', 'illegal', steps(state));
  }
  switch (command.do) {
    case 'assess-risk':
      return assessRisk(command, state, context);
    case 'record-items':
      return recordItems(command, state);
    case 'send-report':
      return sendReport(command, state, context);
    case 'receive-report':
      return receiveReport(command, state, context);
    case 'decide-measures':
      return decideMeasures(command, state, context);
    case 'take-measure-step':
    case 'extend-measure':
    case 'end-measure':
    case 'warn-expiry':
      return onMeasure(command, state, context);
    case 'record-step':
      return recordStep(command, state, context);
    case 'record-attention':
      return attend(command, state, context);
    case 'record-stay':
      return stay(command, state, context);
    case 'take-reparation-step':
      return repair(command, state);
    case 'describe-aggressor':
    case 'describe-children':
    case 'describe-reporter':
      return describeOther(command, state);
    case 'record-whereabouts':
    case 'record-shelter-place':
      return [recordPlace(command, state)];
    case 'close':
    case 'reopen':
    case 'transfer':
      return onFile(command, state, context);
  }
}

function assessRisk(command: AssessRisk, state: Case, context: Context): readonly Event[] {
  refuseUnlisted(state.country, 'riskLevels', command.level);
  if (command.raisedFrom !== undefined) {
    // A code, never words about a person: it stays readable for ever.
    const { raisedBecause } = command;
    if (raisedBecause === undefined) {
      throw new Refusal('case/override-without-reason', 'a raised level needs its reason', 'invalid');
    }
    refuseUnlisted(state.country, 'overrideReasons', raisedBecause);
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
