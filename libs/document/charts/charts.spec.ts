import fc from 'fast-check';
import {
  type Cell,
  type Chart,
  chartSvg,
  type Figure,
  hidden,
  isMeasured,
  sparklineSvg,
  type TableData,
} from '../index.js';
import { readPictures } from '../readback.js';
import { sample, sampleWords } from '../sample.js';
import { ticks, wrap } from './draw.js';

const doc = { locale: 'es-PE', words: sampleWords };

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme-composite', maxLength: 40 }),
  fc.constantFrom('<b>&"', ']]>', 'A & B'),
);
const measured: fc.Arbitrary<Cell> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: -50, max: 5000 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.constantFrom(0, 5e-324, 1e-9),
    ),
    anyText,
  )
  .map(([value, text]) => ({ kind: 'number', value: value === 0 ? 0 : value, text }));
const share: fc.Arbitrary<Cell> = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 200 }))
  .map(([numerator, denominator]) => ({
    kind: 'ratio',
    value: numerator / denominator,
    numerator,
    denominator,
    text: '1 %',
  }));
const anyCell = fc.oneof(
  measured,
  share,
  fc.constantFrom<Cell>(hidden, { kind: 'unmeasured' }, { kind: 'text', text: 'x' }),
);

const columns = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: `Column <${id}>`, total: id === 'e' }));
const anyTable: fc.Arbitrary<TableData> = fc
  .array(fc.tuple(anyText, fc.array(anyCell, { minLength: 5, maxLength: 5 }), fc.boolean()), { maxLength: 8 })
  .map((rows) => ({
    rowHeading: 'Row',
    columns,
    rows: rows.map(([label, cells, total], index) => ({ id: `r${index}`, label, cells, total })),
  }));

const charts: readonly Chart[] = [
  { kind: 'line', value: 'a', limits: { low: 'b', centre: 'c', high: 'd' } },
  { kind: 'bars', value: 'a' },
  { kind: 'stacked', parts: ['a', 'b', 'c', 'd'], hatched: 'd', target: 'e' },
  { kind: 'matrix', columnHeading: 'To' },
  { kind: 'steps', count: 'a', share: 'b' },
  { kind: 'dots', middle: 'a', low: 'b', high: 'c', target: 'd' },
];

const figureOf = (chart: Chart, table: TableData): Figure => ({
  kind: 'figure',
  id: 'f',
  title: 'T <1>',
  description: 'D',
  alt: 'A & B',
  chart,
  table,
});

/** A small strict reader: every element closed in turn, every attribute quoted, no stray sign. */
function xmlFault(xml: string): string | undefined {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi,
    (_, end: string, name: string, __, empty: string) => {
      if (end) return open.pop() === name ? '' : `<unmatched ${name}>`;
      if (!empty) open.push(name);
      return '';
    },
  );
  if (open.length > 0) return `${open.join()} not closed`;
  return /<|&(?!(?:lt|gt|amp|quot|#\d+);)/.exec(rest)?.input.slice(0, 80);
}

describe('charts', () => {
  it.each(charts.map((chart) => [chart.kind, chart] as const))(
    '%s is valid XML with finite numbers for any table',
    (_, chart) => {
      fc.assert(
        fc.property(anyTable, fc.constantFrom('screen' as const, 'paper' as const), (table, medium) => {
          const svg = chartSvg(figureOf(chart, table), doc, medium);
          expect(xmlFault(svg)).toBeUndefined();
          expect(svg).not.toMatch(/="[^"]*(NaN|Infinity|undefined|null)[^"]*"/);
          expect(svg).not.toMatch(/(?:width|height|r)="-/);
          expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title [^>]*>T &lt;1><\/title><desc [^>]*>A &amp; B<\/desc>/);
          expect(chartSvg(figureOf(chart, table), doc, medium)).toBe(svg);
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(charts.map((chart) => [chart.kind, chart] as const))('%s draws only numbers of its table', (_, chart) => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (const mark of readPictures(chartSvg(figureOf(chart, table), doc, 'screen'))) {
          const cell = table.rows.find(({ id }) => id === mark.row)?.cells[
            columns.findIndex(({ id }) => id === mark.column)
          ];
          expect(isMeasured(cell) ? cell.value : undefined).toBe(mark.value);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws nothing of a bar of parts to scale once one part is withheld', () => {
    const [figure] = sample.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'figure' && block.id === 'states'),
    );
    if (figure?.kind !== 'figure') throw new Error('the sample has that figure');
    const marks = readPictures(chartSvg(figure, doc, 'screen'));
    expect(marks.filter(({ row }) => row === 'oct').map(({ column }) => column)).toEqual([
      'inTime',
      'late',
      'lost',
      'unknown',
      'goal',
    ]);
    expect(marks.filter(({ row }) => row === 'nov').map(({ column }) => column)).toEqual(['goal']);
  });

  it('gives a withheld bar the whole length, whatever the others are', () => {
    const widthOfHidden = (other: number): string | undefined => {
      const rows = [
        { id: 'x', label: 'X', cells: [hidden] },
        { id: 'y', label: 'Y', cells: [{ kind: 'number', value: other, text: '9' } as const] },
      ];
      const table = { rowHeading: 'R', columns: [{ id: 'a', label: 'A' }], rows };
      const svg = chartSvg(figureOf({ kind: 'bars', value: 'a' }, table), doc, 'screen');
      return /data-row="x"[^>]*><rect[^>]*\swidth="([\d.]+)"/.exec(svg)?.[1];
    };
    expect(Number(widthOfHidden(1))).toBeGreaterThan(100);
    expect(new Set([1, 7, 4000].map(widthOfHidden)).size).toBe(1);
  });

  it('leaves a gap in a line where a point is withheld or missing', () => {
    const point = (value: number): Cell => ({ kind: 'number', value, text: String(value) });
    const svg = sparklineSvg([point(1), point(2), hidden, point(3), { kind: 'unmeasured' }, point(4)]);
    expect(/<path d="([^"]*)"/.exec(svg)?.[1]?.match(/[ML]/g)?.join('')).toBe('MLMM');
  });

  it('shows points beyond their limits by shape', () => {
    const [figure] = sample.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'figure' && block.chart.kind === 'line'),
    );
    if (figure?.kind !== 'figure') throw new Error('the sample has a line');
    const svg = chartSvg(figure, doc, 'screen');
    const shapeOf = (row: string): string | undefined => new RegExp(`data-row="${row}"[^>]*><(\\w+)`).exec(svg)?.[1];
    expect([shapeOf('m14'), shapeOf('m20'), shapeOf('m3')]).toEqual(['path', 'path', 'circle']);
  });
});

describe('what charts are drawn with', () => {
  it('axes begin at 0 or below and reach the highest value in few steps', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 0, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        (low, high) => {
          const marks = ticks(low, high);
          expect(marks[0]).toBeLessThanOrEqual(Math.min(0, low) + 1e-9);
          expect(marks.at(-1)).toBeGreaterThanOrEqual(high - (high - low) * 1e-8);
          expect(marks).toContain(0);
          expect(marks.length).toBeLessThanOrEqual(9);
        },
      ),
    );
  });

  it('labels keep to their width and say when they were cut', () => {
    expect(wrap('Centro de atención de la zona norte', 100, 2)).toEqual(['Centro de', 'atención de l…']);
    expect(wrap('Norte', 100)).toEqual(['Norte']);
    expect(wrap('', 100)).toEqual(['']);
  });
});
