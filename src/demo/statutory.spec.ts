import { boardDecider } from '../boards/domain/board.js';
import { seatListOf } from '../boards/domain/seats.js';
import { demoBoards } from './boards/index.js';
import { founding } from './founding.js';
import { statutoryOf } from './statutory.js';

const context = {
  commandId: '00000000-0000-8000-8000-000000000001',
  actor: 'demo',
  effectiveAt: '2025-01-01T05:00:00.000Z',
};

/** The seats of the statutory board of a place, by what its founding makes of it; every command is taken. */
function seatsIn(board: (typeof demoBoards)[number]): readonly string[] {
  let state = boardDecider.initial;
  const seats: string[] = [];
  for (const { category, id, command } of founding(board, 1, 0, '2025-01-01')) {
    if (category !== 'board' || id !== statutoryOf(board)) continue;
    for (const event of boardDecider.decide(command as never, state, { ...context, recordedAt: context.effectiveAt })) {
      if (event.type === 'MemberSeated') seats.push(event.data.seat);
      state = boardDecider.evolve(state, event);
    }
  }
  return seats;
}

describe('the statutory boards of the demo', () => {
  it.each(demoBoards.filter(({ country }) => country === 'PE').map((board) => [board.id, board] as const))(
    '%s has one beside the voluntary board wherever somebody may preside it, with seats of the law alone',
    (_, board) => {
      const list = seatListOf(board.country, board.level);
      const seats = seatsIn(board);
      const presided = board.institutions.some(({ kind }) => kind === 'MUNICIPALITY');
      expect(seats.includes(list?.presides ?? '')).toBe(presided);
      expect(seats.length > 3).toBe(presided);
      // What nobody has checked yet goes on saying so.
      expect(list?.verified).toBe(false);
    },
  );

  it('there is none in Bolivia, whose seats by law are not known', () => {
    for (const board of demoBoards.filter(({ country }) => country === 'BO')) expect(seatsIn(board)).toEqual([]);
  });
});
