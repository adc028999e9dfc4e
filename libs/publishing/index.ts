export { cloudEventAttributes } from './cloud-event.js';
export { code, factInstant, publicName, randomId } from './fact.js';
export type { Branded, Code, Fact, FactInstant, FactMap, PublicName, RandomId } from './fact.js';
export { factMaker, FactsStopped } from './make-facts.js';
export type { FactMaker } from './make-facts.js';
export { factCatalogue, publish } from './publish.js';
export type { FactCatalogue, FactName, Publication, Publishable } from './publish.js';
