import type { Interval } from '#disclosure';
import { attackLp, isTooNarrow } from '#disclosure';
import { addMonths, type Month } from '#terms';
import { districtBoard } from '../../src/demo/boards/urban.js';
import { boardOf } from '../../src/demo/boards/model.js';
import { load, startOf } from '../../src/demo/load.js';
import { independencia } from '../../src/demo/series.js';
import type { Inputs } from '../../src/report/domain/inputs.js';
import type { ReleasedFigures } from '../../src/report/domain/releasing.js';
import { profileOn, type Profile } from '../../src/report/domain/profiles.js';
import { gated } from '../../src/report/release/gate.js';
import { ledgerOf } from '../../src/report/release/domain/ledger.js';
import { inputsOf, quarterInputsOf } from '../../src/report/report.js';
import { memoryPlatform } from '../support/platform.js';

/** What one release took, and what it left out. */
export interface Made {
  readonly month: Month;
  readonly profile: Profile['id'];
  readonly told: number;
  readonly withheldCells: number;
  readonly guarded: number;
  readonly leftOut: readonly string[];
  readonly milliseconds: number;
}

/** Complaints of a small board, few enough that most counts are small. */
export const complaintsOf = (from: Month, months: number, most: number): Readonly<Record<Month, number>> =>
  Object.fromEntries(
    Array.from({ length: months }, (_, nth) => [
      addMonths(`${from}-01`, nth).slice(0, 7),
      Math.round(most * (0.6 + 0.4 * Math.abs(Math.sin(nth * 1.7)))),
    ]),
  );

const profiles = ['board', 'public'] as const;

/** Plays the demo of a small board and releases every month to both kinds of readers, as its turn comes. */
export async function playReleases(
  complaints: Readonly<Record<Month, number>>,
  hooks: {
    /** Releases that were made before, which are not made again. */
    readonly known?: readonly ReleasedFigures[];
    readonly onMade?: (made: Made, released: ReleasedFigures, inputs: Inputs) => void;
  } = {},
): Promise<readonly ReleasedFigures[]> {
  const { known = [], onMade } = hooks;
  const months = Object.keys(complaints).sort();
  const board = districtBoard({ ...independencia, complaints: new Map(Object.entries(complaints)) });
  const plan = { seed: 1, from: months[0] ?? '', to: months.at(-1) ?? '', boards: [board] };
  const platform = memoryPlatform(startOf(plan));
  const releases: ReleasedFigures[] = [...known];
  try {
    await load(platform, platform.clock, plan, {
      onCutOff: async ({ month, cutoff }) => {
        const inputs = await inputsOf(platform.views, boardOf(board), month, cutoff);
        const quarter = await quarterInputsOf(platform.views, boardOf(board), month, cutoff);
        for (const profile of profiles) {
          if (releases.some((each) => each.month === month && each.profile === profile)) continue;
          const began = performance.now();
          const wanted = { inputs, profile, version: 1, ...(quarter === undefined ? {} : { quarter }) };
          const { released, withheld } = await gated(wanted, releases);
          releases.push(released);
          const cells = Object.values(released.cells);
          const made = {
            ...{ month, profile, guarded: released.guarded.length },
            told: cells.filter(([shown]) => shown !== null).length,
            withheldCells: cells.filter(([shown]) => shown === null).length,
            leftOut: withheld.map(({ table, how }) => `${table} ${how}`),
            milliseconds: Math.round(performance.now() - began),
          };
          onMade?.(made, released, inputs);
        }
      },
    });
  } finally {
    await platform.close();
  }
  return releases;
}

/** What an attacker who kept everything works out of guarded cells: those narrower than the profile allows. */
export async function recovered(
  releases: readonly ReleasedFigures[],
  profile: Profile['id'],
): Promise<{ readonly attacked: number; readonly found: ReadonlyMap<string, Interval> }> {
  // Members of a board read both; the public what is public.
  const read = profile === 'board' ? releases : releases.filter((each) => each.profile === profile);
  const mine = ledgerOf(releases.filter((each) => each.profile === profile)).guarded;
  const intervals = await attackLp(ledgerOf(read), mine);
  const { width } = profileOn(profile, '2025-01-01');
  const found = [...intervals].filter(([, interval]) => isTooNarrow(interval, { width }));
  return { attacked: mine.length, found: new Map(found) };
}
