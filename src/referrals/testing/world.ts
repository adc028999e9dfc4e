import { type Dispatch, type DuePolicy, tick, type Tick } from '#policy';
import { catchUp, type Views } from '#projection';
import { History } from '../../../test/support/history.js';
import { memoryPlatform } from '../../../test/support/platform.js';
import { duePolicies as everyPolicy, eventProjections } from '../../capabilities.js';
import { dispatcher } from '../../runners.js';
import type { StepCommand } from '../domain/commands.js';
import type { ReferralEvents } from '../domain/events.js';
import { ladder, lapses, wakes } from '../policies/due.js';
import { referralCards } from '../views/referral-card.js';
import { now as begin } from './fixtures.js';

/** What falls due of a referral, in the product's order. */
export const duePolicies: readonly DuePolicy[] = everyPolicy.filter(({ name }) =>
  [ladder, lapses, wakes].some((one) => one.name === name),
);

/** A platform on which one referral was sent and nobody answered. */
export async function world() {
  const platform = memoryPlatform(begin);
  const { log, views, clock } = platform;
  const history = new History(platform);
  const caseId = await history.openCase(begin);
  const id = await history.sendReferral(begin, caseId);
  const dispatch = dispatcher(platform, async () => undefined);
  const seen = (store: Views = views) => catchUp(log, eventProjections, store);
  const pass = (by: Dispatch = dispatch, store: Views = views, policies = duePolicies): Promise<Tick> =>
    tick(policies, store, clock, by);
  const does = (command: StepCommand) => history.command('referral', id, command, clock.now());
  const events = async () => {
    const found: { readonly type: string; readonly at: string; readonly data: ReferralEvents['ReferralEscalated'] }[] =
      [];
    for await (const { type, data, metadata } of log.readStream(`referral-${id}`)) {
      found.push({ type, at: metadata['recordedAt'] ?? '', data: data as ReferralEvents['ReferralEscalated'] });
    }
    return found;
  };
  const rungs = async (by: 'waitsFor' | 'clock' = 'waitsFor') => {
    const reached = (await events()).filter(({ type }) => type === 'ReferralEscalated');
    return reached.map(({ data }) => `${data[by]}/${data.rung}`);
  };
  const card = async () => {
    const found = await views.get(referralCards, id);
    if (found === undefined) throw new Error('no card');
    return found;
  };
  await seen();
  return { platform, clock, history, caseId, id, dispatch, seen, pass, does, events, rungs, card };
}
