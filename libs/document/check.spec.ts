import {
  BadDocument,
  type Block,
  type Cell,
  checkDocument,
  type Figure,
  hidden,
  number,
  type ReportDocument,
  type TableData,
} from './index.js';
import { sample } from './sample.js';

const withBlocks = (...blocks: Block[]): ReportDocument => ({
  ...sample,
  sections: [{ id: 'only', title: 'Only', blocks }],
});

const table = (cells: readonly Cell[]): TableData => ({
  rowHeading: 'row',
  columns: [{ id: 'a', label: 'A' }],
  rows: [{ id: 'r', label: 'R', cells }],
});

const figure = (change: Partial<Figure>): Figure => ({
  kind: 'figure',
  id: 'f',
  title: 'T',
  description: 'D',
  alt: 'A',
  chart: { kind: 'bars', value: 'a' },
  table: table([number(1, 'es-PE')]),
  ...change,
});

const faultsOf = (doc: ReportDocument): readonly string[] => {
  try {
    checkDocument(doc);
    return [];
  } catch (error) {
    if (error instanceof BadDocument) return error.faults;
    throw error;
  }
};

describe('checkDocument', () => {
  it('accepts the sample, which uses every block, chart and cell', () => {
    expect(faultsOf(sample)).toEqual([]);
    const kinds = new Set(sample.sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['figure', 'form', 'indicators', 'list', 'note', 'paragraph', 'table']);
    const charts = sample.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'figure' ? [block.chart.kind] : [])),
    );
    expect(charts.sort()).toEqual(['bars', 'dots', 'line', 'matrix', 'stacked', 'steps']);
  });

  it('refuses a hidden cell that still carries its number', () => {
    const leaky = JSON.parse('{"kind":"hidden","value":3}') as Cell;
    expect(faultsOf(withBlocks(figure({ table: table([leaky]) })))).toEqual([
      'f/r: a hidden cell carries more than its kind',
    ]);
    expect(faultsOf(withBlocks(figure({ table: table([hidden]) })))).toEqual([]);
  });

  it.each<readonly [string, Partial<Figure>, RegExp]>([
    ['a chart of a column that is not there', { chart: { kind: 'bars', value: 'b' } }, /no column "b"/],
    ['a ragged table', { table: table([]) }, /0 cells for 1 columns/],
    ['a number that is not finite', { table: table([{ kind: 'number', value: NaN, text: '?' }]) }, /not finite/],
    [
      'a ratio that does not divide',
      { table: table([{ kind: 'ratio', value: 0.5, numerator: 1, denominator: 3, text: '' }]) },
      /not its numerator over/,
    ],
    ['an unmeasured cell without words', { table: table([{ kind: 'unmeasured', text: '' }]) }, /without words/],
    ['a picture without words', { alt: ' ' }, /without words/],
    ['a control character', { title: 'a\u0000b' }, /no file can carry/],
    ['half a character', { title: 'a\ud800b' }, /no file can carry/],
    ['an id that is no anchor', { id: '1 x' }, /"1 x" is not an id/],
    ['an id used twice', { id: 'only' }, /"only" is used twice/],
  ])('refuses %s', (_, change, fault) => {
    expect(faultsOf(withBlocks(figure(change))).join('\n')).toMatch(fault);
  });

  it('refuses a link that leads nowhere and histories of different lengths', () => {
    expect(faultsOf(withBlocks({ kind: 'list', items: [{ text: 'x', to: 'nowhere' }] })).join()).toMatch(/no section/);
    const [block] = sample.sections[0]?.blocks ?? [];
    if (block?.kind !== 'indicators') throw new Error('the sample begins with its indicators');
    const rows = block.rows.map((row, index) => (index === 0 ? { ...row, trend: [] } : row));
    expect(faultsOf(withBlocks({ ...block, rows })).join()).toMatch(/different lengths/);
  });
});

it('a row leads to a section of the same document, or nowhere', () => {
  const leading = (to: string): ReportDocument => {
    const { rows, ...rest } = table([number(1, 'es-PE')]);
    const led = { ...rest, rows: rows.map((row) => ({ ...row, to })) };
    return withBlocks({ kind: 'table', id: 't', title: 'T', table: led });
  };
  expect(faultsOf(leading('only'))).toEqual([]);
  expect(faultsOf(leading('elsewhere'))).toEqual(['t links to "elsewhere", which is no section']);
});
