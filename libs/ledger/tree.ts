import { sha256 } from './bytes.js';

/** 32 bytes. */
export type Hash = Uint8Array;

/** A complete subtree: `level` 0 is a leaf; `index` counts those of a level from the left. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/** Gives the hash of a complete subtree that was once computed. */
export type NodeAt = (level: number, index: number) => Hash;

/** Leaves and nodes are hashed apart (RFC 6962 §2.1), or a node could pass for a leaf. */
const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

export const emptyRoot: Hash = sha256('');
/** A text is hashed as UTF-8. */
export const leafHash = (leaf: string | Uint8Array): Hash =>
  sha256(typeof leaf === 'string' ? `\0${leaf}` : Buffer.concat([leafPrefix, leaf]));

/** Written over at every node: there are as many as leaves. */
const pair = Buffer.alloc(65, nodePrefix);
export function nodeHash(left: Hash, right: Hash): Hash {
  // What is no hash must not leave bytes of another pair in between.
  if (left.length !== 32 || right.length !== 32) return sha256(Buffer.concat([nodePrefix, left, right]));
  pair.set(left, 1);
  pair.set(right, 33);
  return sha256(pair);
}

export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;

/** A tree that grows leaf by leaf, and keeps of itself only what the next leaves need: its complete subtrees. */
export class Growing {
  readonly #peaks: Hash[];

  /** @param size with `node`: of a tree to go on with */
  constructor(
    private grown = 0,
    node?: NodeAt,
  ) {
    this.#peaks = node === undefined ? [] : peaksOf(node, 0, grown);
  }

  get size(): number {
    return this.grown;
  }

  get root(): Hash {
    return joined(this.#peaks);
  }

  /** @returns the subtrees this leaf completes, itself the first: two a leaf, over time */
  add(leaf: Hash): readonly TreeNode[] {
    const completed: TreeNode[] = [{ level: 0, index: this.grown, hash: leaf }];
    let [hash, index, level] = [leaf, this.grown, 0];
    while (index % 2 === 1) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new Error('a tree without its left side');
      hash = nodeHash(left, hash);
      index = half(index);
      level += 1;
      completed.push({ level, index, hash });
    }
    this.#peaks.push(hash);
    this.grown += 1;
    return completed;
  }
}

/** The root of the first `size` leaves. */
export const rootAt = (node: NodeAt, size: number): Hash => joined(peaksOf(node, 0, size));

/**
 * What ties a leaf to the root of the first `size` leaves, from the leaf upwards.
 * @throws RangeError no such leaf in a tree of that size
 */
export function inclusionProof(node: NodeAt, index: number, size: number): readonly Hash[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const proof: Hash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const near = index < middle;
    proof.push(joined(near ? peaksOf(node, middle, to) : peaksOf(node, from, middle)));
    if (near) to = middle;
    else from = middle;
  }
  return proof.reverse();
}

/**
 * What shows that the tree of `first` leaves is the beginning of that of `second`.
 * @throws RangeError `first` is greater
 */
export function consistencyProof(node: NodeAt, first: number, second: number): readonly Hash[] {
  if (!(first >= 0 && first <= second)) throw new RangeError(`a tree of ${second} has no beginning of ${first}`);
  if (first === 0 || first === second) return [];
  const proof: Hash[] = [];
  let [from, to] = [0, second];
  while (first !== to) {
    const middle = from + splitOf(to - from);
    const near = first <= middle;
    proof.push(joined(near ? peaksOf(node, middle, to) : peaksOf(node, from, middle)));
    if (near) to = middle;
    else from = middle;
  }
  // The verifier has the root of the first tree: where that is itself a subtree, it is not said again.
  if (from > 0) proof.push(joined(peaksOf(node, from, to)));
  return proof.reverse();
}

/** Whether `proof` ties this leaf, at this place, to the root of a tree of `size` leaves (RFC 9162 §2.1.3.2). */
export function verifyInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameHash(hash, root);
}

/** Whether `proof` shows that one tree is the beginning of the other (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  first: number,
  second: number,
  proof: readonly Hash[],
  firstRoot: Hash,
  secondRoot: Hash,
): boolean {
  if (!(first >= 0 && first <= second)) return false;
  if (first === second) return proof.length === 0 && sameHash(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && sameHash(firstRoot, emptyRoot);
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  const [start, ...rest] = path;
  if (start === undefined) return false;
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [old, grown] = [start, start];
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      old = nodeHash(hash, old);
      grown = nodeHash(hash, grown);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      grown = nodeHash(grown, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameHash(old, firstRoot) && sameHash(grown, secondRoot);
}

/** The complete subtrees of the leaves `from` to `to`, largest first. */
function peaksOf(node: NodeAt, from: number, to: number): Hash[] {
  const peaks: Hash[] = [];
  for (let at = from; at < to;) {
    const level = Math.floor(Math.log2(to - at));
    const width = 2 ** level;
    peaks.push(node(level, at / width));
    at += width;
  }
  return peaks;
}

const joined = (peaks: readonly Hash[]): Hash =>
  peaks.length === 0 ? emptyRoot : peaks.reduceRight((right, left) => nodeHash(left, right));

/** The largest power of two below `count`. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

const half = (count: number): number => Math.floor(count / 2);
const isPowerOfTwo = (count: number): boolean => Number.isInteger(Math.log2(count));
