import { addMonths, type Month, monthRange } from '#terms';
import { zoneOf } from '../protocol/index.js';
import { newConditions } from './assumptions.js';
import type { DemoBoard } from './boards/model.js';
import type { Opening } from './journeys/case-file.js';
import { caseJourney } from './journeys/case.js';
import { monthlySession } from './journeys/meetings.js';
import { countsOfPlaces } from './journeys/places.js';
import { provincialPlan } from './journeys/plan.js';
import { instantsIn } from './moments.js';
import { Programmes } from './programmes/index.js';
import { Random } from './random.js';
import type { Journey } from './schedule.js';
import type { DistrictSeries } from './series.js';

/** What a demo is made of: with the same plan it comes out the same, to the byte. */
export interface Plan {
  readonly seed: number;
  /** First and last month in which cases are opened. */
  readonly from: Month;
  readonly to: Month;
  readonly boards: readonly DemoBoard[];
}

export const nextMonth = (month: Month): Month => addMonths(`${month}-01`, 1).slice(0, 7);

/** From `from` to `to`, both included. */
export function monthsOf({ from, to }: Pick<Plan, 'from' | 'to'>): readonly Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

/** Everything that happens: each month begins when its time has come there, in all districts side by side. */
export function* everything(plan: Plan): Journey {
  const all = monthsOf(plan);
  const programmes = new Map(plan.boards.map((board) => [board, new Programmes(plan.seed, board, all)]));
  for (const month of all) {
    const months = plan.boards.map((board) => ({ board, at: Date.parse(monthRange(month, zoneOf(board.country))[0]) }));
    for (const { board, at } of months.sort((a, b) => a.at - b.at)) {
      const around = programmes.get(board);
      if (around === undefined) continue;
      const follows = (agreement: string, session: number): Journey => around.agreed(month, agreement, session);
      yield { at, start: monthlySession(plan.seed, board, month, follows) };
      yield { at, start: countsOfPlaces(plan.seed, board, month) };
      if (board.level === 'provincial' && month.endsWith('-01')) {
        yield { at, start: provincialPlan(plan.seed, board, Number(month.slice(0, 4))) };
      }
      for (const series of board.districts) yield { at, start: openings(plan.seed, board, series, { month, around }) };
      yield { at, start: around.month(month) };
    }
  }
}

/** The cases of a district's month: as many police complaints as the series says, and those by the other doors. */
function* openings(
  seed: number,
  board: DemoBoard,
  series: DistrictSeries,
  { month, around }: Required<Pick<Opening, 'month' | 'around'>>,
): Journey {
  const { policeShare, doors, monthlyDoors, carriedOver } = board.mix;
  const complaints = series.complaints.get(month) ?? 0;
  if (complaints === 0 && monthlyDoors === undefined) return;
  const random = Random.of(seed, 'openings', series.code, month);
  const kinds: Pick<Opening, 'door' | 'condition'>[] = [];
  const add = (count: number, door: string, condition?: string): void => {
    for (let n = 0; n < count; n += 1) kinds.push({ door, condition: condition ?? random.pick(newConditions.value) });
  };
  add(complaints, 'POLICE');
  for (const [door, share] of Object.entries(doors.value)) {
    add(random.whole((complaints * share) / policeShare.value), door);
  }
  for (const [door, count] of Object.entries(monthlyDoors?.value ?? {})) add(random.whole(count), door);
  for (const [condition, { perComplaint, door }] of Object.entries(carriedOver.value)) {
    add(random.whole(complaints * perComplaint), door, condition);
  }
  const instants = instantsIn(month, kinds.length, random, zoneOf(board.country));
  for (const [index, at] of instants.entries()) {
    // Which case gets which instant: drawn without putting anything back.
    const drawn = index + Math.floor(random.next() * (kinds.length - index));
    const [kind, other] = [kinds[drawn], kinds[index]];
    if (kind === undefined || other === undefined) throw new RangeError('more instants than cases');
    kinds[drawn] = other;
    yield { at, start: caseJourney({ seed, board, district: series.code, month, index, at, around, ...kind }) };
  }
}
