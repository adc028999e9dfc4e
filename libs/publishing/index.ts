export { code, factInstant, randomId } from './fact.js';
export type { Branded, Code, Fact, FactInstant, FactMap, RandomId } from './fact.js';
