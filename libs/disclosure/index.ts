export { attack, recovered } from './attack.js';
export type { Interval } from './attack.js';
export { protect } from './protect.js';
export { derived, published } from './tables.js';
export type { CellId, Published, Relation, SmallCounts } from './tables.js';
