import { board, completeEdition, month } from '../../src/report/release/testing/fixtures.js';
import type { Example } from './examples.js';

/** The life of a month's report. */
export const editionExamples: Readonly<Record<string, Example>> = {
  edition: { stream: `edition-${board}.${month}`, complete: completeEdition },
};
