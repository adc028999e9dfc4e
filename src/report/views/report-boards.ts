import { projection } from '#projection';
import { type BoardFacts, boardFacts } from '../../boards/published/facts.js';
import { type DirectoryFacts, directoryFacts } from '../../directory/published/facts.js';
import { districtIn } from './months.js';

export interface Population {
  readonly district: string;
  readonly year: number;
  readonly inhabitants: number;
  readonly source: string;
}

/** A board as the report names it. */
export interface ReportBoard {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly kind: string;
  readonly level: string;
  readonly country: string;
  readonly territory: readonly string[];
  readonly members: readonly string[];
  readonly populations: readonly Population[];
}

/** The districts of a board, each with its country. */
export const districtsOf = ({ country, territory }: Pick<ReportBoard, 'country' | 'territory'>): readonly string[] =>
  territory.map((district) => districtIn(country, district));

/** Boards by code; listed all together. */
export const reportBoards = projection<BoardFacts, ReportBoard>({
  name: 'report-boards',
  version: 1,
  events: boardFacts,
  key: ({ data }) => data.board,
  empty: (id) => ({
    id,
    name: '',
    place: '',
    kind: '',
    level: '',
    country: '',
    territory: [],
    members: [],
    populations: [],
  }),
  on: {
    'BoardEstablished.v1': (board, { data }) => ({
      ...board,
      name: data.name,
      place: data.place,
      kind: data.kind,
      level: data.level,
      country: data.country,
      territory: data.territory,
    }),
    'PopulationRecorded.v1': (board, { data }) => ({
      ...board,
      populations: [
        ...board.populations,
        { district: data.district, year: data.year, inhabitants: data.inhabitants, source: data.source },
      ],
    }),
    'MemberSeated.v1': (board, { data }) => ({ ...board, members: [...board.members, data.organization] }),
    'MemberLeft.v1': (board, { data }) => ({
      ...board,
      members: board.members.filter((member) => member !== data.organization),
    }),
  },
  index: (board) => [['all', board.id]],
});

/** An institution as the report names it. */
export interface ReportOrganization {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly district: string;
}

/** Institutions by code. */
export const reportOrganizations = projection<DirectoryFacts, ReportOrganization>({
  name: 'report-organizations',
  version: 1,
  events: directoryFacts,
  key: ({ data }) => data.organization,
  empty: (id) => ({ id, name: '', kind: '', district: '' }),
  on: {
    'OrganizationRegistered.v1': (organization, { data }) => ({
      ...organization,
      name: data.name,
      kind: data.kind,
      district: data.district,
    }),
  },
});
