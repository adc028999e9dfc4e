export * from './model.js';
export { cellText, hidden, hiddenMark, isMeasured, number, numberFormat, ratio, text, unmeasured } from './cells.js';
export { BadDocument, checkDocument } from './check.js';
export { canonicalJson, digest } from './json.js';
export { columnCells, indicatorTable, tablesOf, type PlacedTable } from './tables.js';
export { Chart, chartSvg, Icon, iconSvg, type Medium, Sparkline, sparklineSvg } from './charts/index.js';
export { type HtmlOptions, renderHtml, Report, reportCssPath, ReportSection } from './html.js';
export { readModel, type Reading, type Status } from './reading.js';
export { type PdfFile, PdfFailed, renderPdf } from './pdf.js';
