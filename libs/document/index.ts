export * from './model.js';
export { cellText, hidden, hiddenMark, isMeasured, number, numberFormat, ratio, text, unmeasured } from './cells.js';
export { BadDocument, checkDocument } from './check.js';
export { canonicalJson, digest } from './json.js';
export { columnCells, indicatorTable, tablesOf, type PlacedTable } from './tables.js';
