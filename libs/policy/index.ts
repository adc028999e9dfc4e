export type { Consequence, DuePolicy, Policy } from './policy.js';
