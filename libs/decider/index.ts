export { catalogue, UnknownEvent } from './catalogue.js';
export type { Catalogue, EventMap, EventOf, Upcasters } from './catalogue.js';
export type { Context, Decider, Header } from './decider.js';
export { deriveId } from './ids.js';
export { personal } from './personal.js';
export type { ClearSection, Personal, SealedSection } from './personal.js';
export { Refusal } from './refusal.js';
export type { RefusalKind } from './refusal.js';
