import { deriveId } from '#decider';
import { completeRegisters } from '../../src/programmes/testing/register-fixtures.js';
import type { Example } from './examples.js';

/** The events of every register of a board, by category. */
export const registerExamples: Readonly<Record<string, Example>> = Object.fromEntries(
  Object.entries(completeRegisters).map(([category, complete]) => [
    category,
    { stream: `${category}-${deriveId('example', category)}`, complete },
  ]),
);
