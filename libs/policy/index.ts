export { policy } from './policy.js';
export type { Cause, Consequence, Dispatch, DuePolicy, Policy, Reaction } from './policy.js';
export { policyCheckpoint, react } from './react.js';
export type { PolicyState, ReactOptions, ReactStatus } from './react.js';
export { startTicker, tick } from './tick.js';
export type { Tick, TickerOptions } from './tick.js';
