import fc from 'fast-check';
import { Refusal } from '#decider';
import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import type { BoardEvents } from '../domain/events.js';
import { type BoardCommand, boardDecider } from '../domain/board.js';
import { badCodes, badNames } from '../../protocol/testing/bad.js';
import { complete } from '../testing/complete.js';
import { counting, established, establishing, fold, seating } from '../testing/fixtures.js';
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
  BoardLinked: { type: 'BoardLinked.v1', data: { board, parent: 'irc-lima', succeeds: 'mesa-antigua' } },
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
    BoardLinked: { coded: ['parent', 'succeeds'] },
    PopulationRecorded: { coded: ['district', 'source'] },
    MemberSeated: { coded: ['organization', 'seat'] },
    MemberLeft: { coded: ['organization'] },
  });
});

/** Texts somebody may send in any field: near what can be told, and far from it. */
const texts = fc.oneof(
  fc.constantFrom('PE', '150112', 'statutory', 'national', ...badNames, ...badCodes),
  fc.string({ unit: 'binary', maxLength: 170 }),
  fc.stringMatching(/^[A-Za-z0-9._:/@ \n-]{0,90}$/),
);

/** A command with up to two fields changed, so that the rules take some and refuse others. */
const changedIn = <T extends object>(command: T, fields: readonly (keyof T & string)[]): fc.Arbitrary<T> =>
  fc.dictionary(fc.constantFrom(...fields), texts, { maxKeys: 2 }).map((change) => ({ ...command, ...change }));

it('whatever is sent, what the rules take can be told', () => {
  const commands: fc.Arbitrary<BoardCommand> = fc.oneof(
    changedIn(establishing, ['board', 'name', 'kind', 'level', 'country', 'place']),
    texts.map((district) => ({ ...establishing, territory: ['150112', district] })),
    changedIn(counting, ['district', 'source']),
    changedIn(seating, ['organization', 'seat']),
  );
  const context = { actor: 'demo', commandId: 'c', effectiveAt: 'e', recordedAt: 'r' };
  let taken = 0;
  fc.assert(
    fc.property(commands, (command) => {
      const id = command.do === 'establish' ? command.board : board;
      const history = command.do === 'establish' ? [] : [established];
      try {
        for (const { type, data } of boardDecider.decide(command, fold(history), context)) {
          expect(factOf(boardPublication, `board-${id}`, type, data)).toBeDefined();
          taken += 1;
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(taken).toBeGreaterThan(100);
});
