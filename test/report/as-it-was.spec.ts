import fc from 'fast-check';
import { Refusal } from '#decider';
import { deriveId } from '#event-log';
import { draftOf, figuresFrom } from '../../src/report/domain/drafted.js';
import type { Figures } from '../../src/report/domain/model.js';
import { inputsOf } from '../../src/report/report.js';
import { refresh } from '../../src/runners.js';
import { send } from '../../src/platform.js';
import { board, History, org } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { play, steps } from '../support/random-history.js';

type Platform = ReturnType<typeof memoryPlatform>;

const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' } as const;
const afterwards = '2025-11-20T15:00:00.000Z';

/**
 * The month as it is counted, before anything is withheld: what is withheld of these tables depends on others, which go on
 * following the referrals.
 */
async function october(platform: Platform): Promise<Figures> {
  await refresh(platform);
  const inputs = await inputsOf(platform.views, board, '2025-10', '2025-11-05T13:00:00.000Z');
  const drafted = draftOf(inputs);
  return figuresFrom(
    inputs,
    drafted,
    drafted.tally.publish((cell) => drafted.tally.get(cell)),
  );
}

/** Whom the month counted: by whom cases were opened, who sent to whom, who got how many first. */
const counted = ({ sections, indicators }: Figures): unknown => ({
  tables: sections
    .filter(({ id }) => ['new-cases', 'who', 'referrals', 'repeats'].includes(id))
    .map(({ id, tables }) => ({ id, tables })),
  sent: sections
    .find(({ id }) => id === 'loop')
    ?.tables.find(({ id }) => id === 'by-receiver')
    ?.rows.map(({ id }) => id),
  cases: indicators.filter(({ id }) => id === 'new-cases' || id === 'new-police-complaints'),
});

/** Sends a referral on to somebody else after the month; says whether the rules let it. */
async function rerouted(platform: Platform, id: string, run: number): Promise<boolean> {
  const command = {
    ...{ do: 'reroute', institution: org('comisaria-familia'), to: { organization: org('ong'), service: 's' } },
    ...{ reason: 'DECLINED', consent, message: { note: 'demo', safeContact: 'demo' } },
  };
  try {
    for (const institution of [org('cem'), org('salud')]) {
      const decline = { do: 'decline', institution, reason: 'NO_CAPACITY' };
      const commandId = deriveId('decline', id, institution, run);
      await send(platform, 'referral', { id, command: decline, commandId, actor: 'demo-test' }).catch(refused);
    }
    await send(platform, 'referral', { id, command, commandId: deriveId('reroute', id, run), actor: 'demo-test' });
    return true;
  } catch (error) {
    refused(error);
    return false;
  }
}

function refused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

it('a referral that goes to another institution after the month changes nothing of whom the month counted', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(steps(60), async (plan) => {
      const platform = memoryPlatform('2025-10-01T12:00:00.000Z');
      await play(platform, plan.slice(0, 60));
      // More of them, in known states, so that some can be moved.
      const history = new History(platform, 'known');
      const ids: string[] = [deriveId('random-referral', 0), deriveId('random-referral', 1)];
      const at = platform.clock.now();
      const id = await history.openCase(at);
      for (let n = 0; n < 6; n += 1) ids.push(await history.sendReferral(at, id));
      const before = await october(platform);
      platform.clock.advanceTo(afterwards);
      for (const [run, referral] of ids.entries()) moved += Number(await rerouted(platform, referral, run));
      expect(counted(await october(platform))).toEqual(counted(before));
      await platform.close();
    }),
    { numRuns: 8 },
  );
  expect(moved).toBeGreaterThan(0);
});
