import { deriveId } from '#decider';
import { addDays, type Month } from '#terms';
import { type DemoBoard, organizationOf } from '../boards/model.js';
import { workingDay } from '../journeys/meetings.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { entries } from './assumptions.js';
import { Entry, onDay } from './entry.js';
import { oneOf, recording } from './who.js';

/** Which months citizens look at a service in. */
export const raisesFinding = (month: Month): boolean => Number(month.slice(5)) % 3 === 1;

export const findingOf = (seed: number, { code }: Pick<DemoBoard, 'code'>, month: Month): string =>
  deriveId(seed, 'finding', code, month);

/** What was found, and what was replied, in the words of whoever wrote it down. */
const texts: Readonly<Record<string, string>> = {
  WAITING_TIME: 'En tres visitas la espera pasó de dos horas',
  STAFF_MISSING: 'No había quien atendiera en la tarde',
  LANGUAGE_NOT_SPOKEN: 'Nadie en la recepción habla la lengua de quienes llegan',
  TREATMENT_OF_PEOPLE: 'Se hace repetir el relato en la ventanilla',
  NORM_NOT_APPLIED: 'No se entrega copia de lo actuado',
};
const replies: Readonly<Record<string, string>> = {
  ACCEPTED: 'Se corrige desde el próximo mes',
  ACCEPTED_IN_PART: 'Se corrige en parte; lo demás necesita presupuesto',
  NOT_ACCEPTED: 'No coincide con nuestro registro de atenciones',
  NOT_OURS: 'Corresponde a otra institución',
};

/** Found on the twentieth, to be replied to in fifteen days; a reply that is late is asked for again until it comes. */
export function* finding(seed: number, board: DemoBoard, month: Month): Journey {
  const id = findingOf(seed, board, month);
  const random = Random.of('finding', id);
  const { by, over } = board.programmes.watch;
  const { topics, answered, answers, endings } = entries.value.findings;
  const network = organizationOf(board, by);
  const on = workingDay(`${month}-20`);
  const observed = oneOf(recording(board, over, onDay(board, on)), random);
  const topic = random.pick(topics);
  const entry = new Entry(board, 'finding', id, network);
  yield entry.recorded(onDay(board, on), { network, observed, topic, on, text: texts[topic], due: addDays(on, 15) });
  const replied = workingDay(addDays(on, random.chance(answered) ? 10 : 32));
  const answer = random.pick(answers);
  const reply = { answer, on: replied, text: replies[answer] };
  yield entry.step(onDay(board, replied), 'FindingAnswered', reply, observed);
  const settled = workingDay(addDays(on, 58));
  yield entry.step(onDay(board, settled), 'FindingSettled', { how: random.pick(endings), on: settled });
}

/** The board made an agreement of it, in the session of the month after. */
export function* takenUp(id: string, board: DemoBoard, agreement: string, at: number): Journey {
  const network = organizationOf(board, board.programmes.watch.by);
  yield new Entry(board, 'finding', id, network, 'board').coordinated(at, 'FindingTakenUp', { agreement });
}
