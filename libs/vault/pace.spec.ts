import { Pace, TooMany } from './pace.js';

/** A pace on a clock that only waiting moves; says how long each turn waited. */
function paced(options: { perSecond: number; burst: number; longest?: number }) {
  let at = 0;
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    at += ms;
  };
  return { pace: new Pace({ ...options, now: () => at, wait }), waits, rest: (ms: number) => (at += ms) };
}

it('lets a burst through, and everyone after it at the pace', async () => {
  const { pace, waits, rest } = paced({ perSecond: 10, burst: 3 });
  for (let turn = 0; turn < 6; turn += 1) await pace.turn();
  expect(waits).toEqual([100, 100, 100]);
  rest(10_000);
  for (let turn = 0; turn < 4; turn += 1) await pace.turn();
  expect(waits).toHaveLength(4);
});

it('turns away whoever would have to wait too long', async () => {
  let at = 0;
  const pace = new Pace({ perSecond: 10, burst: 1, longest: 250, now: () => at, wait: async () => undefined });
  for (let turn = 0; turn < 3; turn += 1) await pace.turn();
  await expect(pace.turn()).rejects.toThrow(TooMany);
  at = 300;
  await pace.turn();
});
