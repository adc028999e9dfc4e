import fc from 'fast-check';
import { addDays, addMonths, endOfDay, instantOf, monthRange, startOfDay, weekday, zoned } from './index.js';

const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const zones = fc.constantFrom(
  'America/Lima',
  'America/La_Paz',
  'America/Santiago',
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
);

/** The same question answered by Intl without any memory. */
function byIntl(at: Date, zone: string): { date: string; time: string } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = format.format(at).split(' ');
  return { date, time };
}

describe('zones', () => {
  it('show the same date and time as Intl, at any instant, in zones with and without daylight saving', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const { date, time, month } = zoned(at.toISOString(), zone);
        expect({ date, time }).toEqual(byIntl(at, zone));
        expect(month).toBe(date.slice(0, 7));
      }),
      { numRuns: 2000 },
    );
  });

  it('find the very millisecond at which the clocks change', () => {
    expect(zoned('2025-03-30T00:59:59.999Z', 'Europe/Madrid').time).toBe('01:59');
    expect(zoned('2025-03-30T01:00:00.000Z', 'Europe/Madrid').time).toBe('03:00');
    expect(zoned('2025-10-26T00:59:59.999Z', 'Europe/Madrid').time).toBe('02:59');
    expect(zoned('2025-10-26T01:00:00.000Z', 'Europe/Madrid').time).toBe('02:00');
  });

  it('turn a wall-clock time into the instant that shows it', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const seen = zoned(at.toISOString(), zone);
        const again = zoned(instantOf(`${seen.date}T${seen.time}`, zone), zone);
        expect(again).toEqual(seen);
      }),
      { numRuns: 1000 },
    );
  });

  it('take the first of a wall-clock time shown twice, and move one never shown by the jump', () => {
    expect(instantOf('2025-10-26T02:30', 'Europe/Madrid')).toBe('2025-10-26T00:30:00.000Z');
    expect(instantOf('2025-03-30T02:30', 'Europe/Madrid')).toBe('2025-03-30T01:30:00.000Z');
    expect(zoned('2025-03-30T01:30:00.000Z', 'Europe/Madrid').time).toBe('03:30');
  });

  it('keep seconds and milliseconds of a wall-clock time', () => {
    expect(instantOf('2025-05-01T10:20:30.456', 'America/Lima')).toBe('2025-05-01T15:20:30.456Z');
  });

  it('begin a day whose midnight does not exist at its first instant', () => {
    // Chile moves its clocks at midnight.
    expect(startOfDay('2024-09-08', 'America/Santiago')).toBe('2024-09-08T04:00:00.000Z');
    expect(zoned('2024-09-08T03:59:59.999Z', 'America/Santiago').date).toBe('2024-09-07');
    expect(endOfDay('2024-09-07', 'America/Santiago')).toBe('2024-09-08T03:59:59.999Z');
  });

  it('give a month as a half-open range that touches the next', () => {
    expect(monthRange('2025-12', 'America/Lima')).toEqual(['2025-12-01T05:00:00.000Z', '2026-01-01T05:00:00.000Z']);
    expect(monthRange('2025-03', 'Europe/Madrid')).toEqual(['2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z']);
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const { month } = zoned(at.toISOString(), zone);
        const [from, until] = monthRange(month, zone);
        expect(from <= at.toISOString() && at.toISOString() < until).toBe(true);
        expect(monthRange(addMonths(`${month}-01`, 1).slice(0, 7), zone)[0]).toBe(until);
      }),
    );
  });

  it('refuse what is no instant, no date, no time and no zone', () => {
    expect(() => zoned('soon', 'America/Lima')).toThrow(RangeError);
    expect(() => zoned('2025-01-01T00:00:00.000Z', 'America/Nowhere')).toThrow(RangeError);
    expect(() => instantOf('2025-02-30T10:00', 'America/Lima')).toThrow(RangeError);
    expect(() => instantOf('2025-02-20', 'America/Lima')).toThrow(RangeError);
    expect(() => instantOf('2025-02-20T25:00', 'America/Lima')).toThrow(RangeError);
    expect(() => addDays('2025-13-01', 1)).toThrow(RangeError);
    expect(() => monthRange('2025', 'America/Lima')).toThrow(RangeError);
  });
});

describe('dates', () => {
  it('step over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
  });

  it('clamp a month to its last day, and keep the day otherwise', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-08-31', 6)).toBe('2025-02-28');
    expect(addMonths('2024-11-15', 3)).toBe('2025-02-15');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  });

  it('know the day of the week', () => {
    expect(weekday('2025-09-29')).toBe(1);
    expect(weekday('2025-10-05')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3);
  });
});
