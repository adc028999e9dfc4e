import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportCssPath } from '#document';
import { Assets } from '#service';

/** The style and the one small script of all pages, and the style of the report. */
export const assets = Assets.from(join(import.meta.dirname, 'assets'));
assets.add('report.css', readFileSync(reportCssPath));
