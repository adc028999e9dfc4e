/**
 * What capabilities ask each other, by who answers. Each question is answered by the capability it belongs to, so that
 * nobody reads another's views. Asked through the `QueryBus`.
 */
export * from './questions/cases.js';
export * from './questions/directory.js';
export * from './questions/referrals.js';
export * from './questions/programmes.js';
export * from './questions/report.js';
export * from './questions/audit.js';
