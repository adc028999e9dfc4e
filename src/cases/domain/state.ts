import type { EventOf } from '#decider';
import type { CaseEvents } from './events.js';

export interface Clock {
  readonly rule: string;
  /** The step it waits for. */
  readonly stop: string;
  readonly institution: string;
  readonly due: string;
  readonly status: 'running' | 'met' | 'missed';
  readonly imported: boolean;
}

export interface Case {
  readonly status: 'none' | 'open' | 'closed';
  readonly country: string;
  readonly district: string;
  readonly institution: string;
  readonly person: string;
  readonly risk: string;
  readonly complaintAt: string | undefined;
  readonly reportFrom: string | undefined;
  readonly reportTo: string | undefined;
  readonly reportReceived: boolean;
  readonly decided: boolean;
  readonly clocks: Readonly<Record<string, Clock>>;
}

/** Before anything happened. */
export const initial: Case = {
  status: 'none',
  country: '',
  district: '',
  institution: '',
  person: '',
  risk: 'UNDETERMINED',
  complaintAt: undefined,
  reportFrom: undefined,
  reportTo: undefined,
  reportReceived: false,
  decided: false,
  clocks: {},
};

/** What an event makes of a case. */
export function evolve(state: Case, event: EventOf<CaseEvents>): Case {
  switch (event.type) {
    case 'CaseOpened': {
      const { country, district, institution, person } = event.data;
      return { ...state, status: 'open', country, district, institution, person };
    }
    case 'ComplaintRegistered':
      return { ...state, complaintAt: state.complaintAt ?? event.data.receivedAt };
    case 'RiskAssessed':
      return { ...state, risk: event.data.level };
    case 'DeadlineSet': {
      const { clock, rule, stop, institution, due, imported } = event.data;
      const running: Clock = { rule, stop, institution, due, status: 'running', imported: imported === true };
      return { ...state, clocks: { ...state.clocks, [clock]: running } };
    }
    case 'DeadlineMet':
      return withClock(state, event.data.clock, 'met');
    case 'DeadlineMissed':
      return withClock(state, event.data.clock, 'missed');
    case 'ReportSent':
      return { ...state, reportFrom: event.data.institution, reportTo: event.data.court };
    case 'ReportReceived':
      return { ...state, reportReceived: true };
    case 'MeasuresDecided':
      return { ...state, decided: true };
    case 'CaseClosed':
      return { ...state, status: 'closed' };
    case 'IncidentRecorded':
    case 'AttentionRecorded':
      return state;
  }
}

function withClock(state: Case, id: string, status: Clock['status']): Case {
  const clock = state.clocks[id];
  return clock === undefined ? state : { ...state, clocks: { ...state.clocks, [id]: { ...clock, status } } };
}
