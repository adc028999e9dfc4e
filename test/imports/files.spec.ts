import fc from 'fast-check';
import { csvLines } from '../../src/imports/csv.js';
import { FileRefused } from '../../src/imports/domain/errors.js';
import { type Expected, inspectFile } from '../../src/imports/inspect.js';
import { sample, sourceOf } from './support/importing.js';

const cases = sample('cases.csv').toString();
const [, header = '', first = ''] = cases.split('\n');

const linesOf = async (content: string | Buffer, size?: number) => {
  const lines: [number, readonly string[]][] = [];
  for await (const { row, cells } of csvLines(sourceOf(content, size))) lines.push([row, cells]);
  return lines;
};

/** What a file is refused for: `row column code`. */
const refusedFor = async (
  content: string | Buffer,
  expected: Expected = {},
  size = 4096,
): Promise<readonly string[]> => {
  const refused: unknown = await inspectFile(sourceOf(content, size), expected).catch((error: unknown) => error);
  if (!(refused instanceof FileRefused)) throw new Error('the file was not refused', { cause: refused });
  return refused.errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
};

describe('the rows of a file', () => {
  it('are counted as a spreadsheet counts them: with blank rows, without line breaks inside quotes', async () => {
    expect(await linesOf('# demo\na,b\n1,"x\ny"\n\n,\n2,z')).toEqual([
      [1, ['# demo']],
      [2, ['a', 'b']],
      [3, ['1', 'x\ny']],
      [6, ['2', 'z']],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('end in any line ending: %j', async (end) => {
    expect(await linesOf(['a,b', '1,2', '3,4'].join(end) + end)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, ['3', '4']],
    ]);
  });

  it('are parted by what their header is parted by, whatever stands in its quotes', async () => {
    expect(await linesOf('"a,b,c";d\n1,5;2')).toEqual([
      [1, ['a,b,c', 'd']],
      [2, ['1,5', '2']],
    ]);
  });

  it('come out the same with or without a mark, however the bytes arrive', async () => {
    const cell = fc.stringMatching(/^[a-zñáé€😀 ,;"\n]{0,6}$/u);
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), fc.boolean(), async (rows, size, mark) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['h,i', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n');
        const expected = [['h', 'i'], ...rows]
          .map((cells, index) => [index + 1, cells] as const)
          .filter(([, cells]) => cells.some((each) => each.trim() !== ''));
        expect(await linesOf(`${mark ? '\ufeff' : ''}${text}`, size)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('may be left before their end', async () => {
    let closed = false;
    const source = {
      bytes: async function* () {
        try {
          for (;;) yield Buffer.from('a,b\n'.repeat(1_000));
        } finally {
          closed = true;
        }
      },
    };
    for await (const { row } of csvLines(source)) if (row === 3) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(true);
  });
});

describe('a file is refused as a whole', () => {
  it.each([
    ['it is empty', '', '1  empty'],
    ['it holds blank rows only', '\n\n', '1  empty'],
    ['it holds a mark only', '# demo\n', '1  empty'],
    ['nobody can tell what it is', 'a,b\n1,2\n', '1  unknown-kind'],
    ['a quote is never closed', `${header}\n${first.replace('DEMO', '"DEMO')}\n`, '2  quotes'],
    ['a quote stands in the middle', `${header}\n${first.replace('DEMO', 'DE"MO')}\n`, '2  quotes'],
    ['it holds a byte of nothing', `${header}\n${first}\n${first.replace('DEMO', 'DE\0MO')}\n`, '3  nul-byte'],
  ])('when %s', async (_, content, error) => {
    expect(await refusedFor(content)).toEqual([error]);
  });

  it('when it is not UTF-8, with the byte and the line', async () => {
    const latin = Buffer.from(`${header}\n${first}\n${first.replace('DEMO', 'Ñandú')}\n`, 'latin1');
    const at = latin.indexOf(0xd1) + 1;
    for (const size of [1, 7, 4096]) {
      const refused: unknown = await inspectFile(sourceOf(latin, size)).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(FileRefused);
      const [error] = (refused as FileRefused).errors;
      expect(error).toMatchObject({ row: 3, code: 'encoding' });
      expect(error?.message).toContain('UTF-8');
      expect(error?.message).toContain(`Byte ${at}, línea 3`);
    }
    expect(await refusedFor(Buffer.from(`\ufeff${header}\n`, 'utf16le'))).toEqual(['1  encoding']);
    // Cut in the middle of a character.
    expect(await refusedFor(Buffer.from(`${header}\nñ`).subarray(0, -1))).toEqual(['2  encoding']);
  });

  it('when a line is a megabyte long, without keeping it', async () => {
    let taken = 0;
    const source = {
      bytes: async function* () {
        yield Buffer.from(`${header}\n`);
        for (; taken < 1_000; taken += 1) yield Buffer.from('x'.repeat(64 * 1024));
      },
    };
    const refused: unknown = await inspectFile(source).catch((error: unknown) => error);
    expect((refused as FileRefused).errors).toMatchObject([{ row: 2, code: 'record-too-long' }]);
    // Of sixty megabytes offered, it read about what a row may have.
    expect(taken).toBeLessThan(20);
    expect(await refusedFor('x'.repeat(1_000_000))).toEqual(['1  record-too-long']);
  });

  it('when columns are missing, repeated or unknown, all of them at once and none by what it says', async () => {
    const names = header
      .split(',')
      .map((name) =>
        name === 'sex' ? 'María Pérez' : name === 'age' ? 'Grupo edad' : name === 'risk' ? 'RIESGO' : name,
      )
      .concat('edad', 'Edad');
    expect(await refusedFor(`# demo\n${names.join(',')}\n`)).toEqual([
      '2 #8 unknown-column',
      '2 age duplicate-column',
      '2 sex missing-column',
    ]);
  });

  it('when the institution is neither in the file nor named', async () => {
    const without = header.replace('institution,', '');
    expect(await refusedFor(without)).toEqual(['1 institution missing-column']);
    expect(await inspectFile(sourceOf(without), { institution: 'x' })).toMatchObject({
      layout: { kind: 'cases' },
      rows: 0,
    });
  });

  it('when it is of another kind than the caller says', async () => {
    expect(await refusedFor(cases, { kind: 'referrals' })).toContain('2 case_external_id missing-column');
  });
});

describe('a file', () => {
  it('says itself what it is, in Spanish or English', async () => {
    expect(await inspectFile(sourceOf(sample('cases.csv')))).toMatchObject({
      layout: { kind: 'cases' },
      rows: 6,
      header: 2,
      demo: true,
    });
    expect(await inspectFile(sourceOf(sample('casos.csv')))).toMatchObject({
      layout: { kind: 'cases' },
      rows: 6,
      header: 1,
      demo: true,
    });
    expect(await inspectFile(sourceOf(sample('referrals.csv')))).toMatchObject({
      layout: { kind: 'referrals' },
      rows: 4,
    });
  });

  it.each([
    ['# demo', true],
    ['#DEMO: export of September', true],
    ['# demostración', true],
    ['# demolition', false],
    ['# export', false],
  ])('is marked as a demonstration by its first line: %s', async (mark, demo) => {
    expect(await inspectFile(sourceOf(`${mark}\n${header}\n`))).toMatchObject({ demo, header: 2 });
  });
});
