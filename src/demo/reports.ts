import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asOf, catchUp, type Views } from '#projection';
import { factProjections } from '../capabilities.js';
import type { Platform } from '../platform.js';
import type { Report } from '../report/domain/model.js';
import { formats, render, writeReport } from '../report/files.js';
import { reportOf } from '../report/report.js';
import type { CutOff } from './load.js';
import { boardOf, type DemoBoard } from './boards/model.js';

export const folderOf = (out: string, { code }: Pick<DemoBoard, 'code'>, month: string): string =>
  join(out, `${code}-${month}`);

/** A board's report as it was due, from views that stand at the cut-off. */
export function reportAt(
  { software, demo }: Platform,
  views: Views,
  { month, cutoff, position }: CutOff,
  board: DemoBoard,
): Promise<Report> {
  return reportOf(views, boardOf(board), month, { position, cutoff, clock: { now: () => cutoff }, software, demo });
}

/** Writes a month's reports, a folder per board: `<out>/<code of the place>-<month>/report.*`. */
export async function writeReports(
  platform: Platform,
  cutOff: CutOff,
  boards: readonly DemoBoard[],
  out: string,
): Promise<void> {
  for (const board of boards) {
    const report = await reportAt(platform, platform.views, cutOff, board);
    await writeReport(report, folderOf(out, board, cutOff.month));
  }
}

/** Makes the reports that are not there once more, from the record as it was at each cut-off. */
export async function writeMissingReports(
  platform: Platform,
  cutOffs: readonly CutOff[],
  boards: readonly DemoBoard[],
  out: string,
  onProgress: (share: number) => void,
): Promise<void> {
  const [first] = cutOffs;
  if (first === undefined) return;
  const views = await asOf(platform.facts, factProjections, first.position);
  try {
    for (const [index, cutOff] of cutOffs.entries()) {
      await catchUp(platform.facts, factProjections, views, { until: cutOff.position });
      for (const board of boards) {
        const report = await reportAt(platform, views, cutOff, board);
        const folder = folderOf(out, board, cutOff.month);
        if (!(await isWritten(report, folder))) await writeReport(report, folder);
      }
      onProgress((index + 1) / cutOffs.length);
    }
  } finally {
    await views.close();
  }
}

/** Whether exactly this report lies there, in all formats. */
async function isWritten(report: Report, folder: string): Promise<boolean> {
  try {
    const files = await Promise.all(formats.map((format) => readFile(join(folder, `report.${format}`))));
    return files[formats.indexOf('json')]?.equals(await render(report, 'json')) === true;
  } catch {
    return false;
  }
}
