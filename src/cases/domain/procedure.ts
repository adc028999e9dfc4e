import { type Context, type EventOf, Refusal } from '#decider';
import { localDate } from '#terms';
import { type Milestone, zoneOf } from '../../protocol/index.js';
import { goOn, reach } from './clocks.js';
import type { RecordStep, ReportItems } from './commands.js';
import { refuseBadItems } from './completeness.js';
import type { CaseEvents } from './events.js';
import { beginsAnew, isInOrder, isToBeTaken, steps } from './life.js';
import { type Case, evolve, isOnTrack } from './state.js';
import { asked, before, commandOf, recordableSteps } from './table.js';

type Event = EventOf<CaseEvents>;

/** The stamp of a step of the law: it meets what waited for it, and starts what follows. */
export function recordStep(
  { step, institution, receivedBy, items }: RecordStep,
  state: Case,
  context: Context,
): readonly Event[] {
  const own = commandOf(step);
  if (own !== undefined) {
    throw new Refusal('case/step-recorded-otherwise', `that is recorded with ${own}`, 'illegal', [own]);
  }
  if (!isRecordable(step, state)) throw new Refusal('case/unknown-step', 'there is no such step of a case', 'invalid');
  if (state.status === 'closed' && beginsAnew(step, state)) {
    throw new Refusal('case/closed', 'the case is closed', 'illegal', steps(state));
  }
  if (!isInOrder(step, state)) {
    const detail = `it follows ${before(state.country, step).join(' or ')}`;
    throw new Refusal('case/step-too-early', detail, 'illegal', steps(state));
  }
  if (!mayRecord(institution, state)) {
    throw new Refusal('case/not-your-step', 'it belongs to who answers for the case, or is bound by it', 'illegal', []);
  }
  if (!isToBeTaken(step, state)) return [];
  const { district } = state;
  if (step === 'complaint-received') {
    if (items !== undefined) refuseBadItems(state.country, items);
    return takeComplaint({ institution, receivedBy, items }, state, context);
  }
  return reach(step, { type: 'StepRecorded', data: { step, institution, district } }, state, context);
}

/** Harassment at work becomes known with the case: from then on its own clocks run, where the law has any. */
export function reportHarassment(state: Case, context: Context): readonly Event[] {
  const { country, district, institution } = state;
  const step = 'harassment-reported';
  const day = localDate(context.effectiveAt, zoneOf(country));
  if (isOnTrack(state) || asked(country, step, day).length === 0) return [];
  return reach(step, { type: 'StepRecorded', data: { step, institution, district } }, state, context);
}

interface Taken {
  readonly institution: string;
  readonly receivedBy?: string | undefined;
  readonly items?: ReportItems | undefined;
}

/** A complaint that is received is registered with it. */
export function takeComplaint(
  { institution, receivedBy, items }: Taken,
  state: Case,
  context: Context,
): readonly Event[] {
  const { district } = state;
  const kind = receivedBy === undefined ? {} : { receivedBy };
  const list = items === undefined ? {} : { items };
  const data = { institution, district, receivedAt: context.effectiveAt, ...kind, ...list };
  const received = reach('complaint-received', { type: 'ComplaintRegistered', data }, state, context);
  const after = received.reduce<Case>((each, event) => evolve(each, event), state);
  return [...received, ...goOn('complaint-registered', after, context)];
}

/** As much of a case as says who records its steps. */
export interface Parties {
  readonly institution: string;
  readonly reportFrom?: string | undefined;
  readonly reportTo?: string | undefined;
  readonly clocks: Readonly<Record<string, { readonly institution: string }>>;
}

/** Who answers for the case, who reported it, the court it was reported to, and whom one of its clocks binds. */
export const mayRecord = (by: string, { institution, reportFrom, reportTo, clocks }: Parties): boolean =>
  [institution, reportFrom, reportTo, ...Object.values(clocks).map((clock) => clock.institution)].includes(by);

const isRecordable = (step: string, { country }: Case): step is Milestone =>
  recordableSteps(country).some((each) => each === step);
