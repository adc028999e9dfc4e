import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import {
  canonicalJson,
  hidden,
  number,
  readBack,
  harmless,
  renderCsv,
  renderHtml,
  renderPdf,
  renderXlsx,
  type ReportDocument,
  reportCssPath,
  unmeasured,
} from './index.js';
import type { Files } from './readback.js';
import { readHtml } from './readback.js';
import { sample } from './sample.js';
import { readSheets } from './xlsx-read.js';
import { sheetNames } from './xlsx.js';
import { unzip } from './zip.js';

const filesOf = async (doc: ReportDocument): Promise<Required<Files>> => ({
  html: renderHtml(doc, { as: 'file' }),
  csv: renderCsv(doc),
  json: canonicalJson(doc),
  xlsx: await renderXlsx(doc),
  pdf: renderPdf(doc).bytes,
});

/** The same document with one number of its first figure changed. */
function altered(): ReportDocument {
  const copy = structuredClone(sample) as { sections: { blocks: unknown[] }[] } & ReportDocument;
  const figure = copy.sections[1]?.blocks[0];
  if (figure?.kind !== 'figure') throw new Error('the sample has a figure there');
  Object.assign(figure.table.rows[3]?.cells[0] ?? {}, { value: 98, text: '98' });
  return copy;
}

describe('all formats of a document', () => {
  it('hold every number, withheld and unmeasured cell of the model', async () => {
    expect(readBack(sample, await filesOf(sample))).toEqual([]);
  });

  it('are told apart when a single number differs, each by itself', async () => {
    const files = await filesOf(sample);
    const doc = altered();
    const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;
    for (const [format, file] of Object.entries(files)) {
      if (format === 'pdf' && !readsPdf) continue;
      expect(readBack(doc, { [format]: file }).join('\n')).toContain('98');
    }
  });

  it('are the same bytes every time, whatever the order of members', async () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      );
    };
    const [first, second] = [await filesOf(sample), await filesOf(turned(sample) as ReportDocument)];
    for (const format of ['html', 'csv', 'json', 'xlsx', 'pdf'] as const) {
      expect(Buffer.from(second[format]).equals(Buffer.from(first[format]))).toBe(true);
    }
  });
});

describe('withheld values', () => {
  const alone: ReportDocument = {
    ...sample,
    sections: [
      {
        id: 's',
        title: 'S',
        blocks: [
          {
            kind: 'table',
            id: 't',
            title: 'T',
            table: {
              rowHeading: 'H',
              columns: [
                { id: 'a', label: 'A' },
                { id: 'b', label: 'B' },
              ],
              rows: [{ id: 'r', label: 'R', cells: [hidden, unmeasured] }],
            },
          },
        ],
      },
    ],
  };

  it('leave no number in any format, and are not printed as nothing', async () => {
    const [hiddenCell, unmeasuredCell] = readHtml(renderHtml(alone, { as: 'fragment' }));
    expect(hiddenCell).toMatchObject({
      status: 'hidden',
      value: null,
      numerator: null,
      denominator: null,
      low: null,
      high: null,
    });
    expect(unmeasuredCell).toMatchObject({ status: 'unmeasured', value: null });
    expect(renderHtml(alone, { as: 'fragment' })).toMatch(/··.*dato reservado.*aún no medido/);
    expect(renderCsv(alone).split('\r\n').slice(1, 3)).toEqual([
      's,t,r,a,T,R,A,,,,,,hidden,',
      's,t,r,b,T,R,B,,,,,,unmeasured,aún no medido',
    ]);
    expect(readSheets(await renderXlsx(alone))[1]).toEqual([
      ['H', 'A', 'B'],
      ['R', '··', 'aún no medido'],
    ]);
  });
});

