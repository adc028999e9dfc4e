import { type Code, code, factCatalogue, publish, type PublicName, publicName } from '#publishing';
import { boardEvents } from '../domain/events.js';
import { among } from './among.js';

/** What others are told of boards: who answers for which districts, and by how many inhabitants rates are divided. */
export type BoardFacts = {
  'BoardEstablished.v1': {
    board: Code;
    name: PublicName;
    kind: 'statutory' | 'voluntary';
    level: 'district' | 'provincial' | 'regional' | 'national';
    country: Code;
    place: PublicName;
    territory: Code[];
  };
  /** What is left out stays as it was told before. */
  'BoardLinked.v1': { board: Code; parent?: Code; succeeds?: Code };
  'PopulationRecorded.v1': { board: Code; district: Code; year: number; inhabitants: number; source: Code };
  'MemberSeated.v1': { board: Code; organization: Code; seat: Code };
  'MemberLeft.v1': { board: Code; organization: Code };
};

export const boardFacts = factCatalogue<BoardFacts>({
  'BoardEstablished.v1': true,
  'BoardLinked.v1': true,
  'PopulationRecorded.v1': true,
  'MemberSeated.v1': true,
  'MemberLeft.v1': true,
});

type About = BoardFacts['BoardEstablished.v1'];
const kinds: readonly About['kind'][] = ['statutory', 'voluntary'];
const levels: readonly About['level'][] = ['district', 'provincial', 'regional', 'national'];

/** A stream is `board-<code>`. */
const boardOf = (stream: string): Code => code(stream.slice('board-'.length));

export const boardPublication = publish(boardEvents, boardFacts, {
  BoardEstablished: ({ data }) => ({
    type: 'BoardEstablished.v1',
    data: {
      board: code(data.board),
      name: publicName(data.name),
      kind: among(kinds, data.kind),
      level: among(levels, data.level),
      country: code(data.country),
      place: publicName(data.place),
      territory: data.territory.map(code),
    },
  }),
  BoardLinked: ({ stream, data }) => ({
    type: 'BoardLinked.v1',
    data: {
      board: boardOf(stream),
      ...(data.parent === undefined ? {} : { parent: code(data.parent) }),
      ...(data.succeeds === undefined ? {} : { succeeds: code(data.succeeds) }),
    },
  }),
  PopulationRecorded: ({ stream, data }) => ({
    type: 'PopulationRecorded.v1',
    data: {
      board: boardOf(stream),
      district: code(data.district),
      year: data.year,
      inhabitants: data.inhabitants,
      source: code(data.source),
    },
  }),
  MemberSeated: ({ stream, data }) => ({
    type: 'MemberSeated.v1',
    data: { board: boardOf(stream), organization: code(data.organization), seat: code(data.seat) },
  }),
  MemberLeft: ({ stream, data }) => ({
    type: 'MemberLeft.v1',
    data: { board: boardOf(stream), organization: code(data.organization) },
  }),
});
