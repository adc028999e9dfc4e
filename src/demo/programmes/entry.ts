import { instantOf } from '#terms';
import type { RegisterCommand } from '../../programmes/domain/register.js';
import { zoneOf } from '../../protocol/index.js';
import { boardOf, type DemoBoard, organizationOf, workerOf } from '../boards/model.js';
import { coordinatorOf } from '../founding.js';
import { steps, workingDay } from '../journeys/meetings.js';
import type { Journey, Sending } from '../schedule.js';

/** An entry of a register of a board, and the steps it takes later: one after the other, in one journey. */
export class Entry {
  #sent = 0;

  /** @param institution whose staff enters it: a code of the directory */
  constructor(
    private readonly board: DemoBoard,
    private readonly category: string,
    private readonly id: string,
    private readonly institution: string,
    /** Apart from another journey of the same entry. */
    private readonly part = '',
  ) {}

  recorded(at: number, entry: object): Sending {
    const { board, institution } = this;
    const of = { board: boardOf(board), country: board.country, institution };
    return this.#send(at, { do: 'record', ...of, entry: { ...entry } }, workerOf(institution, 1));
  }

  /** @param institution whose step it is; left out: whoever entered it */
  step(at: number, type: string, entry: object, institution = this.institution): Sending {
    return this.#send(at, { do: 'step', type, institution, entry: { ...entry } }, workerOf(institution, 1));
  }

  /** A step of whoever coordinates the board. */
  coordinated(at: number, type: string, entry: object): Sending {
    const institution = organizationOf(this.board, this.board.programmes.government);
    return this.#send(at, { do: 'step', type, institution, entry: { ...entry } }, coordinatorOf(this.board));
  }

  #send(at: number, command: RegisterCommand, actor: string): Sending {
    const { board, category, id, part } = this;
    return steps<RegisterCommand>(board, category, id, `${part}${(this.#sent += 1)}`, actor)(at, command);
  }
}

/** A day of the place, or the next working day, at an hour of its clocks. */
export const onDay = ({ country }: DemoBoard, date: string, time = '11:00'): number =>
  Date.parse(instantOf(`${workingDay(date)}T${time}`, zoneOf(country)));

/** A journey of one step. */
export function* once(step: Sending): Journey {
  yield step;
}
