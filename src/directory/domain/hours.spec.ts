import fc from 'fast-check';
import { type Hours, openingAt } from './hours.js';

const lima = 'America/Lima';
const laPaz = 'America/La_Paz';

/** Monday to Friday, 8:00 to 16:15. */
const office: Hours = {
  schedules: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '08:00', closesAt: '16:15' }],
  exceptions: [],
};
const night: Hours = { schedules: [{ byday: ['FR'], opensAt: '22:00', closesAt: '06:00' }], exceptions: [] };
const always: Hours = {
  schedules: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], opensAt: '00:00', closesAt: '24:00' }],
  exceptions: [],
};
const holidays: Hours = {
  ...office,
  exceptions: [{ day: '2026-03-10' }, { day: '2026-03-11', opensAt: '10:00', closesAt: '12:00' }],
};
const summer: Hours = {
  schedules: [
    { byday: ['MO'], opensAt: '08:00', closesAt: '13:00', validTo: '2026-03-08' },
    { byday: ['MO'], opensAt: '08:00', closesAt: '17:00', validFrom: '2026-03-16' },
  ],
  exceptions: [],
};
const split: Hours = {
  schedules: [
    { byday: ['MO'], opensAt: '14:00', closesAt: '18:00' },
    { byday: ['MO'], opensAt: '08:00', closesAt: '12:00' },
  ],
  exceptions: [],
};

/** 9 March 2026 is a Monday. Lima is five hours behind UTC, La Paz four. */
it.each<[string, Hours, string, string, 'open' | 'closed' | 'unknown', string?]>([
  ['a minute before it opens', office, '2026-03-09T12:59:59.999Z', lima, 'closed', '2026-03-09T13:00:00.000Z'],
  ['the minute it opens', office, '2026-03-09T13:00:00.000Z', lima, 'open'],
  ['the last moment', office, '2026-03-09T21:14:59.999Z', lima, 'open'],
  ['the minute it closes', office, '2026-03-09T21:15:00.000Z', lima, 'closed', '2026-03-10T13:00:00.000Z'],
  [
    'the same instant in La Paz, before',
    office,
    '2026-03-09T11:59:59.999Z',
    laPaz,
    'closed',
    '2026-03-09T12:00:00.000Z',
  ],
  ['the same instant in La Paz, from', office, '2026-03-09T12:00:00.000Z', laPaz, 'open'],
  ['Friday evening: until Monday', office, '2026-03-13T21:15:00.000Z', lima, 'closed', '2026-03-16T13:00:00.000Z'],
  [
    'Sunday in UTC, Saturday night in Lima',
    night,
    '2026-03-15T03:30:00.000Z',
    lima,
    'closed',
    '2026-03-21T03:00:00.000Z',
  ],
  ['past midnight of a night shift', night, '2026-03-14T10:59:59.999Z', lima, 'open'],
  ['the morning it ends', night, '2026-03-14T11:00:00.000Z', lima, 'closed', '2026-03-21T03:00:00.000Z'],
  ['day and night, at midnight', always, '2026-03-10T05:00:00.000Z', lima, 'open'],
  ['day and night, just before', always, '2026-03-10T04:59:59.999Z', lima, 'open'],
  ['a day it is closed', holidays, '2026-03-10T15:00:00.000Z', lima, 'closed', '2026-03-11T15:00:00.000Z'],
  [
    'a day with other hours, at the usual ones',
    holidays,
    '2026-03-11T14:00:00.000Z',
    lima,
    'closed',
    '2026-03-11T15:00:00.000Z',
  ],
  ['a day with other hours', holidays, '2026-03-11T15:00:00.000Z', lima, 'open'],
  ['between two validities', summer, '2026-03-09T15:00:00.000Z', lima, 'closed', '2026-03-16T13:00:00.000Z'],
  ['the last Monday of a validity', summer, '2026-03-02T15:00:00.000Z', lima, 'open'],
  ['the break of the day', split, '2026-03-09T17:00:00.000Z', lima, 'closed', '2026-03-09T19:00:00.000Z'],
  [
    'hours that ended for good',
    { ...summer, schedules: summer.schedules.slice(0, 1) },
    '2026-03-09T15:00:00.000Z',
    lima,
    'closed',
  ],
  ['no hours at all', { schedules: [], exceptions: [] }, '2026-03-09T15:00:00.000Z', lima, 'unknown'],
  ['an offset instead of UTC', office, '2026-03-09T08:00:00-05:00', lima, 'open'],
])('%s', (_, hours, at, zone, now, ...[opensAt]) => {
  expect(openingAt(hours, at, zone)).toEqual({ now, ...(opensAt === undefined ? {} : { opensAt }) });
});

it('what is closed is open at the instant it is said to open, and not before', () => {
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(office, night, holidays, summer, split), instants, (hours, date) => {
      const { now, opensAt } = openingAt(hours, date.toISOString(), lima);
      if (now === 'open' || opensAt === undefined) return;
      expect(opensAt > date.toISOString()).toBe(true);
      expect(openingAt(hours, opensAt, lima).now).toBe('open');
      expect(openingAt(hours, new Date(Date.parse(opensAt) - 1).toISOString(), lima)).toEqual({
        now: 'closed',
        opensAt,
      });
    }),
    { numRuns: 300 },
  );
});
