import fc from 'fast-check';
import { BadCell, type Reader } from '../../src/imports/domain/cells.js';
import { columnOf, columnsOf, kinds } from '../../src/imports/domain/columns.js';
import { age, codeOf, district, externalId, many, stamp, yesOrNo } from '../../src/imports/domain/readers.js';

const read = <T>(reader: Reader<T>, text: string): T | string => {
  try {
    return reader.read(text);
  } catch (error) {
    if (error instanceof BadCell) return error.code;
    throw error;
  }
};

describe('a cell', () => {
  it.each([
    ['2025-09-01 09:15', '2025-09-01T14:15:00.000Z'],
    ['2025-09-01T09:15:30', '2025-09-01T14:15:30.000Z'],
    ['2025-09-01T09:15:30.250', '2025-09-01T14:15:30.250Z'],
    ['2025-09-01T09:15:00-05:00', '2025-09-01T14:15:00.000Z'],
    ['2025-09-01T09:15Z', '2025-09-01T09:15:00.000Z'],
    ['2025-09-01 09:15:00 +02:00', '2025-09-01T07:15:00.000Z'],
    ['2025-02-30 09:15', 'not-a-time'],
    ['2025-02-30T09:15Z', 'not-a-time'],
    ['2025-09-01T25:00Z', 'not-a-time'],
    ['2025-09-01 24:01', 'not-a-time'],
    ['2025-09-01', 'not-a-time'],
    ['01/09/2025 09:15', 'not-a-time'],
    ['45901.5', 'not-a-time'],
    ['2025-11-01 07:04', '2025-11-01T12:04:00.000Z'],
    ['2025-11-01 07:06', 'in-future'],
    ['2025-11-01 ~18:00', '2025-11-01T23:00:00.000Z'],
    ['2025-11-02 ~00:00', 'in-future'],
    ['2025-11-01 ~', 'not-a-time'],
    ['2025-11-01T~18:00', 'not-a-time'],
    ['1989-12-31 10:00', 'too-old'],
  ])('holds a time on the clock of the place, or with its own: %s', (text, expected) => {
    expect(read(stamp('America/Lima', '2025-11-01T12:00:00.000Z'), text)).toBe(expected);
  });

  it('holds any instant there is, written in any of the ways', () => {
    const reader = stamp('America/Lima', '2025-11-01T12:00:00.000Z');
    const instants = fc.date({ min: new Date('1991-01-01'), max: new Date('2025-10-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (at) => {
        const local = new Date(at.getTime() - 5 * 3_600_000).toISOString();
        // Lima has moved its clocks, most lately in 1994.
        if (at > new Date('1995-01-01')) expect(reader.read(local.slice(0, -1))).toBe(at.toISOString());
        expect(reader.read(at.toISOString())).toBe(at.toISOString());
        expect(reader.read(`${local.slice(0, -1).replace('T', ' ')}-05:00`)).toBe(at.toISOString());
      }),
    );
  });

  it('holds a code in capitals or not, and lists of them in any order', () => {
    expect(read(codeOf('PE', 'sexes'), 'f')).toBe('F');
    expect(read(codeOf('PE', 'sexes'), 'Mujer')).toBe('unknown-code');
    expect(read(codeOf('PE', 'sexes'), '__proto__')).toBe('unknown-code');
    const types = many(codeOf('PE', 'violenceTypes'));
    expect(read(types, 'sexual | PHYSICAL|sexual')).toEqual(['PHYSICAL', 'SEXUAL']);
    expect(read(types, 'PHYSICAL|')).toBe('unknown-code');
    expect(read(types, 'PHYSICAL|'.repeat(30))).toBe('too-long');
  });

  it.each([
    [age, '0', '0-5'],
    [age, '29', '26-29'],
    [age, '120', '60-plus'],
    [age, '121', 'not-an-age'],
    [age, '-1', 'not-an-age'],
    [age, '29.5', 'not-an-age'],
    [district, '150112', '150112'],
    [district, '90701', '090701'],
    [district, '1501', 'not-a-district'],
    [yesOrNo, 'Sí', true],
    [yesOrNo, 'SI', true],
    [yesOrNo, 'no', false],
    [yesOrNo, 'x', 'not-yes-or-no'],
    [externalId, 'Exp. 12/2025 – Ñ', 'Exp. 12/2025 – Ñ'],
    [externalId, 'a\nb', 'too-long'],
    [externalId, 'x'.repeat(81), 'too-long'],
  ] as [Reader<unknown>, string, unknown][])('is read or refused (%#)', (reader, text, expected) => {
    expect(read(reader, text)).toBe(expected);
  });
});

describe('the names of columns', () => {
  it('are found in English and in Spanish, however they are written', () => {
    expect(columnOf('cases', 'Fecha de apertura')).toBeUndefined();
    expect(columnOf('cases', ' FECHA  Apertura ')).toBe('opened_at');
    expect(columnOf('cases', 'Vínculo')).toBe('relation');
    expect(columnOf('cases', 'opened-at')).toBe('opened_at');
    expect(columnOf('cases', 'constructor')).toBeUndefined();
  });

  it.each(kinds)('mean one column each, in files of %s', (kind) => {
    const names = Object.entries(columnsOf[kind]).flatMap(([name, { es }]) => [name, ...es]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(columnOf(kind, name)).toBeDefined();
  });
});
