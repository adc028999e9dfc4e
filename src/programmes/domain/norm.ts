import { registerDecider, type RegisterEvents, type RegisterSpec } from './register.js';
import { normKinds, topics } from './register-codes.js';
import { field, oneOf, optional } from './register-fields.js';

/** By-laws and other norms that came of the work. */
export const norms = {
  category: 'norm',
  path: 'norms',
  by: 'on',
  recorded: 'NormIssued',
  corrected: 'NormCorrected',
  withdrawn: 'NormWithdrawn',
  fields: {
    kind: oneOf(normKinds),
    /** As a code: `ORD-012-2026`. */
    number: field('code'),
    on: field('happened'),
    issuer: field('organization'),
    topic: oneOf(topics),
    agreement: optional(field('agreement')),
  },
  steps: {},
} as const satisfies RegisterSpec;

export type NormEvents = RegisterEvents<typeof norms>;
export const normDecider = registerDecider(norms);
