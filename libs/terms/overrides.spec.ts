import { BadOverrides, readOverrides } from './index.js';

const covers = { covers: { from: '2015-01-01', to: '2030-12-31' } };
const day = { kind: 'add', date: '2025-05-02', name: 'Día no laborable', source: 'DS 1' };
const read = (rows: unknown) => readOverrides(JSON.stringify(rows), covers);

/** What the reader says, row by row. */
function said(text: string): readonly string[] {
  try {
    readOverrides(text, covers);
  } catch (error) {
    if (error instanceof BadOverrides) return error.problems.map(({ row, problem }) => `${row} ${problem}`);
    throw error;
  }
  return [];
}

describe('a file of decreed days', () => {
  it('is read as it is written, also one without rows', () => {
    const rows = [day, { ...day, kind: 'remove', region: '0801' }, { ...day, region: '08' }];
    expect(read(rows)).toEqual(rows);
    expect(read([])).toEqual([]);
  });

  it.each([
    ['no JSON', '[{]', /^0 not JSON/],
    ['no list', '{}', /^0 not a list$/],
    ['no object', '[1]', /^1 not an object$/],
    ['another kind', JSON.stringify([{ ...day, kind: 'holiday' }]), /^1 kind must be "add" or "remove"$/],
    ['no day of the calendar', JSON.stringify([{ ...day, date: '2025-02-29' }]), /^1 date must be a day/],
    ['a day with a time', JSON.stringify([{ ...day, date: '2025-05-02T00:00' }]), /^1 date must be a day/],
    ['no date', JSON.stringify([{ ...day, date: 20250502 }]), /^1 date must be a day/],
    ['a day nobody covers', JSON.stringify([{ ...day, date: '2031-01-01' }]), /^1 date is not from 2015-01-01 to 2030/],
    ['no source', JSON.stringify([{ ...day, source: ' ' }]), /^1 source is missing$/],
    ['no name', JSON.stringify([{ ...day, name: undefined }]), /^1 name is missing$/],
    ['an empty region', JSON.stringify([{ ...day, region: '' }]), /^1 region must be the beginning of a code$/],
    ['a misspelt field', JSON.stringify([{ ...day, regoin: '08' }]), /^1 no field is called "regoin"$/],
    ['a day given twice', JSON.stringify([day, { ...day, kind: 'remove' }]), /^2 the same day as row 1$/],
  ])('is refused for %s', (_, text, problem) => {
    expect(said(text)).toEqual([expect.stringMatching(problem)]);
  });

  it('tells every fault of every row at once', () => {
    const text = JSON.stringify([{ kind: 'add' }, day, { ...day, date: 'soon' }]);
    expect(said(text)).toEqual([
      '1 name is missing',
      '1 source is missing',
      '1 date must be a day of the calendar, YYYY-MM-DD',
      '3 date must be a day of the calendar, YYYY-MM-DD',
    ]);
    expect(() => readOverrides(text, covers)).toThrow('row 3: date must be a day of the calendar, YYYY-MM-DD');
  });
});
