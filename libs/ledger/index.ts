export { base64, hashFrom } from './bytes.js';
export { bundleOf, bundleText } from './bundle/bundling.js';
export type { BundleSource } from './bundle/bundling.js';
export { checkpointBody, parseCheckpoint } from './checkpoint.js';
export type { Checkpoint, SignedCheckpoint } from './checkpoint.js';
export type { Divergence } from './guard.js';
export { KeyRefused, keyTypes, newSigner, parseSigner, parseVerifierKey, verifierKeyText } from './keys.js';
export type { Signer, VerifierKey } from './keys.js';
export { leafOf, leafText, leafTextHash } from './leaf.js';
export { Ledger, LedgerReader } from './ledger.js';
export type { Sealed } from './ledger.js';
export { cosign, NoteRefused, noteText, parseNote, signed, verifyNote } from './note.js';
export { parsePolicy, PolicyRefused } from './policy.js';
export type { LedgerStore, StoredCheckpoint, StoredLeaf } from './port.js';
export { parseProof, proofText } from './proof-file.js';
export { lookingAt, Sequencer } from './sequencer.js';
export type { LedgerStatus, LedgerView } from './sequencer.js';
export {
  consistencyProof,
  Growing,
  inclusionProof,
  leafHash,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from './tree.js';
export type { Hash, TreeNode } from './tree.js';
export type { WitnessState } from './witness/asking.js';
export { witnessRecord } from './witness/record.js';
export type { WitnessRecord } from './witness/record.js';
export { parseRequest, requestText } from './witness/request.js';
export { witnessServer } from './witness/server.js';
export { Witness } from './witness/witness.js';
