import fc from 'fast-check';
import { type Context, Refusal } from '#decider';
import { specification } from '#decider/specification';
import { badCodes, badNames } from '../../protocol/testing/bad.js';
import * as the from '../testing/fixtures.js';
import { type Board, type BoardCommand, boardDecider } from './board.js';

const { given } = specification(boardDecider);
const { counted, counting, established, establishing, fold, left, seated, seating, unseating } = the;

describe('a board', () => {
  it('is established once, for at least one district', () => {
    given().when(establishing).then(established);
    given(established).when(establishing).changesNothing();
    given()
      .when({ ...establishing, territory: [] })
      .refuses('board/no-territory');
  });

  it('keeps its code: no other takes it, and it becomes no other', () => {
    given(established)
      .when({ ...establishing, territory: ['150112'] })
      .refuses('board/taken');
  });

  it.each(badNames)('has a public name, and so has its place: %j is none', (name) => {
    given()
      .when({ ...establishing, name })
      .refuses('board/bad-name');
    given()
      .when({ ...establishing, place: name })
      .refuses('board/bad-name');
  });

  it.each(badCodes)('has a code: %j is none', (board) => {
    given()
      .when({ ...establishing, board })
      .refuses('board/bad-code');
  });

  it.each(['15011', '1501122', 'Independencia', ''])('answers for districts: %j is none', (district) => {
    given()
      .when({ ...establishing, territory: ['150112', district] })
      .refuses('board/bad-district');
  });

  it('is of a country set up here, and of a kind and a level there are', () => {
    given()
      .when({ ...establishing, country: 'XX' })
      .refuses('board/unknown-country');
    given()
      .when({ ...establishing, kind: 'secret' as 'voluntary' })
      .refuses('code/not-listed');
    given()
      .when({ ...establishing, level: 'galactic' as 'national' })
      .refuses('code/not-listed');
  });

  it.each<BoardCommand>([counting, seating, unseating])('is there before anything is done with it: %j', (command) => {
    given().when(command).refuses('board/unknown');
  });
});

describe('a population', () => {
  it('is recorded once for a district, year and source', () => {
    given(established).when(counting).then(counted);
    given(established, counted).when(counting).changesNothing();
  });

  it('can be recorded anew for another year, another source or another count', () => {
    for (const change of [{ year: 2021 }, { source: 'INEI-2021' }, { inhabitants: 241_415 }, { district: '150110' }]) {
      given(established, counted)
        .when({ ...counting, ...change })
        .then({ ...counted, data: { ...counted.data, ...change } });
    }
  });

  it('is of a district the board answers for', () => {
    given(established)
      .when({ ...counting, district: '150101' })
      .refuses('board/district-outside');
  });

  it.each([0, -1, 0.5, NaN, Infinity])('is a positive whole number: %d is none', (inhabitants) => {
    given(established)
      .when({ ...counting, inhabitants })
      .refuses('board/bad-population');
  });
});

it.each(badCodes)('who counted a population has a code: %j is none', (source) => {
  given(established)
    .when({ ...counting, source })
    .refuses('board/bad-code');
});

describe('a member', () => {
  it.each(badCodes)('has a code, and so has its seat: %j is none', (code) => {
    given(established)
      .when({ ...seating, organization: code })
      .refuses('board/bad-code');
    given(established)
      .when({ ...seating, seat: code })
      .refuses('board/bad-code');
  });

  it('is seated once, leaves once, and may come back', () => {
    given(established).when(seating).then(seated);
    given(established, seated).when(seating).changesNothing();
    given(established, seated).when(unseating).then(left);
    given(established, seated, left).when(unseating).changesNothing();
    given(established, seated, left).when(seating).then(seated);
  });

  it('that never sat cannot leave: nothing changes', () => {
    given(established).when(unseating).changesNothing();
  });
});

it('a command repeated changes nothing, and every prefix replays', () => {
  const context: Context = { actor: 'demo', commandId: 'c', effectiveAt: 'e', recordedAt: 'r' };
  const any = fc.constantFrom<BoardCommand>(
    establishing,
    counting,
    { ...counting, year: 2021 },
    seating,
    { ...seating, organization: 'pe-150112-salud' },
    unseating,
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (asked) => {
      const history: ReturnType<typeof boardDecider.decide>[number][] = [];
      const states: Board[] = [];
      for (const command of asked) {
        try {
          for (const event of boardDecider.decide(command, fold(history), context)) {
            states.push(boardDecider.evolve(states.at(-1) ?? boardDecider.initial, event));
            history.push(event);
          }
          expect(boardDecider.decide(command, fold(history), context)).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }
      expect(history.map((_, last) => fold(history.slice(0, last + 1)))).toEqual(states);
    }),
  );
});
