import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, type ReportDocument, renderCsv, renderHtml, renderPdf, renderXlsx } from '#document';
import { documentOf } from './document/build.js';
import { gathered } from './document/gathered.js';
import type { Report } from './domain/model.js';

export const formats = ['html', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A report as the bytes of one file. All formats are made from the same document, or the figures themselves. */
export const render = (report: Report, format: Format): Promise<Uint8Array> =>
  renderAs(format, () => documentOf(report), report);

/** A document as the bytes of one file; as JSON, the data it was made from. */
export async function renderAs(format: Format, made: () => ReportDocument, data: unknown): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  if (format === 'json') return encoder.encode(`${canonicalJson(data)}\n`);
  const document = made();
  switch (format) {
    case 'html':
      return encoder.encode(renderHtml(gathered(document), { as: 'file' }));
    case 'pdf':
      return renderPdf(gathered(document)).bytes;
    case 'xlsx':
      return renderXlsx(document);
    case 'csv':
      return encoder.encode(renderCsv(document));
  }
}

/** Writes `report.<format>` for every format into `folder`; answers their paths. */
export async function writeReport(report: Report, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const format of formats) {
    const path = join(folder, `report.${format}`);
    await writeFile(path, await render(report, format));
    paths.push(path);
  }
  return paths;
}
