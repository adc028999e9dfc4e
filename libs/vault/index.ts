export { Erased, NotGranted, Tampered } from './port.js';
export type { Binding, Grant, KeyOwner, Vault } from './port.js';
