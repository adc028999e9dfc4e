import { deriveId, type Position } from '#event-log';
import { policyCheckpoint } from '#policy';
import { reactions } from '../../../src/capabilities.js';
import { type Platform, send } from '../../../src/platform.js';
import { refresh } from '../../../src/runners.js';
import { answer } from '../support/process.js';
import type { RawEvent } from '../support/raw-log.js';
import { furnish, openStore, receiver, sending } from '../support/store.js';

/** What the load is made from: the cases, and what the log held after one referral was sent and accepted. */
export interface Furnished {
  readonly cases: readonly string[];
  readonly written: { readonly send: readonly RawEvent[]; readonly accept: readonly RawEvent[] };
}

/** Furnishes a store for a server, views at the head. */
await answer(async ({ folder, cases }: { folder: string; cases: number }): Promise<Furnished> => {
  const platform = await openStore(folder, 'deferred');
  const open = await furnish(platform, cases);
  const written = await onePair(platform, open[0]);
  await refresh(platform);
  await passOver(platform);
  await platform.close();
  return { cases: open.map(({ id }) => id), written };
});

async function onePair(
  platform: Platform,
  open: Parameters<typeof sending>[0] | undefined,
): Promise<Furnished['written']> {
  if (open === undefined) throw new Error('no case');
  const id = deriveId('sample referral');
  const said = async (command: unknown, number: number) => {
    const before = await platform.log.head();
    const commandId = deriveId('sample command', number);
    const fingerprint = await platform.vault.mac('fingerprint', 'sample');
    await send(platform, 'referral', { id, command, commandId, fingerprint, actor: 'demo-comisaria-familia-01' });
    return eventsAfter(platform, before);
  };
  return { send: await said(sending(open), 1), accept: await said({ do: 'accept', institution: receiver }, 2) };
}

async function eventsAfter({ log }: Platform, after: Position | undefined): Promise<readonly RawEvent[]> {
  const events: RawEvent[] = [];
  for await (const page of log.readAll(after === undefined ? {} : { after })) {
    events.push(...page.events.map(({ id, type, dataText, metadataText }) => ({ id, type, dataText, metadataText })));
  }
  return events;
}

/** Policies go on from here: what was furnished is nobody's news. */
async function passOver({ log, checkpoints }: Platform): Promise<void> {
  const upTo = await log.head();
  if (upTo === undefined) return;
  for (const { name } of reactions) {
    const projection = policyCheckpoint(name);
    await checkpoints.write({ projection, from: await checkpoints.checkpoint(projection), upTo, changes: new Map() });
  }
}
