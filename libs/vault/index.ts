export { Erased, ErasureIncomplete, KeyMissing, NotGranted, Tampered, VaultUnusable } from './port.js';
export type { Binding, Grant, KeyOwner, Vault } from './port.js';
export type { Fence } from './key-store.js';
export { sealerFor } from './sealer.js';
