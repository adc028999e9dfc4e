import { randomUUID } from 'node:crypto';
import { type Platform, send } from '../../../src/platform.js';
import { Watch } from '../support/figures.js';
import { answer } from '../support/process.js';
import { furnish, type OpenCase, openStore, receiver, sending } from '../support/store.js';

export interface GrowthArgs {
  readonly folder: string;
  readonly commands: number;
  readonly concurrent: number;
}

const cases = 200;

/** Sends referrals and accepts them, in the library, on whatever the store holds already. */
await answer(async ({ folder, commands, concurrent }: GrowthArgs) => {
  const platform = await openStore(folder, 'full');
  const open = await furnish(platform, cases);
  const run = async (count: number, watch?: Watch): Promise<void> => {
    const lanes = Array.from({ length: concurrent }, async (_, lane) => {
      for (let index = lane; index < count / 2; index += concurrent) {
        await handOver(platform, open[index % cases], watch);
      }
    });
    await Promise.all(lanes);
  };
  await run(commands / 5);
  const watch = new Watch();
  await run(commands, watch);
  const figures = watch.figures();
  await platform.close();
  return figures;
});

async function handOver(platform: Platform, open: OpenCase | undefined, watch?: Watch): Promise<void> {
  if (open === undefined) throw new Error('no case');
  const id = randomUUID();
  for (const command of [sending(open), { do: 'accept', institution: receiver }]) {
    const start = performance.now();
    await send(platform, 'referral', { id, command, commandId: randomUUID(), actor: 'bench' });
    watch?.took(performance.now() - start);
  }
}
