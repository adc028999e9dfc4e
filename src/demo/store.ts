import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#document';
import { Failed } from '../cli/console.js';
import { openEmbedded } from '../modes/embedded.js';
import { storeAt, type StoreLayout } from '../modes/store.js';
import { software } from '../software.js';
import type { Report } from '../report/domain/model.js';
import type { CutOff, Loaded } from './load.js';
import type { Plan } from './openings.js';
import { programDigest } from './program.js';

/** What is kept of a load that came to its end: what it was made of, and where each month was cut off. */
export interface LoadRecord {
  readonly plan: string;
  readonly commands: number;
  readonly cutOffs: readonly CutOff[];
  /** The first board's report of the last month. */
  readonly last: Report;
}

export const demoStore = (directory: string): StoreLayout =>
  storeAt(join(directory, 'log'), join(directory, 'vault'), join(directory, 'vault-copy'));

/** Two plans with the same fingerprint give the same store: the same plan, played by the same program. */
export const fingerprintOf = ({ seed, from, to, boards }: Plan, program = programDigest()): string =>
  digest({
    seed,
    from,
    to,
    software,
    program,
    boards: boards.map(({ code, districts }) => ({
      code,
      districts: districts.map(({ complaints, ...district }) => ({ ...district, complaints: [...complaints] })),
    })),
  });

const recordOf = ({ data }: StoreLayout): string => join(data, 'demo-load.json');

/**
 * The record of the same plan, if it was played to its end here.
 * @throws Failed there is a store here that is no demo: it is left alone
 */
export function earlierLoad(paths: StoreLayout, plan: Plan): LoadRecord | undefined {
  if (!existsSync(paths.log)) return undefined;
  if (!existsSync(paths.demoMarker)) throw new Failed(`en ${paths.data} hay un registro que no es una demostración.`);
  if (!existsSync(recordOf(paths))) return undefined;
  const record = JSON.parse(readFileSync(recordOf(paths), 'utf8')) as LoadRecord;
  return record.plan === fingerprintOf(plan) ? record : undefined;
}

/**
 * Makes room: removes what an earlier demo left here, also one that was cut off.
 * @throws Failed there is a store here that is no demo
 * @throws StoreLocked it is in use
 */
export async function clearDemo(paths: StoreLayout): Promise<void> {
  if (!existsSync(paths.log)) return;
  if (!existsSync(paths.demoMarker)) throw new Failed(`en ${paths.data} hay un registro que no es una demostración.`);
  // Whoever has it open keeps it.
  await (await openEmbedded({ paths })).close();
  for (const directory of [paths.data, paths.vault, paths.vaultCopy]) rmSync(directory, { recursive: true });
}

/** To be called when a load has come to its end. */
export function keepLoad(paths: StoreLayout, plan: Plan, { commands, cutOffs }: Loaded, last: Report): LoadRecord {
  const record: LoadRecord = { plan: fingerprintOf(plan), commands, cutOffs, last };
  const whole = `${recordOf(paths)}.new`;
  writeFileSync(whole, `${JSON.stringify(record, undefined, 2)}\n`);
  renameSync(whole, recordOf(paths));
  return record;
}
