import { readBack, readModel } from '#document';
import fc from 'fast-check';
import { refresh } from '../../src/runners.js';
import { documentOf } from '../../src/report/document/build.js';
import { besideBars, gathered } from '../../src/report/document/gathered.js';
import type { Report, Value } from '../../src/report/domain/model.js';
import { render } from '../../src/report/files.js';
import { reportOf } from '../../src/report/report.js';
import { board } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { play, steps } from '../support/random-history.js';

const start = '2025-10-01T12:00:00.000Z';

async function someReport(seed: number): Promise<Report> {
  const platform = memoryPlatform(start);
  const [plan = []] = fc.sample(steps(200), { numRuns: 1, seed });
  await play(platform, plan);
  await refresh(platform);
  const position = await platform.log.head();
  if (position === undefined) throw new Error('nothing was recorded');
  const edition = { position, cutoff: '2025-11-05T13:00:00.000Z', clock: platform.clock, software: 'test', demo: true };
  const report = await reportOf(platform.views, board, '2025-10', edition);
  await platform.close();
  return report;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the files of a report', () => {
  it.each([1, 2, 3])('all hold the figures, and no others (history %i)', async (seed) => {
    const report = await someReport(seed);
    const document = documentOf(report);
    const [html, pdf, xlsx, csv, json] = await Promise.all(
      (['html', 'pdf', 'xlsx', 'csv', 'json'] as const).map((format) => render(report, format)),
    );
    // HTML, PDF, XLSX and CSV against the document they were made from.
    const files = {
      html: text(html ?? new Uint8Array()),
      csv: text(csv ?? new Uint8Array()),
      xlsx: xlsx ?? new Uint8Array(),
      pdf: pdf ?? new Uint8Array(),
    };
    const { csv: table, xlsx: workbook, ...forReading } = files;
    expect(readBack(document, { csv: table, xlsx: workbook })).toEqual([]);
    // What is read leaves out rows of which nothing may be said, and only those.
    const read = gathered(document);
    expect(readBack(read, forReading)).toEqual([]);
    const kept = new Set(readModel(read).map(({ figure, row }) => `${figure.replace(besideBars, '')}/${row}`));
    const away = readModel(document).filter(({ figure, row }) => !kept.has(`${figure}/${row}`));
    expect(away.every(({ status }) => status === 'hidden')).toBe(true);
    // The JSON file against the same document, cell by cell, both ways.
    const { figures } = JSON.parse(text(json ?? new Uint8Array())) as Report;
    const cells = new Map<string, Value>(
      figures.sections.flatMap((section) =>
        section.tables.flatMap((table) =>
          table.rows.flatMap((row) =>
            row.cells.map(
              (cell, index) => [`${section.id}-${table.id}/${row.id}/${table.columns[index]}`, cell] as const,
            ),
          ),
        ),
      ),
    );
    for (const { figure, row, column, ...reading } of readModel(document)) {
      const cell = cells.get(`${figure}/${row}/${column}`);
      if (cell === undefined || column === 'reported') continue;
      expect({ at: `${figure}/${row}/${column}`, status: reading.status }).toEqual({
        at: `${figure}/${row}/${column}`,
        status: cell.status,
      });
      if (cell.status === 'published' && cell.numerator === null) expect(reading.value).toBe(cell.value);
      cells.delete(`${figure}/${row}/${column}`);
    }
    const left = [...cells.keys()].filter((key) => !key.endsWith('/reported'));
    expect(left).toEqual([]);
  });

  it('are the same bytes each time', async () => {
    const report = await someReport(4);
    for (const format of ['html', 'pdf', 'xlsx', 'csv', 'json'] as const) {
      expect(Buffer.from(await render(report, format)).equals(Buffer.from(await render(report, format)))).toBe(true);
    }
  });
});
