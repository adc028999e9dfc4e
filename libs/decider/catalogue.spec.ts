import { catalogue, UnknownEvent } from './index.js';

type Events = { put: { things: number; unit: string }; emptied: object };
const events = catalogue<Events>(
  { put: 3, emptied: 1 },
  {
    put: {
      1: (data: { n: number }) => ({ things: data.n }),
      2: (data: { things: number }) => ({ ...data, unit: 'piece' }),
    },
  },
);

it('knows its types and the schema each is written with', () => {
  expect(events.types).toEqual(['put', 'emptied']);
  expect([events.has('put'), events.has('stolen'), events.has('toString')]).toEqual([true, false, false]);
  expect([events.schema('put'), events.schema('emptied')]).toEqual([3, 1]);
  expect(() => events.schema('stolen')).toThrow(UnknownEvent);
});

it("reads today's shape as it is", () => {
  const data = { things: 2, unit: 'litre' };
  const read = events.decode('put', 3, data);
  expect(read).toEqual({ type: 'put', data });
  expect(read.data).toBe(data);
});

it('reads older shapes step by step, and leaves what is stored alone', () => {
  const stored = Object.freeze({ n: 2 });
  expect(events.decode('put', 1, stored)).toEqual({ type: 'put', data: { things: 2, unit: 'piece' } });
  expect(events.decode('put', 2, { things: 4 })).toEqual({ type: 'put', data: { things: 4, unit: 'piece' } });
  expect(stored).toEqual({ n: 2 });
});

it.each([
  ['another type', 'stolen', 1],
  ['a newer schema', 'put', 4],
  ['a schema before the first', 'put', 0],
  ['half a schema', 'put', 1.5],
  ['no schema', 'put', NaN],
])('refuses %s', (_what, type, schema) => {
  expect(() => events.decode(type, schema, {})).toThrow(UnknownEvent);
});

it('refuses an older shape nobody wrote a step for', () => {
  const gap = catalogue<Events>({ put: 3, emptied: 1 }, { put: { 2: (data: object) => data } });
  expect(() => gap.decode('put', 1, {})).toThrow(expect.objectContaining({ type: 'put', schema: 1 }) as Error);
});
