import fc from 'fast-check';
import { conditions } from '../../protocol/index.js';
import { conditionOf, count, groups, isNewViolence, openAfter } from './counting.js';

const of = (person: string, condition: string) => ({ person, condition });

describe('the condition a case is opened with, worked by hand', () => {
  it.each([
    ['she never came before', { known: false }, 'NEW'],
    [
      'she came before, and the same man hit her again',
      { known: true, again: true, sameAggressor: true },
      'REPEAT_SAME',
    ],
    [
      'she came before because of her husband, and now because of her brother',
      { known: true, sameAggressor: false },
      'REPEAT_OTHER',
    ],
    ['another centre began with her and hands her file over', { known: false, fromAnother: true }, 'TRANSFERRED'],
    ['the other centre’s file of somebody who was here years ago', { known: true, fromAnother: true }, 'TRANSFERRED'],
    ['she comes for the next session of a plan begun last year', { known: true, again: false }, 'CONTINUED'],
    ['nobody knows of her, whoever hit her before', { known: false, sameAggressor: true }, 'NEW'],
  ])('%s: %j', (_, coming, condition) => {
    expect(conditionOf(coming)).toBe(condition);
  });
});

describe('counting, worked by hand', () => {
  it('takes a first time, the same aggressor again and another one for new violence, and no file handed on', () => {
    expect(conditions.entries.map(({ code }) => [code, isNewViolence(code)])).toEqual([
      ['NEW', true],
      ['REPEAT_SAME', true],
      ['REPEAT_OTHER', true],
      ['TRANSFERRED', false],
      ['CONTINUED', false],
    ]);
  });

  it.each([
    ['nothing', [], [0, 0, 0, 0]],
    ['one woman, once', [of('a', 'NEW')], [1, 1, 1, 1]],
    ['one woman, hit twice by the same man', [of('a', 'NEW'), of('a', 'REPEAT_SAME')], [2, 2, 1, 1]],
    ['one woman, hit by two men', [of('a', 'NEW'), of('a', 'REPEAT_OTHER')], [2, 2, 1, 1]],
    ['one woman, carried on into the year', [of('a', 'CONTINUED')], [1, 0, 1, 0]],
    ['one woman, handed from centre to centre', [of('a', 'NEW'), of('a', 'TRANSFERRED')], [2, 1, 1, 1]],
    ['two women, one of them only carried on', [of('a', 'NEW'), of('b', 'CONTINUED')], [2, 1, 2, 1]],
  ] as const)('%s', (_, cases, [files, fresh, persons, hurt]) => {
    expect(count(cases)).toEqual({ cases: files, newViolence: fresh, persons, personsWithNewViolence: hurt });
  });

  it('counts a person with three records once, and as three again when they are unlinked', () => {
    const cases = [of('a', 'NEW'), of('b', 'REPEAT_SAME'), of('c', 'CONTINUED')];
    expect(
      count(cases, [
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toMatchObject({ cases: 3, persons: 1, personsWithNewViolence: 1 });
    expect(count(cases, [['a', 'b']])).toMatchObject({ persons: 2 });
    expect(count(cases)).toMatchObject({ persons: 3, personsWithNewViolence: 2 });
  });

  it('balances: 10 open, 4 new, 1 opened again, 3 closed are 12', () => {
    expect(openAfter(10, { opened: 4, reopened: 1, closed: 3 })).toBe(12);
  });

  it('makes the same groups in whatever order the links come', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person)), (links) => {
        const [one, other] = [groups(links), groups([...links].reverse())];
        for (const each of 'abcdef') expect(one(each)).toBe(other(each));
        for (const [a, b] of links) expect(one(a)).toBe(one(b));
      }),
    );
  });
});
