import { type Context, Refusal } from '#decider';
import { specification } from '#decider/specification';
import type { ReferralCommand } from '../domain/commands.js';
import { referralDecider } from '../domain/referral.js';
import { commandId, type Event, fold, now } from './fixtures.js';

export const { given } = specification(referralDecider);

/** The circumstances of a specification. */
export const context: Context = { actor: 'demo', commandId, effectiveAt: now, recordedAt: now };

/** The same without some of its fields. */
export const without = <T extends object, K extends keyof T & string>(data: T, ...fields: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field as K))) as Omit<T, K>;

/** What a rule says no with. */
export function refusalOf(
  history: readonly Event[],
  command: ReferralCommand,
  circumstances: Partial<Context> = {},
): Refusal {
  try {
    referralDecider.decide(command, fold(history), { ...context, ...circumstances });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the rule did not refuse');
}
