import fc from 'fast-check';
import { ladderOn, rungs, type DatedLadder } from './index.js';

const steps = [
  { role: 'OWNER', fraction: 0.5 },
  { role: 'SUPERVISOR', fraction: 1 },
  { role: 'COORDINATOR', fraction: 1.5 },
];

describe('a ladder', () => {
  it('is climbed by fractions of the elapsed time, nights and free days included', () => {
    expect(rungs({ from: '2024-05-03T20:00:00.000Z', due: '2024-05-05T20:00:00.000Z' }, steps)).toEqual([
      { rung: 1, role: 'OWNER', at: '2024-05-04T20:00:00.000Z' },
      { rung: 2, role: 'SUPERVISOR', at: '2024-05-05T20:00:00.000Z' },
      { rung: 3, role: 'COORDINATOR', at: '2024-05-06T20:00:00.000Z' },
    ]);
  });

  it('is climbed at once where it is due at once, and in order of time however it was written', () => {
    const at = '2024-05-03T20:00:00.000Z';
    expect(rungs({ from: at, due: at }, steps).map((rung) => rung.at)).toEqual([at, at, at]);
    const due = '2024-05-04T20:00:00.000Z';
    expect(rungs({ from: at, due }, [...steps].reverse())).toEqual(rungs({ from: at, due }, steps));
  });

  it('has the rung of the whole exactly at the due, whatever the term', () => {
    const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat(10 ** 10), (from, span) => {
        const due = new Date(from.getTime() + span).toISOString();
        expect(rungs({ from: from.toISOString(), due }, steps)[1]?.at).toBe(due);
      }),
    );
  });

  it('refuses what is no fraction', () => {
    const deadline = { from: '2024-05-03T20:00:00.000Z', due: '2024-05-05T20:00:00.000Z' };
    for (const fraction of [-0.1, NaN, Infinity]) {
      expect(() => rungs(deadline, [{ role: 'OWNER', fraction }])).toThrow(RangeError);
    }
  });

  it('is found by its name and day, both ends included', () => {
    const base = { id: 'usual', steps, source: 'test', verified: false };
    const ladders: DatedLadder[] = [
      { ...base, validFrom: '2020-01-01', validTo: '2022-12-31' },
      { ...base, validFrom: '2023-01-01', steps: [] },
    ];
    expect(ladderOn(ladders, 'usual', '2022-12-31')).toBe(ladders[0]);
    expect(ladderOn(ladders, 'usual', '2023-01-01')).toBe(ladders[1]);
    expect(ladderOn(ladders, 'usual', '2019-12-31')).toBeUndefined();
    expect(ladderOn(ladders, 'other', '2023-01-01')).toBeUndefined();
  });
});
