import type { EventOf } from '#decider';
import { careLevels, type Rung, trackConditions } from '../../protocol/index.js';
import type { ReportItems } from './commands.js';
import type { CaseEvents } from './events.js';
import { type Measures, measuresAfter } from './measure-state.js';

export interface Clock {
  readonly rule: string;
  readonly version: number;
  /** The step it waits for. */
  readonly stop: string;
  readonly institution: string;
  /** When what started it happened. */
  readonly trigger: string;
  readonly due: string;
  readonly status: 'running' | 'met' | 'missed' | 'dropped';
  /** Those not reached yet. */
  readonly rungs: readonly Rung[];
  /** Numbers of those that were. */
  readonly reached: readonly number[];
  readonly imported: boolean;
}

/** A step that is waited for without a deadline. */
export type Awaited = Omit<CaseEvents['StepAwaited'], 'district'>;

export interface Case {
  readonly status: 'none' | 'open' | 'closed';
  readonly country: string;
  readonly district: string;
  readonly institution: string;
  readonly person: string;
  /** What the record is to earlier ones: some conditions set a case on a track of its own. */
  readonly condition: string;
  /** The steps of reparation that were taken. */
  readonly reparation: readonly string[];
  readonly risk: string;
  /** When that risk was assessed. */
  readonly riskAt: string;
  readonly complaintAt: string | undefined;
  /** The kind of institution that took the complaint. */
  readonly receivedBy: string | undefined;
  /** The checklist of the complaint's report, where one is kept. */
  readonly items: ReportItems | undefined;
  readonly reportFrom: string | undefined;
  readonly reportTo: string | undefined;
  readonly reportReceived: boolean;
  readonly decided: boolean;
  /** The milestones that happened. */
  readonly done: readonly string[];
  readonly clocks: Readonly<Record<string, Clock>>;
  /** By step. */
  readonly awaited: Readonly<Record<string, Awaited>>;
  readonly measures: Measures;
}

/** Before anything happened. */
export const initial: Case = {
  status: 'none',
  country: '',
  district: '',
  institution: '',
  person: '',
  condition: '',
  reparation: [],
  risk: 'UNDETERMINED',
  riskAt: '',
  complaintAt: undefined,
  receivedBy: undefined,
  items: undefined,
  reportFrom: undefined,
  reportTo: undefined,
  reportReceived: false,
  decided: false,
  done: [],
  clocks: {},
  awaited: {},
  measures: {},
};

/** Done long ago, or to many: it goes its own way, and no clock of an emergency runs for it. */
export const isOnTrack = ({ condition }: Pick<Case, 'condition'>): boolean =>
  trackConditions.entries.some(({ code }) => code === condition);

/** What an event makes of a case. */
export function evolve(state: Case, event: EventOf<CaseEvents>): Case {
  switch (event.type) {
    case 'CaseOpened': {
      const { country, district, institution, person, condition } = event.data;
      return { ...state, status: 'open', country, district, institution, person, condition };
    }
    case 'ComplaintRegistered': {
      const complaintAt = state.complaintAt ?? event.data.receivedAt;
      const { receivedBy, items = state.items } = event.data;
      const registered = happened(happened(state, 'complaint-received'), 'complaint-registered');
      return { ...registered, complaintAt, receivedBy, items };
    }
    case 'ReportItemsRecorded':
      return { ...state, items: { ...state.items, ...event.data.items } };
    case 'RiskAssessed': {
      // Written before assessments said when: in the order they came.
      const { level, assessedAt = state.riskAt } = event.data;
      const known = assessedAt < state.riskAt ? {} : { risk: level, riskAt: assessedAt };
      return { ...happened(state, 'risk-assessed'), ...known };
    }
    case 'DeadlineSet': {
      const { clock, rule, version, stop, institution, trigger, due, rungs = [], imported } = event.data;
      const running: Clock = {
        ...{ rule, version, stop, institution, trigger, due, rungs },
        status: 'running',
        reached: [],
        imported: imported === true,
      };
      return { ...state, clocks: { ...state.clocks, [clock]: running }, awaited: without(state.awaited, stop) };
    }
    case 'DeadlineRecomputed': {
      const { clock, rule, version, institution, trigger, due, rungs } = event.data;
      return withClock(state, clock, () => ({ rule, version, institution, trigger, due, rungs }));
    }
    case 'DeadlineEscalated': {
      const { clock, rung } = event.data;
      return withClock(state, clock, ({ rungs, reached }) => ({
        rungs: rungs.filter((each) => each.rung !== rung),
        reached: [...reached, rung],
      }));
    }
    case 'DeadlineMet':
      return withClock(state, event.data.clock, () => ({ status: 'met', rungs: [] }));
    case 'DeadlineMissed':
      return withClock(state, event.data.clock, () => ({ status: 'missed' }));
    case 'DeadlineDropped':
      return withClock(state, event.data.clock, () => ({ status: 'dropped', rungs: [] }));
    case 'StepAwaited': {
      const { step, after, institution, trigger } = event.data;
      return { ...state, awaited: { ...state.awaited, [step]: { step, after, institution, trigger } } };
    }
    case 'StepRecorded':
      return { ...happened(state, event.data.step), measures: measuresAfter(state.measures, event) };
    case 'ReportSent':
      return { ...state, reportFrom: event.data.institution, reportTo: event.data.court };
    case 'ReportReceived':
      return { ...happened(state, 'report-received-by-court'), reportReceived: true };
    case 'MeasuresDecided':
      return { ...happened(state, 'measures-issued'), decided: true };
    case 'MeasureIssued':
    case 'MeasureStepTaken':
    case 'MeasureExpiring':
    case 'MeasureExtended':
    case 'MeasureEnded':
      return { ...state, measures: measuresAfter(state.measures, event) };
    case 'ReparationStepTaken':
      return { ...state, reparation: [...new Set([...state.reparation, event.data.step])] };
    case 'CaseClosed':
      return { ...state, status: 'closed' };
    case 'CaseReopened':
      return { ...state, status: 'open' };
    case 'CaseTransferred':
      return { ...state, institution: event.data.to };
    case 'AttentionRecorded': {
      const milestone = careLevels[event.data.level ?? 0];
      return milestone === undefined ? state : happened(state, milestone);
    }
    case 'IncidentRecorded':
    case 'ShelterStayRecorded':
    case 'AggressorDescribed':
    case 'ChildrenDescribed':
    case 'ReporterDescribed':
    case 'WhereaboutsRecorded':
    case 'ShelterPlaceRecorded':
      return state;
  }
}

/** A milestone that happened is waited for no more. */
function happened(state: Case, milestone: string): Case {
  const done = state.done.includes(milestone) ? state.done : [...state.done, milestone];
  return { ...state, done, awaited: without(state.awaited, milestone) };
}

const without = (awaited: Case['awaited'], step: string): Case['awaited'] =>
  Object.fromEntries(Object.entries(awaited).filter(([each]) => each !== step));

function withClock(state: Case, id: string, change: (clock: Clock) => Partial<Clock>): Case {
  const clock = state.clocks[id];
  return clock === undefined ? state : { ...state, clocks: { ...state.clocks, [id]: { ...clock, ...change(clock) } } };
}
