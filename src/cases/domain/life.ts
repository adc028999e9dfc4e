import type { Milestone } from '../../protocol/index.js';
import { isLive } from './measure-state.js';
import { type Case, isOnTrack } from './state.js';
import { before, recordableSteps } from './table.js';

/** What is taken of a case as long as it is open. */
const alwaysOpen = [
  ...['assess-risk', 'record-attention', 'record-stay', 'transfer', 'close'],
  ...['describe-aggressor', 'describe-children', 'describe-reporter'],
  ...['record-whereabouts', 'record-shelter-place'],
] as const;

/** The commands that would be accepted now: a refusal names them. */
export function steps(state: Case): readonly string[] {
  if (state.status === 'none') return ['open'];
  const own = state.status === 'open' ? [...alwaysOpen] : ['reopen'];
  if (state.status === 'open' && state.complaintAt !== undefined && !state.reportReceived) own.push('send-report');
  if (state.status === 'open' && state.complaintAt !== undefined) own.push('record-items');
  if (state.status === 'open' && isOnTrack(state)) own.push('take-reparation-step');
  return [
    ...own,
    ...courtSteps(state),
    ...measureSteps(state),
    ...(nextSteps(state).length === 0 ? [] : ['record-step']),
  ];
}

const measureSteps = ({ measures }: Case): readonly string[] =>
  Object.values(measures).some(isLive) ? ['take-measure-step', 'extend-measure', 'end-measure'] : [];

function courtSteps({ reportTo, reportReceived, decided }: Case): readonly string[] {
  if (reportTo === undefined) return [];
  if (!reportReceived) return ['receive-report'];
  return decided ? [] : ['decide-measures'];
}

/** The steps of the law that can be recorded now: in their order, and not taken yet or waited for again. */
export const nextSteps = (state: StepsTaken): readonly Milestone[] =>
  recordableSteps(state.country).filter(
    (step) =>
      isInOrder(step, state) && isToBeTaken(step, state) && !(state.status === 'closed' && beginsAnew(step, state)),
  );

/** As much of a case as says which steps are next. */
export type StepsTaken = Pick<Case, 'status' | 'country' | 'done' | 'awaited'> & {
  readonly clocks: Readonly<Record<string, Pick<Case['clocks'][string], 'stop' | 'status'>>>;
};

/** It follows no other step: with it something new begins, which a closed case is not open for. */
export const beginsAnew = (step: string, { country }: Pick<Case, 'country'>): boolean =>
  before(country, step).length === 0;

/** One of the steps it follows was taken, or it follows none. */
export function isInOrder(step: string, { country, done }: Pick<Case, 'country' | 'done'>): boolean {
  const earlier = before(country, step);
  return earlier.length === 0 || earlier.some((each) => done.includes(each));
}

/** A step taken is taken, unless it is waited for again, as is a report every six months. */
export const isToBeTaken = (step: string, { done, clocks, awaited }: StepsTaken): boolean =>
  !done.includes(step) ||
  awaited[step] !== undefined ||
  Object.values(clocks).some(({ stop, status }) => stop === step && (status === 'running' || status === 'missed'));
