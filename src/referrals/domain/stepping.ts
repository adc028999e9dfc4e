import type { Context } from '#decider';
import { type Milestone, startClocks } from '../../protocol/index.js';
import type { Referral } from './state.js';

/** A step under way: whose it is, where the referral stands, and the circumstances. */
export interface Stepping {
  readonly state: Referral;
  readonly context: Context;
  readonly institution: string;
}

/**
 * The clocks a step starts, as a field of its event.
 * @param institution whose turn it is then; the receiver's unless said
 * @param at when what starts it happened, if not with the step
 */
export function begin(
  { state, context }: Stepping,
  happened: Milestone,
  institution: string = state.to,
  at: string = context.effectiveAt,
) {
  const starts = startClocks({
    country: state.country,
    happened,
    at,
    facts: { risk: state.risk, urgency: state.urgency },
    institution,
    commandId: context.commandId,
    imported: context.origin === 'import',
  });
  return starts.length === 0 ? {} : { starts };
}

/** The clocks a step meets, as a field of its event. */
export function meeting(state: Referral, ...milestones: readonly Milestone[]) {
  const meets = waiting(state, (each) => milestones.includes(each));
  return meets.length === 0 ? {} : { meets };
}

/** The clocks a step makes pointless, as a field of its event. */
export function dropping(state: Referral, ...milestones: readonly Milestone[]) {
  const drops = waiting(state, (each) => milestones.includes(each));
  return drops.length === 0 ? {} : { drops };
}

/** Every clock of the leg is pointless now, but those that were met. */
export function dropAll(state: Referral, ...met: readonly Milestone[]) {
  const drops = waiting(state, (each) => !met.includes(each));
  return drops.length === 0 ? {} : { drops };
}

const waiting = ({ clocks }: Referral, wanted: (milestone: Milestone) => boolean): readonly string[] =>
  Object.values(clocks)
    .filter(({ waitsFor }) => wanted(waitsFor as Milestone))
    .map(({ clock }) => clock);
