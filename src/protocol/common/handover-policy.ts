import type { HandoverPolicy } from '../jurisdiction.js';

export const handoverPolicy: HandoverPolicy = {
  contactAttempts: 3,
  consentMonths: 6,
  source: 'Policy values; no norm sets them. A board may change them.',
  verified: false,
};
