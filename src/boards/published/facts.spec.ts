import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { BoardEvents } from '../domain/events.js';
import { complete } from '../testing/complete.js';
import { boardPublication } from './facts.js';

const board = 'mesa-150112';

const facts: { readonly [T in keyof BoardEvents]: { readonly type: string; readonly data: object } } = {
  BoardEstablished: {
    type: 'BoardEstablished.v1',
    data: {
      board,
      name: 'Mesa de Independencia',
      kind: 'voluntary',
      level: 'district',
      country: 'PE',
      place: 'Independencia, Lima',
      territory: ['150112', '150110'],
    },
  },
  PopulationRecorded: {
    type: 'PopulationRecorded.v1',
    data: { board, district: '150112', year: 2020, inhabitants: 241_414, source: 'INEI-2020' },
  },
  MemberSeated: { type: 'MemberSeated.v1', data: { board, organization: 'pe-150112-cem', seat: 'CEM' } },
  MemberLeft: { type: 'MemberLeft.v1', data: { board, organization: 'pe-150112-cem' } },
};

it.each(Object.entries(complete))('%s is told as agreed', (type, data) => {
  expect(factOf(boardPublication, `board-${board}`, type, data)).toEqual(facts[type as keyof BoardEvents]);
});

describe('facts of boards tell codes and public names only', () => {
  tellsOnly(boardPublication, `board-${board}`, complete, {
    BoardEstablished: {
      coded: ['board', 'country', 'territory[]'],
      named: ['name', 'place'],
    },
    PopulationRecorded: { coded: ['district', 'source'] },
    MemberSeated: { coded: ['organization', 'seat'] },
    MemberLeft: { coded: ['organization'] },
  });
});
