import { deriveId } from '#decider';
import { addDays, instantOf, type Month, weekday } from '#terms';
import { type MasculinitiesCommand, participantOf } from '../../programmes/domain/masculinities.js';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf, workerOf } from '../boards/model.js';
import { steps } from '../journeys/meetings.js';
import { hour } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { men as assumptions } from './assumptions.js';

/** The group of men of a year. */
export const menGroupOf = (seed: number, { code }: Pick<DemoBoard, 'code'>, year: string): string =>
  deriveId(seed, 'men', code, year);

/**
 * A group of men through its year: it is formed, they join and some leave, they meet each month and do something in
 * public now and then.
 * @param months of one calendar year, in their order
 * @param last no group follows it, so that it goes on
 */
export function* menGroup(seed: number, board: DemoBoard, months: readonly Month[], last: boolean): Journey {
  const { men: holder } = board.programmes;
  const [first = ''] = months;
  if (holder === undefined) return;
  const id = menGroupOf(seed, board, first.slice(0, 4));
  const random = Random.of('men', id);
  const institution = organizationOf(board, holder);
  const { country, districts, name: place } = board;
  const send = steps<MasculinitiesCommand>(board, 'masculinities', id, '', workerOf(institution, 1));
  const of = { country, institution, district: districts[0]?.code ?? '' };
  const { joining, reasons, leaves, present, leaders, acts, actKinds, reached } = assumptions.value;
  let there: readonly string[] = [];
  for (const [index, month] of months.entries()) {
    const date = thirdSaturday(month);
    const at = Date.parse(instantOf(`${date}T15:00`, zoneOf(country)));
    if (index === 0) yield send(at, { do: 'form', name: `Hombres por la no violencia de ${place}`, ...of });
    const newcomers = index < joining ? Math.ceil(assumptions.value.size / joining) : 0;
    for (let n = 0; n < newcomers; n += 1) {
      const joined = send(at, { do: 'join' });
      yield joined;
      there = [...there, participantOf(joined.send.commandId)];
    }
    for (const participant of there.filter(() => random.chance(leaves))) {
      yield send(at, { do: 'leave', participant, reason: random.pick(reasons) });
      there = there.filter((each) => each !== participant);
    }
    if (index === joining) {
      for (const participant of there.slice(0, leaders)) yield send(at, { do: 'name-leader', participant });
    }
    const came = there.filter(() => random.chance(present));
    yield send(at + 3 * hour, { do: 'meet', day: date, present: came });
    if (came.length > 0 && random.chance(acts)) {
      const taking = Math.max(1, Math.round(came.length * random.between(0.4, 1)));
      const [kind, people] = [random.pick(actKinds), Math.round(random.between(...reached))];
      yield send(at + 4 * hour, { do: 'act', day: date, kind, men: taking, reached: people });
    }
    if (!last && month === months.at(-1)) yield send(at + 5 * hour, { do: 'close' });
  }
}

const thirdSaturday = (month: Month): string => {
  const first = `${month}-01`;
  return addDays(first, 14 + ((6 - weekday(first) + 7) % 7));
};