describe('HTML', () => {
  it('escapes what it is given', () => {
    const title = `<script>alert("1")</script> & 'x' {y}`;
    const html = renderHtml({ ...sample, title }, { as: 'page', stylesheet: '/report.css' });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>alert(');
    expect(html).toContain('&amp; ');
  });

  it('needs no inline style, no script and nobody else for a served page', () => {
    const html = renderHtml(sample, { as: 'page', stylesheet: '/assets/report.css' });
    expect(html).not.toMatch(/<style|<script|\sstyle=|\son\w+=|url\((?!#)|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(html.match(/<link[^>]*>/g)).toEqual(['<link rel="stylesheet" href="/assets/report.css"/>']);
  });

  it('stands alone as a file, and a footer cannot break out of its style', () => {
    const footer = { ...sample.footer, owner: `"}</style><script>` };
    const html = renderHtml({ ...sample, footer }, { as: 'file' });
    expect(html.match(/<style>.*<\/style>/s)?.[0]).toContain('@page');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(reportCssPath.endsWith('report.css')).toBe(true);
  });

  it('uses every id once and points only at ids it has', () => {
    const html = renderHtml(sample, { as: 'page', stylesheet: 'x' });
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = [...html.matchAll(/(?:aria-labelledby="|href="#|url\(#)([^")]+)/g)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('says in which language a text is', () => {
    const html = renderHtml(sample, { as: 'page', stylesheet: 'x' });
    expect(html).toContain('<html lang="es">');
    expect(html).toMatch(/<p lang="qu">Llank/);
  });
});

describe('CSV', () => {
  it('keeps a spreadsheet from running a text as a formula', () => {
    const lines = renderCsv(sample).split('\r\n');
    expect(lines.filter((line) => /(^|,|")[=+@]/.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes(`'@Reparar el techo`) && line.includes(`'+Sur`))).toBe(true);
    expect(lines.some((line) => line.includes(`"'=Música ""impresa"""`))).toBe(true);
    expect(lines.some((line) => line.includes(`'-En curso`))).toBe(true);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['\t=1+1', "'\t=1+1"],
    // A spreadsheet set to Spanish begins a cell behind a semicolon.
    ['hola;=1+1', "hola;'=1+1"],
    ['hola;\t=1', "hola;'\t'=1"],
    ['a\n@suma', "a\n'@suma"],
    ['\uff1d1', "'\uff1d1"],
    ['x=1; y-2, a@b', 'x=1; y-2, a@b'],
  ])('writes %j so that no spreadsheet runs it', (text, written) => {
    expect(harmless(text)).toBe(written);
  });
});

describe('XLSX', () => {
  it('opens with a sheet that explains it and lists the others', async () => {
    const [readme = []] = readSheets(await renderXlsx(sample));
    const words = readme.flat();
    for (const text of [
      sample.title,
      sample.classification,
      '··',
      'dato reservado',
      'K7QX-92MD',
      'Envíos entre bibliotecas',
    ]) {
      expect(words).toContain(text);
    }
  });

  it('freezes heads, merges nothing, runs nothing, and does not say when it was made', async () => {
    const bytes = Buffer.from(await renderXlsx(sample));
    const files = unzip(bytes);
    expect(files.get('xl/workbook.xml')).toContain('name="Léame"');
    const sheets = [...files].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(9);
    for (const [name, xml] of sheets) {
      expect(xml).not.toMatch(/<mergeCell|<f[ >]/);
      if (!name.endsWith('sheet1.xml')) expect(xml).toContain('state="frozen"');
    }
    expect(bytes.readUInt32LE(10)).toBe(0x00210000);
  });

  it('names sheets so that any program takes them', () => {
    const forbidden = /[[\]:*?/\\]|^'|'$/;
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 60 }),
            fc.constantFrom('a', 'A', '', "'x'", 'x'.repeat(40)),
          ),
        ),
        (titles) => {
          const names = sheetNames(titles);
          expect(names).toHaveLength(titles.length);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
          for (const name of names) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(31);
            expect(name).not.toMatch(forbidden);
          }
        },
      ),
    );
  });

  it('gives back any text and any number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.string({ unit: 'grapheme-composite', minLength: 1 }).filter((text) => !text.includes('\ufffd')),
              fc.constantFrom('constructor', '__proto__', ' '),
            ),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        async (pairs) => {
          const rows = pairs.map(([label, value], index) => ({
            id: `r${index}`,
            label,
            cells: [number(value === 0 ? 0 : value, 'es-PE')],
          }));
          const data = { rowHeading: 'H', columns: [{ id: 'a', label: 'A' }], rows };
          const doc: ReportDocument = {
            ...sample,
            sections: [{ id: 's', title: 'S', blocks: [{ kind: 'table', id: 't', title: 'T', table: data }] }],
          };
          expect(
            readBack(doc, {
              xlsx: await renderXlsx(doc),
              csv: renderCsv(doc),
              html: renderHtml(doc, { as: 'fragment' }),
            }),
          ).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
