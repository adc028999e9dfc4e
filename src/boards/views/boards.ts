import { projection } from '#projection';
import { type BoardEvents, boardEvents, type BoardLevel } from '../domain/events.js';

export interface BoardEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: 'statutory' | 'voluntary';
  readonly level: BoardLevel;
  readonly country: string;
  readonly place: string;
  readonly territory: readonly string[];
  readonly members: readonly {
    readonly organization: string;
    readonly seat: string;
    readonly from: string;
    readonly until?: string;
  }[];
}

/** A board by its code, with the members it has and had. */
export const boards = projection<BoardEvents, BoardEntry>({
  name: 'boards',
  version: 1,
  events: boardEvents,
  key: (event) => event.stream.slice('board-'.length),
  empty: (id) => ({
    id,
    name: '',
    kind: 'voluntary',
    level: 'district',
    country: '',
    place: '',
    territory: [],
    members: [],
  }),
  on: {
    BoardEstablished: (entry, { data }) => ({
      ...entry,
      name: data.name,
      kind: data.kind,
      level: data.level,
      country: data.country,
      place: data.place,
      territory: data.territory,
    }),
    MemberSeated: (entry, { data }) => ({
      ...entry,
      members: [...entry.members, { organization: data.organization, seat: data.seat, from: data.from }],
    }),
    MemberLeft: (entry, { data }) => ({
      ...entry,
      members: entry.members.map((member) =>
        member.organization === data.organization && member.until === undefined
          ? { ...member, until: data.until }
          : member,
      ),
    }),
  },
  index: (entry) => [['all', entry.name]],
});
