import { Refusal } from '#decider';
import { registerDecider, type RegisterEvents, type RegisterSpec } from './register.js';
import { topics } from './register-codes.js';
import { field, manyOf, optional, rowsOf, type Values } from './register-fields.js';

/** A visit between municipalities: who came to whom, how many, to learn what, and what both undertook. */
export const exchanges = {
  category: 'exchange',
  path: 'exchanges',
  by: 'from',
  recorded: 'ExchangeHeld',
  corrected: 'ExchangeCorrected',
  withdrawn: 'ExchangeWithdrawn',
  fields: {
    /** A municipality or a network of either country, as a code. */
    host: field('code'),
    from: field('happened'),
    until: field('happened'),
    delegations: rowsOf({ of: field('code'), people: field('count') }),
    topics: manyOf(topics),
    undertaking: optional(field('line')),
    /** The agreement of the board that took it up. */
    agreement: optional(field('agreement')),
    /** The number of the covenant it was held under. */
    covenant: optional(field('code')),
  },
  rule: ({ from, until }: Values) => {
    if (String(until) < String(from)) {
      throw new Refusal('register/period-reversed', 'it ends before it begins', 'invalid');
    }
  },
  steps: {},
} as const satisfies RegisterSpec;

export type ExchangeEvents = RegisterEvents<typeof exchanges>;
export const exchangeDecider = registerDecider(exchanges);
