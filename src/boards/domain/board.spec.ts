import fc from 'fast-check';
import { type Context, Refusal } from '#decider';
import { specification } from '#decider/specification';
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

describe('a member', () => {
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
