import { projection } from '#projection';
import { type BoardFacts, boardFacts } from '../../boards/published/facts.js';

/** A board as far as its registers need it. */
export interface RegisterBoard {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly territory: readonly string[];
  /** Organizations that have a seat, member or observer. */
  readonly members: readonly string[];
}

/** Boards by code, as they tell of themselves. List: `country/<code>`, by name. */
export const registerBoards = projection<BoardFacts, RegisterBoard>({
  name: 'register-boards',
  version: 2,
  events: boardFacts,
  key: ({ data }) => ('board' in data ? data.board : undefined),
  empty: (id) => ({ id, name: '', country: '', territory: [], members: [] }),
  on: {
    'BoardEstablished.v1': (board, { data: { name, country, territory } }) => ({ ...board, name, country, territory }),
    'MemberSeated.v1': (board, { data: { organization } }) => ({
      ...board,
      members: [...board.members.filter((each) => each !== organization), organization],
    }),
    'MemberLeft.v1': (board, { data: { organization } }) => ({
      ...board,
      members: board.members.filter((each) => each !== organization),
    }),
  },
  index: ({ country, name }) => [[`country/${country}`, name]],
});
