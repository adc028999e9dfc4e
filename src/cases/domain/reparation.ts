import { type EventOf, Refusal } from '#decider';
import { refuseUnlisted, reparationSteps } from '../../protocol/index.js';
import type { TakeReparationStep } from './commands.js';
import type { CaseEvents } from './events.js';
import { steps } from './life.js';
import { type Case, isOnTrack } from './state.js';

/** The steps that follow each other; accompaniment goes on beside them. */
const inOrder = reparationSteps.entries.map(({ code }) => code).filter((each) => each !== 'ACCOMPANIED');

/**
 * A step on the way to reparation: nobody is late with it, it may take years.
 * @throws Refusal `case/no-reparation-track`, `case/reparation-too-early`
 */
export function repair(
  { step, institution }: TakeReparationStep,
  state: Case,
): readonly EventOf<CaseEvents, 'ReparationStepTaken'>[] {
  const { country, district, reparation } = state;
  if (!isOnTrack(state)) {
    throw new Refusal('case/no-reparation-track', 'the case is not on a track of its own', 'illegal', steps(state));
  }
  refuseUnlisted(country, 'reparationSteps', step);
  const before = inOrder[inOrder.findIndex((each) => each === step) - 1];
  if (before !== undefined && !reparation.includes(before)) {
    throw new Refusal('case/reparation-too-early', `it follows ${before}`, 'illegal', steps(state));
  }
  if (step !== 'ACCOMPANIED' && reparation.includes(step)) return [];
  return [{ type: 'ReparationStepTaken', data: { step, institution, district } }];
}
