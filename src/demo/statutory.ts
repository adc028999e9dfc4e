import type { BoardCommand } from '../boards/domain/board.js';
import { seatListOf } from '../boards/domain/seats.js';
import { type DemoBoard, organizationOf } from './boards/model.js';

/** The board a norm demands of a place that has another one already. */
export const statutoryOf = ({ code }: Pick<DemoBoard, 'code'>): string => `instancia-${code}`;

/** Which seats by law an institution type may take, the first there is room in. */
const seatsOf: Readonly<Record<string, readonly string[]>> = {
  MUNICIPALITY: ['MUNICIPALITY'],
  POLICE_FAMILY: ['POLICE'],
  POLICE: ['POLICE'],
  CEM: ['CEM'],
  FAMILY_COURT: ['JUDICIARY'],
  PROSECUTOR_CRIMINAL: ['PUBLIC_MINISTRY'],
  HEALTH: ['HEALTH'],
  EDUCATION: ['EDUCATION', 'SCHOOLS'],
  RONDA: ['RONDAS'],
  NGO: ['CIVIL_SOCIETY', 'OTHER'],
};

/**
 * Founds the statutory board beside the voluntary one, where the seats by law of its level are known: who has a seat there
 * sits on it. The voluntary one goes on, as it does where the other one hardly meets.
 */
export function* statutoryBoard(board: DemoBoard, today: string): Generator<BoardCommand> {
  const { country, level, place, name, districts, institutions } = board;
  const list = seatListOf(country, level);
  // Nobody else may preside it.
  if (list === undefined || !institutions.some(({ kind }) => seatsOf[kind]?.includes(list.presides))) return;
  const id = statutoryOf(board);
  const kind = level === 'provincial' ? 'Provincial' : 'Distrital';
  yield {
    ...{ do: 'establish', board: id, name: `Instancia ${kind} de Concertación de ${name}`, kind: 'statutory', level },
    ...{ country, place, territory: districts.map(({ code }) => code) },
  };
  const taken: string[] = [];
  for (const { suffix, kind: type } of institutions) {
    const seat = seatsOf[type]?.find((code) => {
      const found = list.seats.find((each) => each.code === code);
      return found !== undefined && taken.filter((each) => each === code).length < (found.max ?? Infinity);
    });
    if (seat === undefined) continue;
    taken.push(seat);
    yield { do: 'seat', organization: organizationOf(board, suffix), seat, from: today };
  }
}
