export { Erased, ErasureIncomplete, KeyMissing, KeysAway, NotGranted, Tampered, VaultUnusable } from './port.js';
export type { Binding, KeyOwner, Reseal, Vault, VaultStatus } from './port.js';
export { KmsUnavailable } from './kms.js';
export type { Kms } from './kms.js';
export { TooMany } from './pace.js';
export type { Grant, GrantTerms, MintGrant } from './grant.js';
export type { Fence } from './key-store.js';
export { ageSealed, ageOpened, linesOfAge } from './offline.js';
export { sealerFor } from './sealer.js';
