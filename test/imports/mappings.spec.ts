import { readFileSync } from 'node:fs';
import { codeOf } from '../../src/imports/domain/readers.js';
import { FileRefused } from '../../src/imports/domain/errors.js';
import type { Mapping } from '../../src/imports/domain/mapping.js';
import { inspectFile } from '../../src/imports/inspect.js';
import { mappingsFrom } from '../../src/imports/mappings.js';
import { previewFile } from '../../src/imports/preview.js';
import { memoryPlatform } from '../support/platform.js';
import { bring, contents, sourceOf } from './support/importing.js';

const mappings = mappingsFrom({});
const list = (name: string): Buffer => readFileSync(new URL(`lists/${name}`, import.meta.url));

const mapped = (id: string): Mapping => {
  const found = mappings.find(id);
  if (found === undefined) throw new Error(`no mapping ${id}`);
  return found;
};

describe('the list of an institution', () => {
  let platform: ReturnType<typeof memoryPlatform>;
  beforeEach(() => {
    platform = memoryPlatform('2025-11-01T12:00:00.000Z');
  });
  afterEach(() => platform.close());

  const told = async (content: string | Buffer, id: string) => {
    const { errors, ...summary } = await bring(platform, content, { mapping: mapped(id) });
    return { ...summary, errors: errors.map(({ row, column, heading, code }) => [row, column, heading, code]) };
  };
  const openings = async (): Promise<readonly object[]> =>
    (await contents(platform.log))
      .map((line) => JSON.parse(line) as [string, string, string, object, { effectiveAt: string }])
      .filter(([, , type]) => type === 'CaseOpened' || type === 'IncidentRecorded')
      .map(([, , , data, { effectiveAt }]) => ({ ...data, effectiveAt }));

  it.each([
    ['comisaria.csv', 'comisaria-ejemplo', 3],
    ['cem.csv', 'cem-ejemplo', 3],
    ['slim.tsv', 'slim-ejemplo', 2],
  ])('is read by its mapping, and changes nothing the second time: %s', async (file, id, rows) => {
    expect(await told(list(file), id)).toMatchObject({ rows, created: rows, refused: 0, errors: [] });
    const before = await contents(platform.log);
    expect(await told(list(file), id)).toMatchObject({ rows, created: 0, unchanged: rows, errors: [] });
    expect(await contents(platform.log)).toEqual(before);
    // Columns that are ignored, and ids people could guess.
    expect(before.join('\n')).not.toMatch(/DEMO-|"X"/);
  });

  it('of a police station: words, days with an hour beside them, and what people write for nothing', async () => {
    await told(list('comisaria.csv'), 'comisaria-ejemplo');
    expect(await openings()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ country: 'PE', district: '150112', institution: 'pe-150112-comisaria-familia', entry: 'POLICE' },
          ...{ condition: 'NEW', sex: 'F', ageBand: '26-29', relation: 'PARTNER' },
          effectiveAt: '2025-09-01T14:15:00.000Z',
        }),
        expect.objectContaining({ types: ['PHYSICAL', 'PSYCHOLOGICAL'], principal: 'PHYSICAL' }),
        expect.objectContaining({ condition: 'REPEAT_SAME', effectiveAt: '2025-09-02T20:05:00.000Z' }),
        expect.objectContaining({ sex: 'M', ageBand: 'UNKNOWN', effectiveAt: '2025-09-03T17:00:00.000Z' }),
      ]),
    );
  });

  it('of a centre: the numbers a spreadsheet keeps for days, and what an empty cell stands for', async () => {
    await told(list('cem.csv'), 'cem-ejemplo');
    expect(await openings()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ entry: 'SELF', disability: false, effectiveAt: '2025-09-01T13:00:00.000Z' }),
        expect.objectContaining({ entry: 'POLICE', language: 'QU', effectiveAt: '2025-09-02T15:30:00.000Z' }),
        expect.objectContaining({ entry: 'LINE100', sex: 'M', effectiveAt: '2025-09-04T13:00:00.000Z' }),
      ]),
    );
  });

  it('of a Bolivian service: its own codes and clocks', async () => {
    await told(list('slim.tsv'), 'slim-ejemplo');
    expect(await openings()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ country: 'BO', district: '020105', effectiveAt: '2025-09-01T13:15:00.000Z' }),
        expect.objectContaining({ types: ['FAMILY', 'PHYSICAL'], principal: 'PHYSICAL' }),
        expect.objectContaining({ entry: 'SELF', ageBand: 'UNKNOWN', effectiveAt: '2025-09-02T20:40:00.000Z' }),
      ]),
    );
  });

  it('of today is taken, though its usual hour is still to come, and is the same list tomorrow', async () => {
    const [header, , , last = ''] = list('cem.csv').toString().split('\n');
    const closed = last.replace('Por determinar,,,', 'Por determinar,04/09/2025,Plan cumplido,');
    const content = `${header}\n${closed.replaceAll('04/09/2025', '01/11/2025')}\n`;
    // It is seven in the morning: the list opens its cases at eight, and closes them at six in the evening.
    expect(await told(content, 'cem-ejemplo')).toMatchObject({ created: 1, errors: [] });
    const before = await contents(platform.log);
    const times = before.map(
      (line) => (JSON.parse(line) as [string, string, string, object, { effectiveAt: string }])[4].effectiveAt,
    );
    expect(new Set(times)).toEqual(new Set(['2025-11-01T12:00:00.000Z']));
    // In UTC it is the second already.
    platform.clock.advanceTo('2025-11-02T02:00:00.000Z');
    expect(await told(content, 'cem-ejemplo')).toMatchObject({ unchanged: 1, errors: [] });
    expect(await contents(platform.log)).toEqual(before);
    const tomorrow = content.replaceAll('01/11/2025', '02/11/2025').replace('DEMO-CEM-003', 'DEMO-CEM-004');
    expect(await told(tomorrow, 'cem-ejemplo')).toMatchObject({
      refused: 1,
      errors: [
        [2, 'opened_at', 'Fecha de ingreso', 'in-future'],
        [2, 'closed_at', 'Fecha de cierre', 'in-future'],
      ],
    });
  });

  it('is the same list in another encoding, with other spellings and another separator', async () => {
    const windows = list('comisaria.csv');
    await told(windows, 'comisaria-ejemplo');
    const text = new TextDecoder('windows-1252').decode(windows);
    const respelt = text
      .replace('N° de denuncia', '  nro DENUNCIA.')
      .replace('Situación', 'SITUACION')
      .replaceAll(';', '\t');
    for (const other of [text, `\uFEFF${text}`, respelt]) {
      expect(await told(Buffer.from(other), 'comisaria-ejemplo')).toMatchObject({ unchanged: 3, errors: [] });
    }
  });

  it('with days nobody can read, is refused row by row, with the heading people know', async () => {
    expect(await told(list('comisaria-fechas.csv'), 'comisaria-ejemplo')).toMatchObject({
      ...{ rows: 10, created: 1, refused: 9 },
      errors: [
        [3, 'opened_at', 'Fecha de denuncia', 'two-digit-year'],
        [4, 'opened_at', 'Fecha de denuncia', 'not-a-time'],
        [5, 'opened_at', 'Fecha de denuncia', 'not-a-time'],
        [6, 'opened_at', 'Fecha de denuncia', 'no-hour'],
        [7, 'opened_at', 'Fecha de denuncia', 'not-in-format'],
        [8, 'relation', 'Vínculo', 'unknown-word'],
        [9, 'types', 'Modalidad', 'unknown-word'],
        [9, 'opened_at', 'Fecha de denuncia', 'not-in-format'],
        [10, 'district', 'Ubigeo', 'not-a-district'],
        [10, 'age', 'Edad agraviada', 'not-an-age'],
        [11, 'opened_at', 'Fecha de denuncia', 'not-a-time'],
      ],
    });
    expect(await told(list('cem-fechas.csv'), 'cem-ejemplo')).toMatchObject({
      ...{ rows: 8, created: 0, refused: 8 },
      errors: [
        [2, 'opened_at', 'Fecha de ingreso', 'two-digit-year'],
        [3, 'opened_at', 'Fecha de ingreso', 'not-in-format'],
        [4, 'opened_at', 'Fecha de ingreso', 'too-old'],
        [5, 'opened_at', 'Fecha de ingreso', 'in-future'],
        [6, 'closed_at', 'Fecha de cierre', 'not-in-format'],
        [7, 'closed_at', 'Fecha de cierre', 'out-of-order'],
        [8, 'entry', 'Vía de ingreso', 'unknown-word'],
        [8, 'complaint', '¿Denunció?', 'not-yes-or-no'],
        [9, 'demo', 'Demostración', 'not-demo'],
      ],
    });
    expect(await told(list('slim-fechas.tsv'), 'slim-ejemplo')).toMatchObject({
      ...{ rows: 5, created: 0, refused: 5 },
      errors: [
        [3, 'opened_at', 'Fecha y hora', 'two-digit-year'],
        [4, 'opened_at', 'Fecha y hora', 'no-hour'],
        [5, 'age_band', 'Rango de edad', 'unknown-word'],
        [6, 'principal', 'Violencia principal', 'case/principal-not-among-types'],
        [7, 'complaint', 'Denuncia formal', 'unknown-word'],
        [7, 'opened_at', 'Fecha y hora', 'no-hour'],
      ],
    });
  });

  const refusal = async (content: Buffer, mapping: Mapping): Promise<readonly (readonly unknown[])[]> => {
    const error: unknown = await inspectFile(sourceOf(content), { mapping }).catch((reason: unknown) => reason);
    if (!(error instanceof FileRefused)) throw new Error('it was not refused', { cause: error });
    return error.errors.map(({ row, column, heading, code }) => [row, column, heading, code]);
  };

  it('with other columns than the mapping says, is refused as a whole, and no unknown name is repeated', async () => {
    expect(await refusal(list('comisaria-columnas.csv'), mapped('comisaria-ejemplo'))).toEqual([
      [2, '#7', undefined, 'unknown-column'],
      [2, 'opened_at', 'Fecha de denuncia', 'duplicate-column'],
      [2, 'opened_at', 'Fecha de denuncia', 'missing-column'],
    ]);
    expect(await refusal(list('cem-columnas.csv'), mapped('cem-ejemplo'))).toEqual([
      [1, '#9', undefined, 'unknown-column'],
      [1, 'district', 'Ubigeo del hecho', 'missing-column'],
    ]);
    // A comma is no separator of this list: its header is one long name.
    const lost = await refusal(list('slim-columnas.csv'), mapped('slim-ejemplo'));
    expect(lost[0]).toEqual([2, '#1', undefined, 'unknown-column']);
    expect(lost.slice(1).map(([, , , code]) => code)).toEqual(Array<string>(9).fill('missing-column'));
  });

  it('in another encoding than the mapping says, is refused, with the place', async () => {
    expect(await refusal(list('cem-windows.csv'), mapped('cem-ejemplo'))).toEqual([[1, '', undefined, 'encoding']]);
    expect(await refusal(list('slim-utf16.tsv'), mapped('slim-ejemplo'))).toEqual([[1, '', undefined, 'nul-byte']]);
    const windows: Mapping = { ...mapped('comisaria-ejemplo'), encodings: ['windows-1252'] };
    const text = new TextDecoder('windows-1252').decode(list('comisaria.csv'));
    expect(await refusal(Buffer.from(text), windows)).toEqual([[1, '', undefined, 'wrong-encoding']]);
    const broken = Buffer.concat([list('comisaria.csv'), Buffer.from([0xe1, 0x81])]);
    expect(await refusal(broken, windows)).toEqual([[6, '', undefined, 'wrong-encoding']]);
  });

  it('is shown first: rows as they would be read, and what stands where something is wrong', async () => {
    const mapping = mapped('comisaria-ejemplo');
    const source = sourceOf(list('comisaria-fechas.csv'));
    const preview = await previewFile(platform, source, await inspectFile(source, { mapping }), { actor: 'demo' });
    expect(preview).toMatchObject({
      ...{ mapping: 'comisaria-ejemplo@2', encoding: 'windows-1252', dry: true },
      ...{ rows: 10, created: 1, continued: 0, unchanged: 0, refused: 9 },
    });
    expect(preview.problems.map(({ row, heading, read }) => [row, heading, read]).slice(0, 6)).toEqual([
      [3, 'Fecha de denuncia', '01/09/25 09:15'],
      [4, 'Fecha de denuncia', '31/02/2025 09:15'],
      [5, 'Fecha de denuncia', '09/25/2025 09:15'],
      [6, 'Fecha de denuncia', '03/09/2025'],
      [7, 'Fecha de denuncia', '2025-09-03 09:15'],
      [8, 'Vínculo', 'Compadre'],
    ]);
    expect(preview.sample).toHaveLength(10);
    const cell = (row: number, column: string) =>
      preview.sample.find((each) => each.row === row)?.cells.find((each) => each.column === column);
    expect(cell(12, 'opened_at')).toMatchObject({ read: '03/09/2025 09:15', value: '2025-09-03 09:15' });
    expect(cell(12, 'types')).toMatchObject({ heading: 'Modalidad', read: 'Física', value: 'PHYSICAL' });
    expect(cell(3, 'opened_at')).toEqual({
      ...{ column: 'opened_at', heading: 'Fecha de denuncia', read: '01/09/25 09:15' },
    });
    expect(JSON.stringify(preview.sample)).not.toContain('bservaciones');
    expect(await contents(platform.log)).toEqual([]);
  });

  it('is shown without the words about a person', async () => {
    await bring(platform, list('../cases.csv'));
    const [mark, header = '', first = ''] = list('../referrals.csv').toString().split('\n');
    const source = sourceOf(`${mark}\n${header},note\n${first.replace(',consented,', ',,')},vive lejos\n`);
    const { problems, sample } = await previewFile(platform, source, await inspectFile(source), { actor: 'demo' });
    expect(problems).toMatchObject([{ row: 3, column: 'note', code: 'without-consent', read: '(texto reservado)' }]);
    expect(sample[0]?.cells).toContainEqual({
      ...{ column: 'note', heading: 'note', read: '(texto reservado)', value: '(texto reservado)' },
    });
    expect(JSON.stringify(sample)).not.toContain('vive lejos');
  });
});

describe('the example mappings', () => {
  const lists: Readonly<Record<string, string>> = {
    entry: 'entryDoors networkDoors',
    condition: 'conditions',
    sex: 'sexes',
    relation: 'relations',
    language: 'motherTongues',
    types: 'violenceTypes',
    principal: 'violenceTypes',
    risk: 'riskLevels',
    close_reason: 'closingReasons',
  };

  it('mean codes of their country with every word', () => {
    let words = 0;
    for (const { country, fields } of mappings.all) {
      for (const [field, { values = {} }] of Object.entries(fields)) {
        const names = lists[field];
        if (names === undefined) continue;
        for (const code of Object.values(values)) {
          expect(codeOf(country, ...names.split(' ')).read(code)).toBe(code);
          words += 1;
        }
      }
    }
    expect(words).toBeGreaterThan(60);
  });
});
