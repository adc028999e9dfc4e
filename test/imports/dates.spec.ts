import fc from 'fast-check';
import { BadCell } from '../../src/imports/domain/cells.js';
import { type DateFormat, dateFormats, localStamp } from '../../src/imports/domain/dates.js';

const read = (text: string, formats: readonly DateFormat[], clock?: string, hour?: string): string => {
  try {
    return localStamp(text, clock, { formats, hour });
  } catch (error) {
    if (error instanceof BadCell) return error.code;
    throw error;
  }
};

describe('a day in a list', () => {
  it.each([
    ['9/3/2026 3:15 p. m.', ['dd/mm/yyyy'], '2026-03-09 15:15'],
    ['09/03/2026T15:15:20', ['dd/mm/yyyy'], '2026-03-09 15:15:20'],
    ['09/03/2026 12:05 AM', ['dd/mm/yyyy'], '2026-03-09 00:05'],
    ['09/03/2026 12:05 pm', ['dd/mm/yyyy'], '2026-03-09 12:05'],
    ['09/03/2026 13:05 pm', ['dd/mm/yyyy'], 'not-a-time'],
    ['09.03.2026 15:15', ['dd-mm-yyyy', 'dd.mm.yyyy'], '2026-03-09 15:15'],
    ['2026/3/9 15:15', ['yyyy/mm/dd'], '2026-03-09 15:15'],
    ['2026-03-09', ['yyyy-mm-dd'], 'no-hour'],
    ['09/03/26', ['dd/mm/yyyy'], 'two-digit-year'],
    ['09-03-26 10:00', ['yyyy-mm-dd'], 'two-digit-year'],
    ['09/03/2026', ['yyyy-mm-dd'], 'not-in-format'],
    ['marzo', ['dd/mm/yyyy'], 'not-in-format'],
    ['', ['dd/mm/yyyy'], 'not-in-format'],
    ['46090.5', ['excel'], '2026-03-09 12:00'],
    ['46090,427083', ['excel'], '2026-03-09 10:15'],
    ['46090.9999999', ['excel'], '2026-03-10 00:00'],
    ['46090', ['excel'], 'no-hour'],
    ['46090.5', ['dd/mm/yyyy'], 'not-in-format'],
    ['-46090', ['excel'], 'not-in-format'],
  ] as [string, DateFormat[], string][])('is read as its mapping says: %s %j', (text, formats, expected) => {
    expect(read(text, formats)).toBe(expected);
  });

  it('takes its hour from its own cell before the one of the column beside it, and that before the usual one, which is a guess', () => {
    const formats = ['dd/mm/yyyy', 'excel'] as const;
    expect(read('09/03/2026 07:00', formats, '08:00', '09:00')).toBe('2026-03-09 07:00');
    expect(read('09/03/2026', formats, '08:00', '09:00')).toBe('2026-03-09 08:00');
    expect(read('09/03/2026', formats, undefined, '09:00')).toBe('2026-03-09 ~09:00');
    expect(read('46090.5', formats, '08:00')).toBe('2026-03-09 12:00');
    expect(read('46090', formats, '0.25')).toBe('2026-03-09 06:00');
    expect(read('46090', formats, undefined, '09:00')).toBe('2026-03-09 ~09:00');
    expect(read('46090', formats, 'temprano')).toBe('not-in-format');
  });

  it('is the same minute however it is written, as a text or as the number of a spreadsheet', () => {
    const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2099, 11, 31) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const iso = new Date(minute * 60_000).toISOString();
        const [y = '', m = '', d = ''] = iso.slice(0, 10).split('-');
        const [time, expected] = [iso.slice(11, 16), `${iso.slice(0, 10)} ${iso.slice(11, 16)}`];
        for (const text of [`${d}/${m}/${y}`, `${d}-${m}-${y}`, `${d}.${m}.${y}`, `${y}-${m}-${d}`, `${y}/${m}/${d}`]) {
          expect(read(`${text} ${time}`, dateFormats)).toBe(expected);
          expect(read(text, dateFormats, time)).toBe(expected);
        }
        const serial = (minute * 60_000 - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(read(serial.toFixed(9), dateFormats, '00:00')).toBe(expected);
      }),
    );
  });
});
