import { compareViews } from '#projection';
import { memoryViews } from '#projection/memory';
import { at, cards, type Card } from './testing/cards.js';

describe('comparing views', () => {
  const projection = cards();
  const holding = async (...documents: (readonly [string, Card])[]) => {
    const views = memoryViews();
    await views.replace(projection, documents, at(1));
    return views;
  };
  const one: Card = { text: 'one' };

  it('finds nothing between equal ones, whatever the order of fields and documents', async () => {
    const a = await holding(['a', { text: 'x', sort: '1' }], ['b', one]);
    const b = await holding(['b', one], ['a', { sort: '1', text: 'x' }]);
    expect(await compareViews(a, b, projection)).toBeUndefined();
    expect(await compareViews(memoryViews(), memoryViews(), projection)).toBeUndefined();
  });

  it.each([
    [
      'a document that differs',
      [
        ['a', one],
        ['b', { text: 'x' }],
      ],
      [
        ['a', one],
        ['b', { text: 'y' }],
      ],
      'b',
      'x',
      'y',
    ],
    [
      'a document missing on the right',
      [
        ['a', { text: 'x' }],
        ['b', one],
      ],
      [['b', one]],
      'a',
      'x',
      undefined,
    ],
    [
      'a document missing on the left',
      [['b', one]],
      [
        ['a', { text: 'y' }],
        ['b', one],
      ],
      'a',
      undefined,
      'y',
    ],
    [
      'one more at the end of the left',
      [
        ['a', one],
        ['b', { text: 'x' }],
      ],
      [['a', one]],
      'b',
      'x',
      undefined,
    ],
    [
      'one more at the end of the right',
      [['a', one]],
      [
        ['a', one],
        ['b', { text: 'y' }],
      ],
      'b',
      undefined,
      'y',
    ],
  ] as [string, [string, Card][], [string, Card][], string, string | undefined, string | undefined][])(
    'names the key of %s',
    async (_what, left, right, key, x, y) => {
      const difference = await compareViews(await holding(...left), await holding(...right), projection);
      expect({ key: difference?.key, x: difference?.a?.text, y: difference?.b?.text }).toEqual({ key, x, y });
    },
  );
});
