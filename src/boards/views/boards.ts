import { projection } from '#projection';
import { type BoardEvents, boardEvents, type BoardLevel } from '../domain/events.js';

/** A term of an organisation in a seat; days are `YYYY-MM-DD`, both included. */
export interface Member {
  readonly organization: string;
  readonly seat: string;
  readonly from: string;
  readonly until?: string;
  /** The posts that represent it. */
  readonly titular?: string;
  readonly alternate?: string;
}

export interface BoardEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: 'statutory' | 'voluntary';
  readonly level: BoardLevel;
  readonly country: string;
  readonly place: string;
  readonly territory: readonly string[];
  readonly parent?: string;
  readonly succeeds?: string;
  readonly succeededBy?: string;
  readonly members: readonly Member[];
}

const idOf = (stream: string): string => stream.slice('board-'.length);

/** A board by its code, with the members it has and had. One that is succeeded hears of it. */
export const boards = projection<BoardEvents, BoardEntry>({
  name: 'boards',
  version: 2,
  events: boardEvents,
  key: (event) =>
    event.type === 'BoardLinked' && event.data.succeeds !== undefined
      ? [idOf(event.stream), event.data.succeeds]
      : idOf(event.stream),
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
    BoardLinked: (entry, { stream, data }, key) =>
      key === idOf(stream) ? { ...entry, ...data } : { ...entry, succeededBy: idOf(stream) },
    MemberSeated: (entry, { data }) => ({ ...entry, members: [...entry.members, data] }),
    MemberLeft: (entry, { data }) => {
      const last = entry.members.findLastIndex(({ organization }) => organization === data.organization);
      return {
        ...entry,
        members: entry.members.map((member, index) => (index === last ? { ...member, until: data.until } : member)),
      };
    },
  },
  index: (entry) => [['all', entry.name]],
});

/** Those whose term holds on a day: each once. */
export const seatedOn = ({ members }: Pick<BoardEntry, 'members'>, day: string): readonly Member[] => {
  const held = members.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
  return [...new Map(held.map((member) => [member.organization, member])).values()];
};
