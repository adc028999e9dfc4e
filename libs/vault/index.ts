export { Erased, ErasureIncomplete, KeyMissing, NotGranted, Tampered, VaultUnusable } from './port.js';
export type { Binding, KeyOwner, Vault, VaultStatus } from './port.js';
export { KmsUnavailable } from './kms.js';
export type { Kms } from './kms.js';
export { TooMany } from './pace.js';
export type { Grant, GrantTerms, MintGrant } from './grant.js';
export type { Fence } from './key-store.js';
export { sealerFor } from './sealer.js';
