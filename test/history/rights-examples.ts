import { completeRequest, completeSubject } from '../../src/rights/testing/complete.js';
import { person, requestId } from '../../src/rights/testing/fixtures.js';
import type { Example } from './examples.js';

/** What persons ask about their data, what is held back and what is erased. */
export const rightsExamples: Readonly<Record<string, Example>> = {
  subject: { stream: `subject-${person}`, complete: completeSubject },
  request: { stream: `request-${requestId}`, complete: completeRequest },
};
