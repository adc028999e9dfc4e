import { expectedOn, lightOn, type Standing } from './light.js';

/** Ten days: a tenth is to be done each day. */
const ten = { start: '2026-03-01', due: '2026-03-10' };

it.each([
  ['2026-02-28', 0],
  ['2026-03-01', 10],
  ['2026-03-05', 50],
  ['2026-03-10', 100],
  ['2026-04-01', 100],
])('by %s, %d per cent of ten days is to be done', (day, expected) => {
  expect(expectedOn(day, ten)).toBe(expected);
});

it('what is to be done is rounded down', () => {
  expect(expectedOn('2026-03-01', { start: '2026-03-01', due: '2026-03-03' })).toBe(33);
});

it.each<[Standing['state'], number, string, string]>([
  ['in-progress', 40, '2026-03-05', 'green'],
  ['in-progress', 39, '2026-03-05', 'amber'],
  ['in-progress', 20, '2026-03-05', 'amber'],
  ['in-progress', 19, '2026-03-05', 'red'],
  ['in-progress', 99, '2026-03-10', 'green'],
  ['in-progress', 99, '2026-03-11', 'red'],
  ['done', 100, '2026-03-11', 'green'],
  ['stopped', 40, '2026-03-05', 'grey'],
  ['not-started', 0, '2026-02-28', 'grey'],
  ['not-started', 0, '2026-03-01', 'green'],
])('%s at %d per cent on %s is %s', (state, progress, day, light) => {
  expect(lightOn(day, { ...ten, state, progress })).toBe(light);
});
