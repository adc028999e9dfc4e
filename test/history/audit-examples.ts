import { completeUnmasking } from '../../src/audit/testing/complete.js';
import type { Example } from './examples.js';

/** How an auditor learns who somebody is. */
export const auditExamples: Readonly<Record<string, Example>> = {
  unmasking: { stream: 'unmasking-00000000-0000-8000-8000-00000000a5c0', complete: completeUnmasking },
};
