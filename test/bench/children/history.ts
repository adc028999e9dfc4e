import { SimulatedClock } from '#event-log';
import { addMonths } from '#terms';
import { type CutOff, load, startOf } from '../../../src/demo/load.js';
import { districtBoard } from '../../../src/demo/boards/urban.js';
import { monthsOf, type Plan } from '../../../src/demo/openings.js';
import { openEmbedded } from '../../../src/modes/embedded.js';
import { answer } from '../support/process.js';
import { district, layout } from '../support/store.js';

export interface HistoryArgs {
  readonly folder: string;
  /** Months of history up to `to`. */
  readonly months: number;
  readonly to: string;
  /** Police complaints of each month; cases come by other doors as well. */
  readonly complaints: number;
}

/** Plays a made-up history of one district into a store, through commands. Answers with its last cut-off. */
await answer(async ({ folder, months, to, complaints }: HistoryArgs): Promise<CutOff> => {
  const from = addMonths(`${to}-01`, 1 - months).slice(0, 7);
  const population = { inhabitants: 241_414, year: 2020, source: 'INEI-2020-DENSITY' };
  const counts = new Map(monthsOf({ from, to }).map((month) => [month, complaints]));
  const series = { code: district, name: 'Independencia', province: 'Lima', population, complaints: counts };
  const plan: Plan = { seed: 1, from, to, boards: [districtBoard(series)] };
  const clock = new SimulatedClock(startOf(plan));
  const platform = await openEmbedded({ paths: layout(folder), clock, durability: 'deferred', demoFrom: clock.now() });
  const { cutOffs } = await load(platform, clock, plan);
  await platform.close();
  const last = cutOffs.at(-1);
  if (last === undefined) throw new Error('no month was played');
  return last;
});
