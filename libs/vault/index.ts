export { Erased, ErasureIncomplete, KeyMissing, NotGranted, Tampered, VaultUnusable } from './port.js';
export type { Binding, KeyOwner, Vault } from './port.js';
export type { Grant, GrantTerms, MintGrant } from './grant.js';
export type { Fence } from './key-store.js';
export { sealerFor } from './sealer.js';
