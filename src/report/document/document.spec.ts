import fc from 'fast-check';
import { type Block, checkDocument, digest, renderHtml, type ReportDocument } from '#document';
import type { Figures, Report, Value } from '../domain/model.js';
import { figuresOf } from '../domain/figures.js';
import { indicators } from '../domain/indicators/registry.js';
import { months } from '../testing/months.js';
import { jurisdiction } from '../../protocol/index.js';
import { documentOf, shortCode } from './build.js';
import { Labels } from './labels.js';
import { es } from './words.js';

const reportOf = (figures: Figures): Report => ({
  figures,
  seal: {
    position: '00000000000000000042',
    issuedAt: '2025-11-01T13:00:00.000Z',
    software: 'chaski test',
    figuresDigest: digest(figures),
    demo: true,
  },
});

const [some] = fc.sample(months(), { numRuns: 1, seed: 11 }).map((inputs) => reportOf(figuresOf(inputs)));
if (some === undefined) throw new Error('no report');

/** Every published value anywhere in the figures. */
function published(of: unknown): readonly Value[] {
  if (typeof of !== 'object' || of === null) return [];
  const inside = Object.values(of).flatMap(published);
  return 'status' in of && of.status === 'published' ? [of as Value, ...inside] : inside;
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Sentences somebody may read without looking at a table: titles, the words for a picture, and matters to decide. */
function sentences({ sections }: ReportDocument): readonly string[] {
  const ofBlock = (block: Block): readonly string[] => {
    if (block.kind === 'figure') return [block.title, block.alt];
    if (block.kind === 'list' && block.ordered === true) return block.items.map(({ text }) => text);
    return block.kind === 'table' && block.title !== undefined ? [block.title] : [];
  };
  const told = sections.filter(({ id }) => id !== 'method');
  return told.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(ofBlock)]);
}

it('a title states nothing that the published figures do not hold', () => {
  fc.assert(
    fc.property(months(), (inputs) => {
      const report = reportOf(figuresOf(inputs));
      const { figures } = report;
      const labels = new Labels(figures, es);
      // What names a thing, a month or a term is no finding.
      const names = [
        ...figures.rules.map(({ id, version }) => labels.rule(`${id}.${version}`)),
        labels.month(figures.period.month),
        ...[...Object.values(es.openFor), ...jurisdiction('PE').ageBands.map(({ label_es }) => label_es)].map((name) =>
          name.toLowerCase(),
        ),
        ...['10 000 habitantes', '72 horas'],
      ];
      const kinds = ['count', 'ratio', 'rate', 'hours'] as const;
      const reporters =
        figures.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'reporters')?.rows ?? [];
      const held = new Set(
        [
          ...published(figures).flatMap((value) => kinds.map((kind) => labels.cell(value, kind))),
          { text: `${reporters.filter(({ cells }) => cells[0]?.value === 1).length} ${reporters.length}` },
        ].flatMap((cell) => ('text' in cell ? numbersIn(cell.text ?? '') : [])),
      );
      for (const sentence of sentences(documentOf(report))) {
        const plain = names.reduce((text, name) => text.replaceAll(name, ''), sentence);
        expect(numbersIn(plain).filter((number) => !held.has(number))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

it('a title names no number where the figure behind it is hidden', () => {
  const hide = (of: unknown): unknown => {
    if (Array.isArray(of)) return of.map(hide);
    if (typeof of !== 'object' || of === null) return of;
    if ('status' in of && of.status !== 'unmeasured') {
      return { ...of, status: 'hidden', value: null, numerator: null, denominator: null };
    }
    return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, hide(value)]));
  };
  const figures = hide(some.figures) as Figures;
  const told = sentences(documentOf(reportOf(figures)));
  expect(told).toContain('Casos nuevos por mes');
  expect(told).toContain('Quién deriva a quién');
  expect(told).toContain('¿Se cerró el circuito?');
  expect(told).toContain('Tiempo hasta la primera atención');
  expect(told).toContain('Plazos cumplidos e incumplidos');
  expect(told).toContain('Atenciones por servicio');
});

it('the document has its sections in order, and passes its own checks whatever the month', () => {
  fc.assert(
    fc.property(months(25), (inputs) => {
      const document = documentOf(reportOf(figuresOf(inputs)));
      expect(document.sections.flatMap(({ number }) => number ?? [])).toEqual([
        ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '15.1'],
      ]);
      expect(() => checkDocument(document)).not.toThrow();
    }),
    { numRuns: 30 },
  );
});

it('every indicator leads to what it counts, by the version it was counted by', () => {
  const { sections } = documentOf(some);
  const [month] = sections;
  const links = month?.blocks.flatMap((block) => (block.kind === 'indicators' ? block.rows : [])) ?? [];
  const html = renderHtml(documentOf(some), { as: 'fragment' });
  for (const { id, version } of some.figures.indicators) {
    const definition = indicators.find(id, version);
    const { to, label } = links.find((row) => row.id === `${id}@${version}`) ?? {};
    expect(html).toContain(`<a href="#${to}">${label}</a>`);
    const [list] = sections.find((section) => section.id === to)?.blocks ?? [];
    const said = list?.kind === 'list' ? list.items.map(({ text }) => text).join('\n') : '';
    for (const part of [`${id}@${version}`, definition?.numerator.words_es, definition?.denominator?.words_es]) {
      expect(said.toLowerCase()).toContain((part ?? '').toLowerCase());
    }
    expect(said).toMatch(/válida desde .+\n(.*\n)+No entra: .+\nFuente: .+/u);
  }
});

it('agreements of which none fell due have no share kept: never 0', () => {
  const [quiet] = fc.sample(months(), { numRuns: 1, seed: 11 });
  if (quiet === undefined) throw new Error('no month');
  const document = documentOf(reportOf(figuresOf({ ...quiet, agreements: [], sessions: [], plans: [] })));
  const rows = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'indicators' ? block.rows : [])),
  );
  const row = rows.find((each) => each.id === 'agreements-kept@1');
  expect(row?.value).toEqual({ kind: 'unmeasured', text: es.because['none-due'] });
  const html = renderHtml(document, { as: 'fragment' });
  const from = html.indexOf('>', html.indexOf('data-row="agreements-kept@1"'));
  expect(from).toBeGreaterThan(0);
  const printed = html.slice(from + 1, html.indexOf('</tr>', from)).replace(/<[^>]*>/g, ' ');
  expect(printed).toContain('ninguno vencía');
  expect(numbersIn(printed)).toEqual([]);
  expect(html).toContain(es.noAgreements);
  expect(html).toContain(es.noPlan);
});

it('a month before the first record is not a month without cases', () => {
  const [first] = fc.sample(
    months().filter(({ months: known }) => known.size === 1),
    { numRuns: 1, seed: 3 },
  );
  if (first === undefined) throw new Error('no month');
  const figures = figuresOf(first);
  const series = figures.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'series');
  const earlier = series?.rows.slice(0, -1).flatMap(({ cells }) => cells.map(({ status }) => status));
  expect(new Set(earlier)).toEqual(new Set(['unmeasured']));
  for (const { previous, yearBefore } of figures.indicators) {
    expect([previous.status, yearBefore.status]).toEqual(['unmeasured', 'unmeasured']);
  }
});

it('the short code is the beginning of the digest, in groups people can read out', () => {
  expect(shortCode('0123456789abcdef')).toBe('0123-4567-89AB');
});
