import fc from 'fast-check';
import { type Journey, type Moment, type Planned, Schedule } from './schedule.js';

const command = (at: number, id = 'a'): Planned => ({
  at,
  effectiveAt: at,
  category: 'thing',
  id,
  commandId: `${id}-${at}`,
  correlationId: id,
  actor: 'demo',
  command: {},
});

function* journey(...moments: readonly Moment[]): Journey {
  yield* moments;
}
const sends = (at: number, id?: string): Moment => ({ at, send: command(at, id) });

const drain = (schedule: Schedule, until = Infinity): number[] => {
  const times: number[] = [];
  for (let next = schedule.next(until); next !== undefined; next = schedule.next(until)) times.push(next.at);
  return times;
};

describe('a schedule', () => {
  it('gives the commands of all journeys in the order of time', () => {
    const ways = fc.array(fc.array(fc.nat(1_000), { maxLength: 20 }), { maxLength: 20 });
    fc.assert(
      fc.property(ways, (all) => {
        const schedule = new Schedule();
        for (const times of all) {
          schedule.begin(journey(...[...times].sort((a, b) => a - b).map((at) => sends(at))));
        }
        expect(drain(schedule)).toEqual(all.flat().sort((a, b) => a - b));
      }),
    );
  });

  it('lets commands of one instant go in the order in which they came', () => {
    const schedule = new Schedule();
    for (const id of ['a', 'b', 'c']) schedule.begin(journey(sends(5, id)));
    expect([schedule.next(9)?.id, schedule.next(9)?.id, schedule.next(9)?.id]).toEqual(['a', 'b', 'c']);
  });

  it('gives nothing from its limit on, and goes on there later', () => {
    const schedule = new Schedule();
    schedule.begin(journey(sends(1), sends(2), sends(3)));
    expect(drain(schedule, 3)).toEqual([1, 2]);
    expect(drain(schedule)).toEqual([3]);
  });

  it('begins a journey out of another one when its time has come', () => {
    const schedule = new Schedule();
    schedule.begin(journey(sends(1), { at: 2, start: journey(sends(4), sends(6)) }, sends(5)));
    expect(drain(schedule)).toEqual([1, 4, 5, 6]);
  });

  it('refuses a journey that goes back in time', () => {
    const schedule = new Schedule();
    schedule.begin(journey(sends(5), sends(4)));
    expect(() => drain(schedule)).toThrow('back in time');
  });

  it('cuts slices no wider than asked', () => {
    const schedule = new Schedule();
    schedule.begin(journey(sends(1), sends(3), sends(10), sends(11)));
    expect(schedule.slice(20, 5).map(({ at }) => at)).toEqual([1, 3]);
    expect(schedule.slice(11, 5).map(({ at }) => at)).toEqual([10]);
    expect(schedule.slice(20, 5).map(({ at }) => at)).toEqual([11]);
    expect(schedule.slice(20, 5)).toEqual([]);
  });

  it('counts the most journeys it held at once', () => {
    const schedule = new Schedule();
    schedule.begin(journey(...Array.from({ length: 100 }, (_, at) => sends(at))));
    schedule.begin(journey(sends(3)));
    drain(schedule);
    expect(schedule.longest).toBe(2);
  });
});
